// Petitions and complaints about the dossier, and what a re-rating left to be done.
import { html, nothing, type TemplateResult } from "lit";
import { type Schemas } from "../api/client.js";
import { dateView, personView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { byLine } from "../parts/provenance.js";
import { emptyView } from "../parts/states.js";
import { objectionWords } from "../words/vocabulary.js";
import { say, words, type Pair } from "../words/words.js";
import { DossierPart } from "./tab.js";

const w = words({
    noObjection: ["Không có kiến nghị, khiếu nại nào", "There is no objection"],
    against: ["Đối với văn bản", "Against"],
    receivedOn: ["Ngày nhận", "Received on"],
    resolver: ["Người giải quyết", "Resolver"],
    same: [
        "Người giải quyết cũng là người đã kết luận mức xếp loại",
        "The resolver is the person who decided the level",
    ],
    answerBy: ["Thời hạn giải quyết", "To be answered by"],
    noTerm: ["không có thời hạn theo luật", "the law sets no term"],
    effects: ["Việc phải làm sau khi xếp loại lại", "Left to be done after the re-rating"],
    settled: ["Đã làm", "Settled"],
    open: ["Chưa làm", "Open"],
});

const effectKinds: Record<Schemas["EffectLine"]["kind"], Pair> = {
    QUOTA_OF_AGENCY: ["Xem lại tỷ lệ xuất sắc của cơ quan", "Quota of the agency"],
    QUOTA_OF_GROUP: ["Xem lại tỷ lệ xuất sắc của nhóm", "Quota of the group"],
    HEAD_ABOVE_UNIT: ["Người lãnh đạo cao hơn mức của đơn vị", "A leader stands above the unit"],
    SUBMISSION_SENT: ["Hồ sơ của đơn vị đã gửi phải điều chỉnh", "The unit's file is to be corrected"],
    REPORT_SUBMITTED: ["Báo cáo tổng hợp đã gửi phải điều chỉnh", "The report is to be restated"],
    NOTICE_DUE: ["Phải thông báo kết quả mới", "A new notice is due"],
    PARTY_COMMITTEE_DUE: ["Phải báo cấp ủy", "The party committee is to be told"],
};

export class DossierObjections extends DossierPart {
    override render(): TemplateResult {
        const objections = this.of.objections ?? [];
        const effects = this.of.effects ?? [];
        return html`
            ${
                objections.length === 0
                    ? emptyView(w.noObjection)
                    : objections.map(
                          (one) =>
                              html`<article class="card">
                              <div class="card-title">
                                  <h2>${objectionWords(one.kind)} <span class="code muted">${one.objection}</span></h2>
                                  <span class="tag info"
                                      >${objectionWords(one.status)}${
                                          one.outcome ? `: ${objectionWords(one.outcome)}` : ""
                                      }</span
                                  >
                              </div>
                              <dl class="facts">
                                  <dt>${w.against}</dt>
                                  <dd>${one.decisionDocument.number}</dd>
                                  <dt>${w.receivedOn}</dt>
                                  <dd>${dateView(one.receivedOn)}</dd>
                                  ${
                                      one.resolver
                                          ? html`<dt>${w.resolver}</dt>
                                            <dd>
                                                ${personView(one.resolver)}${
                                                    one.resolverDecided
                                                        ? html` <span class="tag warn">${icon("flag")}${w.same}</span>`
                                                        : nothing
                                                }
                                            </dd>`
                                          : nothing
                                  }
                                  <dt>${w.answerBy}</dt>
                                  <dd>
                                      ${one.answerBy ? dateView(one.answerBy) : w.noTerm}${
                                          one.termBasis ? html`<p class="muted">${one.termBasis}</p>` : nothing
                                      }
                                  </dd>
                              </dl>
                          </article>`,
                      )
            }
            ${
                effects.length === 0
                    ? nothing
                    : html`<section class="block">
                      <h2>${w.effects}</h2>
                      <ul class="plain-list">
                          ${effects.map(
                              (one) =>
                                  html`<li>
                                      <span class="tag ${one.open ? "warn" : "good"}"
                                          >${one.open ? w.open : w.settled}</span
                                      >
                                      ${say(effectKinds[one.kind])} – ${unitView(one.owner)}
                                      ${
                                          one.settled
                                              ? html`<p class="muted">${one.settled.what}; ${byLine(one.settled.by)}</p>`
                                              : nothing
                                      }
                                  </li>`,
                          )}
                      </ul>
                  </section>`
            }
        `;
    }
}
customElements.define("mb-dossier-objections", DossierObjections);
