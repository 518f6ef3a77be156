// The figures behind the matrix as tables, and the questions they raise. A question is no verdict.
import { html, nothing, type TemplateResult } from "lit";
import { levelBadge, personView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { table } from "../parts/table.js";
import { numberText } from "../words/format.js";
import { levelsInOrder } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { figuresOf, kSameLevel, ringsOf, type Cell, type RaterFigures } from "./figures.js";
import { decimal, sumView } from "./matrix.js";

const w = words({
    figures: ["Số liệu theo người đánh giá", "Figures by rater"],
    scale: [
        "Mức cao nhất tính 4 điểm, thấp nhất 1 điểm. Trung bình hiệu chỉnh kéo về trung bình chung khi có ít người.",
        "The best level counts 4, the lowest 1. The adjusted mean is drawn to that of all where few were rated.",
    ],
    rater: ["Người đánh giá", "Rater"],
    people: ["Số người", "People"],
    sum: ["Phân bố", "Distribution"],
    mean: ["Trung bình", "Mean"],
    shrunk: ["Trung bình hiệu chỉnh", "Adjusted mean"],
    variance: ["Phương sai", "Variance"],
    overall: [(mean: string) => `Trung bình chung: ${mean}`, (mean: string) => `Mean of all: ${mean}`],
    ask: ["Câu hỏi", "Questions"],
    same: [
        (name: string, n: number) => `Vì sao cả ${numberText(n)} người được ${name} nêu cùng một mức?`,
        (name: string, n: number) => `Why did all ${numberText(n)} people get the same level from ${name}?`,
    ],
    pair: [
        "Hai người này nhận xét, xếp mức cho nhau có độc lập với nhau không?",
        "Did these two comment on and rate each other independently?",
    ],
    ring: [
        "Những người này nêu mức cao cho nhau theo vòng có độc lập với nhau không?",
        "Did these people give one another good levels in a ring independently?",
    ],
    about: ["đối với", "about"],
    noLevel: ["nhận xét", "comment"],
    nothing: [
        "Không thấy ai nêu một mức cho mọi người, cũng không thấy ai đánh giá lẫn nhau.",
        "Nobody gave everybody one level, and nobody rated each other.",
    ],
});

export function figuresView(cells: ReadonlyMap<string, Cell>): TemplateResult {
    const { raters, mean } = figuresOf(cells.values());
    return html`<p class="muted">${w.scale} ${w.overall(decimal(mean))}</p>
        ${table<RaterFigures>({
            label: w.figures,
            rows: raters,
            key: ({ rater }) => rater.person,
            total: raters.length,
            columns: [
                { title: w.rater, main: true, cell: ({ rater }) => personView(rater) },
                { title: w.people, number: true, cell: ({ people }) => numberText(people) },
                { title: w.sum, cell: sumView },
                { title: w.mean, number: true, cell: (one) => decimal(one.mean) },
                { title: w.shrunk, number: true, cell: ({ shrunk }) => decimal(shrunk) },
                { title: w.variance, number: true, cell: ({ variance }) => decimal(variance) },
            ],
        })}
        ${questions(cells, raters)}`;
}

function questions(cells: ReadonlyMap<string, Cell>, raters: readonly RaterFigures[]): TemplateResult {
    const same = raters.filter(({ variance, people }) => variance === 0 && people >= kSameLevel);
    const rings = ringsOf(cells);
    return html`<section class="block">
        <h2>${w.ask}</h2>
        ${same.length + rings.length === 0 ? html`<p class="row-empty">${icon("check")}${w.nothing}</p>` : nothing}
        <ul class="plain-list">
            ${same.map(({ rater, people, counts }) => {
                const level = levelsInOrder.find((one) => (counts.get(one) ?? 0) > 0);
                return html`<li>
                    <b>${w.same(rater.name, people)}</b> ${level ? levelBadge(level, true) : nothing}
                </li>`;
            })}
            ${rings.map(
                (ring) =>
                    html`<li>
                        <b>${ring.length === 2 ? w.pair : w.ring}</b>
                        <ul>
                            ${ring.map(
                                ({ rater, rated, level }) =>
                                    html`<li>
                                        ${rater.name} ${w.about} ${rated.name}:
                                        ${level ? levelBadge(level, true) : w.noLevel}
                                    </li>`,
                            )}
                        </ul>
                    </li>`,
            )}
        </ul>
    </section>`;
}
