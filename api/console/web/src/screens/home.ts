// What waits for the person who is signed in, by what that person may do today.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Question } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge, outcomeOf, personView, statusBadge, termView, unitView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { toConfirm, toConfirmView } from "../parts/second-person.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { Screen } from "../screen.js";
import { me, roles, session, type Power } from "../session.js";
import { numberText, timeText } from "../words/format.js";
import type { Status } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Việc cần làm hôm nay", "Work to do today"],
    greeting: [
        (name: string) => `${name}, các việc dưới đây đang chờ.`,
        (name: string) => `${name}, this is waiting for you.`,
    ],
    noCycle: ["Chưa mở kỳ đánh giá, xếp loại nào", "No cycle has been opened yet"],
    own: ["Hồ sơ của tôi", "My dossier"],
    selfTerm: ["Hạn nộp phiếu tự đánh giá", "Self-assessments are due"],
    fileTerm: ["Hạn gửi hồ sơ của đơn vị", "Units' files are due"],
    status: ["Trạng thái", "Status"],
    next: ["Việc tiếp theo", "Next"],
    level: ["Kết quả", "Result"],
    openDossier: ["Mở hồ sơ", "Open the dossier"],
    write: ["Viết phiếu tự đánh giá", "Write the self-assessment"],
    receive: ["Xem thông báo và xác nhận", "Read the notice and acknowledge"],
    comment: ["Chờ nhận xét", "Waiting for your comment"],
    propose: ["Chờ thẩm định, đề xuất", "Waiting for your proposal"],
    decide: ["Chờ kết luận mức xếp loại", "Waiting for your decision"],
    notify: ["Chờ ban hành thông báo", "Waiting for the notice"],
    nothing: ["không còn hồ sơ nào", "none is left"],
    name: ["Họ và tên", "Name"],
    unit: ["Đơn vị", "Unit"],
    post: ["Chức vụ", "Post"],
    proposed: ["Đề xuất", "Proposed"],
    files: ["Hồ sơ của các đơn vị", "Units' files"],
    due: ["Phải gửi", "Due"],
    inTime: ["Gửi đúng hạn", "In time"],
    late: ["Gửi muộn", "Late"],
    missing: ["Chưa gửi", "Missing"],
    check: ["Chờ kiểm tra", "To be checked"],
    accepted: ["Đã tiếp nhận", "Accepted"],
    board: ["Mở bảng hồ sơ", "Open the board"],
    findings: ["Nội dung cần làm rõ", "Findings"],
    findingsNote: [
        (n: number) => `${numberText(n)} nội dung được nêu thành câu hỏi; chưa phải là kết luận vi phạm.`,
        (n: number) => `${numberText(n)} points raised as questions; none is a concluded violation.`,
    ],
    findingsOpen: ["Mở danh sách", "Open the list"],
    system: ["Hệ thống", "The system"],
    systemFine: ["Hoạt động bình thường", "Works normally"],
    noContent: ["Người quản trị hệ thống không xem nội dung hồ sơ.", "Administrators see no content."],
    records: ["Bản ghi trong nhật ký", "Records in the log"],
    nobodyLooks: [
        (since: string) =>
            `Chưa có ai bên ngoài lấy điểm kiểm chứng của nhật ký từ ${since}. Hãy kiểm tra các bên chứng kiến hoặc cơ quan giám sát.`,
        (since: string) =>
            `Nobody outside has taken a checkpoint of the log since ${since}. Look after the witnesses or monitors.`,
    ],
    systemNot: ["Cần xem lại:", "Needs a look:"],
    outside: ["Bên ngoài lấy điểm kiểm chứng gần nhất", "A checkpoint was last taken outside"],
    overdue: ["quá một ngày", "more than a day ago"],
});
const nextStep = words({
    DRAFT: ["Nộp phiếu tự đánh giá, xếp loại", "File the self-assessment"],
    RETURNED: ["Phiếu được trả lại: bổ sung và nộp lại", "Returned: complete and file again"],
    SELF_FILED: ["Chờ cuộc họp nhận xét, đánh giá", "Waiting for the comment meeting"],
    MINUTES_PENDING: ["Chờ thông qua biên bản", "Waiting for the minutes"],
    MINUTES_ADOPTED: ["Chờ thẩm định, đề xuất mức xếp loại", "Waiting for the proposal"],
    PROPOSED: ["Chờ cấp có thẩm quyền kết luận", "Waiting for the decision"],
    DECIDED: ["Chờ thông báo kết quả", "Waiting for the notice"],
    NOTIFIED: ["Xác nhận đã nhận thông báo", "Acknowledge the notice"],
    ACKNOWLEDGED: ["Không còn việc phải làm", "Nothing left to do"],
    CLOSED: ["Không còn việc phải làm", "Nothing left to do"],
}) satisfies Record<Status, string>;

