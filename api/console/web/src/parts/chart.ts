// Charts, each with its numbers as a table: whoever cannot see the one reads the other. Only scales come from d3.
import { html, nothing, svg, type TemplateResult } from "lit";
import { scaleBand, scaleLinear } from "d3-scale";
import { c } from "../words/common.js";
import { numberText, shareText } from "../words/format.js";

export interface Bar {
    label: string;
    value: number;
    tone?: string; // "level-good": a class of the style sheet
    href?: string;
}

// Bars that lie, one row each, with their numbers at the end. `limit` draws a line, such as a share that may be used.
export function barChart(given: {
    title: string;
    bars: readonly Bar[];
    unit: string;
    limit?: number;
    limitLabel?: string;
}): TemplateResult {
    const { bars, limit } = given;
    const width = 640;
    const row = 48;
    const height = bars.length * row;
    const most = Math.max(1, limit ?? 0, ...bars.map((bar) => bar.value));
    const x = scaleLinear([0, most], [0, width - 120]);
    const y = scaleBand(
        bars.map((bar) => bar.label),
        [20, height],
    ).paddingInner(0.55);
    const total = bars.reduce((sum, bar) => sum + bar.value, 0);
    return chart(
        given.title,
        svg`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${given.title} class="chart">
            ${bars.map(
                (bar) => svg`<g transform="translate(0 ${y(bar.label) ?? 0})">
                    <text class="label" y="-5">${bar.label}</text>
                    <rect class="bar ${bar.tone ?? ""}" width=${Math.max(2, x(bar.value))} height=${y.bandwidth()} rx="4"></rect>
                    <text class="value" x=${x(bar.value) + 8} y=${y.bandwidth() / 2} dominant-baseline="central">
                        ${numberText(bar.value)} · ${shareText(bar.value, total)}
                    </text>
                </g>`,
            )}
            ${limit === undefined ? nothing : svg`<line class="limit" x1=${x(limit)} x2=${x(limit)} y1="20" y2=${height}></line>`}
        </svg>`,
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
                            <th scope="row">${bar.href ? html`<a href=${bar.href}>${bar.label}</a>` : bar.label}</th>
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
