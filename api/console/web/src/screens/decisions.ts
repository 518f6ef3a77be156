// Proposals, decisions and notices of an agency, one by one or as a list. A list is decided after each of its dossiers
// was opened: what was opened is known to the access ledger, and to this page while it is open.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct } from "../parts/acting.js";
import { dateView, levelBadge, outcomeOf, personView, statusBadge, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import "../parts/documents.js";
import { groundsView } from "../parts/grounds.js";
import { icon } from "../parts/icons.js";
import { openDialog } from "../parts/overlays.js";
import { Paged } from "../parts/paged.js";
import { recordLine } from "../parts/record.js";
import { searchField } from "../parts/search.js";
import { emptyView, offlineView, problemView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { unitField, unitShown } from "../parts/units.js";
import { Screen } from "../screen.js";
import { holds, session } from "../session.js";
import { numberText } from "../words/format.js";
import { inLanguage, levelWords, levelsInOrder, type Level } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Thẩm định, kết luận và thông báo", "Proposals, decisions and notices"],
    about: [
        "Mở từng hồ sơ để xem căn cứ trước khi kết luận theo danh sách.",
        "Open each dossier and see its grounds before a list is decided.",
    ],
    propose: ["Chờ thẩm định, đề xuất", "To be proposed"],
    decide: ["Chờ kết luận", "To be decided"],
    notify: ["Chờ thông báo", "To be notified"],
    notified: ["Đã thông báo", "Notified"],
    which: ["Bước", "Step"],
    noUnit: ["Nhập mã cơ quan để xem", "Type the code of an agency"],
    none: ["Không còn hồ sơ nào ở bước này", "No dossier is left at this step"],
    name: ["Họ và tên", "Name"],
    unit: ["Đơn vị", "Unit"],
    self: ["Tự xếp loại", "Self"],
    proposed: ["Đề xuất", "Proposed"],
    decided: ["Kết luận", "Decided"],
    status: ["Trạng thái", "Status"],
    grounds: ["Xem căn cứ", "Show grounds"],
    opened: ["đã mở", "opened"],
    acts: ["Việc", "To do"],
    proposeOne: ["Đề xuất mức", "Propose a level"],
    decideList: [
        (n: number) => `Kết luận ${numberText(n)} hồ sơ`,
        (n: number) => (n === 1 ? "Decide 1 dossier" : `Decide ${numberText(n)} dossiers`),
    ],
    notifyList: [
        (n: number) => `Ban hành thông báo cho ${numberText(n)} người`,
        (n: number) => (n === 1 ? "Issue 1 notice" : `Issue ${numberText(n)} notices`),
    ],
    unopened: [
        (n: number) => `Còn ${numberText(n)} hồ sơ trong danh sách chưa mở`,
        (n: number) => `${numberText(n)} of the list are not opened yet`,
    ],
    openFirst: ["Mở hồ sơ tiếp theo trong danh sách", "Open the next of the list"],
    levelOf: ["Mức kết luận", "Level"],
    reasonOf: ["Lý do (khi khác mức đề xuất)", "Reason (where it differs from the proposal)"],
    asProposed: [(level: string) => `Theo đề xuất: ${level}`, (level: string) => `As proposed: ${level}`],
    document: ["Quyết định kèm danh sách (mã)", "Decision with annex list (code)"],
    decideAbout: [
        "Sau khi kết luận, mức của từng người được ghi cùng tiêu chí, số liệu và phiên bản quy định đã dùng.",
        "Each level is recorded with the criteria, the figures and the version of the rules used.",
    ],
    done: ["Đã ghi nhận", "Recorded"],
    level: ["Mức đề xuất", "Proposed level"],
    reason: ["Lý do", "Reason"],
    synthesis: ["Tổng hợp ý kiến", "Synthesis of the opinions"],
    noticeDocument: ["Văn bản thông báo (mã)", "Notice (code)"],
    dated: ["Ngày thông báo", "Dated"],
    noticed: ["Thông báo", "Notice"],
    after: [
        (n: number) => `sau ${numberText(n)} ngày làm việc`,
        (n: number) => `${numberText(n)} working days later`,
    ],
    past: [
        (n: number) => `quá ${numberText(n)} ngày làm việc (quy định nội bộ)`,
        (n: number) => `past ${numberText(n)} working days (internal rule)`,
    ],
    until: ["hạn đến hết ngày", "due by"],
    received: ["Đã nhận", "Received"],
    notReceived: ["chưa xác nhận", "not acknowledged"],
    whole: ["Mở toàn bộ hồ sơ", "Open the whole dossier"],
    next: ["Đã xem, đóng", "Seen, close"],
});

