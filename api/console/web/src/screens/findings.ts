// What should be explained, each as a question about an act, with what the program saw and where to look.
import { html, nothing, type TemplateResult } from "lit";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { byLine, openProvenance, recordLink } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { asOfField, choiceField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { session } from "../session.js";
import { eventWords } from "../words/acts.js";
import { findingTypes, questionWords } from "../words/findings.js";
import { dateText, numberText } from "../words/format.js";
import { chanceWords, partYearWords } from "../words/quota.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Nội dung cần làm rõ", "Points to be explained"],
    note: [
        "Mỗi nội dung là một câu hỏi nêu từ dữ liệu đã ghi, chưa phải là kết luận vi phạm.",
        "Each is a question raised from what was recorded, not a concluded violation.",
    ],
    type: ["Câu hỏi", "Question"],
    all: ["Tất cả", "All"],
    agency: ["Mã cơ quan", "Code of the agency"],
    none: ["Không có nội dung nào cần làm rõ", "Nothing is to be explained"],
    about: ["Về ai", "About"],
    unit: ["Đơn vị", "Unit"],
    seen: ["Dữ liệu cho thấy", "What was recorded"],
    origin: ["Xuất xứ", "Provenance"],
    acted: [
        (acted: string, from: string, number: string) => `Việc làm ngày ${acted}; ${number} có hiệu lực từ ${from}.`,
        (acted: string, from: string, number: string) => `Done on ${acted}; ${number} is valid from ${from}.`,
    ],
    knownThen: ["Theo dữ liệu lúc đó thì đúng thẩm quyền.", "As known then the mandate held."],
    level: ["Đề xuất và kết luận:", "Proposed and decided:"],
    forQuota: ["vì tỷ lệ xuất sắc", "for the quota"],
    noReason: ["không nêu lý do", "no reason given"],
    opinion: [
        (decided: string, dated: string) => `Kết luận ngày ${decided}; ý kiến của cấp ủy ngày ${dated}.`,
        (decided: string, dated: string) => `Decided on ${decided}; the opinion is of ${dated}.`,
    ],
    order: [
        (decided: string, rated: string) => `Kết luận ngày ${decided}; tập thể được xếp loại ngày ${rated}.`,
        (decided: string, rated: string) => `Decided on ${decided}; the collective was rated on ${rated}.`,
    ],
    never: ["chưa có", "never"],
    batch: [
        (acts: number, seconds: number, opened: number) =>
            `${numberText(acts)} kết luận trong ${numberText(seconds)} giây; ${numberText(opened)} hồ sơ được mở xem trước đó.`,
        (acts: number, seconds: number, opened: number) =>
            `${numberText(acts)} decisions in ${numberText(seconds)} seconds; ${numberText(opened)} dossiers were opened before.`,
    ],
    outside: ["Ngoài giờ làm việc.", "Outside working hours."],
    first: ["Nhập lần đầu.", "First entry."],
    change: ["Thay đổi nội dung đã có.", "Change of what was there."],
    corrected: [
        (at: string, why: string) => `Đính chính ngày ${at}: ${why}`,
        (at: string, why: string) => `Corrected on ${at}: ${why}`,
    ],
    mismatch: ["Mức của người lãnh đạo và của đơn vị:", "Levels of the leader and of the unit:"],
    stale: [
        (is: number, max: string) => `Hiện có ${numberText(is)} người xuất sắc; tối đa ${max}.`,
        (is: number, max: string) => `${numberText(is)} are excellent now; at most ${max}.`,
    ],
    told: [(number: string) => `Lớp cụ thể hóa ${number}.`, (number: string) => `The concretisation ${number}.`],
    owed: [
        (owner: string, days: number) => `${owner} chưa thực hiện sau ${numberText(days)} ngày.`,
        (owner: string, days: number) => `${owner} has not done it after ${numberText(days)} days.`,
    ],
    same: [
        (n: number) => `${numberText(n)} người, tất cả cùng mức:`,
        (n: number) => `${numberText(n)} people, all of them:`,
    ],
    dropped: ["Trước khi kiến nghị và hiện nay:", "Before the objection and now:"],
    newcomers: [
        (n: number, of: number, all: number, everybody: number) =>
            `Không công tác đủ năm: ${numberText(n)} trong ${numberText(of)} người không được chọn; ` +
            `${numberText(all)} trong ${numberText(everybody)} người được đề xuất xuất sắc.`,
        (n: number, of: number, all: number, everybody: number) =>
            `Not there for the whole year: ${numberText(n)} of ${numberText(of)} not chosen; ` +
            `${numberText(all)} of ${numberText(everybody)} proposed excellent.`,
    ],
    first500: [
        (shown: number, total: number) =>
            `Hiện ${numberText(shown)} trong ${numberText(total)}; hãy lọc theo câu hỏi hoặc cơ quan.`,
        (shown: number, total: number) =>
            `${numberText(shown)} of ${numberText(total)} shown; filter by question or agency.`,
    ],
});

