// Adopting a plan, or its next version: shortcomings with their cause, each with measures; of a unit who answers for
// what. It begins from the plan in force, else from what the review concluded.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { entry, entryChoice, freeNumber, removeButton } from "../parts/entries.js";
import "../parts/documents.js";
import { mayDo, obstaclesView } from "../parts/allowed.js";
import { toast } from "../parts/overlays.js";
import {
    causesInOrder,
    causeWords,
    sourcesInOrder,
    sourceWords,
    type Cause,
    type Source,
} from "../parts/remediation.js";
import { loadingView } from "../parts/states.js";
import { go } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { me } from "../session.js";
import { dateText, dateTyped } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Lập kế hoạch khắc phục", "Adopt a remediation plan"],
    next: ["Phiên bản sau của kế hoạch khắc phục", "Next version of the remediation plan"],
    plan: ["Kế hoạch", "Plan"],
    about: [
        "Mỗi hạn chế, khuyết điểm có nguyên nhân và ít nhất một biện pháp với sản phẩm, người chịu trách nhiệm, " +
            "thời hạn là ngày làm việc.",
        "Each shortcoming has its cause and at least one measure with a product, a person responsible and a due " +
            "date that is a working day.",
    ],
    shortcoming: [(n: number) => `Hạn chế, khuyết điểm ${n}`, (n: number) => `Shortcoming ${n}`],
    description: ["Nội dung", "Description"],
    source: ["Phát hiện qua", "Found in"],
    reference: ["Mã cuộc họp, văn bản, kiến nghị hoặc kế hoạch", "Code of the meeting, document, objection or plan"],
    cause: ["Loại nguyên nhân", "Kind of cause"],
    causeText: ["Nguyên nhân", "Cause"],
    measure: [(n: number) => `Biện pháp ${n}`, (n: number) => `Measure ${n}`],
    action: ["Việc phải làm", "What is to be done"],
    product: ["Sản phẩm hoặc minh chứng", "Product or evidence"],
    responsible: ["Mã người chịu trách nhiệm", "Code of the person responsible"],
    due: ["Thời hạn", "Due"],
    dueHint: ["Ngày làm việc, dạng dd/MM/yyyy", "A working day, as dd/MM/yyyy"],
    dueWrong: ["Ngày phải có dạng dd/MM/yyyy", "The date must be dd/MM/yyyy"],
    answerable: [(n: number) => `Người chịu trách nhiệm ${n}`, (n: number) => `Person answerable ${n}`],
    person: ["Mã người", "Person's code"],
    share: ["Tỷ lệ trách nhiệm, %", "Share, %"],
    part: ["Phần trách nhiệm", "Their part"],
    addShortcoming: ["Thêm hạn chế, khuyết điểm", "Add a shortcoming"],
    addMeasure: ["Thêm biện pháp", "Add a measure"],
    addAnswerable: ["Thêm người chịu trách nhiệm", "Add a person answerable"],
    document: ["Văn bản ban hành kế hoạch (mã)", "Document of the plan (code)"],
    reason: ["Lý do lập phiên bản sau", "Why a next version"],
    adopt: ["Ban hành kế hoạch", "Adopt the plan"],
    done: ["Đã ghi kế hoạch khắc phục", "The plan is recorded"],
});

interface Doing {
    measure: string;
    action: string;
    product: string;
    responsible: string;
    due: string; // as it is typed
}
interface Answering {
    person: string;
    share: string;
    part: string;
}
interface Lacking {
    shortcoming: string;
    description: string;
    source: Source;
    reference: string;
    cause: Cause;
    causeText: string;
    measures: Doing[];
    answerable: Answering[];
}

// The reference of what it was found in, under the name that fits the source.
const referenceOf: Partial<Record<Source, "meeting" | "document" | "objection" | "earlierPlan" | "review">> = {
    MEETING_OPINION: "meeting",
    REVIEW_SUGGESTION: "document",
    INSPECTION_CONCLUSION: "document",
    RATING_DECISION: "document",
    OBJECTION: "objection",
    EARLIER_YEAR: "earlierPlan",
    REVIEW_CONCLUSION: "review",
};

export default class PlanForm extends Screen {
    private lacking: Lacking[] | undefined;
    private tried = false;
    private readonly sending = new Sending(this);
    private readonly actions = new Load(this, () =>
        get("/v1/remediation-plans/{plan}/allowed-actions", { plan: this.inPath("plan") }),
    );
    private readonly plan = new Load(this, () =>
        (this.actions.body?.data.revision ?? 0) > 0
            ? get("/v1/remediation-plans/{plan}", { plan: this.inPath("plan") }, {}, this.inQuery("purpose"))
            : undefined,
    );
    private readonly review = new Load(this, () =>
        this.actions.body?.data.revision === 0
            ? get("/v1/reviews/{review}", { review: this.inPath("plan") }, {}, this.inQuery("purpose"))
            : undefined,
    );