type Line = Schemas["DossierLine"];
type Dossiers = AnswerOf<"/v1/dossiers">;
type Notices = AnswerOf<"/v1/notices">;
type Notice = NonNullable<Notices["data"]["items"]>[number];

const steps = [
    { key: "PROPOSED", power: "DECIDE", title: (): string => w.decide },
    { key: "MINUTES_ADOPTED", power: "PROPOSE", title: (): string => w.propose },
    { key: "DECIDED", power: "DECIDE", title: (): string => w.notify },
    { key: "NOTIFIED", power: "DECIDE", title: (): string => w.notified },
] as const;
type Step = (typeof steps)[number]["key"];

export default class Decisions extends Screen {
    private chosen: ReadonlySet<string> = new Set();
    private readonly opened = new Set<string>();
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly dossiers = new Paged<Dossiers, Line>(
        this,
        () => {
            const cycle = cycleShown();
            const agency = unitShown();
            return cycle && agency && this.step() !== "NOTIFIED"
                ? get(
                      "/v1/dossiers",
                      {},
                      { cycle, agency, status: this.step(), search: this.inQuery("search"), limit: 200 },
                  )
                : undefined;
        },
        (body) => body.data.items,
    );

    private readonly notices = new Paged<Notices, Notice>(
        this,
        () => {
            const cycle = cycleShown();
            const agency = unitShown();
            return cycle && agency && this.step() === "NOTIFIED"
                ? get("/v1/notices", {}, { cycle, agency, limit: 200 })
                : undefined;
        },
        (body) => body.data.items,
    );

    private tabs(): Tab[] {
        const of = steps.filter((step) => step.key !== "MINUTES_ADOPTED" || holds("PROPOSE") || !holds("DECIDE"));
        const sorted = holds("DECIDE") ? of : [...of].sort((a) => (a.power === "PROPOSE" ? -1 : 1));
        return sorted.map((step) => ({ key: step.key, title: step.title() }));
    }

    private step(): Step {
        return openTab("which", this.tabs()) as Step;
    }

    override render(): TemplateResult {
        return html`<div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
            </div>
            <div class="filters">${searchField()} ${unitField()} ${cycleField(this.cycles.body)}</div>
            ${tabs(w.which, "which", this.tabs())} ${unitShown() ? nothing : emptyView(w.noUnit, undefined, "search")}
            ${this.dossiers.first.show((body) => html`${this.list(body)} ${recordLine(body.asOf)}`)}
            ${this.notices.first.show((body) => html`${this.noticed(body)} ${recordLine(body.asOf)}`)}`;
    }

    // How long each notice took, and whether it reached its reader.
    private noticed(body: Notices): TemplateResult {
        const columns: Column<Notice>[] = [
            {
                title: w.name,
                main: true,
                cell: ({ notice }) => personView(notice.person, `/ho-so/${notice.dossier}`),
            },
            { title: w.unit, cell: ({ notice }) => unitView(notice.unit) },
            {
                title: w.decided,
                cell: ({ notice }) =>
                    html`${dateView(notice.decidedOn)}<br /><small class="muted">${notice.decision.number}</small>`,
            },
            {
                title: w.noticed,
                cell: ({ notice, workingDays, term, pastInternalPeriod }) =>
                    notice.noticeDated
                        ? html`${dateView(notice.noticeDated)}<br />
                              <small class="muted"
                                  >${notice.notice?.number} ·
                                  ${workingDays === undefined ? "" : w.after(workingDays)}</small
                              >
                              ${
                                  pastInternalPeriod && term
                                      ? html`<br /><span class="tag warn">${w.past(term.days)}</span>`
                                      : nothing
                              }`
                        : term
                          ? html`<small class="muted">${w.until} ${dateView(term.last)}</small>`
                          : "–",
            },
            {
                title: w.received,
                cell: ({ notice }) =>
                    notice.receivedOn
                        ? dateView(notice.receivedOn)
                        : html`<span class="tag plain">${w.notReceived}</span>`,
            },
        ];
        return table({
            label: w.notified,
            columns,
            rows: this.notices.rows(body),
            key: ({ notice }) => notice.dossier,
            total: body.data.total,
            more: this.notices.more,
            empty: emptyView(w.none),
        });
    }

