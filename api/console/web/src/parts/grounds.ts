// On what a level rests, short enough to be read before one decides: counts, judgements, the proposal, opinions.
import { html, nothing, type TemplateResult } from "lit";
import type { AnswerOf } from "../api/client.js";
import { numberText } from "../words/format.js";
import { effectWords, judgedWords, qualityWords, type Quality } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { levelBadge, unitView } from "./badges.js";

const w = words({
    self: ["Tự xếp loại", "Self"],
    rule: ["Mức theo tiêu chí", "Level by the criteria"],
    proposed: ["Đề xuất", "Proposed"],
    reasonGiven: ["Lý do đề xuất", "Reason of the proposal"],
    counts: ["Nhiệm vụ", "Tasks"],
    countsText: [
        (assigned: number, completed: number, exceeded: number) =>
            `${numberText(assigned)} được giao, ${numberText(completed)} hoàn thành, ${numberText(exceeded)} vượt mức`,
        (assigned: number, completed: number, exceeded: number) =>
            `${numberText(assigned)} assigned, ${numberText(completed)} completed, ${numberText(exceeded)} exceeded`,
    ],
    general: ["Tiêu chí chung", "General criteria"],
    effectiveness: ["Hiệu quả", "Effectiveness"],
    headComment: ["Nhận xét của người đứng đầu", "The head's comment"],
    party: ["Ý kiến của cấp ủy", "The party committee's opinion"],
    meeting: ["Biên bản cuộc họp", "Minutes"],
    noMeeting: ["chưa có biên bản được thông qua", "no adopted minutes yet"],
});

type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];

export const groundsView = (dossier: Dossier): TemplateResult => {
    const proposal = dossier.proposals?.at(-1)?.event;
    const judged = dossier.judgements?.at(-1)?.event;
    const self = dossier.selfAssessment?.event;
    const counts = judged?.typed?.work ?? self?.counts;
    const comment = dossier.comments?.find((one) => one.event.side === "DIRECT_HEAD")?.event;
    return html`<p>${unitView(dossier.line.unit)}</p>
        <dl class="facts">
            <dt>${w.self}</dt>
            <dd>${levelBadge(self?.proposedLevel)}</dd>
            ${
                proposal?.ruleLevel
                    ? html`<dt>${w.rule}</dt>
                          <dd>${levelBadge(proposal.ruleLevel)}</dd>`
                    : nothing
            }
            <dt>${w.proposed}</dt>
            <dd>${levelBadge(proposal?.level)}</dd>
            ${
                proposal?.reason
                    ? html`<dt>${w.reasonGiven}</dt>
                          <dd>${proposal.reason}</dd>`
                    : nothing
            }
            ${
                counts
                    ? html`<dt>${w.counts}</dt>
                          <dd>${w.countsText(counts.assigned, counts.completed, counts.exceeded)}</dd>`
                    : nothing
            }
            ${
                judged
                    ? html`<dt>${w.general}</dt>
                          <dd>
                              <ul class="plain-list">
                                  ${Object.entries(judged.general).map(
                                      ([quality, one]) =>
                                          html`<li>
                                              ${qualityWords(quality as Quality)}:
                                              <b>${judgedWords(one.value)}</b
                                              >${one.reason ? html` (${one.reason})` : nothing}
                                          </li>`,
                                  )}
                              </ul>
                          </dd>
                          <dt>${w.effectiveness}</dt>
                          <dd>${effectWords(judged.effectiveness)}</dd>`
                    : nothing
            }
            ${
                comment
                    ? html`<dt>${w.headComment}</dt>
                          <dd>${comment.text}</dd>`
                    : nothing
            }
            ${
                dossier.partyOpinion
                    ? html`<dt>${w.party}</dt>
                          <dd>${dossier.partyOpinion.event.opinion}</dd>`
                    : nothing
            }
            <dt>${w.meeting}</dt>
            <dd>
                ${
                    dossier.meetings?.length
                        ? dossier.meetings.map((one) => html`<a href="/cuoc-hop/${one.meeting}">${one.meeting}</a> `)
                        : w.noMeeting
                }
            </dd>
        </dl>`;
};
