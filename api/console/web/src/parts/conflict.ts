// Somebody else was faster (412): what one sent beside what the system holds now, field by field, for whatever act it
// was. One goes on with the own content on top of the newer version, takes the system's, or copies the own first.
import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { ask, get, type Answer, type Question, type Stale } from "../api/client.js";
import { place } from "../router.js";
import { fieldWords, valueText } from "../words/acts.js";
import { sentFieldWords } from "../words/fields.js";
import { statusWords } from "../words/vocabulary.js";
import { fileStatusWords } from "./files.js";
import { conflictView } from "./states.js";

export interface Row {
    label: string;
    mine: string;
    theirs: string;
}
type Fields = Readonly<Record<string, unknown>>;
type Parts = Readonly<Record<string, string | number>>;

// What the system holds where the act was to go, under the names the act has for it; a state that stands for the whole
// of it under `status`.
type Held = Fields | undefined;
interface Reading {
    at: RegExp; // the paths it is for
    held: (parts: Parts, sent: Fields, act: string) => Promise<Held>;
    mine?: (sent: Fields) => Fields;
}

const event = (all: readonly { event: unknown }[] | undefined): Held => all?.at(-1)?.event as Held;
async function data<T>(question: Question<{ data: T }>): Promise<T | undefined> {
    const answer = await ask(question);
    return answer.kind === "ready" ? answer.body.data : undefined;
}
const purpose = (): string | undefined => place().query.get("purpose") ?? undefined;
const text = (value: string | number | undefined): string => String(value ?? "");

async function ofDossier(dossier: string, act: string): Promise<Held> {
    const now = await data(get("/v1/dossiers/{dossier}", { dossier }, {}, purpose()));
    if (!now) return undefined;
    const of: Record<string, Held> = {
        "self-assessment": now.selfAssessment?.event as Held,
        comments: event(now.comments),
        judgements: event(now.judgements),
        "party-opinion": now.partyOpinion?.event as Held,
        proposal: event(now.proposals),
        decisions: event(now.decisions) ?? event(now.proposals),
        "re-rating": event(now.decisions),
        corrections: event(now.decisionCorrections),
        notice: now.notice as Held,
    };
    return { status: statusWords(now.line.status), ...of[act] };
}

async function ofPartyDossier(dossier: string, act: string): Promise<Held> {
    const now = await data(get("/v1/party/dossiers/{dossier}", { dossier }, {}, purpose()));
    if (!now) return undefined;
    const of: Record<string, Held> = {
        "self-review": event(now.selfReviews),
        appraisal: event(now.appraisals),
        ballot: event(now.ballots),
        proposal: event(now.proposals),
        decisions: event(now.decisions) ?? event(now.proposals),
        "re-rating": event(now.decisions),
        notice: event(now.notices),
    };
    return of[act] ?? {};
}

async function ofOrganisation(parts: Parts, act: string): Promise<Held> {
    const now = await data(
        get("/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}", {
            cycle: text(parts["cycle"]),
            committeeUnit: text(parts["committeeUnit"]),
            organisation: text(parts["organisation"]),
        }),
    );
    if (!now) return undefined;
    const of: Record<string, Held> = {
        "self-rating": event(now.selfRatings),
        appraisal: event(now.appraisals),
        ballot: event(now.ballots),
        decision: event(now.decisions),
        "re-rating": event(now.decisions),
    };
    return of[act] ?? {};
}

const first = (sent: Fields): Fields => ((sent["lines"] as readonly Fields[] | undefined) ?? [])[0] ?? sent;