type Dossiers = AnswerOf<"/v1/dossiers">;
type Line = NonNullable<Dossiers["data"]["items"]>[number];

interface Kind {
    power: Power;
    status: Status;
    title: () => string;
}
const kinds: readonly Kind[] = [
    { power: "COMMENT", status: "SELF_FILED", title: () => w.comment },
    { power: "PROPOSE", status: "MINUTES_ADOPTED", title: () => w.propose },
    { power: "DECIDE", status: "PROPOSED", title: () => w.decide },
    { power: "DECIDE", status: "DECIDED", title: () => w.notify },
];

export default class Home extends Screen {
    private readonly own = new Load(this, () => {
        const dossier = session().cycle?.dossier;
        return dossier ? get("/v1/dossiers/{dossier}", { dossier }) : undefined;
    });
    private readonly waiting = kinds.map((kind) => new Load(this, () => this.waitingFor(kind)));
    private readonly files = new Load(this, () => {
        const cycle = session().cycle?.cycle;
        return cycle && (roles.homeAffairs() || roles.inspecting())
            ? get("/v1/cycles/{cycle}/files", { cycle })
            : undefined;
    });
    private readonly findings = new Load(this, () => {
        const cycle = session().cycle?.cycle;
        return cycle && roles.inspecting() ? get("/v1/findings", {}, { cycle, limit: 1 }) : undefined;
    });
    private readonly health = new Load(this, () =>
        roles.administering() || roles.inspecting() ? get("/v1/health", {}) : undefined,
    );

    private readonly toConfirm = new Load(this, toConfirm);

    // Over the first mandate that gives the work.
    private waitingFor(kind: Kind): Question<Dossiers> | undefined {
        const cycle = session().cycle?.cycle;
        const mandate = me()?.mandates?.find((one) => one.powers?.includes(kind.power));
        if (!cycle || !mandate || roles.inspecting()) return undefined;
        const where = mandate.reach === "MANAGED" ? { agency: mandate.unit } : { unit: mandate.unit };
        return get("/v1/dossiers", {}, { cycle, status: kind.status, limit: 20, ...where });
    }

    override render(): TemplateResult {
        const cycle = session().cycle;
        const who = me();
        return html`
            <div class="head">
                <div>
                    <h1>${w.title}</h1>
                    <p>${w.greeting(who?.name ?? who?.person ?? "")}</p>
                </div>
            </div>
            ${this.health.body?.checkpointOverdue ? this.nobodyLooks(this.health.body.checkpointTakenAt) : nothing}
            ${
                cycle
                    ? html`<section class="card accent">
                      <h2>${cycle.title}</h2>
                      <dl class="facts">
                          ${
                              cycle.selfAssessment
                                  ? html`<dt>${w.selfTerm}</dt>
                                    <dd>${termView(cycle.selfAssessment)}</dd>`
                                  : nothing
                          }
                          <dt>${w.fileTerm}</dt>
                          <dd>${termView(cycle.submission)}</dd>
                      </dl>
                  </section>`
                    : emptyView(w.noCycle, undefined, "clock")
            }
            ${this.own.show((body) => this.ownCard(body.data))}
            ${this.toConfirm.show((body) => toConfirmView(body.data, () => void this.toConfirm.again()))}
            ${this.files.show((body) => this.filesCard(body.data.counts))}
            ${this.waiting.map((load, index) => load.show((body) => this.list(kinds[index]!, body.data)))}
            ${this.findings.show(
                (body) =>
                    html`<section class="card">
                        <h2>${w.findings}</h2>
                        <p>${w.findingsNote(body.data.total)}</p>
                        <a class="button quiet" href="/noi-dung-can-lam-ro">${w.findingsOpen}</a>
                    </section>`,
            )}
            ${this.health.show((body) =>
                !roles.administering()
                    ? nothing
                    : html`<section class="card">
                          <h2>${w.system}</h2>
                          <dl class="facts">
                              <dt>${w.status}</dt>
                              <dd>
                                  ${
                                      body.status === "ready" && !body.stopped?.length && !body.damage?.length
                                          ? html`<span class="tag good">${w.systemFine}</span>`
                                          : html`<span class="tag danger">${w.systemNot} ${body.status}</span>`
                                  }
                              </dd>
                              <dt>${w.records}</dt>
                              <dd>${numberText(body.size)}</dd>
                              <dt>${w.outside}</dt>
                              <dd>
                                  ${dateView(body.checkpointTakenAt)}${
                                      body.checkpointOverdue
                                          ? html` <span class="tag warn">${w.overdue}</span>`
                                          : nothing
                                  }
                              </dd>
                          </dl>
                          <p class="muted">${w.noContent}</p>
                      </section>`,
            )}
        `;
    }

