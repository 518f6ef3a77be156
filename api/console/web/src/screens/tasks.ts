// The tasks of the year: the owner says what was delivered, with evidence; whoever assigned them accepts.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, newKey, type Answer, type AnswerOf, type Problem } from "../api/client.js";
import { sendFile } from "../api/files.js";
import { Load } from "../load.js";
import { dateView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { openDialog, toast } from "../parts/overlays.js";
import { recordLine } from "../parts/record.js";
import { choiceField } from "../parts/search.js";
import { emptyView, problemView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { Screen } from "../screen.js";
import { holds, me, session } from "../session.js";
import { c } from "../words/common.js";
import { dateText, dateTyped, numberText } from "../words/format.js";
import { inLanguage } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Nhiệm vụ trong năm", "Tasks of the year"],
    about: [
        "Báo cáo sản phẩm khi xong; số liệu này vào thẳng phiếu tự đánh giá.",
        "Report products as they are done; these figures go straight into the self-assessment.",
    ],
    of: [(name: string) => `Nhiệm vụ của ${name}`, (name: string) => `Tasks of ${name}`],
    year: ["Năm", "Year"],
    none: ["Chưa có nhiệm vụ nào được giao trong năm này", "No task was assigned this year"],
    noneHint: [
        "Người đứng đầu đơn vị giao nhiệm vụ, chỉ tiêu kèm sản phẩm và thời hạn.",
        "The head assigns tasks with products and terms.",
    ],
    assigned: ["được giao", "assigned"],
    completed: ["hoàn thành", "completed"],
    onTime: ["đúng tiến độ, chất lượng", "in time, of quality"],
    exceeded: ["vượt mức", "exceeded"],
    task: ["Nhiệm vụ", "Task"],
    product: ["Sản phẩm", "Product"],
    quantity: ["Số lượng", "Quantity"],
    due: ["Thời hạn", "Due"],
    exceededWhen: ["Vượt mức khi", "Exceeded when"],
    delivered: ["Đã báo cáo", "Delivered"],
    accepted: ["Nghiệm thu", "Acceptance"],
    evidence: ["Minh chứng", "Evidence"],
    evidenceHint: [
        "Không tải lên tài liệu có dấu chỉ mức độ mật. Tệp được giữ nguyên, mã của tệp vào bản ghi.",
        "No documents with a secrecy mark. The file is kept as it is; its digest goes into the record.",
    ],
    deliver: ["Báo cáo sản phẩm", "Deliver"],
    again: ["Báo cáo lại", "Deliver again"],
    on: ["Ngày hoàn thành (dd/MM/yyyy)", "Done on (dd/MM/yyyy)"],
    saved: ["Đã ghi báo cáo", "Recorded"],
    sending: [
        (share: number) => `Đang gửi tệp: ${Math.round(share * 100)}%`,
        (share: number) => `Sending the file: ${Math.round(share * 100)}%`,
    ],
    accept: ["Nghiệm thu", "Accept"],
    isCompleted: ["Hoàn thành", "Completed"],
    isOnTime: ["Đúng tiến độ", "In time"],
    isOfQuality: ["Bảo đảm chất lượng", "Of quality"],
    isExceeded: ["Vượt mức", "Exceeded"],
    reason: ["Lý do, nếu chưa bảo đảm", "Reason, where something is missing"],
    acceptedSaid: ["Đã ghi nghiệm thu", "Acceptance recorded"],
    act: ["Việc", "Act"],
    notYet: ["Chưa", "Not yet"],
    wrongDate: ["Ngày phải có dạng dd/MM/yyyy", "The date must be dd/MM/yyyy"],
});

type Work = AnswerOf<"/v1/work/{year}/people/{person}">["data"];
type Task = NonNullable<Work["tasks"]>[number];

export default class Tasks extends Screen {
    private readonly work = new Load(this, () => {
        const person = this.person();
        return person
            ? get("/v1/work/{year}/people/{person}", { year: this.year(), person }, {}, this.inQuery("purpose"))
            : undefined;
    });
    private readonly who = new Load(this, () =>
        this.isMine()
            ? undefined
            : get("/v1/people/{person}", { person: this.person() }, {}, this.inQuery("purpose")),
    );
    private problem: Problem | undefined;

    private person(): string {
        return this.inPath("person") || (me()?.person ?? "");
    }
    private year(): number {
        return Number(this.inQuery("year")) || (session().cycle?.year ?? (Number(session().today.slice(0, 4)) || 0));
    }
    private isMine(): boolean {
        return this.person() === me()?.person;
    }