type Finding = Schemas["Finding"];
const codeOf = (type: Finding["type"]): string => type.toLowerCase().replaceAll("_", "-");

export default class FindingsScreen extends Screen {
    private readonly load = new Load(this, () => {
        const cycle = this.inQuery("cycle") ?? session().cycle?.cycle;
        const moment = this.inQuery("known_as_of");
        return cycle
            ? get(
                  "/v1/findings",
                  {},
                  {
                      cycle,
                      type: this.inQuery("type"),
                      agency: this.inQuery("agency"),
                      limit: 500,
                      ...(moment ? { known_as_of: moment } : {}),
                  },
              )
            : undefined;
    });

    override render(): TemplateResult {
        return html`
            <div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.note}</p>
                </div>
            </div>
            <div class="filters no-print">
                ${choiceField(
                    w.type,
                    "type",
                    findingTypes.map((type) => ({ value: codeOf(type), title: questionWords(type) })),
                    w.all,
                )}
                <label class="field">
                    ${w.agency}
                    <input
                        name="agency"
                        size="10"
                        .value=${this.inQuery("agency") ?? ""}
                        @change=${(event: Event) => filter({ agency: (event.target as HTMLInputElement).value.trim() })}
                    />
                </label>
                ${asOfField()}
            </div>
            ${this.load.show(({ data, asOf }) => {
                const rows = data.items ?? [];
                return html`${table<Finding>({
                    label: w.title,
                    rows,
                    key: (finding) => finding.key,
                    total: data.total,
                    empty: emptyView(w.none),
                    columns: [
                        { title: w.type, cell: (finding) => html`${questionWords(finding.type)}`, main: true },
                        { title: w.about, cell: (finding) => this.about(finding) },
                        {
                            title: w.unit,
                            cell: (finding) =>
                                finding.unit
                                    ? unitView(finding.unit)
                                    : finding.agency
                                      ? unitView(finding.agency)
                                      : "–",
                        },
                        { title: w.seen, cell: (finding) => this.details(finding) },
                    ],
                })}
                ${
                    data.next === undefined
                        ? nothing
                        : html`<p class="muted">${icon("warn")} ${w.first500(rows.length, data.total)}</p>`
                }
                ${recordLine(asOf)}`;
            })}
        `;
    }

    private about({ act, review, pattern, type }: Finding): unknown {
        // Of a pattern the last act is but one of many: it is about who rated so, or about the people named beside it.
        if (pattern && act)
            return type === "ONE_LEVEL_FOR_ALL" || type === "SAME_TEXT"
                ? personView({ person: act.by.actor, ...(act.by.actorName ? { name: act.by.actorName } : {}) })
                : (pattern.people ?? []).slice(0, 1).map((person) => personView(person));
        const person = act?.subject ?? review?.owner.person;
        if (!person) return act ? eventWords(act.type) : "–";
        return html`${personView(
            { person, ...(act?.subjectName ? { name: act.subjectName } : {}) },
            act?.dossier ? `/ho-so/${act.dossier}` : undefined,
        )}
        ${act ? html`<br /><small class="muted">${eventWords(act.type)}</small>` : nothing}`;
    }

