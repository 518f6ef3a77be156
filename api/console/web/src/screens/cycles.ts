// Cycles: their terms and extensions, and opening, extending, closing and reopening them.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct, type Acting, type Field } from "../parts/acting.js";
import { byView } from "../parts/badges.js";
import { cyclesQuestion } from "../parts/cycles.js";
import "../parts/documents.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { tabs, type Tab } from "../parts/tabs.js";
import { Screen } from "../screen.js";
import { holds, session } from "../session.js";
import { dateText, numberText } from "../words/format.js";
import { rulebooksInOrder, rulebookWords } from "../words/rulebook.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Kỳ đánh giá, xếp loại", "Cycles"],
    none: ["Chưa mở kỳ nào", "No cycle has been opened yet"],
    which: ["Kỳ", "Cycle"],
    open: ["Mở kỳ mới", "Open a cycle"],
    extend: ["Gia hạn", "Extend a term"],
    close: ["Đóng kỳ", "Close the cycle"],
    reopen: ["Mở lại kỳ", "Reopen the cycle"],
    dossiers: ["Mở hồ sơ cho cơ quan", "Open dossiers of an agency"],
    isOpen: ["Đang mở", "Open"],
    isClosed: ["Đã đóng", "Closed"],
    isReopened: ["Mở lại", "Reopened"],
    rulebook: ["Bộ quy định", "Rulebook"],
    document: ["Văn bản (mã)", "Document (code)"],
    basis: ["Căn cứ", "Basis"],
    scope: ["Phạm vi", "Scope"],
    selfTerm: ["Hạn nộp phiếu tự đánh giá", "Self-assessments are due"],
    fileTerm: ["Hạn gửi hồ sơ", "Files are due"],
    noticeTerm: ["Thời hạn thông báo (quy định nội bộ)", "Notices (internal rule)"],
    planTerm: ["Thời hạn lập kế hoạch khắc phục (quy định nội bộ)", "Remediation plans (internal rule)"],
    days: [(n: number) => `${numberText(n)} ngày làm việc`, (n: number) => `${numberText(n)} working days`],
    before: [(day: string) => `trước ngày ${day}`, (day: string) => `before ${day}`],
    until: [(day: string) => `hết ngày ${day}`, (day: string) => `until the end of ${day}`],
    groups: ["Nhóm có nhiệm vụ tương đồng", "Comparable groups"],
    members: [
        (n: number) => `${numberText(n)} người`,
        (n: number) => (n === 1 ? "1 person" : `${numberText(n)} people`),
    ],
    extensions: ["Gia hạn", "Extensions"],
    forAll: ["tất cả", "everybody"],
    closings: ["Đóng, mở lại", "Closings"],
    year: ["Năm", "Year"],
    name: ["Tên kỳ", "Title"],
    scopeHint: ["Mã các đơn vị, cách nhau bằng dấu phẩy", "Codes of units, with commas between"],
    day: ["Ngày", "Date"],
    inclusive: ["Tính cả ngày này", "This day included"],
    term: ["Thời hạn", "Term"],
    forUnit: ["Riêng cho đơn vị (mã)", "For one unit (code)"],
    reason: ["Lý do", "Reason"],
    leave: ["Đóng cả khi còn hồ sơ chưa xong", "Close although dossiers are unfinished"],
    agency: ["Mã cơ quan", "Agency's code"],
    persons: ["Mã người", "Codes of people"],
    personsHint: ["Để trống: mọi người do cơ quan quản lý", "Left empty: everybody managed by the agency"],
    done: ["Đã ghi nhận", "Recorded"],
});

type Cycle = AnswerOf<"/v1/cycles/{cycle}">["data"];
const listed = (text: string | undefined): string[] => (text ?? "").split(/[\s,;]+/).filter((one) => one !== "");

