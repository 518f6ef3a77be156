// One petition or complaint: the clock, what is challenged, whether the resolver may, the file as it stood, the
// decision with its reasons, and what follows from it.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { actWords, receiving, rerating, resolving } from "../objection/acts.js";
import { happened } from "../objection/history.js";
import { askAndAct, type Acting } from "../parts/acting.js";
import { byView, dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import { effectsTable } from "../parts/effects.js";
import { icon } from "../parts/icons.js";
import { paperHead, signatures } from "../parts/paper.js";
import { recordLine } from "../parts/record.js";
import { tieNotice } from "../parts/relations.js";
import { timeline } from "../parts/timeline.js";
import { Screen } from "../screen.js";
import { holds, me } from "../session.js";
import { dateText, numberText } from "../words/format.js";
import { objectionWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { protectedReadersView, protectedViewsView } from "../objection/readers.js";
import { objectionBadge } from "./objections.js";

const w = words({
    title: ["Giải quyết kiến nghị, khiếu nại", "A petition or complaint"],
    desk: ["Kiến nghị, khiếu nại", "Petitions and complaints"],
    person: ["Người kiến nghị", "Filed by"],
    unit: ["Đơn vị", "Unit"],
    state: ["Tình trạng", "State"],
    received: ["Ngày nhận", "Received on"],
    answerBy: ["Hạn trả lời", "Answer by"],
    noTerm: ["chưa tiếp nhận, chưa tính hạn", "not received yet: no term runs"],
    grounds: ["Nội dung kiến nghị", "What is said"],
    challenged: ["Kết luận bị kiến nghị", "The decision objected to"],
    version: [(n: number) => `phiên bản ${numberText(n)}`, (n: number) => `version ${numberText(n)}`],
    document: ["Văn bản", "Document"],
    level: ["Mức xếp loại", "Level"],
    proposed: ["Mức đề xuất", "Proposed level"],
    self: ["Mức tự xếp loại", "Level in the self-assessment"],
    reason: ["Lý do khi kết luận", "Reason of the decision"],
    decidedBy: ["Người kết luận", "Decided by"],
    inForce: ["Đang có hiệu lực", "In force"],
    replaced: ["Đã được thay thế", "Superseded"],
    asItStood: ["Xem hồ sơ như tại thời điểm kết luận", "The file as it stood at the decision"],
    now: ["Xem hồ sơ hiện nay", "The file now"],
    peers: ["Xem người cùng nhóm nhiệm vụ", "Peers of the same group"],
    competence: ["Thẩm quyền và quan hệ lợi ích", "Competence and conflict of interest"],
    resolver: ["Người giải quyết", "Resolver"],
    noResolver: ["Chưa phân công người giải quyết", "No resolver has been named"],
    sameWarns: [
        "Người giải quyết cũng là người đã kết luận mức bị kiến nghị. Pháp luật không cấm; hồ sơ ghi rõ điều " +
            "này để người đọc biết.",
        "The resolver also decided the level objected to. The law does not forbid it; the record says so for " +
            "whoever reads it.",
    ],
    parts: [
        (did: string) => `Trong hồ sơ này, người giải quyết đã: ${did}.`,
        (did: string) => `In this dossier the resolver: ${did}.`,
    ],
    COMMENTED: ["ghi ý kiến nhận xét", "commented"],
    JUDGED: ["đánh giá tiêu chí", "judged the criteria"],
    PROPOSED: ["đề xuất mức", "proposed a level"],
    DECIDED: ["kết luận mức", "decided the level"],
    other: ["Người giải quyết không phải là người đã kết luận.", "The resolver is not the one who decided."],
    readers: ["Ai được biết người kiến nghị", "Who may know who filed it"],
    history: ["Diễn biến", "What happened"],
    effects: ["Việc phải làm theo", "What follows"],
    print: ["In phiếu giải quyết", "Print"],
});

type Objection = AnswerOf<"/v1/objections/{objection}">["data"];
type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];

export default class ObjectionScreen extends Screen {
    private readonly objection = new Load(this, () =>
        get(
            "/v1/objections/{objection}",
            { objection: this.inPath("objection") },
            { known_as_of: this.inQuery("known_as_of") },
            this.inQuery("purpose"),
        ),
    );
    private readonly dossier = new Load(this, () => {
        const line = this.objection.body?.data.line;
        return line
            ? get(
                  "/v1/dossiers/{dossier}",
                  { dossier: line.dossier },
                  { known_as_of: this.inQuery("known_as_of") },
                  this.inQuery("purpose"),
              )
            : undefined;
    });

    // Whether the resolver is the right one for the person, and tied to them.
    private readonly fit = new Load(this, () => {
        const line = this.objection.body?.data.line;
        return line?.resolver
            ? get(
                  "/v1/competence",
                  {},
                  {
                      act: "objection.resolved",
                      actor: line.resolver.person,
                      subject: line.person.person,
                      known_as_of: this.inQuery("known_as_of"),
                  },
              )
            : undefined;
    });
    // Of a protected petitioner.
    private readonly readers = new Load(this, () =>
        this.isProtected()
            ? get("/v1/objections/{objection}/readers", { objection: this.inPath("objection") })
            : undefined,
    );
    private readonly views = new Load(this, () =>
        this.isProtected()
            ? get("/v1/objections/{objection}/views", { objection: this.inPath("objection") })
            : undefined,
    );

    private isProtected(): boolean {
        return this.inPath("objection").startsWith("protected.");
    }

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/giai-quyet">${w.desk}</a></p>
            <h1>${w.title}</h1>
            ${this.objection.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private readonly again = (done: boolean): void => {
        if (!done) return;
        void this.objection.again();
        void this.dossier.again();
    };

    private do(acting: Acting): void {
        void askAndAct(acting).then(this.again);
    }

    private content(objection: Objection): TemplateResult {
        const { line } = objection;
        return html`${paperHead(line.agency)}
            <section class="card accent">
                <dl class="facts">
                    <dt>${w.person}</dt>
                    <dd>${personView(line.person)}</dd>
                    <dt>${w.unit}</dt>
                    <dd>${unitView(line.unit)}</dd>
                    <dt>${w.state}</dt>
                    <dd>${objectionWords(line.kind)} ${objectionBadge(line)}</dd>
                    <dt>${w.received}</dt>
                    <dd>${dateView(line.receivedOn)}</dd>
                    <dt>${w.answerBy}</dt>
                    <dd>
                        ${
                            line.answerBy
                                ? html`${icon("clock")} ${dateView(line.answerBy)}${
                                      line.termBasis ? html` <span class="muted">(${line.termBasis})</span>` : nothing
                                  }`
                                : w.noTerm
                        }
                    </dd>
                </dl>
                ${this.buttons(objection)}
            </section>
            ${
                objection.filed
                    ? html`<section class="card">
                          <h2>${w.grounds}</h2>
                          <blockquote>${objection.filed.event.grounds}</blockquote>
                      </section>`
                    : nothing
            }
            ${this.dossier.show((body) => this.challenged(objection, body.data))}
            <section class="card">
                <h2>${w.competence}</h2>
                ${
                    line.resolver
                        ? html`<dl class="facts">
                                  <dt>${w.resolver}</dt>
                                  <dd>${personView(line.resolver)}</dd>
                              </dl>
                              ${
                                  line.resolverDecided
                                      ? html`<div class="notice warn">
                                            ${icon("warn")}
                                            <div><p>${w.sameWarns}</p></div>
                                        </div>`
                                      : html`<p class="muted">${icon("check")} ${w.other}</p>`
                              }
                              ${
                                  objection.resolverParts?.length
                                      ? html`<p>${w.parts(objection.resolverParts.map((did) => w[did]).join(", "))}</p>`
                                      : nothing
                              }
                              ${this.fit.body ? tieNotice(this.fit.body.data.competence.tie) : nothing}`
                        : html`<p class="muted">${w.noResolver}</p>`
                }
            </section>
            ${
                this.isProtected()
                    ? html`<section class="card">
                          <h2>${w.readers}</h2>
                          ${this.readers.show(({ data }) => protectedReadersView(data))}
                          ${this.views.show(({ data }) => protectedViewsView(data))}
                      </section>`
                    : nothing
            }
            <section class="card">
                <h2>${w.history}</h2>
                ${timeline(w.history, happened(objection))}
            </section>
            ${this.dossier.show(({ data }) =>
                data.effects?.length
                    ? html`<section class="block">
                          <h2>${w.effects}</h2>
                          ${effectsTable(data.line.cycle, data.effects, () => this.again(true))}
                      </section>`
                    : nothing,
            )}
            ${signatures([{ title: w.resolver, ...(line.resolver ? { name: line.resolver.name } : {}) }])}`;
    }

    private challenged(objection: Objection, dossier: Dossier): TemplateResult {
        const { line } = objection;
        const at = dossier.decisionStandings?.findIndex((one) => one.revision === line.decision) ?? -1;
        const standing = dossier.decisionStandings?.[at];
        const decision = dossier.decisions?.[at];
        const stood = decision ? `?known_as_of=${decision.by.position}` : "";
        return html`<section class="card">
            <div class="card-title">
                <h2>${w.challenged}</h2>
                ${
                    standing
                        ? html`<span class="tag ${standing.inForce ? "good" : "plain"}"
                              >${standing.inForce ? w.inForce : w.replaced}</span
                          >`
                        : nothing
                }
            </div>
            <dl class="facts">
                <dt>${w.document}</dt>
                <dd>
                    ${line.decisionDocument.number}${
                        line.decisionDocument.date ? html`, ${dateText(line.decisionDocument.date)}` : nothing
                    }
                    · ${w.version(at + 1)}
                </dd>
                <dt>${w.level}</dt>
                <dd>${levelBadge(standing?.level ?? (dossier.line.notRated ? "NOT_RATED" : undefined))}</dd>
                ${
                    decision?.event.proposed
                        ? html`<dt>${w.proposed}</dt>
                              <dd>${levelBadge(decision.event.proposed)}</dd>`
                        : nothing
                }
                ${
                    dossier.line.selfLevel
                        ? html`<dt>${w.self}</dt>
                              <dd>${levelBadge(dossier.line.selfLevel)}</dd>`
                        : nothing
                }
                ${
                    decision?.event.reason
                        ? html`<dt>${w.reason}</dt>
                              <dd>${decision.event.reason}</dd>`
                        : nothing
                }
                ${
                    decision
                        ? html`<dt>${w.decidedBy}</dt>
                              <dd>${byView(decision.by)}</dd>`
                        : nothing
                }
            </dl>
            <p class="actions">
                <a class="button quiet small" href="/ho-so/${line.dossier}${stood}">${icon("clock")}${w.asItStood}</a>
                <a class="button quiet small" href="/ho-so/${line.dossier}">${icon("document")}${w.now}</a>
                <a class="button quiet small" href="/danh-sach?unit=${line.unit.unit}">${icon("list")}${w.peers}</a>
            </p>
        </section>`;
    }

    // Who may do what is the program's to say; these are shown to whom they concern.
    private buttons(objection: Objection): TemplateResult | typeof nothing {
        const { line } = objection;
        if (this.inQuery("known_as_of") !== undefined) return nothing;
        const open = line.status === "FILED" || line.status === "RECEIVED";
        const mine = line.resolver?.person === me()?.person;
        const upheld = line.outcome === "UPHELD" || line.outcome === "PARTLY_UPHELD";
        const dossier = this.dossier.body?.data;
        const stillInForce = dossier?.decisionStandings?.some((one) => one.revision === line.decision && one.inForce);
        return html`<p class="actions">
            ${
                open && (holds("RECEIVE") || holds("DECIDE") || holds("RECORD"))
                    ? html`<button
                          type="button"
                          class=${line.resolver ? "quiet" : ""}
                          @click=${() => this.do(receiving(line))}
                      >
                          ${line.resolver ? actWords.rename : actWords.receive}
                      </button>`
                    : nothing
            }
            ${
                line.status === "RECEIVED" && mine
                    ? html`<button type="button"
                @click=${() => this.do(resolving(line))}>${actWords.resolve}</button>`
                    : nothing
            }
            ${
                upheld && stillInForce && dossier && holds("DECIDE")
                    ? html`<button type="button" @click=${() => this.do(rerating(line, dossier))}>
                          ${actWords.rerate}
                      </button>`
                    : nothing
            }
            <button type="button" class="quiet" @click=${() => print()}>${icon("print")}${w.print}</button>
        </p>`;
    }
}