    private list(body: Dossiers): TemplateResult {
        const step = this.step();
        const rows = this.dossiers.rows(body);
        const selects = (step === "PROPOSED" || step === "DECIDED") && holds("DECIDE");
        const columns: Column<Line>[] = [
            { title: w.name, main: true, cell: (line) => personView(line, `/ho-so/${line.dossier}`) },
            { title: w.unit, cell: (line) => html`${unitView(line.unit)}<small class="muted">${line.post}</small>` },
            { title: w.self, cell: (line) => (line.selfLevel ? levelBadge(line.selfLevel, true) : "–") },
            { title: w.proposed, cell: (line) => (line.proposedLevel ? levelBadge(line.proposedLevel, true) : "–") },
            ...(step === "DECIDED"
                ? [{ title: w.decided, cell: (line: Line) => levelBadge(outcomeOf(line), true) }]
                : [{ title: w.status, cell: (line: Line) => statusBadge(line.status) }]),
            {
                title: w.acts,
                cell: (line) =>
                    html`<span class="actions">
                        <button type="button" class="small quiet" @click=${() => void this.look(line)}>
                            ${this.opened.has(line.dossier) ? icon("check") : nothing}${w.grounds}${
                                this.opened.has(line.dossier) ? html` <small>(${w.opened})</small>` : nothing
                            }
                        </button>
                        ${
                            step === "MINUTES_ADOPTED" && holds("PROPOSE")
                                ? html`<button type="button" class="small" @click=${() => void this.propose(line)}>
                                      ${w.proposeOne}
                                  </button>`
                                : nothing
                        }
                    </span>`,
            },
        ];
        return html`${table({
            label: w.title,
            columns,
            rows,
            key: (line) => line.dossier,
            name: (line) => line.name,
            ...(selects ? { selected: this.chosen } : {}),
            onSelection: (selected) => {
                this.chosen = selected;
                this.requestUpdate();
            },
            total: body.data.total,
            more: this.dossiers.more,
            empty: emptyView(w.none),
        })}
        ${selects && rows.length > 0 ? this.acts(step, rows) : nothing}`;
    }

    private acts(step: Step, rows: readonly Line[]): TemplateResult {
        const list = rows.filter((line) => this.chosen.has(line.dossier));
        if (step === "DECIDED")
            return html`<p class="actions">
                <button type="button" ?disabled=${list.length === 0} @click=${() => void this.notify(list)}>
                    ${w.notifyList(list.length)}
                </button>
            </p>`;
        const unopened = list.filter((line) => !this.opened.has(line.dossier));
        const first = unopened[0];
        return html`<p class="actions">
            <button
                type="button"
                ?disabled=${list.length === 0 || unopened.length > 0}
                @click=${() => void this.decide(list)}
            >
                ${w.decideList(list.length)}
            </button>
            ${
                first
                    ? html`<span class="tag warn">${w.unopened(unopened.length)}</span>
                          <button type="button" class="quiet" @click=${() => void this.look(first)}>
                              ${w.openFirst}
                          </button>`
                    : nothing
            }
        </p>`;
    }

    // Opening is a reading of the dossier like any other: the access ledger has it.
    private async look(line: Line): Promise<void> {
        const answer = await ask(
            get("/v1/dossiers/{dossier}", { dossier: line.dossier }, {}, this.inQuery("purpose")),
        );
        await openDialog(
            line.name,
            (close) =>
                answer.kind === "ready"
                    ? html`${groundsView(answer.body.data)}
                          <p class="actions">
                              <button type="button" @click=${() => close()}>${w.next}</button>
                              <a class="button quiet" href="/ho-so/${line.dossier}" @click=${() => close()}
                                  >${icon("document")}${w.whole}</a
                              >
                          </p>`
                    : answer.kind === "refused"
                      ? problemView(answer.problem)
                      : offlineView(),
            true,
        );
        if (answer.kind === "ready") this.opened.add(line.dossier);
        this.requestUpdate();
    }

    private readonly again = (done: boolean): void => {
        if (!done) return;
        this.chosen = new Set();
        void this.dossiers.first.again();
    };

