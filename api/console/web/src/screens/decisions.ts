// Proposals, decisions and notices of an agency, one by one or as a list. A list is decided after each of its dossiers
// was opened: what was opened is known to the access ledger, and to this page while it is open.
import { html, nothing, type TemplateResult } from "lit";
import { ask, get, type AnswerOf, type Schemas } from "../api/client.js";
import { actWords, decide, notify, propose } from "../decisions/acts.js";
import { noticesTable, type Notice, type Notices } from "../decisions/notices.js";
import { Load } from "../load.js";
import { levelBadge, outcomeOf, personView, statusBadge, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
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
import { holds } from "../session.js";
import { numberText } from "../words/format.js";
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
    unopened: [
        (n: number) => `Còn ${numberText(n)} hồ sơ trong danh sách chưa mở`,
        (n: number) => `${numberText(n)} of the list are not opened yet`,
    ],
    openFirst: ["Mở hồ sơ tiếp theo trong danh sách", "Open the next of the list"],
    whole: ["Mở toàn bộ hồ sơ", "Open the whole dossier"],
    next: ["Đã xem, đóng", "Seen, close"],
});

type Line = Schemas["DossierLine"];
type Dossiers = AnswerOf<"/v1/dossiers">;

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
            ${this.notices.first.show(
                (body) =>
                    html`${noticesTable(body, this.notices.rows(body), this.notices.more)} ${recordLine(body.asOf)}`,
            )}`;
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
                                ? html`<button type="button" class="small" @click=${() => void propose(line).then(this.again)}>
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
                <button type="button" ?disabled=${list.length === 0} @click=${() => void notify(list).then(this.again)}>
                    ${actWords.notifyList(list.length)}
                </button>
            </p>`;
        const unopened = list.filter((line) => !this.opened.has(line.dossier));
        const first = unopened[0];
        return html`<p class="actions">
            <button
                type="button"
                ?disabled=${list.length === 0 || unopened.length > 0}
                @click=${() => void decide(list).then(this.again)}
            >
                ${actWords.decideList(list.length)}
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
}