    override render(): TemplateResult {
        const now = Number(session().today.slice(0, 4)) || this.year();
        const years = [...new Set([now, now - 1, now - 2, this.year()])].sort().reverse();
        return html`
            <div class="head">
                <div>
                    <h1>${this.isMine() ? w.title : w.of(this.who.body?.data.person.fullName ?? this.person())}</h1>
                    <p>${w.about}</p>
                </div>
                <div class="filters">
                    ${choiceField(
                        w.year,
                        "year",
                        years.map((year) => ({ value: String(year), title: String(year) })),
                        String(this.year()),
                    )}
                </div>
            </div>
            ${this.problem ? problemView(this.problem) : nothing}
            ${this.work.show(({ data, asOf }) => html`${this.list(data)} ${recordLine(asOf)}`)}
        `;
    }

    private list(work: Work): TemplateResult {
        const { counts } = work;
        const figures: [number, string][] = [
            [counts.assigned, w.assigned],
            [counts.completed, w.completed],
            [counts.onTimeWithQuality, w.onTime],
            [counts.exceeded, w.exceeded],
        ];
        const accepts = !this.isMine() && holds("ASSIGN_WORK");
        return html`
            <ul class="figures">
                ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
            </ul>
            ${table<Task>({
                label: w.title,
                rows: work.tasks ?? [],
                key: (task) => task.item.task,
                empty: emptyView(w.none, w.noneHint, "document"),
                columns: [
                    {
                        title: w.task,
                        main: true,
                        cell: ({ item }) =>
                            html`${item.title} <small class="code">${item.task}</small>
                                <small class="muted below">${w.exceededWhen}: ${item.exceededWhen}</small>`,
                    },
                    { title: w.product, cell: ({ item }) => html`${item.product}${times(item.quantity)}` },
                    { title: w.due, cell: ({ item }) => dateView(item.due) },
                    {
                        title: w.delivered,
                        cell: ({ delivery }) =>
                            delivery
                                ? html`${delivery.product}${times(delivery.quantity)}
                                      <small class="muted below">${dateView(delivery.on)}</small> ${
                                          delivery.evidence
                                              ? html`<small class="code below" title=${delivery.evidence}
                                                >${icon("document")} ${delivery.evidence.slice(0, 12)}…</small
                                            >`
                                              : nothing
                                      }`
                                : html`<span class="tag warn">${w.notYet}</span>`,
                    },
                    { title: w.accepted, cell: ({ acceptance }) => acceptanceView(acceptance) },
                    {
                        title: w.act,
                        cell: (task) =>
                            this.isMine() && !task.acceptance
                                ? html`<button
                                      type="button"
                                      class="quiet small"
                                      @click=${() => void this.deliver(task)}
                                  >
                                      ${task.delivery ? w.again : w.deliver}<span class="visually-hidden">
                                          ${task.item.task}</span
                                      >
                                  </button>`
                                : accepts && task.delivery
                                  ? html`<button
                                        type="button"
                                        class="quiet small"
                                        @click=${() => void this.accept(task)}
                                    >
                                        ${w.accept}<span class="visually-hidden"> ${task.item.task}</span>
                                    </button>`
                                  : nothing,
                    },
                ],
            })}
        `;
    }