const readings: readonly Reading[] = [
    {
        at: /^\/v1\/dossiers\/\{dossier\}\//,
        held: (parts, _, act) => ofDossier(text(parts["dossier"]), act),
    },
    {
        at: /^\/v1\/decisions$/,
        held: (_, sent, act) => ofDossier(String(first(sent)["dossier"]), act),
        mine: first,
    },
    {
        at: /^\/v1\/party\/dossiers\/\{dossier\}\//,
        held: (parts, _, act) => ofPartyDossier(text(parts["dossier"]), act),
    },
    {
        at: /^\/v1\/party\/decisions$/,
        held: (_, sent, act) => ofPartyDossier(String(first(sent)["dossier"]), act),
        mine: first,
    },
    {
        at: /^\/v1\/party\/collectives\/.*\{organisation\}\//,
        held: (parts, _, act) => ofOrganisation(parts, act),
    },
    {
        at: /\/settlements\/\{agency\}$/,
        held: async (parts) => {
            const now = await data(
                get("/v1/cycles/{cycle}/settlements/{agency}", {
                    cycle: text(parts["cycle"]),
                    agency: text(parts["agency"]),
                }),
            );
            return now ? ((now.settlements?.[0]?.settled as Held) ?? {}) : undefined;
        },
    },
    {
        at: /^\/v1\/cycles\/\{cycle\}\/files\//,
        held: async (parts) => {
            const now = await data(
                get("/v1/cycles/{cycle}/files/{unit}", { cycle: text(parts["cycle"]), unit: text(parts["unit"]) }),
            );
            const last = now?.versions?.at(-1);
            if (!now || !last) return undefined;
            return {
                status: `${fileStatusWords(now.line.status)} (${last.version})`,
                reason: last.returnReason,
                phone: last.returnPhone,
                remark: last.remark,
            };
        },
    },
    {
        at: /^\/v1\/remediation-plans\//,
        held: async (parts) => {
            const now = await data(get("/v1/remediation-plans/{plan}", { plan: text(parts["plan"]) }, {}, purpose()));
            return now ? { shortcomings: now.shortcomings } : undefined;
        },
    },
    {
        at: /^\/v1\/reviews\//,
        held: async (parts) => {
            const now = await data(get("/v1/reviews/{review}", { review: text(parts["review"]) }, {}, purpose()));
            return now ? (event(now.review.conclusions) ?? {}) : undefined;
        },
    },
    {
        at: /^\/v1\/meetings\//,
        held: async (parts) => {
            const now = await data(get("/v1/meetings/{meeting}", { meeting: text(parts["meeting"]) }, {}, purpose()));
            return now ? (event(now.minutes) ?? {}) : undefined;
        },
    },
    {
        at: /^\/v1\/objections\//,
        held: async (parts) => {
            const now = await data(get("/v1/objections/{objection}", { objection: text(parts["objection"]) }));
            return now as unknown as Held;
        },
    },
    {
        at: /^\/v1\/mandates\//,
        held: async (parts) =>
            (await data(get("/v1/mandates/{mandate}", { mandate: text(parts["mandate"]) })))?.mandate as Held,
    },
    {
        at: /^\/v1\/people\/\{person\}\/corrections/,
        held: async (parts) =>
            (await data(get("/v1/people/{person}", { person: text(parts["person"]) }, {}, purpose())))
                ?.person as Held,
    },
    {
        at: /^\/v1\/units\/\{unit\}\//,
        held: async (parts) =>
            (await data(get("/v1/units/{unit}", { unit: text(parts["unit"]) })))?.unit.versions?.at(-1) as Held,
    },
];

// As people read it: parts of a list on lines of their own.
function shown(value: unknown): string {
    if (value === undefined || value === null || value === "") return "–";
    if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(shown).join("\n");
    if (typeof value === "object") {
        const said = Object.entries(value)
            .filter(([key]) => !silent.has(key))
            .map(([, one]) => shown(one))
            .filter((one) => one !== "–");
        return said.join(" · ");
    }
    if (typeof value === "boolean") return sentFieldWords(value ? "yes" : "no");
    return valueText(String(value));
}
// What both sides have in common, or what only machines read.
const silent = new Set([
    "dossier",
    "person",
    "cycle",
    "agency",
    "plan",
    "owner",
    "shortcoming",
    "measure",
    "committeeUnit",
    "organisation",
    "onPaper",
    "judge",
    "side",
]);

export async function bothVersions(stale: Stale): Promise<readonly Row[] | undefined> {
    const reading = readings.find(({ at }) => at.test(stale.path));
    if (!reading) return undefined;
    const sent = (stale.body ?? {}) as Fields;
    const act = stale.path.split("/").at(-1) ?? "";
    const held = await reading.held(stale.parts, sent, act);
    if (!held) return undefined;
    const mine = reading.mine?.(sent) ?? sent;
    const names = Object.keys(mine).filter((name) => !silent.has(name));
    if (held["status"] !== undefined) names.unshift("status");
    return names.map((name) => ({
        label: sentFieldWords(name) || fieldWords(name),
        mine: shown(mine[name]),
        theirs: shown(held[name]),
    }));
}

type Refused = Extract<Answer<unknown>, { kind: "refused" }>;

export class Conflict {
    private rows: readonly Row[] | undefined;
    private choose: ((chosen: "mine" | "theirs" | "dropped") => void) | undefined;

    constructor(private readonly host: ReactiveControllerHost) {}

    get open(): boolean {
        return this.rows !== undefined;
    }

    // Shows both versions until somebody chooses. "unknown": what the system holds cannot be told here, and the refusal
    // stands for itself.
    async settle(refused: Refused): Promise<Answer<unknown> | "theirs" | "dropped" | "unknown"> {
        const { stale, problem } = refused;
        const revision = Number(/\d+/.exec(problem.etag ?? "")?.[0] ?? NaN);
        const rows = stale && Number.isFinite(revision) ? await bothVersions(stale) : undefined;
        if (!stale || !rows) return "unknown";
        this.rows = rows;
        this.host.requestUpdate();
        const chosen = await new Promise<"mine" | "theirs" | "dropped">((choose) => (this.choose = choose));
        if (chosen === "dropped") return chosen;
        this.close();
        return chosen === "mine" ? stale.again(revision) : chosen;
    }

    // The form is sent anew: what was asked is asked no more.
    drop(): void {
        const { choose } = this;
        this.close();
        choose?.("dropped");
    }

    private close(): void {
        this.rows = undefined;
        this.choose = undefined;
        this.host.requestUpdate();
    }

    view(): TemplateResult | typeof nothing {
        return this.rows
            ? conflictView(
                  this.rows,
                  () => this.choose?.("mine"),
                  () => this.choose?.("theirs"),
              )
            : nothing;
    }
}
