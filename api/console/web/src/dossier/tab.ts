// What the parts of a dossier have in common: which dossier, for which purpose, as known when.
import { property } from "lit/decorators.js";
import type { AnswerOf } from "../api/client.js";
import { place } from "../router.js";
import { Part } from "../screen.js";

export type Dossier = AnswerOf<"/v1/dossiers/{dossier}">["data"];

export abstract class DossierPart extends Part {
    private at = "";

    override connectedCallback(): void {
        super.connectedCallback();
        this.at = place().path;
        this.classList.add("part");
    }

    // Whoever goes elsewhere leaves it as it is: what is asked for would be without the purpose of this address.
    protected override shouldUpdate(): boolean {
        return place().path === this.at;
    }

    @property({ attribute: false }) of!: Dossier;

    protected get dossier(): string {
        return this.of.line.dossier;
    }
    protected get known(): { known_as_of?: string } {
        const moment = place().query.get("known_as_of");
        return moment ? { known_as_of: moment } : {};
    }
    protected get purpose(): string | undefined {
        return place().query.get("purpose") ?? undefined;
    }
}

// The address of a dossier, keeping the purpose that was stated.
export function dossierAddress(dossier: string, more: Record<string, string> = {}): string {
    const query = new URLSearchParams(more);
    for (const name of ["purpose", "known_as_of"]) {
        const kept = place().query.get(name);
        if (kept && !query.has(name)) query.set(name, kept);
    }
    return `/ho-so/${encodeURIComponent(dossier)}${query.size > 0 ? `?${query}` : ""}`;
}
