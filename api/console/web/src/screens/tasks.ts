// The tasks of the year: the owner says what was delivered, with evidence; whoever assigned them accepts.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf } from "../api/client.js";
import { sendFile } from "../api/files.js";
import { Load } from "../load.js";
import { askAndAct, type Field } from "../parts/acting.js";
import { dateView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { toast } from "../parts/overlays.js";
import { recordLine } from "../parts/record.js";
import { choiceField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { Screen } from "../screen.js";
import { holds, me, session } from "../session.js";
import { numberText } from "../words/format.js";
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
    on: ["Ngày hoàn thành", "Done on"],
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
        const done = await askAndAct({
            title: `${w.deliver}: ${item.title}`,
            fields: [
                { name: "product", label: w.product, value: delivery?.product ?? item.product },
                {
                    name: "quantity",
                    label: w.quantity,
                    kind: "number",
                    least: 1,
                    value: String(delivery?.quantity ?? item.quantity),
                },
                { name: "on", label: w.on, kind: "date", value: session().today },
                { name: "file", label: w.evidence, kind: "file", hint: w.evidenceHint, optional: true },
            ],
            button: w.deliver,
            send: async ({ product = "", quantity, on = "" }, key, _revision, file) => {
                const sent = file
                    ? await sendFile(file, this.person(), (share) => toast(w.sending(share)))
                    : undefined;
                if (sent && sent.kind !== "ready") return sent;
                return act(
                    "/v1/work/{year}/people/{person}/deliveries",
                    { year: this.year(), person: this.person() },
                    {
                        deliveries: [
                            {
                                task: item.task,
                                product,
                                quantity: Number(quantity),
                                on,
                                ...(sent ? { evidence: sent.body.digest } : {}),
                            },
                        ],
                    },
                    { key },
                );
            },
            done: w.saved,
        });
        if (done) await this.work.again();
    }

    private async accept({ item, delivery, acceptance }: Task): Promise<void> {
        const checks = [
            ["completed", w.isCompleted, acceptance?.completed ?? true],
            ["onTime", w.isOnTime, acceptance?.onTime ?? (delivery !== undefined && delivery.on <= item.due)],
            ["ofQuality", w.isOfQuality, acceptance?.ofQuality ?? true],
            ["exceeded", w.isExceeded, acceptance?.exceeded ?? false],
        ] as const;
        const done = await askAndAct({
            title: `${w.accept}: ${item.title}`,
            fields: [
                ...checks.map(
                    ([name, label, on]): Field => ({
                        name,
                        label,
                        kind: "yes",
                        optional: true,
                        value: on ? "yes" : "",
                    }),
                ),
                { name: "reason", label: w.reason, kind: "area", optional: true },
            ],
            button: w.accept,
            send: ({ completed, onTime, ofQuality, exceeded, reason }, key) =>
                act(
                    "/v1/work/{year}/people/{person}/acceptances",
                    { year: this.year(), person: this.person() },
                    {
                        acceptances: [
                            {
                                task: item.task,
                                completed: completed === "yes",
                                onTime: onTime === "yes",
                                ofQuality: ofQuality === "yes",
                                exceeded: exceeded === "yes",
                                ...(reason ? { reason } : {}),
                            },
                        ],
                    },
                    { key },
                ),
            done: w.acceptedSaid,
        });
        if (done) await this.work.again();
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
