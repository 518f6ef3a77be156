// A form on its way: one attempt at a time, all of the same content under one key, so that the act is done once; what the program refused,
// or that it cannot be reached, is shown until the next attempt.
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { newKey, type Answer, type Problem } from "./api/client.js";
import { Conflict } from "./parts/conflict.js";
import { offlineView, problemView } from "./parts/states.js";

type Done<T> = Extract<Answer<T>, { kind: "ready" }>;

export class Sending {
    busy = false;
    problem: Problem | undefined;
    private offline = false;
    private key = newKey();

    private readonly conflict: Conflict;

    constructor(private readonly host: ReactiveControllerHost) {
        this.conflict = new Conflict(host);
    }

    // Both versions are shown, and somebody has to choose.
    get conflicting(): boolean {
        return this.conflict.open;
    }

    // What was written changed: what is sent next is another act.
    another(): void {
        this.key = newKey();
    }

    // The answer once it is done; undefined: it was not, or another attempt is under way. Where somebody else has a newer
    // version (412), both are shown: `theirs` is done when that one is taken. `conflict` takes such a refusal upon itself
    // where it returns true.
    async send<T>(
        act: (key: string) => Promise<Answer<T>>,
        conflict?: () => Promise<boolean>,
        theirs: () => void = () => location.reload(),
    ): Promise<Done<T> | undefined> {
        if (this.busy) return undefined;
        this.conflict.drop();
        this.busy = true;
        this.problem = undefined;
        this.offline = false;
        this.host.requestUpdate();
        let answer = await act(this.key);
        this.busy = false;
        this.offline = answer.kind === "offline";
        while (answer.kind === "refused") {
            const stale = answer.status === 412;
            if (stale && conflict !== undefined && (await conflict())) break;
            const chosen = stale ? await this.conflict.settle(answer) : "unknown";
            if (chosen === "dropped") return undefined;
            if (chosen === "theirs") {
                theirs();
                return undefined;
            }
            if (chosen === "unknown") {
                this.problem = answer.problem;
                break;
            }
            answer = chosen as Answer<T>;
            this.offline = answer.kind === "offline";
        }
        this.host.requestUpdate();
        if (answer.kind !== "ready") return undefined;
        this.another();
        return answer;
    }

    view(): TemplateResult {
        return html`${this.problem ? problemView(this.problem) : nothing} ${this.offline ? offlineView() : nothing}
        ${this.conflict.view()}`;
    }
}
