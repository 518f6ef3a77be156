// The desk of petitions and complaints: what is open, until when it is to be answered, who resolves it.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, personView, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import { effectsTable } from "../parts/effects.js";
import { recordLine } from "../parts/record.js";
import { asOfField, searchField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { unitField, unitShown } from "../parts/units.js";
import { Screen } from "../screen.js";
import { folded, numberText } from "../words/format.js";
import { objectionWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Kiến nghị, khiếu nại", "Petitions and complaints"],
    about: [
        "Pháp luật không quy định thời hạn trả lời kiến nghị về xếp loại; thời hạn dưới đây là quy định nội bộ.",
        "The law sets no term for answering a petition about a rating; the terms below are internal rules.",
    ],
    total: ["Đã gửi", "Filed"],
    open: ["Chưa giải quyết", "Open"],
    overdue: ["Quá hạn trả lời", "Overdue"],
    late: ["Gửi sau thời hạn", "Filed late"],
    upheld: ["Được chấp nhận", "Upheld"],
    same: ["Người giải quyết đã kết luận mức", "Resolved by who had decided"],
    all: ["Tất cả", "All"],
    which: ["Tình trạng", "State"],
    person: ["Người kiến nghị", "Filed by"],
    unit: ["Đơn vị", "Unit"],
    against: ["Đối với", "Against"],
    received: ["Ngày nhận", "Received"],
    resolver: ["Người giải quyết", "Resolver"],
    alsoDecided: ["cũng là người đã kết luận", "also decided the level"],
    answerBy: ["Hạn trả lời", "Answer by"],
    state: ["Tình trạng", "State"],
    protectedMine: ["Có bảo vệ danh tính, đọc được vì có tên trong danh sách", "Protected, and you are on the list"],
    protectedOthers: ["Có bảo vệ danh tính", "Of protected petitioners"],
    protectedAbout: [
        "Chỉ người có tên trong danh sách của từng kiến nghị biết ai gửi; ở đây chỉ có cơ quan, ngày nhận và tình trạng.",
        "Only those on the list of each learn who filed it; here are the agency, the day and the state.",
    ],
    agency: ["Cơ quan", "Agency"],
    code: ["Mã", "Code"],
    none: ["Không có kiến nghị, khiếu nại nào như vậy", "No such petition or complaint"],
    effects: ["Việc phải làm sau khi xếp loại lại", "What re-ratings brought with them"],
    effectsOpen: [(n: number) => `${numberText(n)} việc chưa làm`, (n: number) => `${numberText(n)} still open`],
});

type Objections = AnswerOf<"/v1/cycles/{cycle}/objections">["data"];
type Line = Schemas["ObjectionLine"];
type Protected = Schemas["ProtectedObjectionLine"];

export const objectionBadge = (
    line: Pick<Line, "status" | "outcome" | "overdue"> & { inTime?: boolean | undefined },
): TemplateResult =>
    html`<span class="tags"
        ><span class="tag ${line.status === "RESOLVED" ? "good" : line.status === "WITHDRAWN" ? "plain" : "info"}"
            >${objectionWords(line.status)}${line.outcome ? html` · ${objectionWords(line.outcome)}` : nothing}</span
        >${line.overdue ? html`<span class="tag danger">${w.overdue}</span>` : nothing}${
            line.inTime === false ? html`<span class="tag warn">${w.late}</span>` : nothing
        }</span
    >`;

