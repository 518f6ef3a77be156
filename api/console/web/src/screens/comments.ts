// The direct head's list: whose forms are in, whose are not, who waits for a comment.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { levelBadge, personView, statusBadge, termView, unitView } from "../parts/badges.js";
import { recordLine } from "../parts/record.js";
import { choiceField, searchField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { openTab, tabs } from "../parts/tabs.js";
import { Screen } from "../screen.js";
import { me, session } from "../session.js";
import type { Status } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Nhận xét của người đứng đầu", "Comments of the direct head"],
    about: [
        "Đọc phiếu cạnh năm trước, ghi ý kiến, đánh giá từng tiêu chí hoặc trả lại phiếu.",
        "Read each form beside last year's, comment, judge the criteria, or return the form.",
    ],
    waiting: ["Chờ nhận xét", "Waiting"],
    notFiled: ["Chưa nộp phiếu", "Not filed"],
    returned: ["Đã trả lại", "Returned"],
    all: ["Tất cả", "All"],
    mandate: ["Theo quyền được giao tại", "By the mandate at"],
    due: ["Hạn nộp phiếu", "Forms are due"],
    name: ["Họ và tên", "Name"],
    unit: ["Đơn vị", "Unit"],
    post: ["Chức vụ", "Post"],
    status: ["Trạng thái", "Status"],
    self: ["Tự xếp loại", "Own level"],
    none: ["Không còn hồ sơ nào ở bước này", "No dossier is at this step"],
});

type Line = NonNullable<AnswerOf<"/v1/dossiers">["data"]["items"]>[number];
const steps: Record<string, Status | undefined> = {
    waiting: "SELF_FILED",
    draft: "DRAFT",
    returned: "RETURNED",
    all: undefined,
};

export default class Comments extends Screen {
    private readonly found = new Load(this, () => {
        const cycle = session().cycle?.cycle;
        const mandate = this.mandate();
        if (!cycle || !mandate) return undefined;
        const status = steps[openTab("step", this.steps())];
        return get(
            "/v1/dossiers",
            {},
            {
                cycle,
                limit: 500,
                search: this.inQuery("search"),
                ...(status ? { status } : {}),
                ...(mandate.reach === "MANAGED" ? { agency: mandate.unit } : { unit: mandate.unit }),
            },
        );
    });

    private steps(): { key: string; title: string }[] {
        return [
            { key: "waiting", title: w.waiting },
            { key: "draft", title: w.notFiled },
            { key: "returned", title: w.returned },
            { key: "all", title: w.all },
        ];
    }

    private mandates(): NonNullable<NonNullable<ReturnType<typeof me>>["mandates"]> {
        return (me()?.mandates ?? []).filter((one) => one.powers?.includes("COMMENT"));
    }
    private mandate(): ReturnType<typeof this.mandates>[number] | undefined {
        const all = this.mandates();
        return all.find((one) => one.mandate === this.inQuery("mandate")) ?? all[0];
    }

    override render(): TemplateResult {
        const term = session().cycle?.selfAssessment;
        const mandates = this.mandates();
        return html`
            <div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.about}</p>
                </div>
            </div>
            ${term ? html`<p>${w.due}: ${termView(term)}</p>` : nothing}
            <div class="filters" role="search">
                ${searchField()}
                ${
                    mandates.length > 1
                        ? choiceField(
                              w.mandate,
                              "mandate",
                              mandates.map((one) => ({ value: one.mandate, title: `${one.unitName} (${one.unit})` })),
                          )
                        : nothing
                }
            </div>
            ${tabs(w.title, "step", this.steps())}
            ${this.found.show(({ data, asOf }) => {
                const rows = (data.items ?? []).filter((line) => line.person !== me()?.person);
                return html`${table<Line>({
                    label: w.title,
                    rows,
                    key: (line) => line.dossier,
                    empty: emptyView(w.none),
                    columns: [
                        { title: w.name, main: true, cell: (line) => personView(line, `/nhan-xet/${line.dossier}`) },
                        { title: w.unit, cell: (line) => unitView(line.unit) },
                        { title: w.post, cell: (line) => line.post },
                        { title: w.status, cell: (line) => statusBadge(line.status) },
                        { title: w.self, cell: (line) => (line.selfLevel ? levelBadge(line.selfLevel, true) : "–") },
                    ],
                })}
                ${recordLine(asOf)}`;
            })}
        `;
    }
}
