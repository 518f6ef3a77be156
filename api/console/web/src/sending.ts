// A form on its way: one attempt at a time, all of the same content under one key, so that the act is done once; what the program refused,
// or that it cannot be reached, is shown until the next attempt.
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { newKey, type Answer, type Problem } from "./api/client.js";
import { offlineView, problemView } from "./parts/states.js";

type Done<T> = Extract<Answer<T>, { kind: "ready" }>;

export class Sending {
    busy = false;
    problem: Problem | undefined;
    private offline = false;
    private key = newKey();

    constructor(private readonly host: ReactiveControllerHost) {}

    // What was written changed: what is sent next is another act.
    another(): void {
        this.key = newKey();
    }

    // The answer once it is done; undefined: it was not, or another attempt is under way. `conflict` takes a refusal
    // because of somebody else's newer version (412) upon itself where it returns true.
    async send<T>(
        act: (key: string) => Promise<Answer<T>>,
        conflict?: () => Promise<boolean>,
    ): Promise<Done<T> | undefined> {
        if (this.busy) return undefined;
        this.busy = true;
        this.problem = undefined;
        this.offline = false;
        this.host.requestUpdate();
        const answer = await act(this.key);
        this.busy = false;
        this.offline = answer.kind === "offline";
        if (answer.kind === "refused") {
            const taken = answer.status === 412 && conflict !== undefined && (await conflict());
            if (!taken) this.problem = answer.problem;
        }
        this.host.requestUpdate();
        if (answer.kind !== "ready") return undefined;
        this.another();
        return answer;
    }

    view(): TemplateResult {
        return html`${this.problem ? problemView(this.problem) : nothing} ${this.offline ? offlineView() : nothing}`;
    }
}
