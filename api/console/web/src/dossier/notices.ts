// The notice of the result: when it was issued, received and published, and its term.
import { html, nothing, type TemplateResult } from "lit";
import { get } from "../api/client.js";
import { Load } from "../load.js";
import { dateView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { byLine, recordLink } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { publicationWords } from "../words/acts.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";
import { DossierPart } from "./tab.js";

const w = words({
    noNotice: ["Chưa ban hành thông báo", "No notice was issued"],
    decided: ["Kết luận", "Decision"],
    notice: ["Thông báo", "Notice"],
    after: [
        (n: number) => `sau ${numberText(n)} ngày làm việc`,
        (n: number) => `after ${numberText(n)} working days`,
    ],
    past: [
        (n: number) => `quá ${numberText(n)} ngày làm việc (quy định nội bộ)`,
        (n: number) => `past the internal ${numberText(n)} working days`,
    ],
    until: ["Thời hạn thông báo đến hết ngày", "A notice is due by"],
    received: ["Nhận", "Received"],
    acknowledged: ["Người được đánh giá xác nhận đã nhận", "Acknowledged by the person"],
    deemed: ["Coi như đã nhận, theo biên bản từ chối nhận", "Deemed received, by minutes of refusal"],
    published: ["Công khai", "Published"],
});

export class DossierNotices extends DossierPart {
    private readonly load = new Load(this, () =>
        get(
            "/v1/notices",
            {},
            { cycle: this.of.line.cycle, person: this.of.line.person, limit: 50, ...this.known },
            this.purpose,
        ),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const own = (data.items ?? []).filter(({ notice }) => notice.dossier === this.dossier);
            if (own.length === 0) return emptyView(w.noNotice, undefined, "document");
            return html`${own.map(
                ({ notice, workingDays, term, pastInternalPeriod, workingDaysReceived }) =>
                    html`<article class="card">
                        <dl class="facts">
                            <dt>${w.decided}</dt>
                            <dd>${dateView(notice.decidedOn)}, ${notice.decision.number}</dd>
                            <dt>${w.notice}</dt>
                            <dd>
                                ${
                                    notice.noticeDated
                                        ? html`${dateView(notice.noticeDated)}, ${notice.notice?.number ?? "–"}
                                      ${
                                          workingDays === undefined
                                              ? nothing
                                              : html`<span class="tag plain"
                                                >${icon("clock")}${w.after(workingDays)}</span
                                            >`
                                      }
                                      ${
                                          pastInternalPeriod && term
                                              ? html`<span class="tag warn"
                                                >${icon("flag")}${w.past(term.days)}</span
                                            >`
                                              : nothing
                                      }
                                      ${
                                          notice.noticeBy
                                              ? html`<p class="muted">
                                                ${byLine(notice.noticeBy)} · ${recordLink(notice.noticeBy.position)}
                                            </p>`
                                              : nothing
                                      }`
                                        : html`${w.noNotice}${term ? html`. ${w.until} ${dateView(term.last)}` : nothing}`
                                }
                            </dd>
                            ${
                                notice.receivedOn
                                    ? html`<dt>${w.received}</dt>
                                      <dd>
                                          ${dateView(notice.receivedOn)}
                                          ${
                                              workingDaysReceived === undefined
                                                  ? nothing
                                                  : html`<span class="tag plain"
                                                    >${icon("clock")}${w.after(workingDaysReceived)}</span
                                                >`
                                          }
                                          <p class="muted">
                                              ${notice.receivedHow === "DEEMED" ? w.deemed : w.acknowledged}${
                                                  notice.refusalMinutes ? `: ${notice.refusalMinutes.number}` : ""
                                              }
                                          </p>
                                      </dd>`
                                    : nothing
                            }
                            ${
                                notice.publishedOn
                                    ? html`<dt>${w.published}</dt>
                                      <dd>
                                          ${dateView(notice.publishedOn)},
                                          ${publicationWords(notice.publishedHow ?? "")}
                                      </dd>`
                                    : nothing
                            }
                        </dl>
                    </article>`,
            )}
            ${recordLine(asOf)}`;
        })}`;
    }
}
customElements.define("mb-dossier-notices", DossierNotices);
