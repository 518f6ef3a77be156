// What followed the decision: notices, objections, remediation; other years; and who has looked.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { byLine, recordLink } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { publicationWords, viewWords } from "../words/acts.js";
import { numberText } from "../words/format.js";
import { objectionWords } from "../words/vocabulary.js";
import { say, words, type Pair } from "../words/words.js";
import { DossierPart, dossierAddress } from "./tab.js";

const w = words({
    noNotice: ["Chưa ban hành thông báo", "No notice was issued"],
    decided: ["Kết luận", "Decision"],
    notice: ["Thông báo", "Notice"],
    after: [
        (n: number) => `sau ${numberText(n)} ngày làm việc`,
        (n: number) => `after ${numberText(n)} working days`,
    ],
    past: [
        (n: number) => `quá ${numberText(n)} ngày làm việc (quy định nội bộ)`,
        (n: number) => `past the internal ${numberText(n)} working days`,
    ],
    until: ["Thời hạn thông báo đến hết ngày", "A notice is due by"],
    received: ["Nhận", "Received"],
    acknowledged: ["Người được đánh giá xác nhận đã nhận", "Acknowledged by the person"],
    deemed: ["Coi như đã nhận, theo biên bản từ chối nhận", "Deemed received, by minutes of refusal"],
    published: ["Công khai", "Published"],
    noObjection: ["Không có kiến nghị, khiếu nại nào", "There is no objection"],
    objections: ["Kiến nghị, khiếu nại", "Objections"],
    kind: ["Loại", "Kind"],
    against: ["Đối với văn bản", "Against"],
    receivedOn: ["Ngày nhận", "Received on"],
    status: ["Trạng thái", "Status"],
    resolver: ["Người giải quyết", "Resolver"],
    same: [
        "Người giải quyết cũng là người đã kết luận mức xếp loại",
        "The resolver is the person who decided the level",
    ],
    answerBy: ["Thời hạn giải quyết", "To be answered by"],
    noTerm: ["không có thời hạn theo luật", "the law sets no term"],
    effects: ["Việc phải làm sau khi xếp loại lại", "Left to be done after the re-rating"],
    settled: ["Đã làm", "Settled"],
    open: ["Chưa làm", "Open"],
    noPlan: ["Không có kế hoạch khắc phục", "There is no remediation plan"],
    plan: [(year: number) => `Kế hoạch khắc phục năm ${year}`, (year: number) => `Remediation plan of ${year}`],
    term: ["Thời hạn lập", "To be planned by"],
    planned: ["Đã lập ngày", "Planned on"],
    shortcoming: ["Hạn chế, khuyết điểm", "Shortcoming"],
    measure: ["Biện pháp", "Measure"],
    responsible: ["Người chịu trách nhiệm", "Responsible"],
    due: ["Thời hạn", "Due"],
    degree: ["Mức độ", "Degree"],
    verified: ["Người xác nhận", "Verified by"],
    carried: ["Từ năm trước chuyển sang", "Carried over from earlier years"],
    years: ["Kết quả các năm", "Ratings of the years"],
    noYears: ["Chưa có kết quả của năm nào", "No year has a rating"],
    year: ["Năm", "Year"],
    level: ["Mức", "Level"],
    unit: ["Đơn vị", "Unit"],
    document: ["Văn bản", "Document"],
    decidedOn: ["Ngày kết luận", "Decided on"],
    asWritten: ["Ghi theo lời văn của năm đó", "In the words of its year"],
    viewers: ["Ai đã xem", "Who has looked"],
    viewersHint: [
        "Mọi lần mở đều được ghi, kể cả lần mở này; người được đánh giá đọc được bảng này.",
        "Every opening is recorded, this one too; the rated person can read this list.",
    ],
    noViewer: ["Chưa có ai xem", "Nobody has looked"],
    who: ["Người xem", "Who"],
    when: ["Lúc", "When"],
    what: ["Nội dung", "What"],
    purpose: ["Mục đích", "Purpose"],
    daily: ["công việc được giao", "daily work"],
    moreViews: ["Chỉ hiện 500 lần xem mới nhất.", "Only the newest 500 views are shown."],
    people: [
        (views: number, people: number) => `${numberText(views)} lần xem của ${numberText(people)} người.`,
        (views: number, people: number) => `${numberText(views)} views by ${numberText(people)} people.`,
    ],
});

