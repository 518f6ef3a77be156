// A dossier: where it stands, how it came to stand so, on what it rests, what followed, and who has looked.
import { html, nothing, type TemplateResult } from "lit";
import { get, type Schemas } from "../api/client.js";
import "../dossier/notices.js";
import "../dossier/objections.js";
import "../dossier/remediation.js";
import "../dossier/views.js";
import "../dossier/years.js";
import "../dossier/difference.js";
import "../dossier/evidence.js";
import "../dossier/grounds.js";
import "../dossier/meetings.js";
import "../dossier/timeline.js";
import { milestonesOf } from "../dossier/milestones.js";
import type { Dossier } from "../dossier/tab.js";
import { Load } from "../load.js";
import { levelBadge, outcomeOf, statusBadge, unitView } from "../parts/badges.js";
import { bundleButton } from "../parts/bundle.js";
import { icon } from "../parts/icons.js";
import { proofBadge } from "../parts/proof.js";
import { asOfField } from "../parts/search.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { milestones, type Step } from "../parts/timeline.js";
import { filter } from "../router.js";
import { Screen } from "../screen.js";
import { me, roles } from "../session.js";
import type { Keys } from "../shortcuts.js";
import { milestoneWords } from "../words/acts.js";
import { numberText } from "../words/format.js";
import { classWords, inLanguage } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Hồ sơ đánh giá, xếp loại", "Dossier"],
    post: ["Chức vụ khi mở hồ sơ", "Post when it was opened"],
    unit: ["Đơn vị khi mở hồ sơ", "Unit when it was opened"],
    agency: ["Cơ quan quản lý", "Managing agency"],
    subject: ["Đối tượng", "Class"],
    version: ["Phiên bản", "Revision"],
    level: ["Mức xếp loại", "Level"],
    proof: ["Kiểm chứng", "Verification"],
    milestones: ["Các mốc của hồ sơ", "Milestones of the dossier"],
    tabs: ["Các phần của hồ sơ", "Parts of the dossier"],
    timeline: ["Diễn biến", "Timeline"],
    values: ["Các mức đã nêu", "Values"],
    diff: ["So sánh hai mốc", "Difference"],
    evidence: ["Minh chứng", "Evidence"],
    grounds: ["Phiếu căn cứ", "Sheet of grounds"],
    minutes: ["Biên bản", "Minutes"],
    notices: ["Thông báo", "Notices"],
    objections: ["Kiến nghị, khiếu nại", "Objections"],
    remediation: ["Khắc phục", "Remediation"],
    years: ["Các năm", "Years"],
    views: ["Ai đã xem", "Who viewed"],
    actions: ["Việc được làm", "What you may do"],
    allowedCount: [
        (allowed: number, all: number) => `${numberText(allowed)}/${numberText(all)}`,
        (allowed: number, all: number) => `${numberText(allowed)} of ${numberText(all)}`,
    ],
    mayDo: ["Được thực hiện", "Allowed"],
    mayNot: ["Chưa thực hiện được", "Not now"],
    lost: [
        (n: number) => `${numberText(n)} nội dung không đọc được vì dữ liệu cá nhân đã xóa.`,
        (n: number) => `${numberText(n)} pieces cannot be read: personal data erased.`,
    ],
});

export default class DossierScreen extends Screen {
    private readonly load = new Load(this, () => {
        const dossier = this.inPath("dossier");
        const moment = this.inQuery("known_as_of");
        return dossier
            ? get(
                  "/v1/dossiers/{dossier}",
                  { dossier },
                  moment ? { known_as_of: moment } : {},
                  this.inQuery("purpose"),
              )
            : undefined;
    });
    // Only once the dossier is open: what one may do says something about it, too.
    private readonly actions = new Load(this, () => {
        const dossier = this.load.body?.data.line.dossier;
        return dossier && !this.inQuery("known_as_of")
            ? get("/v1/dossiers/{dossier}/allowed-actions", { dossier }, {})
            : undefined;
    });

    protected override keys(): Keys {
        const press = (selector: string): void => {
            const row = document.activeElement?.closest("[data-row]") ?? this.querySelector("[data-row]") ?? this;
            row.querySelector<HTMLElement>(selector)?.click();
        };
        return {
            d: () => filter({ xem: "diff" }),
            p: () => press("[data-key=p]"),
            v: () => press("mb-proof button"),
            x: () => this.querySelector<HTMLElement>("[data-key=x]")?.click(),
        };
    }

    override render(): TemplateResult {
        return html`${
            this.load.body ? nothing : html`<h1 class=${this.load.answer ? "" : "visually-hidden"}>${w.title}</h1>`
        }${this.load.show(({ data }) => this.page(data))}`;
    }

