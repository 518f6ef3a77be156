// Raters against rated: each cell the newest level, with the acts behind it; below, how each rater's levels lie.
import { html, nothing, type TemplateResult } from "lit";
import { actHappening } from "../dossier/act.js";
import { levelBadge, personView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { openDialog } from "../parts/overlays.js";
import { timeline } from "../parts/timeline.js";
import { numberText } from "../words/format.js";
import { capacityWords, levelsInOrder, levelWords, shortLevelWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { figuresOf, peopleOf, type Cell, type Person, type RaterFigures } from "./figures.js";

const w = words({
    matrix: ["Ma trận", "Matrix"],
    rated: ["Người được đánh giá", "Rated person"],
    cell: [
        (rater: string, rated: string) => `${rater} đối với ${rated}`,
        (rater: string, rated: string) => `${rater} about ${rated}`,
    ],
    acts: [(n: number) => `${numberText(n)} việc`, (n: number) => (n === 1 ? "1 act" : `${numberText(n)} acts`)],
    noLevel: ["nhận xét", "comment"],
    mutual: ["đánh giá lẫn nhau", "rated each other"],
    sum: ["Phân bố", "Distribution"],
    mean: ["Trung bình", "Mean"],
    variance: ["Phương sai", "Variance"],
    dossier: ["Mở hồ sơ", "Open the dossier"],
});

const leave = (event: Event): void => (event.target as Element).closest("dialog")?.close();

async function openCell({ rater, rated, acts }: Cell): Promise<void> {
    const dossier = acts.find((act) => act.dossier)?.dossier;
    await openDialog(
        w.cell(rater.name, rated.name),
        () =>
            html`${timeline(
                w.matrix,
                acts.map((act) => actHappening({ act, about: rated.person })),
            )}
            ${
                dossier
                    ? html`<p class="actions">
                      <a class="button" href="/ho-so/${dossier}" @click=${leave}>${w.dossier}</a>
                  </p>`
                    : nothing
            }`,
        true,
    );
}

export function matrixView(cells: ReadonlyMap<string, Cell>): TemplateResult {
    const raters = peopleOf(cells.values(), "rater");
    const rated = peopleOf(cells.values(), "rated");
    const figures = new Map(figuresOf(cells.values()).raters.map((one) => [one.rater.person, one]));
    const foot = (title: string, of: (one: RaterFigures) => unknown): TemplateResult =>
        html`<tr>
            <th scope="row">${title}</th>
            ${raters.map(({ person }) => {
                const own = figures.get(person);
                return html`<td>${own ? of(own) : "–"}</td>`;
            })}
        </tr>`;
    return html`<div class="scroll matrix-scroll" tabindex="0" role="region" aria-label=${w.matrix}>
        <table class="matrix" aria-label=${w.matrix}>
            <thead>
                <tr>
                    <th scope="col">${w.rated}</th>
                    ${raters.map((one) => html`<th scope="col">${raterView(one, cells)}</th>`)}
                </tr>
            </thead>
            <tbody>
                ${rated.map(
                    (person) =>
                        html`<tr data-row=${person.person} tabindex="-1">
                            <th scope="row">${personView(person)}</th>
                            ${raters.map((one) =>
                                cellView(
                                    cells.get(`${one.person} ${person.person}`),
                                    cells.has(`${person.person} ${one.person}`),
                                ),
                            )}
                        </tr>`,
                )}
            </tbody>
            <tfoot>
                ${foot(w.sum, sumView)} ${foot(w.mean, ({ mean }) => decimal(mean))}
                ${foot(w.variance, ({ variance }) => decimal(variance))}
            </tfoot>
        </table>
    </div>`;
}

export const decimal = (value: number): string => numberText(Math.round(value * 100) / 100);

function raterView({ person, name }: Person, cells: ReadonlyMap<string, Cell>): TemplateResult {
    const acts = [...cells.values()].filter(({ rater }) => rater.person === person).flatMap((cell) => cell.acts);
    const capacities = [...new Set(acts.map((act) => capacityWords(act.by.capacity)))];
    return html`${name}<small class="muted">${capacities.join(", ")}</small>`;
}

function cellView(cell: Cell | undefined, mutual: boolean): TemplateResult {
    if (!cell) return html`<td></td>`;
    const { rater, rated, level, acts } = cell;
    const said = [level ? levelWords(level) : w.noLevel, w.acts(acts.length), ...(mutual ? [w.mutual] : [])].join(
        ", ",
    );
    return html`<td class="heat ${level ? `level-${level.toLowerCase().replace("_", "-")}` : ""}">
        <button
            type="button"
            class="bare small"
            aria-label=${`${w.cell(rater.name, rated.name)}: ${said}`}
            @click=${() => void openCell(cell)}
        >
            ${level ? shortLevelWords(level) : w.noLevel}<small
                >${w.acts(acts.length)}${mutual ? html` ${icon("mutual")}` : nothing}</small
            >
        </button>
    </td>`;
}

export const sumView = ({ counts }: RaterFigures): unknown =>
    levelsInOrder
        .filter((level) => (counts.get(level) ?? 0) > 0)
        .map((level) => html`<p class="sum">${levelBadge(level, true)} ${numberText(counts.get(level) ?? 0)}</p>`);