    override render(): TemplateResult {
        const plan = this.inPath("plan");
        return html`<p class="crumbs no-print"><a href="/khac-phuc/${plan}">${w.plan}</a></p>
            ${this.actions.show((body) => this.whole(body.data))}
            ${this.actions.body ? nothing : html`<h1>${w.title}</h1>`}`;
    }

    private whole(acts: Schemas["PlanActions"]): TemplateResult {
        const title = html`<h1>${acts.revision > 0 ? w.next : w.title}</h1>
            <p>
                <b>${acts.name}</b> <span class="code">${acts.owner.person ?? acts.owner.unit}</span>
            </p>`;
        if (!mayDo(acts.actions, "adopt-plan")) return html`${title} ${obstaclesView(acts.actions)}`;
        const before = acts.revision > 0 ? this.plan.answer : this.review.answer;
        if (!before) return html`${title} ${loadingView()}`;
        this.lacking ??= this.begun(acts);
        return html`${title}
            <p class="muted">${w.about}</p>
            ${this.form(acts, this.lacking)}`;
    }

    private begun(acts: Schemas["PlanActions"]): Lacking[] {
        const plan = this.plan.body?.data;
        const ownerOf = acts.owner.person ?? "";
        if (plan?.shortcomings?.length)
            return plan.shortcomings.map((one) => ({
                ...one,
                source: one.foundIn.source,
                reference:
                    one.foundIn.meeting ??
                    one.foundIn.document ??
                    one.foundIn.objection ??
                    one.foundIn.earlierPlan ??
                    one.foundIn.review ??
                    "",
                measures: (one.measures ?? []).map((doing) => ({ ...doing, due: dateText(doing.due) })),
                answerable: (plan.answerable ?? [])
                    .filter((who) => who.value?.shortcoming === one.shortcoming)
                    .map((who) => ({
                        person: who.person.person,
                        share: String(who.value?.sharePercent ?? ""),
                        part: who.value?.part ?? "",
                    })),
            }));
        const concluded = this.review.body?.data.review.conclusions?.at(-1)?.event.shortcomings ?? [];
        const found = concluded.map((one, index) => ({
            ...one,
            source: "REVIEW_CONCLUSION" as const,
            reference: acts.plan, // reviews and plans are named alike
            measures: [this.measure(index + 1, 1, ownerOf)],
            answerable: (one.answerable ?? []).map((person, _, all) => ({
                person,
                share: String(Math.floor(100 / all.length)),
                part: "",
            })),
        }));
        return found.length > 0 ? found : [this.fresh(1, acts)];
    }

    private measure(of: number, n: number, responsible: string): Doing {
        return { measure: `BP${of}.${n}`, action: "", product: "", responsible, due: "" };
    }

    private fresh(n: number, acts: Schemas["PlanActions"]): Lacking {
        const person = acts.owner.person ?? me()?.person ?? "";
        return {
            shortcoming: `HC${n}`,
            description: "",
            source: "SELF_REVIEW",
            reference: "",
            cause: "SUBJECTIVE",
            causeText: "",
            measures: [this.measure(n, 1, person)],
            answerable: acts.owner.unit ? [{ person, share: "100", part: "" }] : [],
        };
    }

    private form(acts: Schemas["PlanActions"], all: Lacking[]): TemplateResult {
        const change = (): void => this.requestUpdate();
        return html`<form
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                void this.send(event.target as HTMLFormElement, acts, all);
            }}
        >
            ${all.map((one, index) => this.lack(acts, all, one, index))}
            <p class="actions">
                <button
                    type="button"
                    class="quiet"
                    @click=${() => {
                        const n = freeNumber(
                            all.map((one) => one.shortcoming),
                            (at) => `HC${at}`,
                        );
                        all.push(this.fresh(n, acts));
                        change();
                    }}
                >
                    ${w.addShortcoming}
                </button>
            </p>
            <section class="card">
                <div class="field">
                    <span>${w.document}</span>
                    <mb-document .name=${"document"} .label=${w.document} .kind=${"PLAN"}></mb-document>
                </div>
                ${
                    acts.revision > 0
                        ? html`<label class="field">${w.reason}<textarea name="reason" required></textarea></label>`
                        : nothing
                }
                ${this.sending.view()}
                <p class="actions"><button aria-disabled=${this.sending.busy ? "true" : nothing}>${w.adopt}</button></p>
            </section>
        </form>`;
    }