const effectKinds: Record<Schemas["EffectLine"]["kind"], Pair> = {
    QUOTA_OF_AGENCY: ["Xem lại tỷ lệ xuất sắc của cơ quan", "Quota of the agency"],
    QUOTA_OF_GROUP: ["Xem lại tỷ lệ xuất sắc của nhóm", "Quota of the group"],
    HEAD_ABOVE_UNIT: ["Người lãnh đạo cao hơn mức của đơn vị", "A leader stands above the unit"],
    SUBMISSION_SENT: ["Hồ sơ của đơn vị đã gửi phải điều chỉnh", "The unit's file is to be corrected"],
    REPORT_SUBMITTED: ["Báo cáo tổng hợp đã gửi phải điều chỉnh", "The report is to be restated"],
    NOTICE_DUE: ["Phải thông báo kết quả mới", "A new notice is due"],
    PARTY_COMMITTEE_DUE: ["Phải báo cấp ủy", "The party committee is to be told"],
};
const measureStatuses: Record<Schemas["MeasureLine"]["status"], Pair> = {
    OVERDUE: ["Quá hạn", "Overdue"],
    REOPENED: ["Đã mở lại", "Reopened"],
    NOT_DONE: ["Chưa khắc phục", "Not done"],
    IN_PROGRESS: ["Đang khắc phục", "In progress"],
    DONE: ["Đã khắc phục", "Done"],
};
const standings: Record<Schemas["OwnerPlan"]["standing"], Pair> = {
    PLANNED: ["Đã lập kế hoạch", "Planned"],
    STATED: ["Đã cam kết không có hạn chế, khuyết điểm", "No shortcoming stated"],
    WITHIN_TERM: ["Chưa có, còn trong thời hạn", "None yet, within the term"],
    PAST_TERM: ["Chưa có, quá thời hạn", "None, past the term"],
};
const measureTone = (status: Schemas["MeasureLine"]["status"]): string =>
    status === "DONE" ? "good" : status === "OVERDUE" || status === "REOPENED" ? "warn" : "info";