export default class ObjectionsScreen extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly objections = new Load(this, () => {
        const cycle = cycleShown();
        return cycle
            ? get(
                  "/v1/cycles/{cycle}/objections",
                  { cycle },
                  { unit: unitShown(), known_as_of: this.inQuery("known_as_of") },
              )
            : undefined;
    });
    private readonly protectedMine = new Load(this, () => {
        const cycle = cycleShown();
        return cycle
            ? get("/v1/cycles/{cycle}/protected-objections", { cycle }, { known_as_of: this.inQuery("known_as_of") })
            : undefined;
    });
    private readonly effects = new Load(this, () => {
        const cycle = cycleShown();
        return cycle
            ? get(
                  "/v1/cycles/{cycle}/effects",
                  { cycle },
                  { owner: unitShown(), known_as_of: this.inQuery("known_as_of") },
              )
            : undefined;
    });

    override render(): TemplateResult {
        return html`<div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
            </div>
            ${this.objections.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}
            ${this.protectedMine.show(({ data }) =>
                data.items?.length
                    ? html`<section class="block">
                          <h2>${w.protectedMine}</h2>
                          ${table({
                              label: w.protectedMine,
                              columns: this.columns(),
                              rows: data.items,
                              key: (line) => line.objection,
                              empty: emptyView(w.none),
                          })}
                      </section>`
                    : nothing,
            )}
            ${this.effects.show(({ data }) =>
                data.items?.length
                    ? html`<section class="block">
                          <div class="card-title">
                              <h2>${w.effects}</h2>
                              <span class="tag ${data.open > 0 ? "warn" : "good"}">${w.effectsOpen(data.open)}</span>
                          </div>
                          ${effectsTable(data.cycle, data.items, () => void this.effects.again())}
                      </section>`
                    : nothing,
            )}`;
    }

    private content(data: Objections): TemplateResult {
        const { counts } = data;
        const figures: [number, string][] = [
            [counts.total, w.total],
            [counts.open, w.open],
            [counts.overdue, w.overdue],
            [counts.late, w.late],
            [counts.upheld, w.upheld],
            [counts.resolvedByDecider, w.same],
        ];
        const all: Tab[] = [
            { key: "ALL", title: w.all, count: counts.total },
            { key: "OPEN", title: w.open, count: counts.open },
            { key: "OVERDUE", title: w.overdue, count: counts.overdue },
            { key: "RESOLVED", title: objectionWords("RESOLVED") },
        ];
        const wanted = openTab("which", all);
        const search = folded(this.inQuery("search") ?? "");
        const rows = (data.items ?? []).filter(
            (line) =>
                (wanted === "ALL" ||
                    (wanted === "OVERDUE" && line.overdue) ||
                    (wanted === "RESOLVED" && line.status === "RESOLVED") ||
                    (wanted === "OPEN" && (line.status === "FILED" || line.status === "RECEIVED"))) &&
                (search === "" ||
                    folded(`${line.person.name} ${line.person.person} ${line.unit.name}`).includes(search)),
        );
        return html`<ul class="figures">
                ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
            </ul>
            <div class="filters">${searchField()} ${unitField()} ${cycleField(this.cycles.body)} ${asOfField()}</div>
            ${tabs(w.which, "which", all)}
            ${table({
                label: w.title,
                columns: this.columns(),
                rows,
                key: (line) => line.objection,
                total: counts.total,
                empty: emptyView(w.none),
            })}
            ${data.protectedOnes?.length ? this.protectedOthers(data.protectedOnes) : nothing}`;
    }

    private protectedOthers(rows: Protected[]): TemplateResult {
        const columns: Column<Protected>[] = [
            { title: w.agency, main: true, cell: (line) => unitView(line.agency) },
            { title: w.code, cell: (line) => html`<span class="code">${line.objection}</span>` },
            { title: w.received, cell: (line) => dateView(line.receivedOn) },
            { title: w.answerBy, cell: (line) => (line.answerBy ? dateView(line.answerBy) : "–") },
            { title: w.state, cell: (line) => objectionBadge(line) },
        ];
        return html`<section class="block">
            <h2>${w.protectedOthers}</h2>
            <p class="muted">${w.protectedAbout}</p>
            ${table({
                label: w.protectedOthers,
                columns,
                rows,
                key: (line) => line.objection,
                empty: emptyView(w.none),
            })}
        </section>`;
    }

    private columns(): Column<Line>[] {
        return [
            {
                title: w.person,
                main: true,
                cell: (line) => html`${personView(line.person, `/giai-quyet/${encodeURIComponent(line.objection)}`)}`,
            },
            { title: w.unit, cell: (line) => unitView(line.unit) },
            {
                title: w.against,
                cell: (line) =>
                    html`${objectionWords(line.kind)}<br /><small class="muted"
                            >${line.decisionDocument.number}</small
                        >`,
            },
            { title: w.received, cell: (line) => dateView(line.receivedOn) },
            {
                title: w.resolver,
                cell: (line) =>
                    line.resolver
                        ? html`${line.resolver.name}${
                              line.resolverDecided
                                  ? html`<br /><span class="tag warn">${w.alsoDecided}</span>`
                                  : nothing
                          }`
                        : "–",
            },
            { title: w.answerBy, cell: (line) => (line.answerBy ? dateView(line.answerBy) : "–") },
            { title: w.state, cell: objectionBadge },
        ];
    }
}
