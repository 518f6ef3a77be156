// What supports the levels: each version of the self-assessment with what changed from the one before, and the tasks with
// their products and acceptances.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, levelBadge } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { byLine } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { textDiff } from "../parts/text-diff.js";
import { outcomeWords } from "../words/judging.js";
import { numberText } from "../words/format.js";
import {
    commentSideWords,
    effectWords,
    formWords,
    judgedWords,
    qualitiesOf,
    qualityWords,
} from "../words/vocabulary.js";
import { words } from "../words/words.js";
import { changeView } from "./act.js";
import { DossierPart } from "./tab.js";

const w = words({
    forms: ["Phiếu tự đánh giá, xếp loại", "Self-assessments"],
    version: [(n: number) => `Lần nộp thứ ${n}`, (n: number) => `Filing no. ${n}`],
    before: ["Nộp trước cuộc họp", "Filed before the meeting"],
    after: ["Nộp sau cuộc họp", "Filed after the meeting"],
    edited: ["Phiếu có được sửa sau cuộc họp không?", "Was the form edited after the meeting?"],
    filedBefore: ["Phiếu có được nộp trước cuộc họp không?", "Was the form filed before the meeting?"],
    yes: ["Có", "Yes"],
    no: ["Không", "No"],
    meeting: ["Cuộc họp", "Meeting"],
    level: ["Mức tự xếp loại", "Self-assessed level"],
    rule: ["Mức theo tiêu chí", "Level by the criteria"],
    counts: ["Nhiệm vụ", "Tasks"],
    countsText: [
        (done: number, all: number, good: number, more: number) =>
            `${numberText(done)}/${numberText(all)} hoàn thành, ${numberText(good)} đúng tiến độ và chất lượng, ${numberText(more)} vượt mức`,
        (done: number, all: number, good: number, more: number) =>
            `${numberText(done)} of ${numberText(all)} completed, ${numberText(good)} on time and of quality, ${numberText(more)} exceeded`,
    ],
    effect: ["Hiệu quả", "Effectiveness"],
    changed: ["Thay đổi so với lần trước", "Changed from the filing before"],
    returned: ["Được trả lại", "Returned"],
    reason: ["Lý do", "Reason"],
    noForm: ["Chưa nộp phiếu tự đánh giá", "No self-assessment was filed"],
    withheld: ["Nội dung phiếu không thuộc phạm vi được xem", "The form is not for you to see"],
    work: ["Nhiệm vụ, sản phẩm và nghiệm thu", "Tasks, products and acceptances"],
    task: ["Nhiệm vụ", "Task"],
    product: ["Sản phẩm, kết quả cụ thể", "Concrete product"],
    due: ["Thời hạn", "Due"],
    delivered: ["Đã nộp", "Delivered"],
    accepted: ["Nghiệm thu", "Accepted"],
    notYet: ["chưa có", "none yet"],
    done: ["hoàn thành", "completed"],
    notDone: ["chưa hoàn thành", "not completed"],
    late: ["chậm", "late"],
    exceeded: ["vượt mức", "exceeded"],
    noWork: ["Không có nhiệm vụ nào được ghi nhận", "No task is recorded"],
    comments: ["Ý kiến nhận xét", "Comments"],
    party: ["Ý kiến nhận xét của cấp ủy", "Party committee's opinion"],
    evidence: ["Tài liệu kèm theo", "Evidence"],
});

type Version = Schemas["SelfAssessmentVersion"];
type Work = AnswerOf<"/v1/work/{year}/people/{person}">["data"];
type Task = NonNullable<Work["tasks"]>[number];

export class DossierEvidence extends DossierPart {
    private readonly forms = new Load(this, () =>
        get("/v1/dossiers/{dossier}/self-assessments", { dossier: this.dossier }, this.known, this.purpose),
    );
    private readonly work = new Load(this, () =>
        get(
            "/v1/work/{year}/people/{person}",
            { year: this.of.line.year, person: this.of.line.person },
            {},
            this.purpose,
        ),
    );

    override render(): TemplateResult {
        const comments = this.of.comments ?? [];
        return html`
            <section class="block">
                <h2>${w.forms}</h2>
                ${this.forms.show((body) => this.formsView(body.data))}
            </section>
            ${
                comments.length === 0
                    ? nothing
                    : html`<section class="block">
                      <h2>${w.comments}</h2>
                      ${comments.map(
                          ({ by, event }) =>
                              html`<article class="card">
                                  <p><b>${commentSideWords(event.side)}</b> · ${byLine(by)}</p>
                                  <blockquote>${event.text}</blockquote>
                              </article>`,
                      )}
                  </section>`
            }
            ${
                this.of.partyOpinion
                    ? html`<section class="block">
                      <h2>${w.party}</h2>
                      <article class="card">
                          <p>
                              <b>${this.of.partyOpinion.event.committee}</b> ·
                              ${dateView(this.of.partyOpinion.event.dated)} · ${byLine(this.of.partyOpinion.by)}
                          </p>
                          <blockquote>${this.of.partyOpinion.event.opinion}</blockquote>
                      </article>
                  </section>`
                    : nothing
            }
            <section class="block">
                <h2>${w.work}</h2>
                ${this.work.show((body) => html`${this.workView(body.data)} ${recordLine(body.asOf)}`)}
            </section>
        `;
    }

