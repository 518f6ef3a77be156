// Remediation of shortcomings: who owes a plan, what is overdue and how far it was urged, and who follows it.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf } from "../api/client.js";
import { dateView, personView, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import { Load } from "../load.js";
import { Paged } from "../parts/paged.js";
import { recordLine } from "../parts/record.js";
import { asOfField } from "../parts/search.js";
import {
    dueView,
    followUpsView,
    ladderView,
    measureBadge,
    measureWords,
    standingBadge,
    standingWords,
    type MeasureStatus,
    type RemediationLine,
    type Standing,
} from "../parts/remediation.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { tabs, type Tab } from "../parts/tabs.js";
import { unitField } from "../parts/units.js";
import { Screen } from "../screen.js";
import { me } from "../session.js";
import { dateText, numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Khắc phục hạn chế, khuyết điểm", "Remediation"],
    about: [
        (days: number, rule: string, day: string) =>
            `Kế hoạch lập trong ${numberText(days)} ngày làm việc kể từ ngày kết luận (${rule}). Tính đến ngày ${day}.`,
        (days: number, _rule: string, day: string) =>
            `A plan is due ${numberText(days)} working days after the decision (an internal rule). As of ${day}.`,
    ],
    owed: ["Phải có kế hoạch hoặc cam kết", "Owe a plan or a statement"],
    planned: ["Đã lập kế hoạch", "Planned"],
    stated: ["Đã cam kết không có", "Stated that there is none"],
    pastTerm: ["Quá thời hạn mà chưa có", "Past the term"],
    overdue: ["Kế hoạch quá hạn", "Plans overdue"],
    done: ["Kế hoạch đã khắc phục", "Plans done"],
    all: ["Tất cả", "All"],
    mine: ["Tôi theo dõi, kiểm tra, đôn đốc", "Mine to follow"],
    which: ["Kế hoạch", "Plans"],
    owner: ["Người, đơn vị", "Person, unit"],
    plan: ["Kế hoạch", "Plan"],
    term: [(day: string) => `thời hạn ${day}`, (day: string) => `due ${day}`],
    late: ["lập sau thời hạn", "made late"],
    measures: ["Biện pháp, trách nhiệm, thời hạn", "Measures, who, until when"],
    followed: ["Theo dõi", "Followed by"],
    open: ["Mở kế hoạch", "Open the plan"],
    none: ["Không có kế hoạch nào như vậy", "No such plan"],
    due: ["hạn", "due"],
});

type BoardAnswer = AnswerOf<"/v1/cycles/{cycle}/remediation">;
// A plan that nobody has adopted yet has its address, too: there it can be.
const planOf = ({ plan, owner }: RemediationLine): string =>
    plan ?? `${cycleShown()}.${owner.person ? `p.${owner.person}` : `u.${owner.unit}`}`;

type Wanted = { status?: MeasureStatus; standing?: Standing; follower?: string };

export default class Remediation extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly board = new Paged<BoardAnswer, RemediationLine>(
        this,
        () => {
            const cycle = cycleShown();
            if (!cycle) return undefined;
            const query = {
                unit: this.inQuery("unit"),
                known_as_of: this.inQuery("known_as_of"),
                limit: 50,
                ...this.wanted(),
            };
            return get("/v1/cycles/{cycle}/remediation", { cycle }, query);
        },
        (body) => body.data.items,
    );

    private wanted(): Wanted {
        const which = this.inQuery("which");
        const person = me()?.person;
        if (which === "PAST_TERM" || which === "STATED" || which === "WITHIN_TERM" || which === "PLANNED")
            return { standing: which };
        if (
            which === "OVERDUE" ||
            which === "REOPENED" ||
            which === "NOT_DONE" ||
            which === "IN_PROGRESS" ||
            which === "DONE"
        )
            return { status: which };
        return which === "MINE" && person ? { follower: person } : {};
    }

    override render(): TemplateResult {
        return html`<h1>${w.title}</h1>
            ${this.board.first.show(
                (body) => html`
                    <p class="muted">${w.about(body.data.workingDays, body.data.termRule, dateText(body.data.day))}</p>
                    ${this.figures(body.data)} ${this.filters(body.data)} ${this.list(body)} ${recordLine(body.asOf)}
                `,
            )}`;
    }

    private figures({ owed, plans }: BoardAnswer["data"]): TemplateResult {
        const all: [number, string][] = [
            [owed.owed, w.owed],
            [owed.planned, w.planned],
            [owed.stated, w.stated],
            [owed.pastTerm, w.pastTerm],
            [plans.overdue, w.overdue],
            [plans.done, w.done],
        ];
        return html`<ul class="figures">
            ${all.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
        </ul>`;
    }

    private filters({ owed, plans }: BoardAnswer["data"]): TemplateResult {
        const all: Tab[] = [
            { key: "ALL", title: w.all, count: owed.owed },
            { key: "MINE", title: w.mine },
            { key: "OVERDUE", title: measureWords("OVERDUE"), count: plans.overdue },
            { key: "REOPENED", title: measureWords("REOPENED"), count: plans.reopened },
            { key: "IN_PROGRESS", title: measureWords("IN_PROGRESS"), count: plans.inProgress },
            { key: "DONE", title: measureWords("DONE"), count: plans.done },
            { key: "STATED", title: standingWords("STATED"), count: owed.stated },
            { key: "PAST_TERM", title: standingWords("PAST_TERM"), count: owed.pastTerm },
        ];
        return html`<div class="filters">${unitField()} ${cycleField(this.cycles.body)} ${asOfField()}</div>
            ${tabs(w.which, "which", all)}`;
    }

    private list(body: BoardAnswer): TemplateResult {
        const columns: Column<RemediationLine>[] = [
            {
                title: w.owner,
                main: true,
                cell: (line) =>
                    html`${
                        line.owner.person
                            ? html`${personView(
                                  { person: line.owner.person, name: line.name },
                                  `/khac-phuc/${planOf(line)}`,
                              )}
                                  <div class="beneath">${unitView(line.unit)}</div>`
                            : html`<a href="/khac-phuc/${planOf(line)}">${line.name}</a>
                                  <small class="code">${line.owner.unit}</small>`
                    }`,
            },
            {
                title: w.plan,
                cell: (line) =>
                    html`${standingBadge(line.standing)} <br /><small class="muted"
                            >${
                                line.plannedOn
                                    ? dateView(line.plannedOn)
                                    : line.term
                                      ? w.term(dateText(line.term))
                                      : nothing
                            }${line.late ? ` · ${w.late}` : nothing}</small
                        >`,
            },
            { title: w.measures, cell: (line) => this.measures(line) },
            { title: w.followed, cell: (line) => followUpsView(line.followUps) },
        ];
        return table({
            label: w.title,
            columns,
            rows: this.board.rows(body),
            key: (line) => line.plan ?? line.owner.person ?? line.owner.unit ?? "",
            total: body.data.total,
            more: this.board.more,
            empty: emptyView(w.none),
        });
    }

    private measures(line: RemediationLine): TemplateResult | string {
        if (!line.measures?.length) return "–";
        return html`<ul class="plain-list spaced">
            ${line.measures.map(
                (measure) =>
                    html`<li>
                        <p>${measure.action}</p>
                        <small class="muted">${measure.responsible.name} · ${w.due} ${dueView(measure)}</small>
                        <br />${measureBadge(measure)} ${ladderView(measure)}
                    </li>`,
            )}
        </ul>`;
    }
}
