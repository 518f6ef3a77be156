// One review: what was suggested, the draft, the conference, the conclusion with its list of shortcomings; and what can
// be done next, in the order of the procedure.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { deedButtons, mayDo, obstaclesView } from "../parts/allowed.js";
import { byView, dateView, levelBadge, personView, unitView } from "../parts/badges.js";
import { paperHead } from "../parts/paper.js";
import { recordLine } from "../parts/record.js";
import { causeWords } from "../parts/remediation.js";
import { reviewDeeds } from "../parts/review-acts.js";
import { collectiveKindWords, earlierWords, reviewBadge } from "../parts/review.js";
import { milestones } from "../parts/timeline.js";
import { Screen } from "../screen.js";
import { dateText, numberText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    list: ["Kiểm điểm", "Reviews"],
    title: ["Kiểm điểm", "Review"],
    owner: ["Tập thể, cá nhân", "Collective, person"],
    unit: ["Nơi kiểm điểm", "Held in"],
    standing: ["Trạng thái", "Standing"],
    term: ["Thời hạn kiểm điểm", "Due"],
    late: ["muộn", "late"],
    steps: ["Các bước kiểm điểm", "Steps of the review"],
    suggested: ["Gợi ý", "Suggestions"],
    draft: ["Dự thảo", "Draft"],
    held: ["Hội nghị", "Conference"],
    concluded: ["Kết luận", "Conclusion"],
    rated: ["Xếp loại", "Rating"],
    order: [
        "Tập thể kiểm điểm trước, cá nhân sau; người đứng đầu trước, cấp phó và thành viên sau. Dự thảo báo cáo gửi " +
            "trước hội nghị ít nhất 3 ngày làm việc.",
        "The collective is reviewed before persons, the head before deputies and members. The draft report is sent at " +
            "least three working days before the conference.",
    ],
    points: ["Gợi ý kiểm điểm", "Suggestions for review"],
    noPoints: ["Cấp trên không gợi ý nội dung nào", "The level above suggested nothing"],
    explained: ["Giải trình", "Explanation"],
    unanswered: ["Chưa giải trình", "Not explained"],
    drafts: ["Dự thảo báo cáo kiểm điểm", "Draft report"],
    noDraft: ["Chưa gửi dự thảo", "No draft was sent"],
    version: [(n: number) => `Lần ${numberText(n)}`, (n: number) => `Version ${numberText(n)}`],
    sent: [
        (at: string, n: number) => `gửi ${at} cho ${numberText(n)} người`,
        (at: string, n: number) => `sent ${at} to ${numberText(n)} people`,
    ],
    from: [
        (day: string) => `Hội nghị sớm nhất ngày ${day}`,
        (day: string) => `The conference is held on ${day} at the earliest`,
    ],
    conferences: ["Hội nghị kiểm điểm", "Review conferences"],
    noConference: ["Chưa có hội nghị", "There was no conference"],
    place: [
        (n: number, kind: string) => `kiểm điểm thứ ${numberText(n)}${kind ? `, ${kind}` : ""}`,
        (n: number, kind: string) => `no. ${numberText(n)} in order${kind ? `, ${kind}` : ""}`,
    ],
    chair: ["Chủ trì", "Chair"],
    secretary: ["Thư ký", "Secretary"],
    present: [
        (n: number, of: number) => `${numberText(n)} có mặt trong ${numberText(of)}`,
        (n: number, of: number) => `${numberText(n)} of ${numberText(of)} present`,
    ],
    noConclusion: ["Chưa kết luận", "Not concluded"],
    reason: ["Lý do kết luận lại", "Why again"],
    shortcomings: ["Hạn chế, khuyết điểm", "Shortcomings"],
    noShortcoming: ["Không nêu hạn chế, khuyết điểm nào", "No shortcoming is named"],
    answerable: ["Chịu trách nhiệm", "Answerable"],
    withoutMeasure: ["chưa có biện pháp khắc phục", "no measure yet"],
    earlier: ["Khắc phục hạn chế năm trước", "What became of earlier shortcomings"],
    conclude: ["Kết luận kiểm điểm", "Conclude the review"],
    concludeAgain: ["Kết luận lại", "Conclude again"],
    hold: ["Ghi hội nghị kiểm điểm", "Record the conference"],
    plan: ["Kế hoạch khắc phục", "Remediation plan"],
    selfRated: ["Tập thể tự xếp loại", "Rated itself"],
    appraised: ["Thẩm định", "Appraised"],
});