    private lack(acts: Schemas["PlanActions"], all: Lacking[], one: Lacking, index: number): TemplateResult {
        const changed = (): void => this.requestUpdate();
        const late = (): void => {
            if (this.tried) changed();
        };
        return html`<section class="card">
            <div class="card-title">
                <h2>${w.shortcoming(index + 1)}</h2>
                ${removeButton(all, one, w.shortcoming(index + 1), changed)}
            </div>
            ${entry({ of: one, name: "description", label: w.description, area: true })}
            <div class="cards">
                ${entryChoice({
                    label: w.source,
                    values: sourcesInOrder,
                    words: sourceWords,
                    chosen: one.source,
                    choose: (source) => {
                        one.source = source;
                        one.reference = source === "REVIEW_CONCLUSION" ? acts.plan : "";
                        changed();
                    },
                })}
                ${referenceOf[one.source] ? entry({ of: one, name: "reference", label: w.reference }) : nothing}
                ${entryChoice({
                    label: w.cause,
                    values: causesInOrder,
                    words: causeWords,
                    chosen: one.cause,
                    choose: (cause) => (one.cause = cause),
                })}
            </div>
            ${entry({ of: one, name: "causeText", label: w.causeText, area: true })}
            ${one.measures.map(
                (doing, at) =>
                    html`<fieldset class="inset">
                        <legend>${w.measure(at + 1)}</legend>
                        ${entry({ of: doing, name: "action", label: w.action })}
                        <div class="cards">
                            ${entry({ of: doing, name: "product", label: w.product })} ${entry({ of: doing, name: "responsible", label: w.responsible })}
                            ${entry({
                                of: doing,
                                name: "due",
                                label: w.due,
                                hint: w.dueHint,
                                error: this.tried && !dateTyped(doing.due) && w.dueWrong,
                                changed: late,
                            })}
                        </div>
                        ${removeButton(one.measures, doing, w.measure(at + 1), changed)}
                    </fieldset>`,
            )}
            ${one.answerable.map(
                (who, at) =>
                    html`<fieldset class="inset">
                        <legend>${w.answerable(at + 1)}</legend>
                        <div class="cards">
                            ${entry({ of: who, name: "person", label: w.person })} ${entry({ of: who, name: "share", label: w.share, least: 1, most: 100 })}
                        </div>
                        ${entry({ of: who, name: "part", label: w.part })}
                        ${removeButton(one.answerable, who, w.answerable(at + 1), changed)}
                    </fieldset>`,
            )}
            <p class="actions">
                <button
                    type="button"
                    class="small quiet"
                    @click=${() => {
                        const taken = one.measures.map((doing) => doing.measure);
                        const of = Number(/\d+$/.exec(one.shortcoming)?.[0] ?? index + 1);
                        const n = freeNumber(taken, (k) => `BP${of}.${k}`);
                        one.measures.push(this.measure(of, n, acts.owner.person ?? me()?.person ?? ""));
                        this.requestUpdate();
                    }}
                >
                    ${w.addMeasure}
                </button>
                ${
                    acts.owner.unit
                        ? html`<button
                              type="button"
                              class="small quiet"
                              @click=${() => {
                                  one.answerable.push({ person: "", share: "", part: "" });
                                  this.requestUpdate();
                              }}
                          >
                              ${w.addAnswerable}
                          </button>`
                        : nothing
                }
            </p>
        </section>`;
    }

    private async send(form: HTMLFormElement, acts: Schemas["PlanActions"], all: Lacking[]): Promise<void> {
        this.tried = true;
        this.requestUpdate();
        if (all.some((one) => one.measures.some((doing) => !dateTyped(doing.due)))) return;
        const data = new FormData(form);
        const reason = String(data.get("reason") ?? "").trim();
        const done = await this.sending.send((key) =>
            act(
                "/v1/remediation-plans/{plan}/adoption",
                { plan: acts.plan },
                {
                    cycle: acts.cycle,
                    owner: acts.owner,
                    shortcomings: all.map((one) => {
                        const reference = referenceOf[one.source];
                        return {
                            shortcoming: one.shortcoming,
                            description: one.description,
                            foundIn: { source: one.source, ...(reference ? { [reference]: one.reference } : {}) },
                            cause: one.cause,
                            causeText: one.causeText,
                            measures: one.measures.map((doing) => ({ ...doing, due: dateTyped(doing.due) ?? "" })),
                        };
                    }),
                    answerable: all.flatMap((one) =>
                        one.answerable.map((who) => ({
                            person: who.person,
                            shortcoming: one.shortcoming,
                            sharePercent: Number(who.share),
                            part: who.part,
                        })),
                    ),
                    document: String(data.get("document") ?? "").trim(),
                    ...(reason ? { reason } : {}),
                },
                { key, ifMatch: acts.revision },
            ),
        );
        if (!done) return;
        toast(w.done);
        go(`/khac-phuc/${acts.plan}?min_position=${done.body.lastPosition}`);
    }
}
