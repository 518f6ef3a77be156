// Who rated whom in a unit: raters against rated with the levels given, every act behind a cell; the same as a list; and
// in what capacity, on which document, each of them acted.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { actHappening } from "../dossier/act.js";
import { Load } from "../load.js";
import { dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { openDialog } from "../parts/overlays.js";
import { recordLine } from "../parts/record.js";
import { choiceField, type Choice } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { timeline } from "../parts/timeline.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { session } from "../session.js";
import { eventWords } from "../words/acts.js";
import { byGivenName, dateText, dateTyped, numberText } from "../words/format.js";
import { capacityWords, levelsInOrder, levelWords, shortLevelWords, type Level } from "../words/vocabulary.js";
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
    capacities: ["Tư cách và căn cứ", "Capacity and document"],
    rated: ["Người được đánh giá", "Rated person"],
    none: ["Không có việc nào phù hợp", "No act fits"],
    most: [
        (n: number) => `Chỉ xét ${numberText(n)} việc mới nhất; hãy chọn đơn vị hoặc thời gian hẹp hơn.`,
        (n: number) => `Only the newest ${numberText(n)} acts are looked at; choose a smaller unit or time.`,
    ],
    cell: [
        (rater: string, rated: string) => `${rater} đối với ${rated}`,
        (rater: string, rated: string) => `${rater} about ${rated}`,
    ],
    acts: [(n: number) => `${numberText(n)} việc`, (n: number) => (n === 1 ? "1 act" : `${numberText(n)} acts`)],
    noLevel: ["nhận xét", "comment"],
    sum: ["Phân bố", "Distribution"],
    dossier: ["Mở hồ sơ", "Open the dossier"],
    count: ["Số người", "People"],
    valid: ["Hiệu lực", "Valid"],
    when: ["Lúc", "At"],
    what: ["Việc", "Act"],
    levels: ["Mức nêu ra", "Level given"],
    people: ["Những ai", "Whom"],
    open: ["xem", "show"],
});

type Act = Schemas["Act"];
const kTypes = ["criteria.judged", "comment.recorded", "proposal.made", "rating.decided"];
const kMost = 500;

// The level that an act gave.
export function levelOf(act: Act): Level | undefined {
    const to = (act.changes ?? []).find((one) => one.field === "level" || one.field === "decidedLevel")?.to;
    return levelsInOrder.find((level) => level === to);
}