    private async propose(line: Line): Promise<void> {
        const [dossier, allowed] = await Promise.all([
            ask(get("/v1/dossiers/{dossier}", { dossier: line.dossier })),
            ask(get("/v1/dossiers/{dossier}/allowed-actions", { dossier: line.dossier })),
        ]);
        if (dossier.kind !== "ready") return;
        const act_ =
            allowed.kind === "ready"
                ? allowed.body.data.actions?.find((one) => one.action === "propose-level")
                : undefined;
        const meeting = dossier.body.data.meetings?.findLast((one) => one.adopted)?.meeting;
        const levels = levelsInOrder.map((value) => {
            const obstacle = act_?.levels?.find((one) => one.level === value && !one.allowed)?.obstacle;
            return {
                value,
                title: obstacle ? `${levelWords(value)} – ${inLanguage(obstacle, "title")}` : levelWords(value),
            };
        });
        const revision = allowed.kind === "ready" ? allowed.body.data.revision : line.revision;
        await askAndAct({
            title: w.proposeOne,
            about: html`${personView(line)} ${groundsView(dossier.body.data)}`,
            fields: [
                { name: "level", label: w.level, kind: "choice", choices: levels },
                { name: "reason", label: w.reason, kind: "area", optional: true },
                { name: "synthesis", label: w.synthesis, kind: "area", optional: true },
            ],
            button: w.proposeOne,
            wide: true,
            revision,
            send: ({ level, reason, synthesis }, key, seen) =>
                act(
                    "/v1/dossiers/{dossier}/proposal",
                    { dossier: line.dossier },
                    {
                        level: level as Level,
                        ...(reason ? { reason } : {}),
                        ...(synthesis ? { synthesis } : {}),
                        ...(meeting ? { meeting } : {}),
                    },
                    { key, ifMatch: seen ?? revision },
                ),
            done: w.done,
        }).then(this.again);
    }

    private async decide(list: readonly Line[]): Promise<void> {
        const one = list.length === 1 ? list[0] : undefined;
        const asProposed = one?.proposedLevel ? w.asProposed(levelWords(one.proposedLevel)) : "";
        await askAndAct({
            title: w.decideList(list.length),
            about: html`<p class="muted">${w.decideAbout}</p>
                <ul>
                    ${list.map((line) => html`<li>${personView(line)} ${levelBadge(line.proposedLevel, true)}</li>`)}
                </ul>`,
            fields: [
                ...(one
                    ? [
                          {
                              name: "level",
                              label: w.levelOf,
                              kind: "choice" as const,
                              value: one.proposedLevel ?? "",
                              choices: levelsInOrder.map((value) => ({
                                  value,
                                  title: value === one.proposedLevel ? asProposed : levelWords(value),
                              })),
                          },
                          { name: "reason", label: w.reasonOf, kind: "area" as const, optional: true },
                      ]
                    : []),
                { name: "document", label: w.document, kind: "document", of: "DECISION" },
            ],
            button: w.decideList(list.length),
            wide: true,
            send: async ({ level, reason, document = "" }, key) => {
                const meetings = await Promise.all(
                    list.map((line) => ask(get("/v1/dossiers/{dossier}", { dossier: line.dossier }))),
                );
                const lines = list.map((line, index) => {
                    const answer = meetings[index];
                    const meeting =
                        answer?.kind === "ready"
                            ? answer.body.data.meetings?.findLast((held) => held.adopted)?.meeting
                            : undefined;
                    const decided = one ? (level as Level) : line.proposedLevel;
                    return {
                        dossier: line.dossier,
                        ...(decided ? { level: decided } : {}),
                        ...(reason ? { reason } : {}),
                        ...(meeting ? { meeting } : {}),
                    };
                });
                const known = await ask(get("/v1/documents/{document}", { document }));
                if (known.kind !== "ready") return known;
                return act(
                    "/v1/decisions",
                    {},
                    { lines, document },
                    { key, ifMatch: parseInt((known.etag ?? '"1').slice(1), 10) },
                );
            },
            done: w.done,
        }).then(this.again);
    }

    private async notify(list: readonly Line[]): Promise<void> {
        await askAndAct({
            title: w.notifyList(list.length),
            about: html`<ul>
                ${list.map((line) => html`<li>${personView(line)} ${levelBadge(outcomeOf(line), true)}</li>`)}
            </ul>`,
            fields: [
                { name: "document", label: w.noticeDocument, kind: "document", of: "NOTICE" },
                { name: "dated", label: w.dated, kind: "date", value: session().today },
            ],
            button: w.notifyList(list.length),
            send: ({ document = "", dated = "" }, key) =>
                act("/v1/notices", {}, { dossiers: list.map((line) => line.dossier), document, dated }, { key }),
            done: w.done,
        }).then(this.again);
    }
}
