// A list that comes in pages: the first with the question, further ones appended when they are asked for.
import type { ReactiveControllerHost } from "lit";
import { ask, type Answer, type Question } from "../api/client.js";
import { Load } from "../load.js";
import { toast } from "./overlays.js";
import { c } from "../words/common.js";

export class Paged<T, Row> {
    readonly first: Load<T>;
    private further: Row[] = [];
    private next: string | undefined;
    private of: Answer<T> | undefined; // the first page that `further` goes on from

    constructor(
        private readonly host: ReactiveControllerHost,
        question: () => Question<T> | undefined,
        private readonly rowsIn: (body: T) => readonly Row[] | undefined,
    ) {
        this.first = new Load(host, question);
    }

    private follow(): void {
        const answer = this.first.answer;
        if (answer === this.of) return;
        this.of = answer;
        this.further = [];
        this.next = answer?.kind === "ready" ? answer.next : undefined;
    }

    rows(body: T): Row[] {
        this.follow();
        return [...(this.rowsIn(body) ?? []), ...this.further];
    }

    // For the table: absent when everything is shown.
    get more(): (() => void) | undefined {
        this.follow();
        return this.next ? () => void this.fetch() : undefined;
    }

    private async fetch(): Promise<void> {
        const { next, of } = this;
        if (!next) return;
        const answer = await ask<T>({ address: next });
        if (this.of !== of) return;
        if (answer.kind === "ready") {
            this.further.push(...(this.rowsIn(answer.body) ?? []));
            this.next = answer.next;
        } else toast(c.offline, "warn");
        this.host.requestUpdate();
    }
}