type View = AnswerOf<"/v1/reviews/{review}">["data"]["review"];

export default class ReviewScreen extends Screen {
    private readonly review = new Load(this, () =>
        get(
            "/v1/reviews/{review}",
            { review: this.inPath("review") },
            { known_as_of: this.inQuery("known_as_of") },
            this.inQuery("purpose"),
        ),
    );
    private readonly actions = new Load(this, () =>
        this.review.body && this.inQuery("known_as_of") === undefined
            ? get("/v1/reviews/{review}/allowed-actions", { review: this.inPath("review") })
            : undefined,
    );

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/kiem-diem">${w.list}</a></p>
            <h1>${w.title}</h1>
            ${this.review.show((body) => html`${this.content(body.data.review)} ${recordLine(body.asOf)}`)}`;
    }

    private readonly done = (): void => {
        void this.review.again();
        void this.actions.again();
    };

    private content(view: View): TemplateResult {
        const { line } = view;
        const concluded = view.conclusions?.at(-1);
        const done: [string, string | undefined][] = [
            [w.suggested, view.points?.[0]?.suggested.recordedAt],
            [w.draft, view.drafts?.at(-1)?.event.sentAt],
            [w.held, line.heldAt],
            [w.concluded, line.concludedAt],
            ...(line.owner.unit ? [[w.rated, line.ratedAt] as [string, string | undefined]] : []),
        ];
        const last = done.findLastIndex(([, at]) => at !== undefined);
        return html`${line.unit ? paperHead(line.unit) : nothing}
            <section class="card accent">
                <dl class="facts">
                    <dt>${w.owner}</dt>
                    <dd>
                        ${
                            line.owner.person
                                ? personView({ person: line.owner.person, name: line.name })
                                : unitView(line.unit ?? { unit: line.owner.unit ?? "", name: line.name })
                        }
                    </dd>
                    <dt>${w.standing}</dt>
                    <dd>
                        <span class="tags"
                            >${reviewBadge(line.standing)}${
                                line.late ? html`<span class="tag warn">${w.late}</span>` : nothing
                            }</span
                        >
                    </dd>
                    <dt>${w.term}</dt>
                    <dd>${dateText(view.term)}</dd>
                </dl>
                <p class="muted">${w.order}</p>
            </section>
            ${milestones(
                w.steps,
                done.map(([title, at], index) => ({ title, ...(at ? { at } : {}), now: index === last })),
            )}
            ${this.acts(view)}
            ${this.points(view)} ${this.drafts(view)} ${this.conferences(view)}
            <section class="card">
                <h2>${w.concluded}</h2>
                ${concluded ? this.conclusion(view, concluded) : html`<p class="muted">${w.noConclusion}</p>`}
            </section>
            ${this.steps(view)}`;
    }

    private acts(view: View): TemplateResult | typeof nothing {
        const acts = this.actions.body?.data;
        if (!acts) return nothing;
        const link = (action: string, to: string, title: string): TemplateResult | typeof nothing =>
            mayDo(acts.actions, action)
                ? html`<a class="button small" href="/kiem-diem/${acts.review}/${to}">${title}</a>`
                : nothing;
        const again = (view.conclusions?.length ?? 0) > 0;
        const links = html`${link("hold-review", "hoi-nghi", w.hold)}
        ${link("conclude-review", "ket-luan", again ? w.concludeAgain : w.conclude)}
        ${
            view.line.concludedAt
                ? html`<a class="button quiet small" href="/khac-phuc/${acts.review}">${w.plan}</a>`
                : nothing
        }`;
        return html`<section class="no-print block">
            <p class="actions">${links}</p>
            ${deedButtons(acts.actions, reviewDeeds(acts, view), this.done)} ${obstaclesView(acts.actions)}
        </section>`;
    }

    private points(view: View): TemplateResult {
        return html`<section class="card">
            <h2>${w.points} <span class="count">${numberText(view.points?.length ?? 0)}</span></h2>
            ${
                view.points?.length
                    ? view.points.map(
                          (one) =>
                              html`<article class="inset">
                                  <p><b>${one.text}</b> <span class="code">${one.point}</span></p>
                                  <p class="muted">${byView(one.suggested)} · ${one.document.number}</p>
                                  <p>
                                      ${
                                          one.explanation
                                              ? html`<b>${w.explained}:</b> ${one.explanation}`
                                              : html`<span class="tag warn">${w.unanswered}</span>`
                                      }
                                  </p>
                              </article>`,
                      )
                    : html`<p class="muted">${w.noPoints}</p>`
            }
        </section>`;
    }

    private drafts(view: View): TemplateResult {
        return html`<section class="card">
            <h2>${w.drafts}</h2>
            ${
                view.drafts?.length
                    ? view.drafts.map(
                          ({ by, event }) =>
                              html`<div class="inset">
                                  <p>
                                      <b>${w.version(event.version)}</b>:
                                      ${w.sent(dateText(event.sentAt), event.recipients?.length ?? 0)}
                                      <span class="code">${event.document}</span>
                                  </p>
                                  <p>${w.from(dateText(event.conferenceFrom))}</p>
                                  <p class="muted">${byView(by)}</p>
                              </div>`,
                      )
                    : html`<p class="muted">${w.noDraft}</p>`
            }
        </section>`;
    }

    private conferences(view: View): TemplateResult {
        return html`<section class="card">
            <h2>${w.conferences}</h2>
            ${
                view.conferences?.length
                    ? view.conferences.map(
                          (one) =>
                              html`<div class="inset">
                                  <p>
                                      <b>${dateView(one.heldAt)}</b>,
                                      ${w.place(one.place, one.kind ? collectiveKindWords(one.kind) : "")}
                                  </p>
                                  <dl class="facts">
                                      <dt>${w.unit}</dt>
                                      <dd>${unitView(one.unit)}</dd>
                                      <dt>${w.chair}</dt>
                                      <dd>${personView(one.chair)}</dd>
                                      <dt>${w.secretary}</dt>
                                      <dd>${personView(one.secretary)}</dd>
                                  </dl>
                                  <p>
                                      ${w.present(one.present, one.present + one.absent)}${
                                          one.minutes ? ` · ${one.minutes.number}` : nothing
                                      }
                                  </p>
                                  <p class="muted">${byView(one.by)}</p>
                              </div>`,
                      )
                    : html`<p class="muted">${w.noConference}</p>`
            }
        </section>`;
    }

    private conclusion(view: View, { by, event }: Schemas["SourcedReviewConcluded"]): TemplateResult {
        return html`<p class="muted">
                ${w.version(event.version)} · ${byView(by)} <span class="code">${event.document}</span>
            </p>
            <blockquote>${event.conclusion}</blockquote>
            ${event.reason ? html`<p><b>${w.reason}:</b> ${event.reason}</p>` : nothing}
            <h3>${w.shortcomings} <span class="count">${numberText(event.shortcomings?.length ?? 0)}</span></h3>
            ${
                event.shortcomings?.length
                    ? event.shortcomings.map(
                          (one) =>
                              html`<article class="inset">
                                  <p>
                                      <b>${one.description}</b> <span class="code">${one.shortcoming}</span>
                                      ${
                                          view.line.withoutMeasure?.includes(one.shortcoming)
                                              ? html`<span class="tag warn">${w.withoutMeasure}</span>`
                                              : nothing
                                      }
                                  </p>
                                  <p>${causeWords(one.cause)}: ${one.causeText}</p>
                                  ${
                                      one.answerable?.length
                                          ? html`<p>
                                                ${w.answerable}: <span class="code">${one.answerable.join(", ")}</span>
                                            </p>`
                                          : nothing
                                  }
                              </article>`,
                      )
                    : html`<p class="muted">${w.noShortcoming}</p>`
            }
            ${
                event.earlier?.length
                    ? html`<h3>${w.earlier}</h3>
                          <ul>
                              ${event.earlier.map(
                                  (one) =>
                                      html`<li>
                                          <span class="code">${one.shortcoming}</span>
                                          <span class="tag plain">${earlierWords(one)}</span> ${one.account}
                                      </li>`,
                              )}
                          </ul>`
                    : nothing
            }`;
    }

    private steps(view: View): TemplateResult | typeof nothing {
        const self = view.selfRatings?.at(-1);
        const appraised = view.appraisals?.at(-1);
        if (!self && !appraised) return nothing;
        return html`<section class="card">
            <h2>${w.rated}</h2>
            <dl class="facts">
                ${
                    self
                        ? html`<dt>${w.selfRated}</dt>
                              <dd>${levelBadge(self.event.level)} <small>${byView(self.by)}</small></dd>`
                        : nothing
                }
                ${
                    appraised
                        ? html`<dt>${w.appraised}</dt>
                              <dd>${levelBadge(appraised.event.proposed)} <small>${byView(appraised.by)}</small></dd>`
                        : nothing
                }
            </dl>
        </section>`;
    }
}
