// Something a screen asks for: asked again when the question changes, given up when the screen goes, and shown in one
// of its states.
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { ask, caughtUp, type Answer, type Question } from "./api/client.js";
import { loadingView, offlineView, problemView, purposeView } from "./parts/states.js";

export class Load<T> implements ReactiveController {
    answer: Answer<T> | undefined;
    private asked = "";
    private abort: AbortController | undefined;

    // `question` is called before each drawing; undefined: nothing to ask now.
    constructor(
        private readonly host: ReactiveControllerHost,
        private readonly question: () => Question<T> | undefined,
    ) {
        host.addController(this);
    }

    get body(): T | undefined {
        return this.answer?.kind === "ready" ? this.answer.body : undefined;
    }

    hostUpdate(): void {
        const question = this.question();
        const key = question ? `${question.address} ${question.purpose ?? ""}` : "";
        if (key === this.asked) return;
        this.asked = key;
        this.answer = undefined;
        this.abort?.abort();
        if (question) void this.fetch(question);
    }

    hostDisconnected(): void {
        this.abort?.abort();
        this.asked = "";
    }

    // Asks again, keeping what is shown until the answer is there.
    async again(): Promise<void> {
        const question = this.question();
        if (question) await this.fetch(question);
    }

    private async fetch(question: Question<T>): Promise<void> {
        this.abort?.abort();
        const abort = (this.abort = new AbortController());
        try {
            await caughtUp();
            if (abort.signal.aborted) return;
            const answer = await ask(question, abort.signal);
            if (abort.signal.aborted) return;
            this.answer = answer;
            this.host.requestUpdate();
        } catch (failure) {
            if (!(failure instanceof DOMException && failure.name === "AbortError")) throw failure;
        }
    }

    // `ready` once it is here; otherwise waiting, refused or offline. A record that is opened for a purpose asks for it.
    show(
        ready: (body: T, answer: Extract<Answer<T>, { kind: "ready" }>) => unknown,
    ): TemplateResult | typeof nothing {
        const answer = this.answer;
        if (!answer) return this.asked ? loadingView() : nothing;
        if (answer.kind === "offline") return offlineView(() => void this.again());
        if (answer.kind === "refused") {
            const asksPurpose = answer.problem.type === "/problems/reason-required" && answer.status === 422;
            return asksPurpose ? purposeView() : problemView(answer.problem);
        }
        return html`${ready(answer.body, answer)}`;
    }
}
