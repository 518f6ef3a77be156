// The state side: results of an agency handed over to the party committee, and whether they were received. What the
// party makes of them is not told here.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct } from "../parts/acting.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import "../parts/documents.js";
import { handOverCard, handOverTitle, type HandedOver } from "../parts/hand-over.js";
import { recordLine } from "../parts/record.js";
import { asOfField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { unitField, unitShown } from "../parts/units.js";
import { Screen } from "../screen.js";
import { holds } from "../session.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Bàn giao kết quả cho cấp ủy", "Results for the party committee"],
    about: [
        "Danh sách mức xếp loại của đảng viên do bên Nhà nước kết luận, bàn giao để cấp ủy xếp loại đảng viên.",
        "The levels that the state side decided for party members, handed over so that the committee can rate them.",
    ],
    noUnit: ["Nhập mã cơ quan để xem", "Type the code of an agency"],
    none: ["Chưa bàn giao danh sách nào", "Nothing was handed over yet"],
    handOver: ["Bàn giao danh sách", "Hand a list over"],
    committee: ["Tên cấp ủy nhận", "Name of the committee"],
    committeeUnit: ["Mã đơn vị của cấp ủy", "Code of the committee's unit"],
    document: ["Văn bản bàn giao (mã)", "Document (code)"],
    done: ["Đã bàn giao", "Handed over"],
    correct: ["Đính chính sai sót", "Correct a slip"],
    correctAbout: [
        "Danh sách đã bàn giao giữ nguyên; nội dung đính chính ghi bên cạnh. Mức xếp loại không đính chính được.",
        "The list stays as it was given; what is right stands beside it. A level is never a slip.",
    ],
    person: ["Mã người trong danh sách, nếu là một dòng", "Code of the person, where it is a line"],
    what: ["Nội dung", "What"],
    was: ["Đã ghi", "It says"],
    is: ["Đúng là", "It should say"],
    reason: ["Lý do", "Reason"],
    ground: ["Văn bản đính chính (mã)", "Document (code)"],
    corrected: ["Đã đính chính", "Corrected"],
});

type HandOvers = AnswerOf<"/v1/cycles/{cycle}/hand-overs/{agency}">["data"];

export default class HandOver extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly lists = new Load(this, () => {
        const cycle = cycleShown();
        const agency = unitShown();
        return cycle && agency
            ? get(
                  "/v1/cycles/{cycle}/hand-overs/{agency}",
                  { cycle, agency },
                  { known_as_of: this.inQuery("known_as_of") },
              )
            : undefined;
    });

    override render(): TemplateResult {
        return html`<h1>${w.title}</h1>
            <p class="muted">${w.about}</p>
            <div class="filters no-print">${unitField()} ${cycleField(this.cycles.body)} ${asOfField()}</div>
            ${unitShown() ? nothing : emptyView(w.noUnit, undefined, "search")}
            ${this.lists.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private content(data: HandOvers): TemplateResult {
        const now = this.inQuery("known_as_of") === undefined;
        const may = holds("PROPOSE") && now && !data.lists?.length;
        const correct = (list: HandedOver): TemplateResult | undefined =>
            now && (holds("DECIDE") || holds("SUBMIT"))
                ? html`<button type="button" class="small" @click=${() => void this.correct(data, list)}>
                      ${w.correct}
                  </button>`
                : undefined;
        return html`${
            may
                ? html`<p class="actions">
                      <button type="button" @click=${() => void this.handOver(data)}>${w.handOver}</button>
                  </p>`
                : nothing
        }
        ${
            data.lists?.length
                ? [...data.lists].reverse().map((list) => handOverCard(list, undefined, correct(list)))
                : emptyView(w.none, undefined, "document")
        }`;
    }

    private async correct(data: HandOvers, list: HandedOver): Promise<void> {
        const done = await askAndAct({
            title: w.correct,
            about: html`<p><b>${handOverTitle(list)}</b></p>
                <p>${w.correctAbout}</p>`,
            fields: [
                { name: "person", label: w.person, optional: true },
                { name: "what", label: w.what },
                { name: "was", label: w.was },
                { name: "is", label: w.is },
                { name: "reason", label: w.reason },
                { name: "document", label: w.ground, kind: "document" },
            ],
            button: w.correct,
            revision: data.revision,
            send: ({ person, what = "", was = "", is = "", reason = "", document = "" }, key, seen) =>
                act(
                    "/v1/cycles/{cycle}/hand-overs/{agency}/slips",
                    { cycle: data.cycle, agency: data.agency.unit },
                    { number: list.number, ...(person ? { person } : {}), what, was, is, reason, document },
                    { key, ifMatch: seen ?? data.revision },
                ),
            done: w.corrected,
        });
        if (done) void this.lists.again();
    }

    private async handOver(data: HandOvers): Promise<void> {
        const done = await askAndAct({
            title: w.handOver,
            fields: [
                { name: "committee", label: w.committee },
                { name: "committeeUnit", label: w.committeeUnit, value: data.agency.unit },
                { name: "document", label: w.document, kind: "document", of: "LETTER" },
            ],
            button: w.handOver,
            revision: data.revision,
            send: ({ committee = "", committeeUnit = "", document = "" }, key, seen) =>
                act(
                    "/v1/cycles/{cycle}/hand-overs/{agency}",
                    { cycle: data.cycle, agency: data.agency.unit },
                    { committee, committeeUnit, document },
                    { key, ifMatch: seen ?? data.revision },
                ),
            done: w.done,
        });
        if (done) void this.lists.again();
    }
}
