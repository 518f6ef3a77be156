// One act as a line of a timeline: what, from what to what, by whom in which capacity, why, on which document; with the
// raw event and where it comes from.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { dateView } from "../parts/badges.js";
import { icon } from "../parts/icons.js";
import { openProvenance, recordLink, sourceText } from "../parts/provenance.js";
import { proofBadge } from "../parts/proof.js";
import type { Happening } from "../parts/timeline.js";
import { me } from "../session.js";
import { actorText, eventWords, fieldWords, touchWords, valueText } from "../words/acts.js";
import { timeText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    reason: ["Lý do", "Reason"],
    document: ["Văn bản", "Document"],
    clarify: ["Cần làm rõ", "To be explained"],
    about: ["Về", "About"],
    origin: ["Xuất xứ", "Provenance"],
    raw: ["Sự kiện gốc", "Raw event"],
    acted: [(at: string) => `thực hiện lúc ${at}`, (at: string) => `done at ${at}`],
    sign: ["Ký số", "Sign digitally"],
    signature: ["Xem chữ ký số", "See the digital signature"],
    from: ["từ", "from"],
    to: ["thành", "to"],
    withheld: ["Nội dung không thuộc phạm vi được xem", "The content is not for you to see"],
});

export const changeView = (change: Schemas["FieldChange"]): TemplateResult => html`
    <span class="change"
        >${fieldWords(change.field)}:
        ${
            change.from === undefined
                ? nothing
                : html`<del><span class="visually-hidden">${w.from}</span> ${valueText(change.from)}</del>
                  <span aria-hidden="true">→</span>`
        }
        ${
            change.from === undefined
                ? html`<b>${valueText(change.to)}</b>`
                : html`<ins><span class="visually-hidden">${w.to}</span> ${valueText(change.to)}</ins>`
        }</span
    >
`;

export const breachesView = (breaches: readonly Schemas["Breach"][] | undefined): unknown =>
    (breaches ?? []).map(
        (breach) =>
            html`<p class="breach"><span class="tag warn">${icon("flag")}${w.clarify}</span> ${breach.detail}</p>`,
    );

// Whoever did it may add a signature of their own; others see those that there are.
const signatureLink = ({ by, type, changes }: Schemas["Act"]): TemplateResult | typeof nothing => {
    const over = changes?.find(({ field }) => field === "signedPosition")?.to;
    if (type === "act.signed") return over ? html`<a href="/ky-so/${over}">${w.signature}</a>` : nothing;
    return by.actor === me()?.person ? html`<a href="/ky-so/${by.position}">${w.sign}</a>` : nothing;
};

export interface ActShown {
    act: Schemas["Act"];
    touch?: Schemas["TimelineLine"]["touch"] | undefined;
    event?: unknown;
    documents?: ReadonlyMap<string, string>; // their numbers, as far as they are known here
    about?: string; // the person the list is about: named no more
    eager?: boolean;
}

export function actHappening(shown: ActShown): Happening {
    const { act, touch } = shown;
    const { by } = act;
    const document = act.document ? (shown.documents?.get(act.document) ?? act.document) : undefined;
    return {
        key: String(by.position),
        at: by.recordedAt,
        tone: act.breaches?.length ? "warn" : "plain",
        title: html`${eventWords(act.type)}
        ${touch && touch !== "OWN" ? html`<span class="tag plain">${touchWords(touch)}</span>` : nothing}
        ${by.entry === "PAPER" ? html`<span class="tag warn">${icon("document")}${sourceText(by)}</span>` : nothing}`,
        detail: html`
            <p class="who-acted">
                ${actorText(by)} ·
                ${dateView(by.recordedAt)}${by.actedAt ? html` · ${w.acted(timeText(by.actedAt))}` : nothing}
            </p>
            ${
                act.subject && act.subject !== shown.about
                    ? html`<p>${w.about}: ${act.subjectName ?? act.subject}</p>`
                    : nothing
            }
            ${act.changes?.length ? html`<p>${act.changes.map(changeView)}</p>` : nothing}
            ${act.reason ? html`<p>${w.reason}: ${act.reason}</p>` : nothing}
            ${document ? html`<p>${w.document}: ${document}</p>` : nothing} ${breachesView(act.breaches)}
            <p class="actions small-actions">
                <button type="button" class="quiet small" data-key="p" @click=${() => void openProvenance({ ...act })}>
                    ${w.origin}
                </button>
                ${proofBadge(by.position)} ${recordLink(by.position)} ${signatureLink(act)}
            </p>
            ${
                shown.event === undefined
                    ? nothing
                    : html`<details>
                      <summary>${w.raw}</summary>
                      ${
                          shown.event === null
                              ? html`<p class="muted">${w.withheld}</p>`
                              : html`<pre tabindex="0">${JSON.stringify(shown.event, undefined, 2)}</pre>`
                      }
                  </details>`
            }
        `,
    };
}
