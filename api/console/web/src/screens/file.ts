// One unit's file: every version that was sent, what came back and why, what is in it, and what can be done now.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { byView, dateView, unitView } from "../parts/badges.js";
import { cycleShown } from "../parts/cycles.js";
import { acceptFile, countsView, fileStatusBadge, phoneView, returnFile, withPhones } from "../parts/files.js";
import { icon } from "../parts/icons.js";
import { paperHead, signatures } from "../parts/paper.js";
import { recordLine } from "../parts/record.js";
import { asOfField } from "../parts/search.js";
import { emptyView } from "../parts/states.js";
import { timeline, type Happening } from "../parts/timeline.js";
import { Screen } from "../screen.js";
import { holds } from "../session.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Hồ sơ đánh giá, xếp loại của đơn vị", "The unit's file"],
    board: ["Bảng hồ sơ", "Board of files"],
    unit: ["Đơn vị", "Unit"],
    status: ["Trạng thái", "Status"],
    first: ["Gửi lần đầu", "First sent"],
    counts: ["Kết quả", "Results"],
    partA: ["Phần A: cấp trên quản lý, đơn vị đề xuất", "Part A: managed above, proposed by the unit"],
    partB: ["Phần B: đơn vị tự kết luận", "Part B: decided by the unit"],
    people: [
        (n: number) => `${numberText(n)} người`,
        (n: number) => (n === 1 ? "1 person" : `${numberText(n)} people`),
    ],
    pending: ["Chưa có kết quả", "Without a result"],
    consolidated: ["Gồm hồ sơ của", "Takes in the files of"],
    history: ["Diễn biến", "What happened"],
    sent: [(n: number) => `Gửi hồ sơ, lần ${numberText(n)}`, (n: number) => `Sent, no. ${numberText(n)}`],
    returned: [(n: number) => `Trả lại lần gửi ${numberText(n)}`, (n: number) => `No. ${numberText(n)} returned`],
    accepted: [(n: number) => `Tiếp nhận lần gửi ${numberText(n)}`, (n: number) => `No. ${numberText(n)} accepted`],
    reason: ["Lý do:", "Reason:"],
    remark: ["Ghi chú:", "Remark:"],
    missing: ["Đơn vị chưa gửi hồ sơ", "The unit has not sent its file"],
    return: ["Trả hồ sơ", "Return the file"],
    accept: ["Tiếp nhận hồ sơ", "Accept the file"],
    giver: ["Người giao hồ sơ", "Handed in by"],
    taker: ["Người nhận hồ sơ", "Received by"],
    print: ["In phiếu tiếp nhận", "Print the receipt"],
    report: ["Báo cáo của đơn vị", "The unit's report"],
});

type File = AnswerOf<"/v1/cycles/{cycle}/files/{unit}">["data"];

export default class FileScreen extends Screen {
    private readonly file = new Load(this, () => {
        const cycle = cycleShown();
        const unit = this.inPath("unit");
        return cycle
            ? get("/v1/cycles/{cycle}/files/{unit}", { cycle, unit }, { known_as_of: this.inQuery("known_as_of") })
            : undefined;
    });

    override render(): TemplateResult {
        return html`
            <p class="crumbs no-print"><a href="/bang-ho-so">${w.board}</a></p>
            <h1>${w.title}</h1>
            ${this.file.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}
        `;
    }

    private content(file: File): TemplateResult {
        const { line } = file;
        const last = file.versions?.at(-1);
        const again = (done: boolean): void => {
            if (done) void this.file.again();
        };
        const now = this.inQuery("known_as_of") === undefined;
        return html`${paperHead(line.unit)}
            <section class="card accent">
                <dl class="facts">
                    <dt>${w.unit}</dt>
                    <dd>${unitView(line.unit)}</dd>
                    <dt>${w.status}</dt>
                    <dd>${fileStatusBadge(line)}</dd>
                    ${
                        line.firstSubmittedAt
                            ? html`<dt>${w.first}</dt>
                                  <dd>${dateView(line.firstSubmittedAt)}</dd>`
                            : nothing
                    }
                    <dt>${w.counts}</dt>
                    <dd>${countsView(line.counts)}</dd>
                    ${
                        last
                            ? html`<dt>${w.partA}</dt>
                                  <dd>${w.people(last.partA)}</dd>
                                  <dt>${w.partB}</dt>
                                  <dd>${w.people(last.partB)}</dd>
                                  ${
                                      last.pending > 0
                                          ? html`<dt>${w.pending}</dt>
                                                <dd>${w.people(last.pending)}</dd>`
                                          : nothing
                                  }
                                  ${
                                      last.consolidated?.length
                                          ? html`<dt>${w.consolidated}</dt>
                                                <dd class="code-list">${last.consolidated.join(", ")}</dd>`
                                          : nothing
                                  }`
                            : nothing
                    }
                </dl>
                <p class="actions">
                    ${
                        line.status === "SUBMITTED" && holds("RECEIVE") && now
                            ? html`<button type="button" @click=${() => void acceptFile(file.cycle, line).then(again)}>
                                      ${w.accept}
                                  </button>
                                  <button
                                      type="button"
                                      class="danger"
                                      @click=${() => void returnFile(file.cycle, line).then(again)}
                                  >
                                      ${w.return}
                                  </button>`
                            : nothing
                    }
                    <a class="button quiet" href="/bao-cao?unit=${line.unit.unit}">${icon("document")}${w.report}</a>
                    ${
                        last
                            ? html`<button type="button" class="quiet"
                        @click=${() => print()}>${icon("print")}${w.print}</button>`
                            : nothing
                    }
                </p>
            </section>
            <div class="filters no-print">${asOfField()}</div>
            <section class="card">
                <h2>${w.history}</h2>
                ${
                    file.versions?.length
                        ? timeline(w.history, file.versions.flatMap((one) => this.happened(one)).reverse())
                        : emptyView(w.missing, undefined, "clock")
                }
            </section>
            ${signatures([
                { title: w.giver },
                { title: w.taker, ...(last?.accepted?.actorName ? { name: last.accepted.actorName } : {}) },
            ])}`;
    }

    private happened(version: Schemas["FileVersion"]): Happening[] {
        const of = version.version;
        const at = (by: Schemas["Provenance"]): string => by.actedAt ?? by.recordedAt;
        const { submitted, returned, accepted } = version;
        return [
            {
                key: `${of}-sent`,
                at: at(submitted),
                title: w.sent(of),
                detail: html`${byView(submitted)}
                    <p>${countsView(version.counts)}</p>`,
            },
            ...(returned
                ? [
                      {
                          key: `${of}-returned`,
                          at: at(returned),
                          title: w.returned(of),
                          detail: html`${byView(returned)}
                              <blockquote><b>${w.reason}</b> ${withPhones(version.returnReason ?? "")}</blockquote>
                              ${
                                  version.returnPhone
                                      ? html`<p>${phoneView(version.returnPhone, returned.actorName)}</p>`
                                      : nothing
                              }`,
                          tone: "warn" as const,
                      },
                  ]
                : []),
            ...(accepted
                ? [
                      {
                          key: `${of}-accepted`,
                          at: at(accepted),
                          title: w.accepted(of),
                          detail: html`${byView(accepted)}${
                              version.remark
                                  ? html`<blockquote><b>${w.remark}</b> ${version.remark}</blockquote>`
                                  : nothing
                          }`,
                          tone: "good" as const,
                      },
                  ]
                : []),
        ];
    }
}