    private nobodyLooks(since: string): TemplateResult {
        return html`<div class="notice warn" role="alert">
            ${icon("warn")}
            <div><p>${w.nobodyLooks(timeText(since))}</p></div>
        </div>`;
    }

    private ownCard(dossier: AnswerOf<"/v1/dossiers/{dossier}">["data"]): TemplateResult {
        const line = dossier.line;
        const decided = line.notRated || line.decidedLevel;
        return html`<section class="card">
            <div class="card-title">
                <h2>${w.own}</h2>
                ${statusBadge(line.status)}
            </div>
            <dl class="facts">
                <dt>${w.next}</dt>
                <dd><b>${nextStep[line.status]}</b></dd>
                ${
                    decided
                        ? html`<dt>${w.level}</dt>
                          <dd>${levelBadge(outcomeOf(line))}</dd>`
                        : nothing
                }
                <dt>${w.unit}</dt>
                <dd>${unitView(line.unit)}</dd>
            </dl>
            <p class="actions">
                ${
                    line.status === "DRAFT" || line.status === "RETURNED"
                        ? html`<a class="button" href="/phieu-tu-danh-gia">${w.write}${icon("arrow")}</a>
                          <a class="button quiet" href="/cua-toi">${w.openDossier}</a>`
                        : html`<a class="button" href="/cua-toi"
                          >${line.status === "NOTIFIED" ? w.receive : w.openDossier}</a
                      >`
                }
            </p>
        </section>`;
    }

    private list(kind: Kind, found: Dossiers["data"]): TemplateResult {
        const rows = (found.items ?? []).filter((line) => line.person !== me()?.person);
        const columns: Column<Line>[] = [
            { title: w.name, cell: (line) => personView(line, `/ho-so/${line.dossier}`), main: true },
            { title: w.unit, cell: (line) => unitView(line.unit) },
            { title: w.post, cell: (line) => line.post },
            ...(kind.status === "SELF_FILED"
                ? []
                : [
                      {
                          title: w.proposed,
                          cell: (line: Line) => (line.proposedLevel ? levelBadge(line.proposedLevel, true) : "–"),
                      },
                  ]),
        ];
        if (rows.length === 0)
            return html`<p class="row-empty">
                ${icon("check")}<span><b>${kind.title()}:</b> ${w.nothing}</span>
            </p>`;
        return html`<section class="block">
            <div class="card-title">
                <h2>${kind.title()} <span class="count">${numberText(found.total)}</span></h2>
            </div>
            ${table({
                label: kind.title(),
                columns,
                rows,
                key: (line) => line.dossier,
                total: found.total,
            })}
        </section>`;
    }

    private filesCard(counts: AnswerOf<"/v1/cycles/{cycle}/files">["data"]["counts"]): TemplateResult {
        const figures: [number, string][] = [
            [counts.due, w.due],
            [counts.onTime, w.inTime],
            [counts.late, w.late],
            [counts.missing, w.missing],
            [counts.submitted, w.check],
            [counts.accepted, w.accepted],
        ];
        return html`<section class="block">
            <div class="card-title">
                <h2>${w.files}</h2>
                <a href="/bang-ho-so">${w.board}</a>
            </div>
            <ul class="figures">
                ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
            </ul>
        </section>`;
    }
}
