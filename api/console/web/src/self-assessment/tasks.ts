// The tasks of the year as they stand, which a self-assessment is filed with.
import { html, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { dateView } from "../parts/badges.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";
import { formWords, type Work } from "./content.js";

const w = words({
    none: ["Chưa có nhiệm vụ nào được giao trong năm", "No task was assigned this year"],
    task: ["Nhiệm vụ", "Task"],
    product: ["Sản phẩm", "Product"],
    due: ["Thời hạn", "Due"],
    delivered: ["Đã báo cáo", "Delivered"],
    accepted: ["Nghiệm thu", "Acceptance"],
    notDelivered: ["Chưa báo cáo", "Not delivered"],
    notAccepted: ["Chưa nghiệm thu", "Not accepted yet"],
    exceeded: ["Vượt mức", "Exceeded"],
    onTime: ["Đúng tiến độ, bảo đảm chất lượng", "In time and of quality"],
    late: ["Chưa bảo đảm", "Deficient"],
    assignedCount: ["được giao", "assigned"],
    completedCount: ["hoàn thành", "completed"],
    onTimeCount: ["đúng tiến độ, chất lượng", "in time, of quality"],
    exceededCount: ["vượt mức", "exceeded"],
});

export function tasksView({ counts, tasks }: Work): TemplateResult {
    const figures: [number, string][] = [
        [counts.assigned, w.assignedCount],
        [counts.completed, w.completedCount],
        [counts.onTimeWithQuality, w.onTimeCount],
        [counts.exceeded, w.exceededCount],
    ];
    return html`
        <ul class="figures">
            ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
        </ul>
        ${table({
            label: formWords.tasks,
            rows: tasks ?? [],
            key: (task) => task.item.task,
            empty: emptyView(w.none, undefined, "document"),
            columns: [
                {
                    title: w.task,
                    main: true,
                    cell: ({ item }) => html`${item.title} <small class="code">${item.task}</small>`,
                },
                { title: w.product, cell: ({ item, delivery }) => delivery?.product ?? item.product },
                { title: w.due, cell: ({ item }) => dateView(item.due) },
                {
                    title: w.delivered,
                    cell: ({ delivery }) =>
                        delivery ? dateView(delivery.on) : html`<span class="tag warn">${w.notDelivered}</span>`,
                },
                { title: w.accepted, cell: ({ acceptance }) => acceptanceView(acceptance) },
            ],
        })}
    `;
}

const acceptanceView = (acceptance: Schemas["Acceptance"] | undefined): TemplateResult => {
    if (!acceptance) return html`<span class="tag plain">${w.notAccepted}</span>`;
    if (acceptance.exceeded) return html`<span class="tag good">${w.exceeded}</span>`;
    const good = acceptance.completed && acceptance.onTime && acceptance.ofQuality;
    return good ? html`<span class="tag info">${w.onTime}</span>` : html`<span class="tag warn">${w.late}</span>`;
};
