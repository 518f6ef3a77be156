// What lies over the page: a dialog that is asked and answered, and a short message that goes by itself.
import { html, render, type TemplateResult } from "lit";
import { c } from "../words/common.js";
import { icon } from "./icons.js";

// Opens a dialog; the promise is fulfilled when it closes, with what `close` was given. The browser keeps the focus
// inside and gives it back.
export function openDialog<T = void>(
    title: string,
    content: (close: (value?: T) => void) => TemplateResult,
    wide = false,
): Promise<T | undefined> {
    const dialog = document.createElement("dialog");
    dialog.className = wide ? "wide" : "";
    dialog.setAttribute("aria-labelledby", "dialog-title");
    document.body.append(dialog);
    return new Promise((fulfil) => {
        let given: T | undefined;
        const close = (value?: T): void => {
            given = value;
            dialog.close();
        };
        dialog.addEventListener("close", () => {
            dialog.remove();
            fulfil(given);
        });
        dialog.addEventListener("click", (event) => {
            if (event.target === dialog) close();
        });
        render(
            html`<div class="dialog">
                <header>
                    <h2 id="dialog-title">${title}</h2>
                    <button type="button" class="bare" aria-label=${c.close} @click=${() => close()}>
                        ${icon("close")}
                    </button>
                </header>
                ${content(close)}
            </div>`,
            dialog,
        );
        dialog.showModal();
    });
}

let region: HTMLElement | undefined;
export function toast(message: string, tone: "good" | "warn" = "good"): void {
    if (!region) {
        region = document.createElement("div");
        region.className = "toasts";
        region.setAttribute("role", "status");
        document.body.append(region);
    }
    const line = document.createElement("p");
    line.className = `toast ${tone}`;
    render(html`${icon(tone === "good" ? "check" : "warn")}<span>${message}</span>`, line);
    region.append(line);
    setTimeout(() => line.remove(), 7_000);
}
