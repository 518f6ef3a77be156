// Phiếu căn cứ xếp loại: the criteria with their clauses, judgements, proposals and the decision, on one sheet of A4.
import { html, nothing, type TemplateResult } from "lit";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { paperHead } from "../parts/paper.js";
import { byLine, openProvenance, recordLink } from "../parts/provenance.js";
import { proofBadge } from "../parts/proof.js";
import { recordLine } from "../parts/record.js";
import { me } from "../session.js";
import { groundWords, standingWords } from "../words/acts.js";
import { timeText } from "../words/format.js";
import { judgeWords } from "../words/judging.js";
import { remarkWords } from "../words/organisation.js";
import { classWords, effectWords, judgedWords, levelWords, qualityWords, type Quality } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { DossierPart } from "./tab.js";

const w = words({
    title: ["Phiếu căn cứ xếp loại", "Sheet of grounds"],
    print: ["In phiếu (A4)", "Print the sheet (A4)"],
    person: ["Người được đánh giá, xếp loại", "Rated person"],
    post: ["Chức vụ, đơn vị", "Post and unit"],
    agency: ["Cơ quan quản lý", "Managing agency"],
    subject: ["Đối tượng", "Class"],
    dossier: ["Mã hồ sơ", "Dossier"],
    criteria: ["Tiêu chí và căn cứ pháp luật", "Criteria and clauses"],
    advice: [
        "Tiêu chí và căn cứ pháp luật (tham khảo, chưa kết luận)",
        "Criteria and clauses (advice, nothing is decided)",
    ],
    self: ["Tự xếp loại", "Self-assessed level"],
    judgements: ["Đánh giá từng tiêu chí", "Judgements"],
    judge: ["Người đánh giá", "Judge"],
    effect: ["Hiệu quả", "Effectiveness"],
    party: ["Ý kiến nhận xét của cấp ủy", "Party committee's opinion"],
    proposals: ["Thẩm định, đề xuất mức xếp loại", "Appraisals and proposals"],
    proposer: ["Người đề xuất", "By"],
    before: ["Trước đó", "Before"],
    proposed: ["Đề xuất", "Proposed"],
    reason: ["Lý do", "Reason"],
    conclusion: ["Kết luận đánh giá, xếp loại", "Conclusion"],
    undecided: ["Chưa kết luận.", "Not decided yet."],
    none: ["Chưa có.", "None yet."],
    decided: ["Mức xếp loại", "Level"],
    by: ["Người kết luận", "Decided by"],
    document: ["Văn bản", "Document"],
    then: ["Thẩm quyền, theo hiểu biết lúc đó", "Authority, as known then"],
    now: ["Thẩm quyền, theo hiểu biết hiện nay", "Authority, as known now"],
    quota: ['Tỷ lệ xếp loại "Hoàn thành xuất sắc nhiệm vụ"', "Excellent quota"],
    selected: ["Được chọn trong tỷ lệ", "Chosen within the quota"],
    lowered: ["Không được chọn vì vượt tỷ lệ", "Not chosen: above the quota"],
    clarify: ["Cần làm rõ", "To be explained"],
    correction: ["Đính chính", "Correction"],
    earlier: ["Các kết luận trước", "Earlier decisions"],
    cancelled: ["Đã hủy", "Cancelled"],
    proof: ["Kiểm chứng bản ghi của kết luận", "Proof of the decision"],
    origin: ["Xuất xứ", "Provenance"],
    printed: [
        (who: string, at: string) =>
            `Bản in từ hệ thống Minh Bạch, chưa ký số. Người in: ${who}. Thời điểm in: ${at}.`,
        (who: string, at: string) => `Print from the system Minh Bạch, not signed. Printed by ${who} at ${at}.`,
    ],
    typed: ["Số liệu nhập từ danh sách đã ký", "Figures typed from the signed list"],
});

type Sheet = Schemas["GroundSheet"];
type Evaluation = Schemas["RuleEvaluation"];
const qualities: Quality[] = ["politics", "ethics", "style", "discipline", "leadership"];

// The clauses that carried the level.
export const clausesOf = (evaluation: Evaluation): string[] => [
    ...new Set(
        (evaluation.trace ?? [])
            .filter((entry) => entry.held && entry.stage === evaluation.level)
            .map((entry) => entry.citation),
    ),
];

