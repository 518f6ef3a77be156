// Who rated whom in a unit: raters against rated with the levels given, every act behind a cell; the same as a list; and
// in what capacity, on which document, each of them acted.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Question, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { rangeField } from "../parts/range.js";
import { recordLine } from "../parts/record.js";
import { choiceField, type Choice } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { figuresView } from "../raters/figures-view.js";
import { cellsOf, levelOf, peopleOf, type Act } from "../raters/figures.js";
import { matrixView } from "../raters/matrix.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { session } from "../session.js";
import { eventWords } from "../words/acts.js";
import { dateText, dateTyped, dayOf, numberText } from "../words/format.js";
import { capacityWords, levelsInOrder, levelWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Ai đánh giá ai", "Who rated whom"],
    about: [
        "Người nhận xét, đề xuất, kết luận và mức mỗi người đã nêu. Mở từng ô để xem việc đã làm.",
        "Who commented, proposed and decided, and the levels each gave. Open a cell to see the acts.",
    ],
    agency: ["Cơ quan", "Agency"],
    unit: ["Đơn vị", "Unit"],
    whole: ["Toàn cơ quan", "The whole agency"],
    choose: ["Chọn cơ quan", "Choose an agency"],
    chooseFirst: ["Chọn cơ quan để xem ai đánh giá ai", "Choose an agency to see who rated whom"],
    rater: ["Người đánh giá", "Rater"],
    level: ["Mức", "Level"],
    type: ["Loại việc", "Kind of act"],
    from: ["Từ ngày", "From"],
    to: ["Đến hết ngày", "To the end of"],
    all: ["Tất cả", "All"],
    dateHint: ["dd/MM/yyyy", "dd/MM/yyyy"],
    views: ["Cách xem", "Views"],
    matrix: ["Ma trận", "Matrix"],
    list: ["Danh sách", "List"],
    figures: ["Số liệu, câu hỏi", "Figures, questions"],
    capacities: ["Tư cách và căn cứ", "Capacity and document"],
    days: ["Việc theo ngày", "Acts by day"],
    rated: ["Người được đánh giá", "Rated person"],
    none: ["Không có việc nào phù hợp", "No act fits"],
    most: [
        (n: number) => `Chỉ xét ${numberText(n)} việc mới nhất; hãy chọn đơn vị hoặc thời gian hẹp hơn.`,
        (n: number) => `Only the newest ${numberText(n)} acts are looked at; choose a smaller unit or time.`,
    ],
    count: ["Số người", "People"],
    valid: ["Hiệu lực", "Valid"],
    when: ["Lúc", "At"],
    what: ["Việc", "Act"],
    levels: ["Mức nêu ra", "Level given"],
    people: ["Những ai", "Whom"],
    open: ["xem", "show"],
});

type Activity = AnswerOf<"/v1/units/{unit}/activity">;
const kTypes = ["criteria.judged", "comment.recorded", "proposal.made", "rating.decided"];
const kMost = 500;

export default class RatersScreen extends Screen {
    private get cycle(): string | undefined {
        return session().cycle?.cycle;
    }
    private get wanted(): string | undefined {
        return this.inQuery("unit") ?? this.inQuery("agency");
    }
    private get known(): { known_as_of?: string } {
        const moment = this.inQuery("known_as_of");
        return moment ? { known_as_of: moment } : {};
    }
    private readonly agencies = new Load(this, () =>
        this.cycle ? get("/v1/cycles/{cycle}/distribution", { cycle: this.cycle }, this.known) : undefined,
    );
    private readonly agency = new Load(this, () => {
        const unit = this.inQuery("agency");
        return unit ? get("/v1/units/{unit}", { unit }) : undefined;
    });
    private readonly acts = new Load(this, () => this.question(this.inQuery("from"), this.inQuery("to")));
    private readonly always = new Load(this, () =>
        this.inQuery("from") || this.inQuery("to") ? this.question(undefined, undefined) : undefined,
    );

