// Dossiers one may see, in the order of Vietnamese names; every filter stands in the address.
import { html, nothing, type TemplateResult } from "lit";
import { ask, get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { levelBadge, outcomeOf, personView, statusBadge, unitView } from "../parts/badges.js";
import { bundle, bundled, bundleLink, mayBundle } from "../parts/bundle.js";
import { icon } from "../parts/icons.js";
import { recordLine } from "../parts/record.js";
import { asOfField, choiceField, searchField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { session } from "../session.js";
import {
    classesInOrder,
    classWords,
    levelsInOrder,
    levelWords,
    statusesInOrder,
    statusWords,
    type Level,
    type Outcome,
    type Status,
    type SubjectClass,
} from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Danh sách hồ sơ", "Dossiers"],
    about: ["Xếp theo tên, rồi họ, rồi tên đệm.", "By given name, then family name, then what stands between."],
    status: ["Trạng thái", "Status"],
    level: ["Mức đã kết luận", "Decided level"],
    proposedLevel: ["Mức đề xuất", "Proposed level"],
    all: ["Tất cả", "All"],
    unit: ["Đơn vị (mã)", "Unit (code)"],
    subject: ["Đối tượng", "Class"],
    above: ["Cấp kết luận", "Who decides"],
    aboveYes: ["Cấp trên của cơ quan", "The agency above"],
    aboveNo: ["Cơ quan công tác", "The agency itself"],
    expected: [
        (level: string) => `Chỉ những người đã kết luận, được đề xuất hoặc tự xếp loại "${level}".`,
        (level: string) => `Only those decided, else proposed, else self-assessed "${level}".`,
    ],
    ofAgency: [
        (agency: string) => `Chỉ những người do cơ quan ${agency} quản lý.`,
        (agency: string) => `Only those managed by the agency ${agency}.`,
    ],
    inGroup: [(group: string) => `Chỉ nhóm ${group}.`, (group: string) => `Only the group ${group}.`],
    leading: ["Lãnh đạo, quản lý", "Leading"],
    leaders: ["Giữ chức vụ", "Leaders"],
    others: ["Không giữ chức vụ", "Others"],
    clear: ["Bỏ lọc", "Clear the filters"],
    name: ["Họ và tên", "Name"],
    place: ["Đơn vị", "Unit"],
    post: ["Chức vụ", "Post"],
    self: ["Tự xếp loại", "Own level"],
    proposed: ["Đề xuất", "Proposed"],
    decided: ["Kết luận", "Decided"],
    none: ["Không có hồ sơ nào khớp", "No dossier fits"],
    noneHint: ["Bỏ bớt điều kiện lọc, hoặc kiểm tra lại tên.", "Take a filter away, or look at the name again."],
    noCycle: ["Chưa mở kỳ đánh giá, xếp loại nào", "No cycle has been opened yet"],
});

type Found = AnswerOf<"/v1/dossiers">;
type Line = NonNullable<Found["data"]["items"]>[number];
const filters = [
    "search",
    "status",
    "level",
    "proposed",
    "expected",
    "group",
    "agency",
    "class",
    "leader",
    "decided_above",
    "unit",
] as const;
const outcomes: readonly Outcome[] = [...levelsInOrder, "NOT_RATED", "PENDING"];

export default class Dossiers extends Screen {
    private readonly found = new Load(this, () => this.question());
    private more: { of: string; lines: Line[]; next: string | undefined } | undefined;

    private question(): ReturnType<typeof get<"/v1/dossiers">> | undefined {
        const cycle = this.inQuery("cycle") ?? session().cycle?.cycle;
        if (!cycle) return undefined;
        const one = <T extends string>(name: string): T | undefined => this.inQuery(name) as T | undefined;
        const leader = one("leader");
        const above = one("decided_above");
        return get(
            "/v1/dossiers",
            {},
            {
                cycle,
                limit: 50,
                search: one("search"),
                status: one<Status>("status"),
                level: one<Outcome>("level"),
                proposed: one<Level>("proposed"),
                expected: one<Level>("expected"),
                group: one("group"),
                ...(above === undefined ? {} : { decided_above: above === "true" }),
                agency: one("agency"),
                class: one<SubjectClass>("class"),
                ...(leader === undefined ? {} : { leader: leader === "true" }),
                unit: one("unit"),
                known_as_of: one("known_as_of"),
            },
            one("purpose"),
        );
    }

