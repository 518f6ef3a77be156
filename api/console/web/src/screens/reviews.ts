// Reviews of collectives and of single leaders: who is to hold one by when, and how far it has come.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import { Paged } from "../parts/paged.js";
import { recordLine } from "../parts/record.js";
import { reviewBadge, reviewOf, reviewStandingsInOrder, reviewWords } from "../parts/review.js";
import { asOfField, choiceField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { unitField, unitShown } from "../parts/units.js";
import { Screen } from "../screen.js";
import { dateText, numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Kiểm điểm", "Reviews"],
    term: [(day: string) => `Thời hạn kiểm điểm: ${day}.`, (day: string) => `Reviews are due ${day}.`],
    owner: ["Tập thể, cá nhân", "Collective, person"],
    unit: ["Đơn vị", "Unit"],
    standing: ["Trạng thái", "Standing"],
    all: ["Tất cả", "All"],
    late: ["muộn", "late"],
    held: ["Họp kiểm điểm", "Held"],
    concluded: ["Kết luận", "Concluded"],
    open: ["Nội dung còn lại", "Left open"],
    unanswered: [
        (n: number) => `${numberText(n)} gợi ý chưa giải trình`,
        (n: number) => `${numberText(n)} suggestions unanswered`,
    ],
    withoutMeasure: [
        (n: number) => `${numberText(n)} hạn chế chưa có biện pháp`,
        (n: number) => `${numberText(n)} shortcomings without a measure`,
    ],
    none: ["Không có cuộc kiểm điểm nào như vậy", "No such review"],
});
type Line = Schemas["ReviewLine"];
type Reviews = AnswerOf<"/v1/cycles/{cycle}/reviews">;

export default class ReviewsScreen extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly reviews = new Paged<Reviews, Line>(
        this,
        () => {
            const cycle = cycleShown();
            const standing = reviewStandingsInOrder.find((one) => one === this.inQuery("standing"));
            const query = { unit: unitShown(), known_as_of: this.inQuery("known_as_of"), limit: 100 };
            return cycle
                ? get("/v1/cycles/{cycle}/reviews", { cycle }, { ...query, ...(standing ? { standing } : {}) })
                : undefined;
        },
        (body) => body.data.items,
    );

    override render(): TemplateResult {
        const choices = reviewStandingsInOrder.map((value) => ({ value, title: reviewWords(value) }));
        return html`<h1>${w.title}</h1>
            <div class="filters">
                ${choiceField(w.standing, "standing", choices, w.all)} ${unitField()} ${cycleField(this.cycles.body)}
                ${asOfField()}
            </div>
            ${this.reviews.first.show(
                (body) =>
                    html`<p class="muted">${w.term(dateText(body.data.term))}</p>
                        ${this.list(body)} ${recordLine(body.asOf)}`,
            )}`;
    }

    private list(body: Reviews): TemplateResult {
        const columns: Column<Line>[] = [
            {
                title: w.owner,
                main: true,
                cell: (line) =>
                    html`<a href="/kiem-diem/${reviewOf(cycleShown() ?? "", line.owner)}">${line.name}</a>
                        <small class="code">${line.owner.person ?? line.owner.unit}</small>`,
            },
            { title: w.unit, cell: (line) => (line.unit ? unitView(line.unit) : "–") },
            {
                title: w.standing,
                cell: (line) => html`<span class="tags">
                    ${reviewBadge(line.standing)}
                    ${line.late ? html`<span class="tag warn">${w.late}</span>` : nothing}
                </span>`,
            },
            { title: w.held, cell: (line) => (line.heldAt ? dateView(line.heldAt) : "–") },
            { title: w.concluded, cell: (line) => (line.concludedAt ? dateView(line.concludedAt) : "–") },
            {
                title: w.open,
                cell: (line) => html`${line.unanswered?.length ? w.unanswered(line.unanswered.length) : nothing}
                    ${line.withoutMeasure?.length ? w.withoutMeasure(line.withoutMeasure.length) : nothing}`,
            },
        ];
        return table({
            label: w.title,
            columns,
            rows: this.reviews.rows(body),
            key: (line) => line.owner.person ?? line.owner.unit ?? line.name,
            total: body.data.total,
            more: this.reviews.more,
            empty: emptyView(w.none),
        });
    }
}