    private question(from: string | undefined, to: string | undefined): Question<Activity> | undefined {
        const unit = this.wanted;
        if (!unit || !this.cycle) return undefined;
        const type = this.inQuery("type");
        return get(
            "/v1/units/{unit}/activity",
            { unit },
            {
                cycle: this.cycle,
                types: type && kTypes.includes(type) ? type : kTypes.join(","),
                limit: kMost,
                ...(from ? { from: `${from}T00:00:00+07:00` } : {}),
                ...(to ? { to: `${to}T23:59:59.999+07:00` } : {}),
                ...this.known,
            },
        );
    }
    private readonly raters = new Load(this, () => {
        const unit = this.wanted;
        return unit && this.cycle && this.inQuery("xem") === "capacities"
            ? get("/v1/units/{unit}/raters", { unit }, { cycle: this.cycle, ...this.known })
            : undefined;
    });

    override render(): TemplateResult {
        const shown: Tab[] = [
            { key: "matrix", title: w.matrix },
            { key: "list", title: w.list },
            { key: "figures", title: w.figures },
            { key: "capacities", title: w.capacities },
        ];
        return html`
            <div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
            </div>
            ${this.filters()}
            ${
                this.wanted
                    ? html`${tabs(w.views, "xem", shown)}
                  ${
                      openTab("xem", shown) === "capacities"
                          ? this.raters.show((body) => html`${this.capacities(body.data)} ${recordLine(body.asOf)}`)
                          : this.acts.show((body) => this.shown(body))
                  }`
                    : emptyView(w.chooseFirst, undefined, "list")
            }
        `;
    }

    private filters(): TemplateResult {
        const agencies = (this.agencies.body?.data.items ?? []).map(({ agency }) => ({
            value: agency.unit,
            title: `${agency.name} (${agency.unit})`,
        }));
        const children = (this.agency.body?.data.children ?? []).map((child) => ({
            value: child.unit,
            title: `${child.name} (${child.unit})`,
        }));
        const cells = cellsOf(this.acts.body?.data.items ?? []);
        const raters: Choice[] = peopleOf(cells.values(), "rater").map(({ person, name }) => ({
            value: person,
            title: `${name} (${person})`,
        }));
        const day = (name: "from" | "to", label: string): TemplateResult =>
            html`<label class="field">
                ${label}
                <input
                    name=${name}
                    size="10"
                    placeholder=${w.dateHint}
                    .value=${this.inQuery(name) ? dateText(this.inQuery(name)!) : ""}
                    @change=${(event: Event) => filter({ [name]: dateTyped((event.target as HTMLInputElement).value) })}
                />
            </label>`;
        return html`<div class="filters no-print">
            <label class="field">
                ${w.agency}
                <select
                    name="agency"
                    @change=${(event: Event) =>
                        filter({
                            agency: (event.target as HTMLSelectElement).value,
                            unit: undefined,
                            rater: undefined,
                        })}
                >
                    <option value="">${w.choose}</option>
                    ${agencies.map(
                        (one) =>
                            html`<option value=${one.value} ?selected=${one.value === this.inQuery("agency")}>
                                ${one.title}
                            </option>`,
                    )}
                </select>
            </label>
            ${choiceField(w.unit, "unit", children, w.whole)} ${choiceField(w.rater, "rater", raters, w.all)}
            ${choiceField(
                w.level,
                "level",
                levelsInOrder.map((level) => ({ value: level, title: levelWords(level) })),
                w.all,
            )}
            ${choiceField(
                w.type,
                "type",
                kTypes.map((type) => ({ value: type, title: eventWords(type) })),
                w.all,
            )}
            ${day("from", w.from)} ${day("to", w.to)}
        </div>`;
    }

    private shown(body: Activity): TemplateResult {
        const rater = this.inQuery("rater");
        const level = this.inQuery("level");
        const acts = (body.data.items ?? []).filter(
            (act) => act.subject && (!rater || act.by.actor === rater) && (!level || levelOf(act) === level),
        );
        return html`
            ${this.days((this.always.body ?? body).data.items ?? [])}
            ${body.data.next === undefined ? nothing : html`<p class="muted">${icon("warn")} ${w.most(kMost)}</p>`}
            ${acts.length === 0 ? emptyView(w.none, undefined, "list") : this.view(acts)}
            ${recordLine(body.asOf)}
        `;
    }

