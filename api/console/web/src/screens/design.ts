// The design system, shown with what it is made of. Whoever adds a screen looks here first.
import { html, type TemplateResult } from "lit";
import { levelBadge, statusBadge, termView, unitView, personView, verifyBadge } from "../parts/badges.js";
import { barChart } from "../parts/chart.js";
import { conflictView, emptyView, loadingView, offlineView, problemView } from "../parts/states.js";
import { openDialog, toast } from "../parts/overlays.js";
import { searchField } from "../parts/search.js";
import { milestones, timeline } from "../parts/timeline.js";
import { tabs } from "../parts/tabs.js";
import { table } from "../parts/table.js";
import { Screen } from "../screen.js";
import { levelWords, levelsInOrder, statusesInOrder } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Hệ thống thiết kế", "Design system"],
    about: [
        "Mọi màn hình được ghép từ các phần dưới đây, trên một tệp kiểu duy nhất.",
        "Every screen is made of these parts, on one style sheet.",
    ],
    type: ["Chữ", "Type"],
    sample: ["Nguyễn Thị Ỷ Ẩn – Phường Nguyễn Nghiêm, Đức Phổ", "Nguyễn Thị Ỷ Ẩn – Phường Nguyễn Nghiêm, Đức Phổ"],
    colour: ["Màu", "Colour"],
    levels: ["Mức xếp loại: chữ, hình và màu", "Levels: word, shape and colour"],
    statuses: ["Trạng thái hồ sơ", "Statuses of a dossier"],
    proofs: ["Kiểm chứng: bốn trạng thái", "Verification: four states"],
    terms: ["Thời hạn", "Terms"],
    who: ["Người và đơn vị", "People and units"],
    buttons: ["Nút", "Buttons"],
    main: ["Nộp phiếu", "File the form"],
    quiet: ["Lưu nháp", "Save draft"],
    danger: ["Trả lại để bổ sung", "Return for completion"],
    off: ["Kết luận mức xếp loại", "Decide the level"],
    dialog: ["Mở hộp thoại", "Open a dialog"],
    message: ["Hiện thông báo", "Show a message"],
    said: ["Đã lưu", "Saved"],
    fields: ["Ô nhập", "Fields"],
    reason: ["Lý do", "Reason"],
    states: ["Trạng thái tải dữ liệu", "States of what is asked for"],
    emptyTitle: ["Không còn hồ sơ nào đang chờ", "No dossier is waiting"],
    table: ["Bảng", "Table"],
    time: ["Diễn biến và mốc", "Timeline and milestones"],
    tabs: ["Thẻ", "Tabs"],
    chart: ["Biểu đồ kèm bảng số liệu", "A chart with its table"],
    people: ["Người", "People"],
    share: ["Phân bố mức xếp loại", "Distribution of levels"],
    first: ["Diễn biến", "Timeline"],
    second: ["So sánh", "Compare"],
    filed: ["Nộp phiếu tự đánh giá", "Self-assessment filed"],
    met: ["Cuộc họp nhận xét, đánh giá", "Comment meeting"],
    decided: ["Kết luận", "Conclusion"],
    notified: ["Thông báo", "Notice"],
    name: ["Họ và tên", "Name"],
    unit: ["Đơn vị", "Unit"],
    level: ["Mức", "Level"],
});

const colours = [
    "paper",
    "surface",
    "sunken",
    "ink",
    "muted",
    "line",
    "edge",
    "accent",
    "accent-soft",
    "info",
    "good",
    "warn",
    "danger",
    "violet",
];
const sizes = ["s", "m", "l", "xl", "2xl"];
const unit = { unit: "51-S05.P1", name: "Phòng Tổng hợp", parentName: "Sở Tài chính" };

