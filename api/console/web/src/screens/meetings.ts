// The comment meetings of a unit.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import { Paged } from "../parts/paged.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { unitField, unitShown } from "../parts/units.js";
import { Screen } from "../screen.js";
import { holds } from "../session.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Cuộc họp nhận xét, đánh giá", "Comment meetings"],
    hold: ["Ghi cuộc họp", "Record a meeting"],
    meeting: ["Cuộc họp", "Meeting"],
    unit: ["Đơn vị", "Unit"],
    discussed: ["Số người được nhận xét", "People discussed"],
    minutes: ["Biên bản", "Minutes"],
    adopted: [
        (n: number) => (n > 1 ? `Đã thông qua, phiên bản ${numberText(n)}` : "Đã thông qua"),
        (n: number) => (n > 1 ? `Adopted, version ${numberText(n)}` : "Adopted"),
    ],
    pending: ["Chờ thông qua", "Awaiting adoption"],
    none: ["Chưa có cuộc họp nào", "No meeting yet"],
});

type Meetings = AnswerOf<"/v1/cycles/{cycle}/meetings">;
type Line = Schemas["MeetingLine"];

export default class MeetingsScreen extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly meetings = new Paged<Meetings, Line>(
        this,
        () => {
            const cycle = cycleShown();
            return cycle
                ? get(
                      "/v1/cycles/{cycle}/meetings",
                      { cycle },
                      { unit: unitShown(), known_as_of: this.inQuery("known_as_of"), limit: 100 },
                  )
                : undefined;
        },
        (body) => body.data.items,
    );

    override render(): TemplateResult {
        const columns: Column<Line>[] = [
            {
                title: w.meeting,
                main: true,
                cell: (line) =>
                    html`<a href="/cuoc-hop/${line.meeting}">${dateView(line.heldAt)}</a>
                        <small class="code light">${line.meeting}</small>`,
            },
            { title: w.unit, cell: (line) => unitView(line.unit) },
            { title: w.discussed, number: true, cell: (line) => numberText(line.discussed) },
            {
                title: w.minutes,
                cell: (line) =>
                    line.adopted
                        ? html`<span class="tag good">${w.adopted(line.minutesVersion)}</span>`
                        : html`<span class="tag warn">${w.pending}</span>`,
            },
        ];
        return html`<div class="head">
                <h1>${w.title}</h1>
                ${
                    holds("MEETING")
                        ? html`<p class="actions"><a class="button" href="/cuoc-hop/moi">${w.hold}</a></p>`
                        : nothing
                }
            </div>
            <div class="filters">${unitField()} ${cycleField(this.cycles.body)}</div>
            ${this.meetings.first.show(
                (body) =>
                    html`${table({
                        label: w.title,
                        columns,
                        rows: this.meetings.rows(body),
                        key: (line) => line.meeting,
                        total: body.data.total,
                        more: this.meetings.more,
                        empty: emptyView(w.none),
                    })}
                    ${recordLine(body.asOf)}`,
            )}`;
    }
}