export class DossierNotices extends DossierPart {
    private readonly load = new Load(this, () =>
        get(
            "/v1/notices",
            {},
            { cycle: this.of.line.cycle, person: this.of.line.person, limit: 50, ...this.known },
            this.purpose,
        ),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const own = (data.items ?? []).filter(({ notice }) => notice.dossier === this.dossier);
            if (own.length === 0) return emptyView(w.noNotice, undefined, "document");
            return html`${own.map(
                ({ notice, workingDays, term, pastInternalPeriod, workingDaysReceived }) =>
                    html`<article class="card">
                        <dl class="facts">
                            <dt>${w.decided}</dt>
                            <dd>${dateView(notice.decidedOn)}, ${notice.decision.number}</dd>
                            <dt>${w.notice}</dt>
                            <dd>
                                ${
                                    notice.noticeDated
                                        ? html`${dateView(notice.noticeDated)}, ${notice.notice?.number ?? "–"}
                                      ${
                                          workingDays === undefined
                                              ? nothing
                                              : html`<span class="tag plain"
                                                >${icon("clock")}${w.after(workingDays)}</span
                                            >`
                                      }
                                      ${
                                          pastInternalPeriod && term
                                              ? html`<span class="tag warn"
                                                >${icon("flag")}${w.past(term.days)}</span
                                            >`
                                              : nothing
                                      }
                                      ${
                                          notice.noticeBy
                                              ? html`<p class="muted">
                                                ${byLine(notice.noticeBy)} · ${recordLink(notice.noticeBy.position)}
                                            </p>`
                                              : nothing
                                      }`
                                        : html`${w.noNotice}${term ? html`. ${w.until} ${dateView(term.last)}` : nothing}`
                                }
                            </dd>
                            ${
                                notice.receivedOn
                                    ? html`<dt>${w.received}</dt>
                                      <dd>
                                          ${dateView(notice.receivedOn)}
                                          ${
                                              workingDaysReceived === undefined
                                                  ? nothing
                                                  : html`<span class="tag plain"
                                                    >${icon("clock")}${w.after(workingDaysReceived)}</span
                                                >`
                                          }
                                          <p class="muted">
                                              ${notice.receivedHow === "DEEMED" ? w.deemed : w.acknowledged}${
                                                  notice.refusalMinutes ? `: ${notice.refusalMinutes.number}` : ""
                                              }
                                          </p>
                                      </dd>`
                                    : nothing
                            }
                            ${
                                notice.publishedOn
                                    ? html`<dt>${w.published}</dt>
                                      <dd>
                                          ${dateView(notice.publishedOn)},
                                          ${publicationWords(notice.publishedHow ?? "")}
                                      </dd>`
                                    : nothing
                            }
                        </dl>
                    </article>`,
            )}
            ${recordLine(asOf)}`;
        })}`;
    }
}
customElements.define("mb-dossier-notices", DossierNotices);

export class DossierObjections extends DossierPart {
    override render(): TemplateResult {
        const objections = this.of.objections ?? [];
        const effects = this.of.effects ?? [];
        return html`
            ${
                objections.length === 0
                    ? emptyView(w.noObjection)
                    : objections.map(
                          (one) =>
                              html`<article class="card">
                              <div class="card-title">
                                  <h2>${objectionWords(one.kind)} <span class="code muted">${one.objection}</span></h2>
                                  <span class="tag info"
                                      >${objectionWords(one.status)}${
                                          one.outcome ? `: ${objectionWords(one.outcome)}` : ""
                                      }</span
                                  >
                              </div>
                              <dl class="facts">
                                  <dt>${w.against}</dt>
                                  <dd>${one.decisionDocument.number}</dd>
                                  <dt>${w.receivedOn}</dt>
                                  <dd>${dateView(one.receivedOn)}</dd>
                                  ${
                                      one.resolver
                                          ? html`<dt>${w.resolver}</dt>
                                            <dd>
                                                ${personView(one.resolver)}${
                                                    one.resolverDecided
                                                        ? html` <span class="tag warn">${icon("flag")}${w.same}</span>`
                                                        : nothing
                                                }
                                            </dd>`
                                          : nothing
                                  }
                                  <dt>${w.answerBy}</dt>
                                  <dd>
                                      ${one.answerBy ? dateView(one.answerBy) : w.noTerm}${
                                          one.termBasis ? html`<p class="muted">${one.termBasis}</p>` : nothing
                                      }
                                  </dd>
                              </dl>
                          </article>`,
                      )
            }
            ${
                effects.length === 0
                    ? nothing
                    : html`<section class="block">
                      <h2>${w.effects}</h2>
                      <ul class="plain-list">
                          ${effects.map(
                              (one) =>
                                  html`<li>
                                      <span class="tag ${one.open ? "warn" : "good"}"
                                          >${one.open ? w.open : w.settled}</span
                                      >
                                      ${say(effectKinds[one.kind])} – ${unitView(one.owner)}
                                      ${
                                          one.settled
                                              ? html`<p class="muted">${one.settled.what}; ${byLine(one.settled.by)}</p>`
                                              : nothing
                                      }
                                  </li>`,
                          )}
                      </ul>
                  </section>`
            }
        `;
    }
}
customElements.define("mb-dossier-objections", DossierObjections);

export class PlanOf extends DossierPart {
    @property({ attribute: false }) plan = "";
    private readonly load = new Load(this, () =>
        this.plan ? get("/v1/remediation-plans/{plan}", { plan: this.plan }, this.known, this.purpose) : undefined,
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data }) => {
            const described = new Map((data.shortcomings ?? []).map((one) => [one.shortcoming, one.description]));
            return table<Schemas["MeasureLine"]>({
                label: w.measure,
                rows: (data.measures ?? []).map((one) => one.line),
                key: (line) => `${this.plan}.${line.measure}`,
                columns: [
                    { title: w.measure, cell: (line) => line.action, main: true },
                    { title: w.shortcoming, cell: (line) => described.get(line.shortcoming) ?? line.shortcoming },
                    { title: w.responsible, cell: (line) => personView(line.responsible) },
                    { title: w.due, cell: (line) => dateView(line.due) },
                    {
                        title: w.status,
                        cell: (line) =>
                            html`<span class="tag ${measureTone(line.status)}"
                                    >${say(measureStatuses[line.status])}</span
                                >
                                ${line.status === "IN_PROGRESS" ? html` ${numberText(line.degreePercent)}%` : nothing}`,
                    },
                    { title: w.verified, cell: (line) => (line.verifiedBy ? byLine(line.verifiedBy) : "–") },
                ],
            });
        })}`;
    }
}
customElements.define("mb-plan-of", PlanOf);