    private details(finding: Finding): TemplateResult {
        const {
            act,
            authority,
            level,
            partyOpinion,
            order,
            batch,
            lastMinute,
            correction,
            mismatch,
            stale,
            neverTold,
            openEffect,
            pattern,
        } = finding;
        return html`
            ${act ? html`<p>${byLine(act.by)}</p>` : nothing}
            ${
                authority
                    ? html`<p>
                      ${w.acted(dateText(authority.actedOn), dateText(authority.validFrom), authority.document.number)}
                      ${authority.heldAsKnownThen ? w.knownThen : nothing}
                  </p>`
                    : nothing
            }
            ${
                level
                    ? html`<p>
                      ${w.level} ${levelBadge(level.proposed, true)} →
                      ${levelBadge(level.decided ?? "NOT_RATED", true)};
                      ${level.reason ?? w.noReason}${level.forQuota ? html` (${w.forQuota})` : nothing}
                  </p>`
                    : nothing
            }
            ${
                partyOpinion
                    ? html`<p>
                      ${w.opinion(
                          dateText(partyOpinion.decidedAt),
                          partyOpinion.opinionDated ? dateText(partyOpinion.opinionDated) : w.never,
                      )}
                  </p>`
                    : nothing
            }
            ${
                order
                    ? html`<p>
                      ${w.order(
                          dateText(order.decidedAt),
                          order.collectiveRatedAt ? dateText(order.collectiveRatedAt) : w.never,
                      )}
                  </p>`
                    : nothing
            }
            ${
                batch
                    ? html`<p>
                      ${w.batch(batch.acts, batch.seconds, batch.openedBefore)}
                      ${batch.outsideHours ? w.outside : nothing}
                  </p>`
                    : nothing
            }
            ${lastMinute ? html`<p>${lastMinute.kind === "CHANGE" ? w.change : w.first}</p>` : nothing}
            ${correction ? html`<p>${w.corrected(dateText(correction.correctedAt), correction.reason)}</p>` : nothing}
            ${
                mismatch
                    ? html`<p>
                      ${w.mismatch} ${levelBadge(mismatch.level, true)} ${levelBadge(mismatch.unitLevel, true)}
                      ${dateView(mismatch.unitRatedAt)}
                  </p>`
                    : nothing
            }
            ${
                stale
                    ? html`<p>
                      ${w.stale(
                          stale.excellent,
                          stale.maxExcellent === undefined ? "–" : numberText(stale.maxExcellent),
                      )}
                  </p>`
                    : nothing
            }
            ${neverTold ? html`<p>${w.told(neverTold.document.number)}</p>` : nothing}
            ${openEffect ? html`<p>${w.owed(openEffect.owner.name, openEffect.days)}</p>` : nothing}
            ${pattern ? patternView(finding.type, pattern) : nothing}
            ${(finding.breaches ?? []).map((breach) => html`<p>${breach.detail} (${breach.clause})</p>`)}
            ${
                act
                    ? html`<p class="actions small-actions">
                      <button
                          type="button"
                          class="quiet small"
                          data-key="p"
                          @click=${() => void openProvenance({ ...act })}
                      >
                          ${w.origin}
                      </button>
                      ${recordLink(act.by.position)}
                  </p>`
                    : nothing
            }
        `;
    }
}

function patternView(type: Finding["type"], pattern: Schemas["PatternDetail"]): TemplateResult {
    const { people = [], level, before, text, years = [], count } = pattern;
    return html`
        ${type === "ONE_LEVEL_FOR_ALL" && level ? html`<p>${w.same(count)} ${levelBadge(level, true)}</p>` : nothing}
        ${before && level ? html`<p>${w.dropped} ${levelBadge(before, true)} → ${levelBadge(level, true)}</p>` : nothing}
        ${text ? html`<blockquote>${text}</blockquote>` : nothing}
        ${
            type === "NEWCOMERS_LOWERED"
                ? html`<p>
                      ${w.newcomers(count, pattern.of, pattern.countEverybody, pattern.ofEverybody)}
                      ${pattern.chancePerMillion === undefined ? nothing : chanceWords(pattern.chancePerMillion)}
                  </p>`
                : nothing
        }
        ${
            people.length > 0
                ? html`<ul class="inline-list">
                      ${people.map(
                          (person, index) =>
                              html`<li>
                                  ${type === "EXCELLENT_BY_TURNS" ? html`${years[index]}: ` : nothing}${personView(person)}
                                  ${pattern.partYear?.[index] ? html`<small>(${partYearWords(pattern.partYear[index]!)})</small>` : nothing}
                              </li>`,
                      )}
                  </ul>`
                : nothing
        }
    `;
}