export class DossierGrounds extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/dossiers/{dossier}/grounds", { dossier: this.dossier }, this.known, this.purpose),
    );

    // Fetched with this part: words for every fact there is are many.
    override connectedCallback(): void {
        super.connectedCallback();
        void import("./criteria.js");
    }

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const decision = data.decisions?.at(-1);
            const evaluation = decision?.event.evaluation ?? data.advice;
            const { line } = data;
            return html`
                <p class="actions no-print">
                    <button type="button" class="quiet" @click=${() => print()}>${icon("print")}${w.print}</button>
                </p>
                <article class="sheet">
                    ${paperHead(line.agency)}
                    <h2 class="sheet-title">${w.title}</h2>
                    <dl class="facts">
                        <dt>${w.person}</dt>
                        <dd><b>${line.name}</b> (${line.person})</dd>
                        <dt>${w.post}</dt>
                        <dd>
                            ${line.post} – ${line.unit.name}${line.unit.parentName ? `, ${line.unit.parentName}` : ""}
                        </dd>
                        <dt>${w.agency}</dt>
                        <dd>${line.agency.name}</dd>
                        <dt>${w.subject}</dt>
                        <dd>${classWords(line.subjectClass)}</dd>
                        <dt>${w.dossier}</dt>
                        <dd>${line.dossier}</dd>
                        ${
                            data.selfAssessment
                                ? html`<dt>${w.self}</dt>
                                  <dd>
                                      ${levelWords(data.selfAssessment.event.proposedLevel)};
                                      ${byLine(data.selfAssessment.by)}
                                  </dd>`
                                : nothing
                        }
                    </dl>
                    <h3>${w.conclusion}</h3>
                    ${this.conclusion(data)}
                    ${
                        evaluation
                            ? html`<h3>${decision ? w.criteria : w.advice}</h3>
                              <mb-criteria .evaluation=${evaluation}></mb-criteria>`
                            : nothing
                    }
                    <h3>${w.judgements}</h3>
                    ${this.judgements(data)}
                    ${
                        data.partyOpinion
                            ? html`<h3>${w.party}</h3>
                              <p>
                                  ${data.partyOpinion.event.committee}, ${dateView(data.partyOpinion.event.dated)}:
                                  ${data.partyOpinion.event.opinion}
                              </p>`
                            : nothing
                    }
                    <h3>${w.proposals}</h3>
                    ${this.proposals(data)} ${recordLine(asOf)}
                    <p class="print-note">
                        ${w.printed(me()?.name ?? me()?.person ?? "", timeText(new Date().toISOString()))}
                    </p>
                </article>
            `;
        })}`;
    }

    private conclusion(sheet: Sheet): TemplateResult {
        const decision = sheet.decisions?.at(-1);
        if (!decision) return html`<p class="muted">${w.undecided}</p>`;
        const document = sheet.decisionDocument;
        const earlier = (sheet.decisionStandings ?? []).filter((standing) => !standing.inForce);
        return html`<dl class="facts">
            <dt>${w.decided}</dt>
            <dd>
                ${levelBadge(decision.event.level ?? "NOT_RATED")}
                <button
                    type="button"
                    class="quiet small"
                    data-key="p"
                    @click=${() =>
                        void openProvenance({
                            by: decision.by,
                            type: "rating.decided",
                            value: decision.event.level ? levelWords(decision.event.level) : levelWords("NOT_RATED"),
                            reason: decision.event.reason ?? "",
                            clauses: clausesOf(decision.event.evaluation),
                        })}
                >
                    ${w.origin}
                </button>
            </dd>
            <dt>${w.by}</dt>
            <dd>${byLine(decision.by)} · ${recordLink(decision.by.position)}</dd>
            <dt>${w.document}</dt>
            <dd>
                ${document?.number ?? decision.event.document}${
                    document?.date ? html`, ${dateView(document.date)}` : nothing
                }
            </dd>
            ${
                decision.event.reason
                    ? html`<dt>${w.reason}</dt>
                      <dd>${decision.event.reason}</dd>`
                    : nothing
            }
            ${
                sheet.competence
                    ? html`<dt>${w.then}</dt>
                      <dd>${this.standing(sheet.competence.then)}</dd>
                      <dt>${w.now}</dt>
                      <dd>
                          ${this.standing(sheet.competence.now)}
                          ${(sheet.competence.remarks ?? []).map(
                              (one) => html`<p class="tag warn">${remarkWords(one)}</p>`,
                          )}
                      </dd>`
                    : nothing
            }
            ${
                sheet.settlement && (sheet.settlement.selected || sheet.settlement.lowered)
                    ? html`<dt>${w.quota}</dt>
                      <dd>${sheet.settlement.selected ? w.selected : w.lowered}</dd>`
                    : nothing
            }
            ${(decision.event.breaches ?? []).map(
                (breach) =>
                    html`<dt>${w.clarify}</dt>
                        <dd>${breach.detail}</dd>`,
            )}
            ${(sheet.corrections ?? []).map(
                ({ by, event }) =>
                    html`<dt>${w.correction}</dt>
                        <dd>${event.what}: <del>${event.was}</del> → <ins>${event.is}</ins>; ${byLine(by)}</dd>`,
            )}
            ${earlier.map(
                (standing) =>
                    html`<dt>${w.earlier}</dt>
                        <dd>
                            ${levelBadge(standing.level ?? "NOT_RATED")}
                            ${
                                standing.cancelled
                                    ? html`<p>
                                      ${w.cancelled}: ${groundWords(standing.cancelled.ground)};
                                      ${standing.cancelled.reason}; ${byLine(standing.cancelled.by)}
                                  </p>`
                                    : nothing
                            }
                        </dd>`,
            )}
            <dt class="no-print">${w.proof}</dt>
            <dd class="no-print">${proofBadge(decision.by.position, true)}</dd>
        </dl>`;
    }

    private standing(standing: Schemas["Standing"]): TemplateResult {
        return html`<span class="tag ${standing.competent ? "good" : "warn"}">${standingWords(standing.why)}</span>
            ${
                standing.document
                    ? html`${standing.document.registered.number}, ${dateView(standing.document.registered.date)}`
                    : nothing
            }`;
    }

    private judgements(sheet: Sheet): TemplateResult {
        const judgements = sheet.judgements ?? [];
        if (judgements.length === 0) return html`<p class="muted">${w.none}</p>`;
        const shown = qualities.filter((quality) => judgements.some(({ event }) => event.general[quality]));
        return html`<table class="list" aria-label=${w.judgements}>
            <thead>
                <tr>
                    <th scope="col">${w.judge}</th>
                    ${shown.map((quality) => html`<th scope="col">${qualityWords(quality)}</th>`)}
                    <th scope="col">${w.effect}</th>
                </tr>
            </thead>
            <tbody>
                ${judgements.map(
                    ({ by, event }) =>
                        html`<tr>
                            <th scope="row" class="light">
                                <b>${judgeWords(event.judge)}</b>
                                <p>${byLine(by)}</p>
                                ${
                                    event.typed
                                        ? html`<p class="muted">${w.typed} ${event.typed.signedList}</p>`
                                        : nothing
                                }
                            </th>
                            ${shown.map((quality) => {
                                const judged = event.general[quality];
                                return html`<td data-label=${qualityWords(quality)}>
                                    ${judged ? judgedWords(judged.value) : "–"}${
                                        judged?.reason
                                            ? html`<p class="muted"><small>${judged.reason}</small></p>`
                                            : nothing
                                    }
                                </td>`;
                            })}
                            <td data-label=${w.effect}>${effectWords(event.effectiveness)}</td>
                        </tr>`,
                )}
            </tbody>
        </table>`;
    }

    private proposals(sheet: Sheet): TemplateResult {
        const proposals = sheet.proposals ?? [];
        if (proposals.length === 0) return html`<p class="muted">${w.none}</p>`;
        return html`<table class="list" aria-label=${w.proposals}>
            <thead>
                <tr>
                    ${[w.proposer, w.before, w.proposed, w.reason].map((title) => html`<th scope="col">${title}</th>`)}
                </tr>
            </thead>
            <tbody>
                ${proposals.map(
                    ({ by, event }) =>
                        html`<tr>
                            <th scope="row" class="light">${byLine(by)}</th>
                            <td data-label=${w.before}>${event.previous ? levelWords(event.previous) : "–"}</td>
                            <td data-label=${w.proposed}>${levelBadge(event.level)}</td>
                            <td data-label=${w.reason}>${event.reason ?? "–"}</td>
                        </tr>`,
                )}
            </tbody>
        </table>`;
    }
}
customElements.define("mb-dossier-grounds", DossierGrounds);