    override render(): TemplateResult {
        const narrowed = filters.some((name) => this.inQuery(name));
        return html`
            <div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
                ${bundleLink()} ${asOfField()}
            </div>
            <div class="filters" role="search">
                ${searchField()}
                ${choiceField(
                    w.status,
                    "status",
                    statusesInOrder.map((value) => ({ value, title: statusWords(value) })),
                    w.all,
                )}
                ${choiceField(
                    w.level,
                    "level",
                    outcomes.map((value) => ({ value, title: levelWords(value) })),
                    w.all,
                )}
                ${choiceField(
                    w.proposedLevel,
                    "proposed",
                    levelsInOrder.map((value) => ({ value, title: levelWords(value) })),
                    w.all,
                )}
                ${choiceField(
                    w.subject,
                    "class",
                    classesInOrder.map((value) => ({ value, title: classWords(value) })),
                    w.all,
                )}
                ${choiceField(
                    w.leading,
                    "leader",
                    [
                        { value: "true", title: w.leaders },
                        { value: "false", title: w.others },
                    ],
                    w.all,
                )}
                ${choiceField(
                    w.above,
                    "decided_above",
                    [
                        { value: "true", title: w.aboveYes },
                        { value: "false", title: w.aboveNo },
                    ],
                    w.all,
                )}
                <label class="field">
                    ${w.unit}
                    <input
                        name="unit"
                        autocomplete="off"
                        .value=${this.inQuery("unit") ?? ""}
                        @change=${(event: Event) => filter({ unit: (event.target as HTMLInputElement).value.trim() })}
                    />
                </label>
                ${
                    narrowed
                        ? html`<button
                          type="button"
                          class="quiet"
                          @click=${() => filter(Object.fromEntries(filters.map((name) => [name, undefined])))}
                      >
                          ${icon("close")}${w.clear}
                      </button>`
                        : nothing
                }
            </div>
            ${this.narrowedTo()} ${session().cycle ? nothing : emptyView(w.noCycle, undefined, "clock")}
            ${this.found.show((body, { next }) => html`${this.list(body, next)} ${recordLine(body.asOf)}`)}
        `;
    }

    // What a figure that was followed asked for and no field shows.
    private narrowedTo(): TemplateResult | typeof nothing {
        const expected = this.inQuery("expected") as Level | undefined;
        const group = this.inQuery("group");
        const agency = this.inQuery("agency");
        return expected || group || agency
            ? html`<p class="muted">
                  ${agency ? w.ofAgency(agency) : nothing} ${group ? w.inGroup(group) : nothing}
                  ${expected ? w.expected(levelWords(expected)) : nothing}
              </p>`
            : nothing;
    }

    private list(body: Found, first: string | undefined): TemplateResult {
        const of = this.question()?.address ?? "";
        const more = this.more?.of === of ? this.more : undefined;
        const next = more ? more.next : first;
        const rows = [...(body.data.items ?? []), ...(more?.lines ?? [])];
        return table<Line>({
            label: w.title,
            rows,
            key: (line) => line.dossier,
            total: body.data.total,
            empty: emptyView(w.none, w.noneHint, "search"),
            ...(mayBundle() ? this.choosing(rows) : {}),
            ...(next ? { more: () => void this.further(of, next, more?.lines ?? []) } : {}),
            columns: [
                { title: w.name, main: true, cell: (line) => personView(line, `/ho-so/${line.dossier}`) },
                { title: w.place, cell: (line) => unitView(line.unit) },
                { title: w.post, cell: (line) => line.post },
                { title: w.status, cell: (line) => statusBadge(line.status) },
                { title: w.self, cell: (line) => (line.selfLevel ? levelBadge(line.selfLevel, true) : "–") },
                {
                    title: w.proposed,
                    cell: (line) => (line.proposedLevel ? levelBadge(line.proposedLevel, true) : "–"),
                },
                { title: w.decided, cell: (line) => levelBadge(outcomeOf(line), true) },
            ],
        });
    }

    // Those in view that are in the bundle; others of it stay as they are.
    private choosing(
        rows: readonly Line[],
    ): Pick<Parameters<typeof table<Line>>[0], "selected" | "onSelection" | "name"> {
        const inBundle = new Set(bundled().map(({ person }) => person));
        const chosen = rows.filter(({ person }) => inBundle.has(person)).map(({ dossier }) => dossier);
        return {
            selected: new Set(chosen),
            name: (line) => line.name,
            onSelection: (selected) => {
                const shown = new Set(rows.map(({ person }) => person));
                bundle([
                    ...bundled().filter(({ person }) => !shown.has(person)),
                    ...rows
                        .filter(({ dossier }) => selected.has(dossier))
                        .map(({ person, name }) => ({ person, name })),
                ]);
                this.requestUpdate();
            },
        };
    }

    private async further(of: string, next: string, lines: readonly Line[]): Promise<void> {
        const answer = await ask<Found>({ address: next });
        if (answer.kind !== "ready") return;
        this.more = { of, lines: [...lines, ...(answer.body.data.items ?? [])], next: answer.next };
        this.requestUpdate();
    }
}