export default class Design extends Screen {
    override render(): TemplateResult {
        const section = (title: string, content: unknown): TemplateResult =>
            html`<section class="card">
                <h2>${title}</h2>
                ${content}
            </section>`;
        const people = [
            { code: "QN201001", name: "Trần Thị Ánh", level: "EXCELLENT" as const },
            { code: "QN201002", name: "Đỗ Văn Đào", level: "GOOD" as const },
        ];
        return html`
            <h1>${w.title}</h1>
            <p class="muted">${w.about}</p>
            ${section(
                w.type,
                sizes.map(
                    (size) =>
                        html`<p class="sample-${size}">${w.sample} <small class="code">${`--text-${size}`}</small></p>`,
                ),
            )}
            ${section(
                w.colour,
                html`<ul class="swatches">
                    ${colours.map((name) => html`<li><span class="swatch-${name}"></span><code>--${name}</code></li>`)}
                </ul>`,
            )}
            ${section(
                w.levels,
                html`<p class="actions">
                    ${[...levelsInOrder, "NOT_RATED" as const, "PENDING" as const].map((level) => levelBadge(level))}
                </p>`,
            )}
            ${section(w.statuses, html`<p class="actions">${statusesInOrder.map(statusBadge)}</p>`)}
            ${section(
                w.proofs,
                html`<p class="actions">
                    ${verifyBadge({ state: "verified", at: "2023-11-30T02:12:00Z" }, () => toast(w.said))}
                    ${verifyBadge({ state: "waiting" })} ${verifyBadge({ state: "failed" })}
                    ${verifyBadge({ state: "offline" })}
                </p>`,
            )}
            ${section(
                w.terms,
                html`<p>${termView({ lastDay: "2023-11-29", workingDaysLeft: 6, passed: false })}</p>
                    <p>${termView({ lastDay: "2023-11-29", workingDaysLeft: 1, passed: false })}</p>
                    <p>${termView({ lastDay: "2023-11-29", passed: true })}</p>`,
            )}
            ${section(
                w.who,
                html`<p>${personView({ person: "QN201001", name: "Trần Thị Ánh" }, "/thiet-ke")}</p>
                    <p>${unitView(unit)}</p>`,
            )}
            ${section(
                w.buttons,
                html`<p class="actions">
                    <button type="button" @click=${() => toast(w.said)}>${w.main}</button>
                    <button type="button" class="quiet" @click=${() => toast(w.said)}>${w.quiet}</button>
                    <button type="button" class="danger" @click=${() => toast(w.said, "warn")}>${w.danger}</button>
                    <button type="button" disabled>${w.off}</button>
                    <button
                        type="button"
                        class="quiet"
                        @click=${() => void openDialog(w.dialog, () => html`<p>${w.about}</p>`)}
                    >
                        ${w.dialog}
                    </button>
                </p>`,
            )}
            ${section(
                w.fields,
                html`<div class="filters">${searchField()}</div>
                    <label class="field">${w.reason}<textarea name="reason"></textarea></label>
                    <fieldset>
                        <legend>${w.level}</legend>
                        <div class="options">
                            ${levelsInOrder.map(
                                (level, index) =>
                                    html`<label
                                        ><input type="radio" name="level" ?checked=${index === 1} />${levelWords(
                                            level,
                                        )}</label
                                    >`,
                            )}
                        </div>
                    </fieldset>`,
            )}
            ${section(
                w.states,
                html`<div class="shown">${loadingView(2)}</div>
                    ${emptyView(w.emptyTitle)} ${offlineView()}
                    ${problemView({
                        type: "/problems/minutes-missing",
                        title: "Chưa có biên bản cuộc họp được thông qua",
                        titleEn: "No adopted minutes",
                        status: 422,
                        detail: "Phải có biên bản được thông qua trước khi đề xuất mức.",
                        detailEn: "The minutes must be adopted before a level is proposed.",
                        clause: "Điều 19 Nghị định số 90/2020/NĐ-CP",
                        field: "/level",
                    })}
                    ${conflictView(
                        [
                            { label: w.level, mine: levelWords("EXCELLENT"), theirs: levelWords("GOOD") },
                            { label: w.unit, mine: unit.name, theirs: unit.name },
                        ],
                        () => toast(w.said),
                        () => toast(w.said),
                    )}`,
            )}
            ${section(
                w.table,
                table({
                    label: w.table,
                    rows: people,
                    key: (person) => person.code,
                    name: (person) => person.name,
                    selected: new Set(["QN201001"]),
                    total: 2,
                    columns: [
                        {
                            title: w.name,
                            cell: (person) => personView({ person: person.code, name: person.name }),
                            main: true,
                        },
                        { title: w.unit, cell: () => unitView(unit) },
                        { title: w.level, cell: (person) => levelBadge(person.level, true) },
                    ],
                }),
            )}
            ${section(
                w.time,
                html`${milestones(w.time, [
                    { title: w.filed, at: "2023-11-17" },
                    { title: w.met, at: "2023-11-22", now: true },
                    { title: w.decided },
                    { title: w.notified },
                ])}
                ${timeline(w.time, [
                    { key: "2", at: "2023-11-22T07:00:00Z", title: w.met, detail: unit.name },
                    {
                        key: "1",
                        at: "2023-11-17T03:10:00Z",
                        title: w.filed,
                        detail: personView({ person: "QN201001", name: "Trần Thị Ánh" }),
                    },
                ])}`,
            )}
            ${section(
                w.tabs,
                tabs(w.tabs, "the", [
                    { key: "first", title: w.first },
                    { key: "second", title: w.second, count: 3 },
                ]),
            )}
            ${section(
                w.chart,
                barChart({
                    title: w.share,
                    unit: w.people,
                    bars: levelsInOrder.map((level, index) => ({
                        label: levelWords(level),
                        value: [38, 142, 17, 3][index] ?? 0,
                        tone: `level-${level.toLowerCase().replace("_", "-")}`,
                    })),
                    limit: 40,
                    limitLabel: w.level,
                }),
            )}
        `;
    }
}
