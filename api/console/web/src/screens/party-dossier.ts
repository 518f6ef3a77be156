// The dossier of a party member, for those of the party side: self-review, appraisal, the ballot as counts, the levels,
// the objections.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { deedButtons, obstaclesView } from "../parts/allowed.js";
import { byView, dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import { partyDeeds } from "../parts/party-acts.js";
import { ballotView, paperText } from "../parts/party-ballot.js";
import { cancellationsView, decisionsView, lastView, reasonView, type Sourced } from "../parts/party-record.js";
import { recordLine } from "../parts/record.js";
import { Screen } from "../screen.js";
import { exemptionWords, partyStatusWords } from "../words/party.js";
import { objectionWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    list: ["Xếp loại đảng viên", "Party members' ratings"],
    title: ["Hồ sơ đảng viên", "A party member's dossier"],
    member: ["Đảng viên", "Member"],
    cell: ["Chi bộ", "Cell"],
    committee: ["Cấp ủy có thẩm quyền tại", "Committee at"],
    unit: ["Đơn vị công tác", "Works in"],
    status: ["Trạng thái", "Status"],
    level: ["Mức xếp loại", "Level"],
    exempted: ["Miễn kiểm điểm, xếp loại", "Exempted"],
    self: ["Tự kiểm điểm", "Self-review"],
    strengths: ["Ưu điểm", "Strengths"],
    limits: ["Hạn chế, khuyết điểm", "Shortcomings"],
    remedied: ["Khắc phục hạn chế năm trước", "Earlier shortcomings"],
    measures: ["Biện pháp khắc phục", "Measures"],
    proposed: ["Tự nhận mức", "Proposed level"],
    appraisal: ["Chi ủy thẩm định", "Appraisal"],
    ballot: ["Bỏ phiếu kín", "Secret ballot"],
    proposal: ["Chi bộ đề nghị", "Proposal of the cell"],
    notice: ["Thông báo", "Notice"],
    shared: ["Đã cung cấp căn cứ cho bên Nhà nước", "Grounds shared with the state side"],
    objections: ["Kiến nghị, khiếu nại", "Objections"],
    answerBy: ["Trả lời trước hết ngày", "Answer by"],
    outcome: ["Kết quả", "Outcome"],
    same: ["người giải quyết cũng là người đã quyết định", "the resolver had decided the level"],
});

type Dossier = AnswerOf<"/v1/party/dossiers/{dossier}">["data"];

export default class PartyDossier extends Screen {
    private readonly dossier = new Load(this, () =>
        get(
            "/v1/party/dossiers/{dossier}",
            { dossier: this.inPath("dossier") },
            { known_as_of: this.inQuery("known_as_of") },
            this.inQuery("purpose"),
        ),
    );
    private readonly actions = new Load(this, () =>
        this.inQuery("known_as_of") === undefined
            ? get("/v1/party/dossiers/{dossier}/allowed-actions", { dossier: this.inPath("dossier") })
            : undefined,
    );
    private readonly done = (): void => {
        void this.dossier.again();
        void this.actions.again();
    };

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/dang">${w.list}</a></p>
            <h1>${w.title}</h1>
            ${this.dossier.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private content(of: Dossier): TemplateResult {
        const { line } = of;
        const actions = this.actions.body?.data;
        return html`<section class="card accent">
                <dl class="facts">
                    <dt>${w.member}</dt>
                    <dd>${personView(line.person)}</dd>
                    <dt>${w.cell}</dt>
                    <dd>${line.cell}</dd>
                    <dt>${w.committee}</dt>
                    <dd>${unitView(of.committeeUnit)}</dd>
                    <dt>${w.unit}</dt>
                    <dd>${unitView(line.unit)}</dd>
                    <dt>${w.status}</dt>
                    <dd><span class="tag info">${partyStatusWords(line.status)}</span></dd>
                    <dt>${w.level}</dt>
                    <dd>${line.level ? levelBadge(line.level) : "–"}</dd>
                </dl>
                ${actions ? deedButtons(actions.actions, partyDeeds(of, actions), this.done) : nothing}
                ${obstaclesView(actions?.actions)}
            </section>
            ${of.exemptions?.map(
                ({ by, event }) =>
                    html`<section class="card">
                        <h2>${w.exempted}</h2>
                        <p>${exemptionWords(event.ground)} <small class="muted">${event.clause}</small></p>
                        <p class="muted">${byView(by)}</p>
                    </section>`,
            )}
            ${lastView(w.self, of.selfReviews, (event) => this.self(event))}
            ${lastView(
                w.appraisal,
                of.appraisals,
                (event) =>
                    html`<p>${levelBadge(event.proposed)}</p>
                        <blockquote>${event.opinion}</blockquote>`,
            )}
            ${lastView(w.ballot, of.ballots, (event) => ballotView(event))}
            ${lastView(
                w.proposal,
                of.proposals,
                (event) =>
                    html`<p>${levelBadge(event.level)}</p>
                        ${reasonView(event.reason)}`,
            )}
            ${decisionsView(of.decisions)}
            ${cancellationsView(of.cancellations)}
            ${lastView(w.notice, of.notices, (event) => html`<p>${paperText(event.paper)}</p>`)}
            ${lastView(w.shared, of.shared, (event) => html`<p>${paperText(event.paper)}</p>`)}
            ${this.objections(of)}`;
    }

    private self(event: Schemas["PartySelfReviewFiled"]): TemplateResult {
        const rows: [string, string | undefined][] = [
            [w.strengths, event.strengths],
            [w.limits, event.limits],
            [w.remedied, event.remedied],
            [w.measures, event.measures],
        ];
        return html`<dl class="facts">
            ${rows.map(
                ([title, text]) =>
                    html`<dt>${title}</dt>
                        <dd>${text || "–"}</dd>`,
            )}
            <dt>${w.proposed}</dt>
            <dd>${levelBadge(event.proposed)}</dd>
        </dl>`;
    }

    private objections(of: Dossier): TemplateResult | typeof nothing {
        if (!of.objections?.length) return nothing;
        return html`<section class="card">
            <h2>${w.objections}</h2>
            ${of.objections.map(({ by, event }) => {
                const its = <E extends { objection: string }>(
                    all: readonly Sourced<E>[] | undefined,
                ): E | undefined => all?.find((one) => one.event.objection === event.objection)?.event;
                const receipt = its(of.receipts);
                const resolved = its(of.resolutions);
                const withdrawn = its(of.withdrawals);
                return html`<article class="inset">
                    <p>
                        <b>${objectionWords(event.kind)}</b> ${dateView(event.receivedOn)}
                        <span class="code">${event.objection}</span>
                    </p>
                    <blockquote>${event.grounds}</blockquote>
                    <p class="muted">${byView(by)}</p>
                    ${
                        receipt
                            ? html`<p>
                                  ${receipt.body}; ${w.answerBy} ${dateView(receipt.answerBy)}
                                  <small class="muted">(${receipt.termBasis})</small>${
                                      receipt.resolverDecided
                                          ? html` <span class="tag warn">${w.same}</span>`
                                          : nothing
                                  }
                              </p>`
                            : nothing
                    }
                    ${
                        resolved
                            ? html`<p><b>${w.outcome}:</b> ${objectionWords(resolved.outcome)}. ${resolved.reasons}</p>`
                            : withdrawn
                              ? html`<p>${objectionWords("WITHDRAWN")} ${withdrawn.reason ?? nothing}</p>`
                              : nothing
                    }
                </article>`;
            })}
        </section>`;
    }
}