    private page(dossier: Dossier): TemplateResult {
        const { line } = dossier;
        const decision = dossier.decisions?.at(-1);
        const shown: Tab[] = [
            { key: "timeline", title: w.timeline },
            { key: "values", title: w.values },
            { key: "diff", title: w.diff },
            { key: "evidence", title: w.evidence },
            { key: "grounds", title: w.grounds },
            { key: "minutes", title: w.minutes },
            { key: "notices", title: w.notices },
            {
                key: "objections",
                title: w.objections,
                ...(dossier.objections?.length ? { count: dossier.objections.length } : {}),
            },
            { key: "remediation", title: w.remediation },
            { key: "years", title: w.years },
            ...(roles.inspecting() || me()?.person === line.person ? [{ key: "views", title: w.views }] : []),
        ];
        return html`
            <div class="head">
                <div>
                    <p class="crumbs muted">${w.title} · <span class="code">${line.dossier}</span></p>
                    <h1>${line.name || line.person}</h1>
                </div>
                <div class="actions">
                    ${statusBadge(line.status)} ${levelBadge(outcomeOf(line))}
                    ${decision ? proofBadge(decision.by.position, true) : nothing}
                    ${bundleButton(line, () => this.requestUpdate())}
                </div>
            </div>
            <section class="card">
                <dl class="facts wide">
                    <dt>${w.post}</dt>
                    <dd>${line.post}</dd>
                    <dt>${w.unit}</dt>
                    <dd>${unitView(line.unit)}</dd>
                    <dt>${w.agency}</dt>
                    <dd>${unitView(line.agency)}</dd>
                    <dt>${w.subject}</dt>
                    <dd>${classWords(line.subjectClass)}</dd>
                    <dt>${w.version}</dt>
                    <dd>${numberText(line.revision)}</dd>
                </dl>
                ${dossier.lost > 0 ? html`<p class="muted">${icon("warn")} ${w.lost(dossier.lost)}</p>` : nothing}
                <div class="no-print">${asOfField()}</div>
            </section>
            ${milestones(w.milestones, this.steps(dossier))} ${this.actions.show((body) => this.allowed(body.data))}
            ${tabs(w.tabs, "xem", shown)} ${this.tab(openTab("xem", shown), dossier)}
        `;
    }

    private tab(key: string, of: Dossier): TemplateResult {
        switch (key) {
            case "values":
                return html`<mb-dossier-values .of=${of}></mb-dossier-values>`;
            case "diff":
                return html`<mb-dossier-difference .of=${of}></mb-dossier-difference>`;
            case "evidence":
                return html`<mb-dossier-evidence .of=${of}></mb-dossier-evidence>`;
            case "grounds":
                return html`<mb-dossier-grounds .of=${of}></mb-dossier-grounds>`;
            case "minutes":
                return html`<mb-dossier-meetings .of=${of}></mb-dossier-meetings>`;
            case "notices":
                return html`<mb-dossier-notices .of=${of}></mb-dossier-notices>`;
            case "objections":
                return html`<mb-dossier-objections .of=${of}></mb-dossier-objections>`;
            case "remediation":
                return html`<mb-dossier-remediation .of=${of}></mb-dossier-remediation>`;
            case "years":
                return html`<mb-dossier-years .of=${of}></mb-dossier-years>`;
            case "views":
                return html`<mb-dossier-views .of=${of}></mb-dossier-views>`;
            default:
                return html`<mb-dossier-timeline .of=${of}></mb-dossier-timeline>`;
        }
    }

    private steps(of: Dossier): Step[] {
        const when = milestonesOf(of);
        const last = when.findLastIndex(([, at]) => at !== undefined);
        return when.map(([milestone, at], index) => ({
            title: milestoneWords(milestone),
            ...(at ? { at } : {}),
            now: index === last,
        }));
    }

    private allowed(data: Schemas["AllowedActions"]): TemplateResult {
        const actions = data.actions ?? [];
        const allowed = actions.filter((one) => one.allowed);
        return html`<details class="card allowed no-print" ?open=${allowed.length > 0}>
            <summary>${w.actions} <span class="count">${w.allowedCount(allowed.length, actions.length)}</span></summary>
            <ul class="plain-list">
                ${[...allowed, ...actions.filter((one) => !one.allowed)].map(
                    (one) =>
                        html`<li>
                            <b>${inLanguage(one, "title")}</b>
                            <span class="tag ${one.allowed ? "good" : "plain"}"
                                >${one.allowed ? w.mayDo : w.mayNot}</span
                            >
                            ${
                                one.obstacle
                                    ? html`<p class="muted">
                                      ${inLanguage(one.obstacle, "detail")}${
                                          one.obstacle.clause
                                              ? html` <small>(${one.obstacle.clause})</small>`
                                              : nothing
                                      }
                                  </p>`
                                    : nothing
                            }
                        </li>`,
                )}
            </ul>
        </details>`;
    }
}
