// Charts, each with its numbers as a table: whoever cannot see the one reads the other. Only scales come from d3.
import { html, nothing, svg, type TemplateResult } from "lit";
import { scaleLinear } from "d3-scale";
import { c } from "../words/common.js";
import { numberText, shareText } from "../words/format.js";

export interface Bar {
    label: string;
    value: number;
    tone?: string; // "level-good": a class of the style sheet
    href?: string;
}

export interface Part {
    value: number;
    tone: string;
}

// Rows with a bar each, of one part or of several. Words are text of the page, so that they stay as large as other
// text on the smallest screen; only the bar is as wide as there is room. `limit` draws a line across it.
export function barRows(
    label: string,
    rows: readonly { label: unknown; parts: readonly Part[]; said: unknown; limit?: number | undefined }[],
): TemplateResult {
    const sum = (parts: readonly Part[]): number => parts.reduce((all, part) => all + part.value, 0);
    const most = Math.max(1, ...rows.flatMap(({ parts, limit }) => [sum(parts), limit ?? 0]));
    const x = scaleLinear([0, most], [0, 100]);
    return html`<ul class="bars" aria-label=${label}>
        ${rows.map(({ label: name, parts, said, limit }) => {
            let from = 0;
            return html`<li>
                <span class="bar-label">${name}</span>
                <svg class="chart" width="100%" height="18" aria-hidden="true">
                    ${parts.map(({ value, tone }) => {
                        const at = x(from);
                        from += value;
                        return value === 0
                            ? nothing
                            : svg`<rect class="bar ${tone}" x="${at}%" y="2" width="${x(value)}%" height="14"></rect>`;
                    })}
                    ${
                        limit === undefined
                            ? nothing
                            : svg`<line class="limit" x1="${x(limit)}%" x2="${x(limit)}%" y1="0" y2="18"></line>`
                    }
                </svg>
                <span class="bar-value">${said}</span>
            </li>`;
        })}
    </ul>`;
}

// Bars that lie, one row each, with their numbers at the end.
export function barChart(given: {
    title: string;
    bars: readonly Bar[];
    unit: string;
    limit?: number;
    limitLabel?: string;
}): TemplateResult {
    const { bars, limit } = given;
    const total = bars.reduce((sum, bar) => sum + bar.value, 0);
    const named = (bar: Bar): unknown => (bar.href ? html`<a href=${bar.href}>${bar.label}</a>` : bar.label);
    return chart(
        given.title,
        barRows(
            given.title,
            bars.map((bar) => ({
                label: named(bar),
                parts: [{ value: bar.value, tone: bar.tone ?? "" }],
                said: `${numberText(bar.value)} · ${shareText(bar.value, total)}`,
                limit,
            })),
        ),
        html`<thead>
                <tr>
                    <td></td>
                    <th scope="col" class="number">${given.unit}</th>
                    <th scope="col" class="number">%</th>
                </tr>
            </thead>
            <tbody>
                ${bars.map(
                    (bar) =>
                        html`<tr>
                            <th scope="row">${named(bar)}</th>
                            <td class="number">${numberText(bar.value)}</td>
                            <td class="number">${shareText(bar.value, total)}</td>
                        </tr>`,
                )}
                ${
                    limit === undefined
                        ? nothing
                        : html`<tr>
                          <th scope="row">${given.limitLabel ?? ""}</th>
                          <td class="number">${numberText(limit)}</td>
                          <td></td>
                      </tr>`
                }
            </tbody>`,
    );
}

// Any drawing with the table that says the same.
export const chart = (title: string, drawing: TemplateResult, rows: TemplateResult): TemplateResult => html`
    <figure class="figure">
        <figcaption>${title}</figcaption>
        ${drawing}
        <details>
            <summary>${c.asTable}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=${title}>
                <table class="plain" aria-label=${title}>
                    ${rows}
                </table>
            </div>
        </details>
    </figure>
`;
