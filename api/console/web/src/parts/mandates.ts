// Mandates: what one is, whether it holds, granting and revoking one. Whoever grants need not be able to open the
// person's page, so the person may be named by code.
import { html, nothing, type TemplateResult } from "lit";
import { act, ask, get, type AnswerOf, type Schemas } from "../api/client.js";
import { holds, session } from "../session.js";
import {
    powersInOrder,
    powerWords,
    reachesInOrder,
    reachWords,
    type PowerCode,
    type Reach,
} from "../words/organisation.js";
import { capacityWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";
import type { Acting } from "./acting.js";
import { dateView } from "./badges.js";
import "./documents.js";

const w = words({
    title: ["Quyền được giao", "Mandate"],
    person: ["Mã người được giao", "Code of the person"],
    powers: ["Quyền", "Powers"],
    unit: ["Mã đơn vị", "Unit's code"],
    reach: ["Phạm vi", "Reach"],
    capacity: ["Tư cách", "Capacity"],
    from: ["Từ ngày", "From"],
    to: ["Đến ngày", "To"],
    document: ["Văn bản (mã)", "Document (code)"],
    rests: ["Văn bản", "Document"],
    state: ["Tình trạng", "State"],
    holds: ["Đang có", "Holds"],
    later: ["Chưa có hiệu lực", "Not yet in effect"],
    over: ["Hết hiệu lực", "Over"],
    revoked: ["Đã thu hồi", "Revoked"],
    corrected: ["đã đính chính", "corrected"],
    awaiting: ["Chờ người thứ hai xác nhận", "Waits for a second person"],
    alone: ["Không có người thứ hai", "No second person"],
    confirmedBy: ["Người xác nhận", "Confirmed by"],
    grantedBy: ["Người giao", "Granted by"],
    grant: ["Giao quyền", "Grant a mandate"],
    revoke: ["Thu hồi", "Revoke"],
    on: ["Thu hồi từ ngày", "With effect from"],
    mandate: ["Mã quyền", "Code of the mandate"],
    done: ["Đã ghi nhận", "Recorded"],
});

export type Mandate = Schemas["Mandate"];
type MandateAnswer = AnswerOf<"/v1/mandates/{mandate}">["data"];

// Those a document can give: nobody is made a clerk or a program by one.
const capacities = ["IN_OFFICE", "ACTING", "IN_CHARGE", "TM", "KT", "TL", "TUQ"] as const;
const ofParty = new Set<PowerCode>(["PARTY_ADMINISTER", "PARTY_PROPOSE", "PARTY_DECIDE", "PARTY_READ"]);

// Each side grants its own.
export const grants = (): boolean => holds("GRANT") || holds("PARTY_ADMINISTER");
const grantable = (): PowerCode[] =>
    powersInOrder.filter((power) => holds(ofParty.has(power) ? "PARTY_ADMINISTER" : "GRANT"));

const isOver = ({ to }: Mandate): boolean => to !== undefined && to < session().today;
const awaitsConfirmation = (one: Mandate): boolean => one.secondPerson === "AWAITED" && !one.confirmed;
export const canBeRevoked = (one: Mandate): boolean => !one.revokedOn && !isOver(one);

export function mandateState(one: Mandate): TemplateResult {
    return html`${
        one.revokedOn
            ? html`<span class="tag plain">${w.revoked} ${dateView(one.revokedOn)}</span>`
            : isOver(one)
              ? html`<span class="tag plain">${w.over}</span>`
              : awaitsConfirmation(one)
                ? html`<span class="tag warn">${w.awaiting}</span>`
                : one.from > session().today
                  ? html`<span class="tag plain">${w.later}</span>`
                  : html`<span class="tag good">${w.holds}</span>`
    }
    ${one.secondPerson === "NOBODY_ELSE" ? html`<span class="tag plain">${w.alone}</span>` : nothing}
    ${one.corrections?.length ? html`<span class="tag warn">${w.corrected}</span>` : nothing}`;
}

export const powersView = (powers: readonly PowerCode[] = []): TemplateResult =>
    html`<ul class="plain-list">
        ${powers.map((power) => html`<li>${powerWords(power)}</li>`)}
    </ul>`;

export function mandateView({ mandate, document }: MandateAnswer, actions: unknown): TemplateResult {
    return html`<section class="card" aria-label=${w.title}>
        <div class="card-title">
            <h3 class="code">${mandate.mandate}</h3>
            ${mandateState(mandate)}
        </div>
        <dl class="facts">
            <dt>${w.person}</dt>
            <dd class="code">${mandate.person}</dd>
            <dt>${w.powers}</dt>
            <dd>${powersView(mandate.powers)}</dd>
            <dt>${w.reach}</dt>
            <dd><a class="code" href="/don-vi?unit=${mandate.unit}">${mandate.unit}</a>: ${reachWords(mandate.reach)}</dd>
            <dt>${w.capacity}</dt>
            <dd>${capacityWords(mandate.capacity)}</dd>
            <dt>${w.from}</dt>
            <dd>${dateView(mandate.from)}${mandate.to ? html` – ${dateView(mandate.to)}` : nothing}</dd>
            <dt>${w.rests}</dt>
            <dd>${document ? html`${document.registered.number} ` : nothing}<span class="code">${mandate.document}</span></dd>
            <dt>${w.grantedBy}</dt>
            <dd class="code">${mandate.grantedBy}</dd>
            ${
                mandate.confirmed
                    ? html`<dt>${w.confirmedBy}</dt>
                          <dd><span class="code">${mandate.confirmed.by}</span> ${dateView(mandate.confirmed.recordedAt)}</dd>`
                    : nothing
            }
        </dl>
        ${actions}
    </section>`;
}

// Without a person, the code is asked for, too; `granted` is told the code of the mandate.
export function granting(person?: string, granted?: (mandate: string) => void): Acting {
    const offered = grantable();
    return {
        title: w.grant,
        wide: true,
        fields: [
            ...(person ? [] : [{ name: "person", label: w.person }]),
            {
                name: "mandate",
                label: w.mandate,
                value: person ? `MQ-${person}-${session().today.replaceAll("-", "")}` : "",
            },
            {
                name: "powers",
                label: w.powers,
                kind: "several",
                choices: offered.map((value) => ({ value, title: powerWords(value) })),
            },
            { name: "unit", label: w.unit },
            {
                name: "reach",
                label: w.reach,
                kind: "choice",
                value: "MANAGED",
                choices: reachesInOrder.map((value) => ({ value, title: reachWords(value) })),
            },
            {
                name: "capacity",
                label: w.capacity,
                kind: "choice",
                value: "IN_OFFICE",
                choices: capacities.map((value) => ({ value, title: capacityWords(value) })),
            },
            { name: "from", label: w.from, kind: "date", value: session().today },
            { name: "to", label: w.to, kind: "date", optional: true },
            { name: "document", label: w.document, kind: "document", of: "APPOINTMENT" },
        ],
        button: w.grant,
        send: async (given, key) => {
            const { mandate = "", powers = "", unit = "", reach, capacity, from = "", to, document = "" } = given;
            const answer = await act(
                "/v1/mandates",
                {},
                {
                    mandate,
                    person: person ?? given["person"] ?? "",
                    powers: offered.filter((power) => powers.split(" ").includes(power)),
                    unit,
                    reach: reach as Reach,
                    capacity: capacity as Mandate["capacity"],
                    from,
                    document,
                    ...(to ? { to } : {}),
                },
                { key },
            );
            if (answer.kind === "ready") granted?.(mandate);
            return answer;
        },
        done: w.done,
    };
}

// Mandates of one person are guarded together: what was seen is asked for when the dialog opens.
export async function seen(mandate: string): Promise<number> {
    const known = await ask(get("/v1/mandates/{mandate}", { mandate }));
    return parseInt((known.kind === "ready" ? (known.etag ?? '"1') : '"1').slice(1), 10);
}

export async function revoking({ mandate, person }: Mandate): Promise<Acting> {
    const revision = await seen(mandate);
    return {
        title: w.revoke,
        about: html`<p class="code">${mandate}</p>`,
        fields: [
            { name: "on", label: w.on, kind: "date", value: session().today },
            { name: "document", label: w.document, kind: "document", of: "DECISION" },
        ],
        button: w.revoke,
        danger: true,
        revision,
        send: ({ on = "", document = "" }, key, known) =>
            act(
                "/v1/mandates/{mandate}/revocation",
                { mandate },
                { person, on, document },
                { key, ifMatch: known ?? revision },
            ),
        done: w.done,
    };
}
