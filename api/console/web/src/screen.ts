// What every screen is: an element without a shadow, drawn again when address, language or session change.
import { LitElement } from "lit";
import { onPreferences } from "./preferences.js";
import { onPlace, place } from "./router.js";
import { onSession } from "./session.js";
import { type Key, type Keys, onKey } from "./shortcuts.js";

export abstract class Part extends LitElement {
    // What is to be undone when it is no longer shown.
    protected readonly ends: (() => void)[] = [];

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        const draw = (): void => this.requestUpdate();
        this.ends.push(onPreferences(draw), onPlace(draw), onSession(draw));
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        for (const end of this.ends.splice(0)) end();
    }
}

export abstract class Screen extends Part {
    at = ""; // its path; set before it is shown

    // What its own keys do while it is shown.
    protected keys(): Keys {
        return {};
    }

    override connectedCallback(): void {
        super.connectedCallback();
        for (const [key, handler] of Object.entries(this.keys())) this.ends.push(onKey(key as Key, handler));
    }

    // Whoever goes elsewhere leaves this screen as it is until the next one is there.
    protected override shouldUpdate(): boolean {
        return place().path === this.at;
    }

    // A part of the path: inPath("dossier") on /ho-so/{dossier}.
    protected inPath(name: string): string {
        return place().parts[name] ?? "";
    }

    // A filter of the address.
    protected inQuery(name: string): string | undefined {
        return place().query.get(name) ?? undefined;
    }
}
