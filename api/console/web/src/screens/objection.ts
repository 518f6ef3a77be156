// One petition or complaint: the clock, what is challenged, whether the resolver may, the file as it stood, the
// decision with its reasons, and what follows from it.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct, type Acting } from "../parts/acting.js";
import { byView, dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import "../parts/documents.js";
import { effectsTable, groundWords } from "../parts/effects.js";
import { icon } from "../parts/icons.js";
import { paperHead, signatures } from "../parts/paper.js";
import { recordLine } from "../parts/record.js";
import { timeline, type Happening } from "../parts/timeline.js";
import { Screen } from "../screen.js";
import { holds, me } from "../session.js";
import { dateText, numberText } from "../words/format.js";
import { levelsInOrder, levelWords, objectionWords, type Level } from "../words/vocabulary.js";
import { words } from "../words/words.js";
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
    other: ["Người giải quyết không phải là người đã kết luận.", "The resolver is not the one who decided."],
    receive: ["Tiếp nhận, phân công giải quyết", "Receive and name a resolver"],
    rename: ["Phân công người khác", "Name another resolver"],
    resolverCode: ["Mã người giải quyết", "Code of the resolver"],
    resolverHint: [
        "Phải có thẩm quyền kết luận đối với người kiến nghị",
        "Must be competent to decide about the person",
    ],
    resolve: ["Kết luận giải quyết", "Resolve"],
    outcome: ["Kết quả", "Outcome"],
    reasons: ["Lý do", "Reasons"],
    reasonsHint: ["Người kiến nghị đọc được nguyên văn", "The person reads them word by word"],
    resolution: ["Văn bản giải quyết (mã)", "Document of the resolution (code)"],
    rerate: ["Hủy kết quả và xếp loại lại", "Cancel and re-rate"],
    rerateAbout: [
        "Kết quả cũ bị hủy nhưng vẫn đọc được. Số liệu, tỷ lệ, báo cáo và thông báo liên quan được liệt kê " +
            "thành việc phải làm.",
        "The old result is cancelled and stays readable. Figures, quota, reports and notices it touches " +
            "become listed tasks.",
    ],
    newLevel: ["Mức mới", "New level"],
    newDocument: ["Quyết định xếp loại lại (mã)", "Decision of the re-rating (code)"],
    done: ["Đã ghi nhận", "Recorded"],
    history: ["Diễn biến", "What happened"],
    filed: ["Gửi kiến nghị, khiếu nại", "Filed"],
    taken: [
        (name: string, until: string) => `Tiếp nhận; ${name} giải quyết, hạn ${until}`,
        (name: string, until: string) => `Received; ${name} resolves it by ${until}`,
    ],
    withdrawn: ["Rút", "Withdrawn"],
    resolved: [(outcome: string) => `Kết luận: ${outcome}`, (outcome: string) => `Resolved: ${outcome}`],
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
                              }`
                        : html`<p class="muted">${w.noResolver}</p>`
                }
            </section>
            <section class="card">
                <h2>${w.history}</h2>
                ${timeline(w.history, this.happened(objection))}
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
                          @click=${() => this.do(this.receiving(line))}
                      >
                          ${line.resolver ? w.rename : w.receive}
                      </button>`
                    : nothing
            }
            ${
                line.status === "RECEIVED" && mine
                    ? html`<button type="button"
                @click=${() => this.do(this.resolving(line))}>${w.resolve}</button>`
                    : nothing
            }
            ${
                upheld && stillInForce && dossier && holds("DECIDE")
                    ? html`<button type="button" @click=${() => this.do(this.rerating(line, dossier))}>
                          ${w.rerate}
                      </button>`
                    : nothing
            }
            <button type="button" class="quiet" @click=${() => print()}>${icon("print")}${w.print}</button>
        </p>`;
    }

    private receiving(line: Schemas["ObjectionLine"]): Acting {
        return {
            title: line.resolver ? w.rename : w.receive,
            about: personView(line.person),
            fields: [
                {
                    name: "resolver",
                    label: w.resolverCode,
                    hint: w.resolverHint,
                    value: holds("DECIDE") ? (me()?.person ?? "") : "",
                },
            ],
            button: line.resolver ? w.rename : w.receive,
            revision: line.revision,
            send: ({ resolver = "" }, key, revision) =>
                act(
                    "/v1/objections/{objection}/receipt",
                    { objection: line.objection },
                    { resolver },
                    { key, ifMatch: revision ?? line.revision },
                ),
            done: w.done,
        };
    }

    private resolving(line: Schemas["ObjectionLine"]): Acting {
        return {
            title: w.resolve,
            about: html`${personView(line.person)}${
                line.resolverDecided ? html`<p class="muted">${w.sameWarns}</p>` : nothing
            }`,
            fields: [
                {
                    name: "outcome",
                    label: w.outcome,
                    kind: "choice",
                    choices: (["UPHELD", "PARTLY_UPHELD", "REJECTED"] as const).map((value) => ({
                        value,
                        title: objectionWords(value),
                    })),
                },
                { name: "reasons", label: w.reasons, kind: "area", hint: w.reasonsHint },
                { name: "document", label: w.resolution, kind: "document", of: "DECISION" },
            ],
            button: w.resolve,
            wide: true,
            revision: line.revision,
            send: ({ outcome, reasons = "", document = "" }, key, revision) =>
                act(
                    "/v1/objections/{objection}/resolution",
                    { objection: line.objection },
                    { outcome: outcome as NonNullable<Schemas["ObjectionLine"]["outcome"]>, reasons, document },
                    { key, ifMatch: revision ?? line.revision },
                ),
            done: w.done,
        };
    }

    private rerating(line: Schemas["ObjectionLine"], dossier: Dossier): Acting {
        return {
            title: w.rerate,
            about: html`${personView(line.person)}
                <p class="muted">${w.rerateAbout}</p>`,
            fields: [
                {
                    name: "level",
                    label: w.newLevel,
                    kind: "choice",
                    choices: levelsInOrder.map((value) => ({ value, title: levelWords(value) })),
                },
                { name: "reason", label: w.reasons, kind: "area", value: `${groundWords("OBJECTION")}: ` },
                { name: "document", label: w.newDocument, kind: "document", of: "DECISION" },
            ],
            button: w.rerate,
            danger: true,
            wide: true,
            revision: dossier.line.revision,
            send: ({ level, reason = "", document = "" }, key, revision) =>
                act(
                    "/v1/dossiers/{dossier}/re-rating",
                    { dossier: line.dossier },
                    {
                        decision: line.decision,
                        ground: "OBJECTION",
                        objection: line.objection,
                        reason,
                        level: level as Level,
                        document,
                    },
                    { key, ifMatch: revision ?? dossier.line.revision },
                ),
            done: w.done,
        };
    }

    private happened(objection: Objection): Happening[] {
        const at = (by: Schemas["Provenance"]): string => by.actedAt ?? by.recordedAt;
        const { filed, receipts = [], withdrawal, resolution } = objection;
        const all: Happening[] = [];
        if (filed) all.push({ key: "filed", at: at(filed.by), title: w.filed, detail: byView(filed.by) });
        for (const one of receipts) {
            const name =
                objection.line.resolver?.person === one.event.resolver
                    ? objection.line.resolver.name
                    : one.event.resolver;
            all.push({
                key: `taken-${one.by.position}`,
                at: at(one.by),
                title: w.taken(name, dateText(one.event.answerBy)),
                detail: byView(one.by),
            });
        }
        if (withdrawal)
            all.push({
                key: "withdrawn",
                at: at(withdrawal.by),
                title: w.withdrawn,
                detail: html`${withdrawal.event.reason ?? nothing} ${byView(withdrawal.by)}`,
            });
        if (resolution)
            all.push({
                key: "resolved",
                at: at(resolution.by),
                title: w.resolved(objectionWords(resolution.event.outcome)),
                detail: html`<blockquote>${resolution.event.reasons}</blockquote>
                    ${objection.resolutionDocument?.number ?? nothing} · ${byView(resolution.by)}`,
                tone: "good",
            });
        return all.reverse();
    }
}
