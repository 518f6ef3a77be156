// A rulebook as people read it: what each level asks, the procedure with who does what and by when, opinions and
// meetings, forms, terms, and how unclear texts are read; each with its clause, where that comes from, and how sure it is.
import { html, nothing, type TemplateResult } from "lit";
import { get } from "../api/client.js";
import { Load } from "../load.js";
import { levelBadge } from "../parts/badges.js";
import { cyclesQuestion } from "../parts/cycles.js";
import { clauseText, clauseView, isFor, termText, whomText, type Book } from "../parts/rulebook.js";
import { choiceField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { openTab, tabs } from "../parts/tabs.js";
import { go } from "../router.js";
import { Screen } from "../screen.js";
import { stageWords } from "../words/judging.js";
import { dateText, numberText } from "../words/format.js";
import {
    inTongue,
    opinionWords,
    principleWords,
    roleWords,
    rulebooksInOrder,
    rulebookWords,
    stepWords,
    termWords,
    type Clause,
    type Role,
} from "../words/rulebook.js";
import { levelsInOrder } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Bộ quy tắc đánh giá, xếp loại", "Rulebook"],
    which: ["Bộ quy tắc", "Rulebook"],
    inForce: ["Có hiệu lực từ", "In force from"],
    hash: ["Mã xác nhận của bộ quy tắc", "Code of the rulebook"],
    tabs: ["Nội dung", "What is in it"],
    levels: ["Mức và tiêu chí", "Levels and criteria"],
    procedure: ["Quy trình", "Procedure"],
    opinions: ["Ý kiến, cuộc họp", "Opinions and meetings"],
    forms: ["Biểu mẫu", "Forms"],
    terms: ["Thời hạn", "Terms"],
    readings: ["Cách hiểu", "Readings"],
    forWhom: ["Đối với", "For"],
    everybody: ["Tất cả đối tượng", "Everybody"],
    also: ["Phải đạt mọi tiêu chí của mức dưới nó và các tiêu chí sau:", "All that the level below asks, and:"],
    other: ["Điều khoản khác", "Other clauses"],
    principles: ["Nguyên tắc và tiêu chí chung", "Principles and general criteria"],
    by: ["Người thực hiện", "By whom"],
    after: ["Sau bước", "After"],
    without: ["Nếu chưa làm", "Without it"],
    term: ["Thời hạn", "Term"],
    opinionFrom: ["Ý kiến của", "Opinion of"],
    required: ["bắt buộc", "required"],
    optional: ["khi cần", "where wanted"],
    months: [
        (n: number) => `khi đã làm ở đó từ ${numberText(n)} tháng`,
        (n: number) => `after ${numberText(n)} months there`,
    ],
    blocks: ["Không trả lời thì không làm bước sau", "Unanswered, nothing goes on"],
    goesOn: ["Không trả lời thì vẫn tiếp tục, có ghi lại", "Unanswered, it goes on and is noted"],
    members: ["Thành phần", "Members"],
    chair: ["Chủ trì", "Chair"],
    inWriting: ["Được góp ý bằng văn bản", "May write instead"],
    quorum: [(n: number) => `Có mặt ít nhất ${numberText(n)}%`, (n: number) => `At least ${numberText(n)}% present`],
    constituents: ["có đơn vị cấu thành", "with constituent units"],
    noConstituents: ["không có đơn vị cấu thành", "without constituent units"],
    fields: ["Các mục", "Fields"],
    leaders: ["người giữ chức vụ lãnh đạo", "leaders"],
    none: ["Bộ quy tắc không nêu", "The rulebook says nothing of it"],
    unnamed: ["Chọn một bộ quy tắc", "Choose a rulebook"],
});

