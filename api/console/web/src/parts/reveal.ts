// A row that is wider than a phone: what is current in it comes into view, within the row and not with the page. Once
// for each thing that is current and each width, so that whoever moves the row is left alone.
import type { DirectiveResult } from "lit/directive.js";
import { ref } from "lit/directives/ref.js";

const shown = new WeakMap<Element, { current: Element; width: number }>();

function reveal(row: Element): void {
    const current = row.querySelector("[aria-current]");
    const width = row.clientWidth;
    const before = shown.get(row);
    if (!current || (before?.current === current && before.width === width)) return;
    shown.set(row, { current, width });
    const [outer, inner] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
    if (inner.left < outer.left || inner.right > outer.right)
        row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

const sizes = new ResizeObserver((rows) => {
    for (const { target } of rows) reveal(target);
});

export const revealing = (): DirectiveResult =>
    ref((row) => {
        if (!row) return;
        sizes.observe(row);
        requestAnimationFrame(() => reveal(row));
    });