export class DossierRemediation extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/people/{person}/remediation", { person: this.of.line.person }, this.known, this.purpose),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const plans = data.plans ?? [];
            const carried = data.carried ?? [];
            return html`
                ${plans.length === 0 ? emptyView(w.noPlan, undefined, "list") : nothing}
                ${plans.map(
                    (plan) =>
                        html`<article class="card">
                            <div class="card-title">
                                <h2>${w.plan(plan.year)}</h2>
                                <span class="tag ${plan.standing === "PAST_TERM" ? "warn" : "info"}"
                                    >${say(standings[plan.standing])}</span
                                >
                            </div>
                            <dl class="facts">
                                <dt>${w.term}</dt>
                                <dd>${dateView(plan.term)}</dd>
                                <dt>${w.planned}</dt>
                                <dd>${dateView(plan.plannedOn)}</dd>
                            </dl>
                            <mb-plan-of .of=${this.of} .plan=${plan.plan}></mb-plan-of>
                        </article>`,
                )}
                ${
                    carried.length === 0
                        ? nothing
                        : html`<section class="block">
                          <h2>${w.carried}</h2>
                          <ul class="plain-list">
                              ${carried.map(
                                  (one) => html`<li>${one.year}: ${one.description} – ${one.measure.action}</li>`,
                              )}
                          </ul>
                      </section>`
                }
                ${recordLine(asOf)}
            `;
        })}`;
    }
}
customElements.define("mb-dossier-remediation", DossierRemediation);

export class DossierYears extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/people/{person}/ratings", { person: this.of.line.person }, this.known, this.purpose),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const rows = (data.ratings ?? []).toSorted((left, right) => right.year - left.year);
            return html`<h2>${w.years}</h2>
                ${table<Schemas["Rating"]>({
                    label: w.years,
                    rows,
                    key: (rating) => String(rating.position),
                    empty: emptyView(w.noYears, undefined, "list"),
                    columns: [
                        {
                            title: w.year,
                            cell: (rating) =>
                                rating.dossier && rating.dossier !== this.dossier
                                    ? html`<a href=${dossierAddress(rating.dossier)}>${rating.year}</a>`
                                    : String(rating.year),
                            main: true,
                        },
                        {
                            title: w.level,
                            cell: (rating) =>
                                rating.level
                                    ? levelBadge(rating.level)
                                    : html`${rating.wording}
                                          <p class="muted"><small>${w.asWritten}</small></p>`,
                        },
                        {
                            title: w.unit,
                            cell: (rating) =>
                                rating.unit ? unitView({ unit: rating.unit, name: rating.unitName ?? "" }) : "–",
                        },
                        { title: w.document, cell: (rating) => rating.document ?? rating.source ?? "–" },
                        { title: w.decidedOn, cell: (rating) => dateView(rating.decidedOn) },
                    ],
                })}
                ${recordLine(asOf)}`;
        })}`;
    }
}
customElements.define("mb-dossier-years", DossierYears);

export class DossierViews extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/dossiers/{dossier}/views", { dossier: this.dossier }, { limit: 500 }),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const rows = data.items ?? [];
            return html`<h2>${w.viewers}</h2>
                <p class="muted">${w.viewersHint}</p>
                <p>${w.people(rows.length, new Set(rows.map((view) => view.actor)).size)}</p>
                ${table<Schemas["ViewLine"]>({
                    label: w.viewers,
                    rows,
                    key: (view) => `x${view.position}`,
                    total: rows.length,
                    empty: emptyView(w.noViewer, undefined, "person"),
                    columns: [
                        {
                            title: w.who,
                            cell: (view) =>
                                personView({
                                    person: view.actor,
                                    ...(view.actorName ? { name: view.actorName } : {}),
                                }),
                            main: true,
                        },
                        { title: w.when, cell: (view) => dateView(view.at) },
                        { title: w.what, cell: (view) => viewWords(view.view ?? "") },
                        {
                            title: w.purpose,
                            cell: (view) => view.purpose || html`<span class="muted">${w.daily}</span>`,
                        },
                    ],
                })}
                ${data.next === undefined ? nothing : html`<p class="muted">${w.moreViews}</p>`} ${recordLine(asOf)}`;
        })}`;
    }
}
customElements.define("mb-dossier-views", DossierViews);
