// The conclusion of a review: every suggested point explained, what became of earlier shortcomings, and the list of what
// is wanting now.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { mayDo, obstaclesView } from "../parts/allowed.js";
import "../parts/documents.js";
import { entry, entryChoice, freeNumber, removeButton } from "../parts/entries.js";
import { toast } from "../parts/overlays.js";
import { causesInOrder, causeWords, type Cause } from "../parts/remediation.js";
import { codesIn } from "../parts/review-acts.js";
import { remediesInOrder, remedyWords, type Remedied } from "../parts/review.js";
import { loadingView } from "../parts/states.js";
import { go } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { dateText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Kết luận kiểm điểm", "Conclude the review"],
    review: ["Kiểm điểm", "Review"],
    conference: ["Hội nghị", "Conference"],
    conclusion: ["Kết luận", "Conclusion"],
    points: ["Giải trình nội dung được gợi ý", "Explanations of what was suggested"],
    explanation: [(point: string) => `Giải trình ${point}`, (point: string) => `Explanation of ${point}`],
    earlier: ["Kết quả khắc phục hạn chế của năm trước", "What became of earlier shortcomings"],
    status: ["Kết quả", "Status"],
    degree: ["Mức độ, %", "Degree, %"],
    account: ["Đã làm gì", "What became of it"],
    shortcomings: ["Hạn chế, khuyết điểm", "Shortcomings"],
    none: ["Chưa nêu hạn chế, khuyết điểm nào", "None is named yet"],
    shortcoming: [(n: number) => `Hạn chế, khuyết điểm ${n}`, (n: number) => `Shortcoming ${n}`],
    description: ["Nội dung", "Description"],
    cause: ["Loại nguyên nhân", "Kind of cause"],
    causeText: ["Nguyên nhân", "Cause"],
    answerable: ["Người chịu trách nhiệm (mã), cách nhau bằng dấu phẩy", "Answerable (codes), separated by commas"],
    add: ["Thêm hạn chế, khuyết điểm", "Add a shortcoming"],
    document: ["Văn bản kết luận (mã)", "Document of the conclusion (code)"],
    reason: ["Lý do kết luận lại", "Why it is concluded again"],
    conclude: ["Kết luận kiểm điểm", "Conclude the review"],
    done: ["Đã ghi kết luận kiểm điểm", "The conclusion is recorded"],
    noConference: ["Chưa có hội nghị kiểm điểm", "There was no conference"],
});

interface Found {
    shortcoming: string;
    description: string;
    cause: Cause;
    causeText: string;
    answerable: string;
}
interface Earlier {
    plan: string;
    shortcoming: string;
    description: string;
    status: Remedied;
    degree: string;
    account: string;
}
interface Draft {
    text: { conclusion: string; reason: string };
    explained: { point: string; text: string; explanation: string }[];
    found: Found[];
    earlier: Earlier[];
}