export default class CyclesScreen extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly cycle = new Load(this, () => {
        const cycle = this.shown();
        return cycle ? get("/v1/cycles/{cycle}", { cycle }, { known_as_of: this.inQuery("known_as_of") }) : undefined;
    });

    // Newest first.
    private all(): Schemas["CycleOpened"][] {
        return [...(this.cycles.body?.data.items ?? [])].sort((a, b) => b.year - a.year);
    }

    private shown(): string | undefined {
        return this.inQuery("cycle") ?? this.all()[0]?.cycle;
    }

    private do(acting: Acting): void {
        void askAndAct(acting).then((done) => {
            if (!done) return;
            void this.cycles.again();
            void this.cycle.again();
        });
    }

    override render(): TemplateResult {
        const all = this.all();
        const tabsOf: Tab[] = all.map((one) => ({ key: one.cycle, title: String(one.year) }));
        return html`<div class="head">
                <h1>${w.title}</h1>
                ${
                    holds("OPEN_CYCLE")
                        ? html`<p class="actions">
                              <button type="button" @click=${() => this.do(this.opening())}>${w.open}</button>
                          </p>`
                        : nothing
                }
            </div>
            ${this.cycles.show(() => {
                if (all.length === 0) return emptyView(w.none, undefined, "clock");
                return all.length > 1 ? tabs(w.which, "cycle", tabsOf) : nothing;
            })}
            ${this.cycle.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private termText(term: Schemas["Deadline"]): string {
        return term.inclusive ? w.until(dateText(term.date)) : w.before(dateText(term.date));
    }

    private content({ cycle, closed }: Cycle): TemplateResult {
        const { opened, extensions = [], closings = [], groups = [] } = cycle;
        return html`<section class="card accent">
                <div class="card-title">
                    <h2>${opened.title}</h2>
                    <span class="tag ${closed ? "plain" : "good"}">${closed ? w.isClosed : w.isOpen}</span>
                </div>
                <dl class="facts">
                    <dt>${w.basis}</dt>
                    <dd class="code">${opened.document}</dd>
                    <dt>${w.rulebook}</dt>
                    <dd><a href="/bo-quy-tac/${opened.rulebook}">${rulebookWords(opened.rulebook)}</a></dd>
                    <dt>${w.scope}</dt>
                    <dd class="code">${opened.scope?.join(", ")}</dd>
                    ${
                        opened.selfAssessment
                            ? html`<dt>${w.selfTerm}</dt>
                                  <dd>${this.termText(opened.selfAssessment)}</dd>`
                            : nothing
                    }
                    <dt>${w.fileTerm}</dt>
                    <dd>${this.termText(opened.submission)}</dd>
                    <dt>${w.noticeTerm}</dt>
                    <dd>${w.days(opened.noticeWorkingDays)}</dd>
                    <dt>${w.planTerm}</dt>
                    <dd>${w.days(opened.remediationWorkingDays)}</dd>
                </dl>
                ${
                    holds("OPEN_CYCLE") && this.inQuery("known_as_of") === undefined
                        ? this.buttons(opened.cycle, closed)
                        : nothing
                }
            </section>
            ${
                extensions.length > 0
                    ? html`<section class="card">
                          <h2>${w.extensions}</h2>
                          ${extensions.map(
                              ({ by, event }) =>
                                  html`<div class="inset">
                                      <p>
                                          <b>${event.term === "SUBMISSION" ? w.fileTerm : w.selfTerm}</b>
                                          (${event.forUnit ?? w.forAll}): ${this.termText(event.until)}
                                      </p>
                                      <p>${event.reason} <span class="code">${event.document}</span></p>
                                      <p class="muted">${byView(by)}</p>
                                  </div>`,
                          )}
                      </section>`
                    : nothing
            }
            ${
                closings.length > 0
                    ? html`<section class="card">
                          <h2>${w.closings}</h2>
                          ${closings.map((one) => this.closing(one))}
                      </section>`
                    : nothing
            }
            ${
                groups.length > 0
                    ? html`<section class="card">
                          <details>
                              <summary>${w.groups} (${numberText(groups.length)})</summary>
                              <ul class="plain-list">
                                  ${groups.map(
                                      (group) =>
                                          html`<li>
                                              <span class="code">${group.agency}</span> ${group.name}:
                                              ${w.members(group.members?.length ?? 0)}
                                          </li>`,
                                  )}
                              </ul>
                          </details>
                      </section>`
                    : nothing
            }`;
    }

    private closing(one: Schemas["CycleClosing"]): TemplateResult {
        return html`<div class="inset">
            <p><b>${w.isClosed}</b> <span class="code">${one.closed.event.document}</span></p>
            <p class="muted">${byView(one.closed.by)}</p>
            ${
                one.reopened
                    ? html`<p>
                              <b>${w.isReopened}</b>: ${one.reopened.event.reason}
                              <span class="code">${one.reopened.event.document}</span>
                          </p>
                          <p class="muted">${byView(one.reopened.by)}</p>`
                    : nothing
            }
        </div>`;
    }

    private buttons(cycle: string, closed: boolean): TemplateResult {
        return html`<p class="actions">
            ${
                closed
                    ? html`<button type="button" class="danger" @click=${() => this.do(this.reopening(cycle))}>
                          ${w.reopen}
                      </button>`
                    : html`<button type="button" @click=${() => this.do(this.openingDossiers(cycle))}>
                              ${w.dossiers}
                          </button>
                          <button type="button" class="quiet" @click=${() => this.do(this.extending(cycle))}>
                              ${w.extend}
                          </button>
                          <button type="button" class="danger" @click=${() => this.do(this.closingCycle(cycle))}>
                              ${w.close}
                          </button>`
            }
        </p>`;
    }

    private readonly letter: Field = { name: "document", label: w.document, kind: "document", of: "LETTER" };

    private opening(): Acting {
        const year = Number(session().today.slice(0, 4));
        return {
            title: w.open,
            wide: true,
            fields: [
                { name: "year", label: w.year, kind: "number", value: String(year) },
                { name: "title", label: w.name, value: `Kỳ đánh giá, xếp loại năm ${year}` },
                this.letter,
                {
                    name: "rulebook",
                    label: w.rulebook,
                    kind: "choice",
                    value: this.all()[0]?.rulebook ?? "",
                    choices: rulebooksInOrder.map((value) => ({ value, title: rulebookWords(value) })),
                },
                { name: "scope", label: w.scope, hint: w.scopeHint, value: this.all()[0]?.scope?.join(", ") ?? "" },
                { name: "self", label: w.selfTerm, kind: "date", optional: true },
                { name: "files", label: w.fileTerm, kind: "date" },
                { name: "notice", label: w.noticeTerm, kind: "number", least: 1, value: "5" },
                { name: "plans", label: w.planTerm, kind: "number", least: 1, value: "10" },
            ],
            button: w.open,
            send: (
                { year: of = "", title = "", document = "", rulebook = "", scope, self, files = "", notice, plans },
                key,
            ) =>
                act(
                    "/v1/cycles",
                    {},
                    {
                        cycle: of,
                        year: Number(of),
                        title,
                        document,
                        rulebook,
                        scope: listed(scope),
                        submission: { date: files, inclusive: true },
                        ...(self ? { selfAssessment: { date: self, inclusive: true } } : {}),
                        noticeWorkingDays: Number(notice),
                        remediationWorkingDays: Number(plans),
                    },
                    { key },
                ),
            done: w.done,
        };
    }

    private extending(cycle: string): Acting {
        return {
            title: w.extend,
            fields: [
                {
                    name: "term",
                    label: w.term,
                    kind: "choice",
                    value: "SUBMISSION",
                    choices: [
                        { value: "SUBMISSION", title: w.fileTerm },
                        { value: "SELF_ASSESSMENT", title: w.selfTerm },
                    ],
                },
                { name: "forUnit", label: w.forUnit, optional: true },
                { name: "until", label: w.day, kind: "date", hint: w.inclusive },
                this.letter,
                { name: "reason", label: w.reason, kind: "area" },
            ],
            button: w.extend,
            send: ({ term, forUnit, until = "", document = "", reason = "" }, key) =>
                act(
                    "/v1/cycles/{cycle}/extensions",
                    { cycle },
                    {
                        term: term as "SUBMISSION" | "SELF_ASSESSMENT",
                        until: { date: until, inclusive: true },
                        document,
                        reason,
                        ...(forUnit ? { forUnit } : {}),
                    },
                    { key },
                ),
            done: w.done,
        };
    }

    private closingCycle(cycle: string): Acting {
        return {
            title: w.close,
            fields: [
                this.letter,
                { name: "leave", label: w.leave, kind: "yes", optional: true },
                { name: "reason", label: w.reason, kind: "area", optional: true },
            ],
            button: w.close,
            danger: true,
            send: ({ document = "", leave, reason }, key) =>
                act(
                    "/v1/cycles/{cycle}/closing",
                    { cycle },
                    { document, leaveUnfinished: leave === "yes", ...(reason ? { reason } : {}) },
                    { key },
                ),
            done: w.done,
        };
    }

    private reopening(cycle: string): Acting {
        return {
            title: w.reopen,
            fields: [this.letter, { name: "reason", label: w.reason, kind: "area" }],
            button: w.reopen,
            danger: true,
            send: ({ document = "", reason = "" }, key) =>
                act("/v1/cycles/{cycle}/reopening", { cycle }, { document, reason }, { key }),
            done: w.done,
        };
    }

    private openingDossiers(cycle: string): Acting {
        return {
            title: w.dossiers,
            fields: [
                { name: "agency", label: w.agency },
                { name: "persons", label: w.persons, kind: "area", hint: w.personsHint, optional: true },
            ],
            button: w.dossiers,
            send: ({ agency = "", persons }, key) =>
                act(
                    "/v1/cycles/{cycle}/dossiers",
                    { cycle },
                    { agency, ...(persons ? { persons: listed(persons) } : {}) },
                    { key },
                ),
            done: w.done,
        };
    }
}
