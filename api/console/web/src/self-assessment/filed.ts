// A self-assessment as it was filed, and what else judges the same criteria.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { effectWords, judgedWords, qualitiesOf, qualityWords } from "../words/vocabulary.js";
import { formWords } from "./content.js";

export const judgementRows = (judged: Pick<Schemas["SelfAssessmentFiled"], "general" | "effectiveness">): unknown => [
    ...qualitiesOf(true).map((quality) => {
        const one = judged.general[quality];
        return one
            ? html`<dt>${qualityWords(quality)}</dt>
                  <dd>
                      ${judgedWords(one.value)}${one.reason ? html`<blockquote>${one.reason}</blockquote>` : nothing}
                  </dd>`
            : nothing;
    }),
    html`<dt>${formWords.effectiveness}</dt>
        <dd>${effectWords(judged.effectiveness)}</dd>`,
];

export const filedFacts = (filed: Schemas["SelfAssessmentFiled"]): TemplateResult =>
    html`<dl class="facts">
        ${judgementRows(filed)}
        ${filed.sections?.map(
            (section) =>
                html`<dt>${section.heading}</dt>
                    <dd><blockquote>${section.text}</blockquote></dd>`,
        )}
    </dl>`;