    private async deliver({ item, delivery }: Task): Promise<void> {
        const today = dateText(session().today);
        const given = await openDialog<FormData>(
            `${w.deliver}: ${item.title}`,
            (close) =>
                html`<form
                    @submit=${(event: SubmitEvent) => {
                        event.preventDefault();
                        const form = event.target as HTMLFormElement;
                        const on = form.elements.namedItem("on") as HTMLInputElement;
                        on.setCustomValidity(dateTyped(on.value) ? "" : w.wrongDate);
                        if (form.reportValidity()) close(new FormData(form));
                    }}
                    @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity?.("")}
                >
                    <label class="field"
                        >${w.product}<input
                            name="product"
                            required
                            maxlength="300"
                            .value=${delivery?.product ?? item.product}
                    /></label>
                    <label class="field"
                        >${w.quantity}<input
                            name="quantity"
                            type="number"
                            min="1"
                            required
                            .value=${String(delivery?.quantity ?? item.quantity)}
                    /></label>
                    <label class="field">${w.on}<input name="on" required inputmode="numeric" .value=${today} /></label>
                    <label class="field"
                        >${w.evidence}<small>${w.evidenceHint}</small><input name="file" type="file"
                    /></label>
                    <p class="actions">
                        <button>${w.deliver}</button>
                        <button type="button" class="quiet" @click=${() => close()}>${c.cancel}</button>
                    </p>
                </form>`,
        );
        if (!given) return;
        const file = given.get("file");
        let evidence: string | undefined;
        if (file instanceof File && file.size > 0) {
            const sent = await sendFile(file, this.person(), (share) => toast(w.sending(share)));
            if (sent.kind !== "ready") return this.said(sent, "");
            evidence = sent.body.digest;
        }
        const answer = await act(
            "/v1/work/{year}/people/{person}/deliveries",
            { year: this.year(), person: this.person() },
            {
                deliveries: [
                    {
                        task: item.task,
                        product: String(given.get("product") ?? "").trim(),
                        quantity: Number(given.get("quantity")),
                        on: dateTyped(String(given.get("on"))) ?? "",
                        ...(evidence ? { evidence } : {}),
                    },
                ],
            },
            { key: newKey() },
        );
        await this.said(answer, w.saved);
    }

    private async accept({ item, delivery, acceptance }: Task): Promise<void> {
        const checks = [
            ["completed", w.isCompleted, acceptance?.completed ?? true],
            ["onTime", w.isOnTime, acceptance?.onTime ?? (delivery !== undefined && delivery.on <= item.due)],
            ["ofQuality", w.isOfQuality, acceptance?.ofQuality ?? true],
            ["exceeded", w.isExceeded, acceptance?.exceeded ?? false],
        ] as const;
        const given = await openDialog<FormData>(
            `${w.accept}: ${item.title}`,
            (close) =>
                html`<form
                    @submit=${(event: SubmitEvent) => {
                        event.preventDefault();
                        close(new FormData(event.target as HTMLFormElement));
                    }}
                >
                    ${checks.map(
                        ([name, title, on]) =>
                            html`<label class="choice"
                                ><input type="checkbox" name=${name} ?checked=${on} />${title}</label
                            >`,
                    )}
                    <label class="field">${w.reason}<textarea name="reason" maxlength="8000"></textarea></label>
                    <p class="actions">
                        <button>${w.accept}</button>
                        <button type="button" class="quiet" @click=${() => close()}>${c.cancel}</button>
                    </p>
                </form>`,
        );
        if (!given) return;
        const reason = String(given.get("reason") ?? "").trim();
        const answer = await act(
            "/v1/work/{year}/people/{person}/acceptances",
            { year: this.year(), person: this.person() },
            {
                acceptances: [
                    {
                        task: item.task,
                        completed: given.has("completed"),
                        onTime: given.has("onTime"),
                        ofQuality: given.has("ofQuality"),
                        exceeded: given.has("exceeded"),
                        ...(reason ? { reason } : {}),
                    },
                ],
            },
            { key: newKey() },
        );
        await this.said(answer, w.acceptedSaid);
    }

    private async said(answer: Answer<unknown>, good: string): Promise<void> {
        this.problem = answer.kind === "refused" ? answer.problem : undefined;
        if (answer.kind === "offline") toast(c.offline, "warn");
        if (answer.kind === "refused") toast(inLanguage(answer.problem, "title"), "warn");
        if (answer.kind === "ready" && good) toast(good);
        await this.work.again();
        this.requestUpdate();
    }
}

// On one line with the last word before it.
const times = (count: number): string => `\u00a0×\u00a0${numberText(count)}`;

const acceptanceView = (acceptance: Task["acceptance"]): TemplateResult => {
    if (!acceptance) return html`<span class="tag plain">${w.notYet}</span>`;
    const held = [
        acceptance.completed ? w.isCompleted : undefined,
        acceptance.onTime ? w.isOnTime : undefined,
        acceptance.ofQuality ? w.isOfQuality : undefined,
    ].filter((one) => one !== undefined);
    const good = held.length === 3;
    return html`<span class="tag ${acceptance.exceeded ? "good" : good ? "info" : "warn"}"
            >${acceptance.exceeded ? w.isExceeded : good ? w.isCompleted : held.join(", ") || w.notYet}</span
        >
        ${acceptance.reason ? html`<small class="muted below">${acceptance.reason}</small>` : nothing}`;
};