export default class RulebookScreen extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly book = new Load(this, () => {
        const rulebook = this.named();
        return rulebook ? get("/v1/rulebooks/{rulebook}", { rulebook }) : undefined;
    });

    private get all(): string[] {
        const of = (this.cycles.body?.data.items ?? []).map((cycle) => cycle.rulebook);
        return [...new Set([...of.reverse(), ...rulebooksInOrder])];
    }
    // Without a name in the path that of the latest cycle.
    private named(): string | undefined {
        return this.inPath("rulebook") || (this.cycles.answer ? this.all[0] : undefined);
    }

    override render(): TemplateResult {
        const shown = this.named() ?? "";
        return html`<h1>${w.title}</h1>
            <div class="filters no-print">
                <label class="field">
                    ${w.which}
                    <select
                        name="rulebook"
                        @change=${(event: Event) => go(`/bo-quy-tac/${(event.target as HTMLSelectElement).value}`)}
                    >
                        ${[...new Set([...(shown ? [shown] : []), ...this.all])].map(
                            (one) =>
                                html`<option value=${one} ?selected=${one === shown}>${rulebookWords(one)}</option>`,
                        )}
                    </select>
                </label>
                ${
                    this.book.body
                        ? choiceField(
                              w.forWhom,
                              "of",
                              (this.book.body.columns ?? []).map((one) => ({
                                  value: one.column,
                                  title: inTongue(one.title),
                              })),
                              w.everybody,
                          )
                        : nothing
                }
            </div>
            ${shown ? this.book.show((body) => this.content(body)) : emptyView(w.unnamed)}`;
    }

    override updated(): void {
        const wanted = this.inQuery("clause");
        const place = wanted ? this.querySelector(`[data-clause="${CSS.escape(wanted)}"]`) : null;
        if (!place || this.found === wanted) return;
        this.found = wanted;
        place.scrollIntoView({ block: "center" });
    }
    private found: string | undefined; // the clause that was gone to

    private content(book: Book): TemplateResult {
        const shown = [
            { key: "levels", title: w.levels },
            { key: "procedure", title: w.procedure },
            { key: "opinions", title: w.opinions },
            { key: "forms", title: w.forms },
            { key: "terms", title: w.terms },
            { key: "readings", title: w.readings },
        ];
        return html`<section class="card accent">
                <h2>${inTongue(book.title)}</h2>
                <dl class="facts">
                    <dt>${w.inForce}</dt>
                    <dd>${dateText(book.inForce)}</dd>
                    <dt>${w.hash}</dt>
                    <dd><code class="hash">${book.hash}</code></dd>
                </dl>
            </section>
            ${tabs(w.tabs, "xem", shown)} ${this.tab(openTab("xem", shown), book)}`;
    }

    private tab(key: string, book: Book): TemplateResult {
        switch (key) {
            case "procedure":
                return this.procedure(book);
            case "opinions":
                return this.opinions(book);
            case "forms":
                return this.forms(book);
            case "terms":
                return this.terms(book);
            case "readings":
                return this.readings(book);
            default:
                return this.levels(book);
        }
    }

    private levels(book: Book): TemplateResult {
        const of = (stage: Clause["stage"]): Clause[] =>
            (book.clauses ?? []).filter((one) => one.stage === stage && isFor(book, one.of));
        // The whole book is long: of the levels one is open, or the one with the clause that was asked for.
        const wanted = this.inQuery("clause");
        const isOpen = (name: Clause["stage"], all: readonly Clause[]): boolean =>
            this.inQuery("of") !== undefined ||
            (wanted ? all.some((one) => one.clause === wanted) : name === "EXCELLENT");
        const stage = (name: NonNullable<Clause["stage"]>, title: unknown, note?: string): unknown => {
            const all = of(name);
            return all.length === 0
                ? nothing
                : html`<details class="card" ?open=${isOpen(name, all)}>
                      <summary>
                          <h2>${title}</h2>
                          <span class="count">${numberText(all.length)}</span>
                      </summary>
                      ${note ? html`<p class="muted">${note}</p>` : nothing}
                      ${all.map((one) => clauseText(book, one))}
                  </details>`;
        };
        const general = (book.principles ?? []).map(
            (one) =>
                html`<h3>${principleWords(one.principle)}</h3>
                    ${clauseView(book, one.clause)}`,
        );
        return html`${stage("ELIGIBILITY", stageWords("ELIGIBILITY"))}
        ${levelsInOrder.map((level) =>
            stage(level, levelBadge(level), level === "EXCELLENT" || level === "GOOD" ? w.also : undefined),
        )}
        ${stage("UNIT_RATED", stageWords("UNIT_RATED"))} ${stage("ABSENCE", stageWords("ABSENCE"))}
        ${stage("UNIT_CAP", stageWords("UNIT_CAP"))} ${stage("BASIS", stageWords("BASIS"))}
        ${
            general.length > 0
                ? html`<section class="card">
                      <h2>${w.principles}</h2>
                      ${general}
                  </section>`
                : nothing
        }
        ${this.others(book)}`;
    }

    // Clauses that no part of the document above shows: discipline, the quota.
    private others(book: Book): TemplateResult | typeof nothing {
        const named = new Set<string>();
        for (const list of [
            book.principles,
            book.procedure,
            book.opinions,
            book.compositions,
            book.forms,
            book.terms,
        ] as const)
            for (const one of list ?? []) named.add(one.clause);
        const left = (book.clauses ?? []).filter((one) => !one.stage && !named.has(one.clause));
        if (left.length === 0) return nothing;
        return html`<section class="card">
            <h2>${w.other}</h2>
            ${left.map((one) => clauseText(book, one))}
        </section>`;
    }

    private people(roles: readonly Role[] | undefined): string {
        return (roles ?? []).map(roleWords).join("; ") || "–";
    }

    private procedure(book: Book): TemplateResult {
        const all = (book.procedure ?? []).filter((one) => isFor(book, one.of));
        if (all.length === 0) return emptyView(w.none);
        return html`<ol class="plain-list">
            ${all.map((one) => {
                const terms = (book.terms ?? []).filter((term) => term.step === one.step && isFor(book, term.of));
                return html`<li class="card">
                    <h2>${stepWords(one.step)}</h2>
                    <p class="muted">${whomText(book, one.of, one.positions)}</p>
                    <dl class="facts">
                        <dt>${w.by}</dt>
                        <dd>${this.people(one.by)}</dd>
                        ${
                            one.after?.length
                                ? html`<dt>${w.after}</dt>
                                      <dd>${one.after.map(stepWords).join("; ")}</dd>`
                                : nothing
                        }
                        ${terms.map(
                            (term) =>
                                html`<dt>${w.term}</dt>
                                    <dd>${termText(term)}</dd>`,
                        )}
                        <dt>${w.without}</dt>
                        <dd>${inTongue(one.without)}</dd>
                    </dl>
                    ${clauseView(book, one.clause)}
                </li>`;
            })}
        </ol>`;
    }

    private opinions(book: Book): TemplateResult {
        const opinions = (book.opinions ?? []).filter((one) => isFor(book, one.of));
        const meetings = (book.compositions ?? []).filter((one) => isFor(book, one.of));
        return html`${opinions.map(
            (one) =>
                html`<section class="card">
                    <h2>
                        ${w.opinionFrom} ${opinionWords(one.from)}
                        <span class="tag ${one.required ? "info" : "plain"}"
                            >${one.required ? w.required : w.optional}</span
                        >
                    </h2>
                    <p class="muted">${whomText(book, one.of, one.positions)}</p>
                    <p>
                        ${one.months ? `${w.months(one.months)}. ` : nothing}${
                            one.unanswered === "BLOCKS" ? w.blocks : w.goesOn
                        }
                    </p>
                    ${clauseView(book, one.clause)}
                </section>`,
        )}
        ${meetings.map(
            (one) =>
                html`<section class="card">
                    <h2>${stepWords(one.step)}: ${w.members}</h2>
                    <p class="muted">
                        ${whomText(book, one.of, one.positions)}${
                            one.constituentUnits === undefined
                                ? nothing
                                : ` · ${one.constituentUnits ? w.constituents : w.noConstituents}`
                        }
                    </p>
                    <dl class="facts">
                        <dt>${w.members}</dt>
                        <dd>${this.people(one.members)}</dd>
                        ${
                            one.chair?.length
                                ? html`<dt>${w.chair}</dt>
                                      <dd>${this.people(one.chair)}</dd>`
                                : nothing
                        }
                        ${
                            one.inWriting?.length
                                ? html`<dt>${w.inWriting}</dt>
                                      <dd>${this.people(one.inWriting)}</dd>`
                                : nothing
                        }
                    </dl>
                    ${one.quorumPercent ? html`<p>${w.quorum(one.quorumPercent)}</p>` : nothing}
                    ${clauseView(book, one.clause)}
                </section>`,
        )}`;
    }

    private forms(book: Book): TemplateResult {
        const all = (book.forms ?? []).filter((one) => isFor(book, one.of));
        if (all.length === 0) return emptyView(w.none);
        return html`${all.map(
            (one) =>
                html`<section class="card">
                    <h2>${inTongue(one.title)}</h2>
                    <p class="muted">${stepWords(one.step)} · ${whomText(book, one.of)}</p>
                    <h3>${w.fields}</h3>
                    <ol>
                        ${one.fields?.map(
                            (field) =>
                                html`<li>
                                    ${inTongue(field.title)}${
                                        field.leaders ? html` <small class="muted">(${w.leaders})</small>` : nothing
                                    }
                                </li>`,
                        )}
                    </ol>
                    ${clauseView(book, one.clause)}
                </section>`,
        )}`;
    }

    private terms(book: Book): TemplateResult {
        const all = (book.terms ?? []).filter((one) => isFor(book, one.of));
        if (all.length === 0) return emptyView(w.none);
        return html`${all.map(
            (one) =>
                html`<section class="card">
                    <h2>${termWords(one.term)}</h2>
                    <p><b>${termText(one)}</b> <span class="muted">${whomText(book, one.of)}</span></p>
                    ${clauseView(book, one.clause)}
                </section>`,
        )}`;
    }

    private readings(book: Book): TemplateResult {
        if (!book.readings?.length) return emptyView(w.none);
        return html`<section class="card">
            <dl class="facts">
                ${book.readings.map(
                    (one) =>
                        html`<dt class="code">${one.reading}</dt>
                            <dd>${inTongue(one.text)}</dd>`,
                )}
            </dl>
        </section>`;
    }
}