export default class ReviewConclusion extends Screen {
    private draft: Draft | undefined;
    private readonly sending = new Sending(this);
    private readonly review = new Load(this, () =>
        get("/v1/reviews/{review}", { review: this.inPath("review") }, {}, this.inQuery("purpose")),
    );
    private readonly actions = new Load(this, () =>
        this.review.body ? get("/v1/reviews/{review}/allowed-actions", { review: this.inPath("review") }) : undefined,
    );

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/kiem-diem/${this.inPath("review")}">${w.review}</a></p>
            <h1>${w.title}</h1>
            ${this.review.show((body) => this.actions.show((acts) => this.whole(body.data.review, acts.data)))}`;
    }

    private whole(view: Schemas["ReviewView"], acts: Schemas["ReviewActions"]): TemplateResult {
        if (!mayDo(acts.actions, "conclude-review"))
            return html`<p><b>${acts.name}</b></p>
            ${obstaclesView(acts.actions)}`;
        // Where no earlier plan has to be read it is there at once.
        if (!this.draft) void this.begin(view, acts);
        return this.draft ? this.form(view, acts, this.draft) : loadingView();
    }

    private beginning = false;
    private async begin(view: Schemas["ReviewView"], acts: Schemas["ReviewActions"]): Promise<void> {
        if (this.beginning) return;
        this.beginning = true;
        const before = view.conclusions?.at(-1)?.event;
        const earlier: Earlier[] = [];
        const plan = acts.earlierPlans?.at(-1);
        if (plan) {
            const answer = await ask(get("/v1/remediation-plans/{plan}", { plan }, {}, this.inQuery("purpose")));
            for (const one of (answer.kind === "ready" ? answer.body.data.shortcomings : undefined) ?? []) {
                const said = before?.earlier?.find((own) => own.shortcoming === one.shortcoming);
                earlier.push({
                    plan,
                    shortcoming: one.shortcoming,
                    description: one.description,
                    status: said?.status ?? "DONE",
                    degree: String(said?.degreePercent ?? ""),
                    account: said?.account ?? "",
                });
            }
        }
        this.draft = {
            text: { conclusion: before?.conclusion ?? "", reason: "" },
            explained: (view.points ?? []).map((one) => ({
                point: one.point,
                text: one.text,
                explanation: one.explanation ?? "",
            })),
            found: (before?.shortcomings ?? []).map((one) => ({
                ...one,
                answerable: one.answerable?.join(", ") ?? "",
            })),
            earlier,
        };
        this.requestUpdate();
    }

    private form(view: Schemas["ReviewView"], acts: Schemas["ReviewActions"], draft: Draft): TemplateResult {
        const changed = (): void => this.requestUpdate();
        const conference = view.conferences?.at(-1);
        return html`<form
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                void this.send(event.target as HTMLFormElement, view, acts, draft);
            }}
        >
            <section class="card">
                <p>
                    <b>${acts.name}</b> ·
                    ${conference ? `${w.conference} ${dateText(conference.heldAt)}` : w.noConference}
                </p>
                ${entry({ of: draft.text, name: "conclusion", label: w.conclusion, area: true })}
                ${
                    draft.explained.length > 0
                        ? html`<h2>${w.points}</h2>
                              ${draft.explained.map(
                                  (one) =>
                                      html`<p>${one.text}</p>
                                          ${entry({
                                              of: one,
                                              name: "explanation",
                                              label: w.explanation(one.point),
                                              area: true,
                                          })}`,
                              )}`
                        : nothing
                }
            </section>
            ${draft.earlier.length > 0 ? this.earlier(draft.earlier, changed) : nothing}
            <section class="card">
                <h2>${w.shortcomings}</h2>
                ${draft.found.length === 0 ? html`<p class="muted">${w.none}</p>` : nothing}
                ${draft.found.map((one, index) => this.found(acts, draft.found, one, index, changed))}
                <p class="actions">
                    <button
                        type="button"
                        class="small quiet"
                        @click=${() => {
                            const taken = draft.found.map((one) => one.shortcoming);
                            draft.found.push({
                                shortcoming: `HC${freeNumber(taken, (n) => `HC${n}`)}`,
                                description: "",
                                cause: "SUBJECTIVE",
                                causeText: "",
                                answerable: "",
                            });
                            changed();
                        }}
                    >
                        ${w.add}
                    </button>
                </p>
            </section>
            <section class="card">
                <div class="field">
                    <span>${w.document}</span>
                    <mb-document .name=${"document"} .label=${w.document} .kind=${"CONCLUSION"}></mb-document>
                </div>
                ${
                    view.conclusions?.length
                        ? entry({ of: draft.text, name: "reason", label: w.reason, area: true })
                        : nothing
                }
                ${this.sending.view()}
                <p class="actions"><button aria-disabled=${this.sending.busy ? "true" : nothing}>${w.conclude}</button></p>
            </section>
        </form>`;
    }

    private earlier(all: Earlier[], changed: () => void): TemplateResult {
        return html`<section class="card">
            <h2>${w.earlier}</h2>
            ${all.map(
                (one) =>
                    html`<fieldset class="inset">
                        <legend>${one.description}</legend>
                        <div class="cards">
                            ${entryChoice({
                                label: w.status,
                                values: remediesInOrder,
                                words: remedyWords,
                                chosen: one.status,
                                choose: (status) => {
                                    one.status = status;
                                    changed();
                                },
                            })}
                            ${
                                one.status === "IN_PROGRESS"
                                    ? entry({ of: one, name: "degree", label: w.degree, least: 1, most: 99 })
                                    : nothing
                            }
                        </div>
                        ${entry({ of: one, name: "account", label: w.account })}
                    </fieldset>`,
            )}
        </section>`;
    }

    private found(
        acts: Schemas["ReviewActions"],
        all: Found[],
        one: Found,
        index: number,
        changed: () => void,
    ): TemplateResult {
        return html`<fieldset class="inset">
            <legend>${w.shortcoming(index + 1)}</legend>
            ${entry({ of: one, name: "description", label: w.description })}
            <div class="cards">
                ${entryChoice({
                    label: w.cause,
                    values: causesInOrder,
                    words: causeWords,
                    chosen: one.cause,
                    choose: (cause) => (one.cause = cause),
                })}
                ${entry({ of: one, name: "causeText", label: w.causeText })}
            </div>
            ${acts.owner.unit ? entry({ of: one, name: "answerable", label: w.answerable }) : nothing}
            ${removeButton(all, one, w.shortcoming(index + 1), changed, 0)}
        </fieldset>`;
    }

    private async send(
        form: HTMLFormElement,
        view: Schemas["ReviewView"],
        acts: Schemas["ReviewActions"],
        draft: Draft,
    ): Promise<void> {
        const conference = view.conferences?.at(-1);
        if (!conference) return;
        const done = await this.sending.send((key) =>
            act(
                "/v1/reviews/{review}/conclusion",
                { review: acts.review },
                {
                    cycle: acts.cycle,
                    owner: acts.owner,
                    heldIn: conference.unit.unit,
                    conference: conference.conference,
                    conclusion: draft.text.conclusion,
                    explained: draft.explained.map(({ point, explanation }) => ({ point, explanation })),
                    shortcomings: draft.found.map((one) => ({ ...one, answerable: codesIn(one.answerable) })),
                    earlier: draft.earlier.map(({ plan, shortcoming, status, degree, account }) => ({
                        plan,
                        shortcoming,
                        status,
                        account,
                        ...(status === "IN_PROGRESS" ? { degreePercent: Number(degree) } : {}),
                    })),
                    document: String(new FormData(form).get("document") ?? "").trim(),
                    ...(draft.text.reason ? { reason: draft.text.reason } : {}),
                },
                { key, ifMatch: acts.revision },
            ),
        );
        if (!done) return;
        toast(w.done);
        go(`/kiem-diem/${acts.review}`);
    }
}
