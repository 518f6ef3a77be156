// Views of one thing, side by side: links, because which one is open stands in the address.
import { html, nothing, type TemplateResult } from "lit";
import { place } from "../router.js";
import { revealing } from "./reveal.js";

export interface Tab {
    key: string; // in the query, ?the=key; the first one stands without
    title: string;
    count?: number;
}

export function tabs(label: string, the: string, all: readonly Tab[]): TemplateResult {
    const open = openTab(the, all);
    return html`<nav class="tabs" aria-label=${label} ${revealing()}>
        ${all.map((tab, index) => {
            const query = new URLSearchParams(place().query);
            if (index === 0) query.delete(the);
            else query.set(the, tab.key);
            return html`<a
                href=${place().path + (query.size > 0 ? `?${query}` : "")}
                aria-current=${tab.key === open ? "page" : nothing}
                >${tab.title}${tab.count === undefined ? nothing : html` <span class="count">${tab.count}</span>`}</a
            >`;
        })}
    </nav>`;
}

export const openTab = (the: string, all: readonly Tab[]): string => {
    const asked = place().query.get(the);
    return all.find((tab) => tab.key === asked)?.key ?? all[0]?.key ?? "";
};
