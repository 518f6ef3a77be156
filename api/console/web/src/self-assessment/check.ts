// The last look at a self-assessment: what is still missing, all that will be recorded, and what can then not be changed.
import { html, nothing, type TemplateResult } from "lit";
import { levelBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { effectWords, judgedWords, qualitiesOf, qualityWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { formWords, missing, type Content, type Work } from "./content.js";
import { tasksView } from "./tasks.js";

const w = words({
    check: ["Kiểm tra lần cuối", "Last check"],
    missing: ["Còn thiếu", "Still missing"],
    becomesFixed: ["Những gì được ghi lại và không sửa được", "What is recorded and cannot be changed"],
    fixed1: [
        "Toàn bộ nội dung trên trang này, người nộp và thời điểm nộp.",
        "All that stands on this page, who files and when.",
    ],
    fixed2: [
        "Người đứng đầu, cơ quan tham mưu, cấp có thẩm quyền và thanh tra đọc được phiếu.",
        "The head, the personnel body, the authority and inspection can read it.",
    ],
    fixed3: [
        "Chỉ nộp lại được khi phiếu được trả lại, hoặc trước khi có đề xuất; bản trước vẫn còn.",
        "It can be filed again when it is returned, or before a proposal; earlier versions stay.",
    ],
    back: ["Sửa tiếp", "Go on writing"],
    file: ["Nộp phiếu", "File the form"],
    filing: ["Đang nộp…", "Filing…"],
});

export function checkView(given: {
    leader: boolean;
    work: Work;
    content: Content;
    busy: boolean;
    file: () => void;
}): TemplateResult {
    const lacks = missing(given.leader, given.content);
    return html`
        ${
            lacks.length > 0
                ? html`<div class="notice warn" role="alert">
                  ${icon("warn")}
                  <div>
                      <p class="notice-title">${w.missing}</p>
                      <ul>
                          ${lacks.map((one) => html`<li>${one}</li>`)}
                      </ul>
                  </div>
              </div>`
                : nothing
        }
        <section class="card accent">
            <h2>${w.check}</h2>
            ${summary(given.leader, given.content)}
            <h3>${formWords.tasks}</h3>
            ${tasksView(given.work)}
        </section>
        <section class="notice">
            ${icon("shield")}
            <div>
                <p class="notice-title">${w.becomesFixed}</p>
                <ul>
                    <li>${w.fixed1}</li>
                    <li>${w.fixed2}</li>
                    <li>${w.fixed3}</li>
                </ul>
            </div>
        </section>
        <p class="actions">
            <button type="button" ?disabled=${lacks.length > 0 || given.busy} @click=${given.file}>
                ${given.busy ? w.filing : w.file}
            </button>
            <button type="button" class="quiet" @click=${() => history.back()}>${w.back}</button>
        </p>
    `;
}

const summary = (leader: boolean, content: Content): TemplateResult => html`
    <dl class="facts">
        ${qualitiesOf(leader).map((quality) => {
            const value = content.values[quality];
            return html`<dt>${qualityWords(quality)}</dt>
                <dd>
                    ${value ? judgedWords(value) : formWords.empty}${
                        content.reasons[quality]
                            ? html`<blockquote>${content.reasons[quality]}</blockquote>`
                            : nothing
                    }
                </dd>`;
        })}
        <dt>${formWords.effectiveness}</dt>
        <dd>${content.effectiveness ? effectWords(content.effectiveness) : formWords.empty}</dd>
        <dt>${formWords.results}</dt>
        <dd><blockquote>${content.results || formWords.empty}</blockquote></dd>
        <dt>${formWords.strengths}</dt>
        <dd><blockquote>${content.strengths || formWords.empty}</blockquote></dd>
        <dt>${formWords.level}</dt>
        <dd>${content.level ? levelBadge(content.level) : formWords.empty}</dd>
    </dl>
`;