    private view(acts: readonly Act[]): TemplateResult {
        switch (this.inQuery("xem")) {
            case "list":
                return this.list(acts);
            case "figures":
                return figuresView(cellsOf(acts));
            default:
                return matrixView(cellsOf(acts));
        }
    }

    // How many acts there were on each day, those in view or not; drawn across to see a few days of them alone.
    private days(acts: readonly Act[]): TemplateResult {
        const counts = new Map<string, number>();
        for (const act of acts) {
            const day = dayOf(act.by.recordedAt);
            counts.set(day, (counts.get(day) ?? 0) + 1);
        }
        const days = [...counts.keys()].sort();
        const from = this.inQuery("from");
        const to = this.inQuery("to");
        return rangeField({
            label: w.days,
            stops: days.map((day) => ({ key: day, title: dateText(day), value: counts.get(day) ?? 0 })),
            chosen: from || to ? { from: from ?? days[0] ?? "", to: to ?? days.at(-1) ?? "" } : undefined,
            choose: (chosen) => filter({ from: chosen?.from, to: chosen?.to }, true),
        });
    }

    private list(acts: readonly Act[]): TemplateResult {
        return table<Act>({
            label: w.list,
            rows: acts,
            key: (act) => String(act.by.position),
            total: acts.length,
            columns: [
                {
                    title: w.rated,
                    cell: (act) =>
                        personView(
                            { person: act.subject ?? "", ...(act.subjectName ? { name: act.subjectName } : {}) },
                            act.dossier ? `/ho-so/${act.dossier}` : undefined,
                        ),
                    main: true,
                },
                { title: w.what, cell: (act) => eventWords(act.type) },
                {
                    title: w.rater,
                    cell: (act) =>
                        html`${personView({
                            person: act.by.actor,
                            ...(act.by.actorName ? { name: act.by.actorName } : {}),
                        })}
                            <small class="muted"
                                >${capacityWords(act.by.capacity)}${
                                    act.by.mandateDocumentNumber ? `, ${act.by.mandateDocumentNumber}` : ""
                                }</small
                            >`,
                },
                { title: w.levels, cell: (act) => (levelOf(act) ? levelBadge(levelOf(act), true) : "–") },
                { title: w.when, cell: (act) => dateView(act.by.actedAt ?? act.by.recordedAt) },
            ],
        });
    }

    private capacities(data: Schemas["RatersAnswer"]): TemplateResult {
        const rater = this.inQuery("rater");
        const rows = (data.items ?? []).filter((line) => !rater || line.actor.person === rater);
        return html`<p>${unitView(data.unit)}</p>
            ${table<Schemas["RaterLine"]>({
                label: w.capacities,
                rows,
                key: (line) => `${line.actor.person}.${line.type}.${line.mandate ?? ""}.${line.capacity}`,
                total: rows.length,
                columns: [
                    { title: w.rater, cell: (line) => personView(line.actor), main: true },
                    { title: w.what, cell: (line) => eventWords(line.type) },
                    {
                        title: w.capacities,
                        cell: (line) => html`${capacityWords(line.capacity)}<br />${line.document?.number ?? "–"}`,
                    },
                    {
                        title: w.valid,
                        cell: (line) =>
                            line.from ? html`${dateView(line.from)} – ${line.to ? dateView(line.to) : "…"}` : "–",
                    },
                    { title: w.count, cell: (line) => numberText(line.count), number: true },
                    {
                        title: w.people,
                        cell: (line) =>
                            html`<details>
                                <summary>${w.open}</summary>
                                <ul class="plain-list">
                                    ${(line.subjects ?? []).map((one) => html`<li>${personView(one)}</li>`)}
                                </ul>
                            </details>`,
                    },
                    { title: w.when, cell: (line) => html`${dateView(line.firstAt)} – ${dateView(line.lastAt)}` },
                ],
            })}`;
    }
}
