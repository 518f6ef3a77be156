// On what an answer rests: up to which record it was read, under which signed checkpoint.
import { html, nothing, type TemplateResult } from "lit";
import type { AsOf } from "../api/client.js";
import { c } from "../words/common.js";

export const recordLine = (asOf: AsOf): TemplateResult => html`
    <p class="record muted">
        ${c.readTo(asOf.position, asOf.checkpoint.root.slice(0, 16))}${
            asOf.complete ? nothing : html` · <b>${c.incomplete}</b>`
        }
    </p>
`;