interface Person {
    person: string;
    name: string;
}
interface Cell {
    acts: Act[]; // newest first
    level: Level | undefined; // the newest that was given
}

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
    private readonly acts = new Load(this, () => {
        const unit = this.wanted;
        if (!unit || !this.cycle) return undefined;
        const type = this.inQuery("type");
        const from = this.inQuery("from");
        const to = this.inQuery("to");
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
    });
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
        const raters: Choice[] = this.people(this.acts.body?.data.items ?? [], "rater").map(({ person, name }) => ({
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

    private people(acts: readonly Act[], side: "rater" | "rated"): Person[] {
        const found = new Map<string, string>();
        for (const act of acts) {
            if (side === "rater") found.set(act.by.actor, act.by.actorName ?? act.by.actor);
            else if (act.subject) found.set(act.subject, act.subjectName ?? act.subject);
        }
        return [...found]
            .map(([person, name]) => ({ person, name }))
            .sort((left, right) => byGivenName(left.name, right.name) || left.person.localeCompare(right.person));
    }

    private shown(body: AnswerOf<"/v1/units/{unit}/activity">): TemplateResult {
        const rater = this.inQuery("rater");
        const level = this.inQuery("level");
        const acts = (body.data.items ?? []).filter(
            (act) => act.subject && (!rater || act.by.actor === rater) && (!level || levelOf(act) === level),
        );
        return html`
            ${body.data.next === undefined ? nothing : html`<p class="muted">${icon("warn")} ${w.most(kMost)}</p>`}
            ${
                acts.length === 0
                    ? emptyView(w.none, undefined, "list")
                    : this.inQuery("xem") === "list"
                      ? this.list(acts)
                      : this.matrix(acts)
            }
            ${recordLine(body.asOf)}
        `;
    }

    private matrix(acts: readonly Act[]): TemplateResult {
        const raters = this.people(acts, "rater");
        const rated = this.people(acts, "rated");
        const cells = new Map<string, Cell>();
        for (const act of acts) {
            const key = `${act.by.actor} ${act.subject}`;
            const cell = cells.get(key) ?? { acts: [], level: undefined };
            cell.acts.push(act);
            cell.level ??= levelOf(act);
            cells.set(key, cell);
        }
        return html`<div class="scroll matrix-scroll" tabindex="0" role="region" aria-label=${w.matrix}>
            <table class="matrix" aria-label=${w.matrix}>
                <thead>
                    <tr>
                        <th scope="col">${w.rated}</th>
                        ${raters.map((one) => html`<th scope="col">${this.rater(one, acts)}</th>`)}
                    </tr>
                </thead>
                <tbody>
                    ${rated.map(
                        (person) =>
                            html`<tr data-row=${person.person} tabindex="-1">
                                <th scope="row">${personView(person)}</th>
                                ${raters.map((one) =>
                                    this.cell(one, person, cells.get(`${one.person} ${person.person}`)),
                                )}
                            </tr>`,
                    )}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">${w.sum}</th>
                        ${raters.map(
                            (one) =>
                                html`<td>
                                    ${this.sum(rated.map((person) => cells.get(`${one.person} ${person.person}`)))}
                                </td>`,
                        )}
                    </tr>
                </tfoot>
            </table>
        </div>`;
    }

    private rater(one: Person, acts: readonly Act[]): TemplateResult {
        const capacities = [
            ...new Set(
                acts.filter((act) => act.by.actor === one.person).map((act) => capacityWords(act.by.capacity)),
            ),
        ];
        return html`${one.name}<small class="muted">${capacities.join(", ")}</small>`;
    }

    private cell(rater: Person, rated: Person, cell: Cell | undefined): TemplateResult {
        if (!cell) return html`<td></td>`;
        return html`<td class="heat ${cell.level ? `level-${cell.level.toLowerCase().replace("_", "-")}` : ""}">
            <button
                type="button"
                class="bare small"
                aria-label=${`${w.cell(rater.name, rated.name)}: ${cell.level ? levelWords(cell.level) : w.noLevel}, ${w.acts(cell.acts.length)}`}
                @click=${() => void this.open(rater, rated, cell)}
            >
                ${cell.level ? shortLevelWords(cell.level) : w.noLevel}<small>${w.acts(cell.acts.length)}</small>
            </button>
        </td>`;
    }

    private sum(cells: readonly (Cell | undefined)[]): unknown {
        const counts = levelsInOrder
            .map((level) => ({ level, count: cells.filter((cell) => cell?.level === level).length }))
            .filter(({ count }) => count > 0);
        return counts.length === 0
            ? "–"
            : counts.map(
                  ({ level, count }) => html`<p class="sum">${levelBadge(level, true)} ${numberText(count)}</p>`,
              );
    }

    private async open(rater: Person, rated: Person, cell: Cell): Promise<void> {
        const dossier = cell.acts.find((act) => act.dossier)?.dossier;
        await openDialog(
            w.cell(rater.name, rated.name),
            () =>
                html`${timeline(
                    w.matrix,
                    cell.acts.map((act) => actHappening({ act, about: rated.person })),
                )}
                ${
                    dossier
                        ? html`<p class="actions">
                          <a class="button" href="/ho-so/${dossier}" @click=${this.leave}>${w.dossier}</a>
                      </p>`
                        : nothing
                }`,
            true,
        );
    }

    private readonly leave = (event: Event): void => {
        (event.target as Element).closest("dialog")?.close();
    };

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