    private formsView(data: Schemas["SelfAssessmentsAnswer"]): TemplateResult {
        const versions = (data.versions ?? []).toReversed();
        if (versions.length === 0) return emptyView(w.noForm, undefined, "document");
        return html`
            <dl class="facts">
                ${
                    data.meeting
                        ? html`<dt>${w.meeting}</dt>
                          <dd>${dateView(data.meeting.heldAt)}</dd>
                          <dt>${w.filedBefore}</dt>
                          <dd>${this.answer(data.filedBeforeMeeting, true)}</dd>
                          <dt>${w.edited}</dt>
                          <dd>${this.answer(data.editedAfterMeeting, false)}</dd>`
                        : nothing
                }
            </dl>
            ${versions.map((version, index) => this.version(version, versions[index + 1]))}
        `;
    }

    private answer(value: boolean, wanted: boolean): TemplateResult {
        return html`<span class="tag ${value === wanted ? "good" : "warn"}"
            >${icon(value === wanted ? "check" : "flag")}${value ? w.yes : w.no}</span
        >`;
    }

    private version(version: Version, earlier: Version | undefined): TemplateResult {
        const form = version.form;
        return html`<article class="card">
            <div class="card-title">
                <h3>${w.version(version.version)}</h3>
                <span class="tag ${version.beforeMeeting ? "plain" : "warn"}"
                    >${version.beforeMeeting ? w.before : w.after}</span
                >
            </div>
            <p class="muted">${byLine(version.by)}</p>
            ${
                version.changes?.length
                    ? html`<h4>${w.changed}</h4>
                      <ul>
                          ${version.changes.map((change) => html`<li>${changeView(change)}</li>`)}
                      </ul>`
                    : nothing
            }
            ${
                form
                    ? html`<dl class="facts">
                          <dt>${w.level}</dt>
                          <dd>${levelBadge(form.proposedLevel)}</dd>
                          ${
                              version.ruleOutcome
                                  ? html`<dt>${w.rule}</dt>
                                    <dd>
                                        ${
                                            version.ruleLevel
                                                ? levelBadge(version.ruleLevel)
                                                : outcomeWords(version.ruleOutcome)
                                        }
                                    </dd>`
                                  : nothing
                          }
                          <dt>${w.counts}</dt>
                          <dd>
                              ${w.countsText(
                                  form.counts.completed,
                                  form.counts.assigned,
                                  form.counts.onTimeWithQuality,
                                  form.counts.exceeded,
                              )}
                          </dd>
                          <dt>${w.effect}</dt>
                          <dd>${effectWords(form.effectiveness)}</dd>
                          ${qualitiesOf(this.of.line.leader).map((quality) => {
                              const judged = form.general[quality];
                              return judged
                                  ? html`<dt>${qualityWords(quality)}</dt>
                                        <dd>
                                            ${judgedWords(judged.value)}${
                                                judged.reason ? html` – ${judged.reason}` : nothing
                                            }
                                        </dd>`
                                  : nothing;
                          })}
                      </dl>
                      <details>
                          <summary>${formWords(form.form)}</summary>
                          ${(form.sections ?? []).map((section, index) => {
                              const was = earlier?.form?.sections?.[index]?.text;
                              return html`<h4>${section.heading}</h4>
                                  ${
                                      was !== undefined && was !== section.text
                                          ? textDiff(was, section.text)
                                          : html`<p class="form-text">${section.text}</p>`
                                  }`;
                          })}
                      </details>`
                    : html`<p class="muted">${w.withheld}</p>`
            }
            ${
                version.returned
                    ? html`<p>
                      <span class="tag warn">${w.returned}</span> ${byLine(version.returned.by)}; ${w.reason}:
                      ${version.returned.event.reason}
                  </p>`
                    : nothing
            }
        </article>`;
    }

    private workView(work: Work): TemplateResult {
        const tasks = (work.tasks ?? []).toSorted((left, right) =>
            left.item.task.localeCompare(right.item.task, "vi", { numeric: true }),
        );
        if (tasks.length === 0) return emptyView(w.noWork, undefined, "list");
        const { counts } = work;
        return html`
            <p>${w.countsText(counts.completed, counts.assigned, counts.onTimeWithQuality, counts.exceeded)}</p>
            ${table<Task>({
                label: w.work,
                rows: tasks,
                key: (task) => task.item.task,
                total: tasks.length,
                columns: [
                    {
                        title: w.task,
                        cell: ({ item }) => html`${item.title} <small class="code muted">${item.task}</small>`,
                        main: true,
                    },
                    { title: w.product, cell: ({ item }) => html`${item.product} × ${numberText(item.quantity)}` },
                    { title: w.due, cell: ({ item }) => dateView(item.due) },
                    {
                        title: w.delivered,
                        cell: ({ delivery }) =>
                            delivery
                                ? html`${delivery.product}, ${dateView(delivery.on)}
                                  ${
                                      delivery.evidence
                                          ? html`<p class="muted">
                                            ${icon("document")} ${w.evidence}:
                                            <span class="code">${delivery.evidence}</span>
                                        </p>`
                                          : nothing
                                  }`
                                : html`<span class="muted">${w.notYet}</span>`,
                    },
                    {
                        title: w.accepted,
                        cell: ({ acceptance }) =>
                            acceptance
                                ? html`<span class="tag ${acceptance.completed ? "good" : "danger"}"
                                          >${acceptance.completed ? w.done : w.notDone}</span
                                      >
                                      ${
                                          acceptance.completed && !acceptance.onTime
                                              ? html`<span class="tag warn">${w.late}</span>`
                                              : nothing
                                      }
                                      ${
                                          acceptance.exceeded
                                              ? html`<span class="tag info">${w.exceeded}</span>`
                                              : nothing
                                      }`
                                : html`<span class="muted">${w.notYet}</span>`,
                    },
                ],
            })}
        `;
    }
}
customElements.define("mb-dossier-evidence", DossierEvidence);
