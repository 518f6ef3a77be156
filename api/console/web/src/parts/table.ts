// A list in rows: selection, keyset paging, a card per row on a phone, and back to the row one came from.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { returned } from "../router.js";
import { Part } from "../screen.js";
import { c } from "../words/common.js";
import { emptyView } from "./states.js";

export interface Column<Row> {
    title: string;
    cell: (row: Row) => unknown;
    number?: boolean; // at the right, digits below digits
    main?: boolean; // what names the row: a heading of it, and of its card
}

export class Table<Row> extends Part {
    @property({ attribute: false }) label = ""; // what the table holds, for whoever listens
    @property({ attribute: false }) columns: readonly Column<Row>[] = [];
    @property({ attribute: false }) rows: readonly Row[] = [];
    @property({ attribute: false }) key: (row: Row) => string = String;
    @property({ attribute: false }) name: ((row: Row) => string) | undefined; // of a row, for its checkbox
    @property({ attribute: false }) selected: ReadonlySet<string> | undefined; // absent: nothing can be selected
    @property({ attribute: false }) total: number | undefined;
    @property({ attribute: false }) more: (() => void) | undefined; // there is a further page
    @property({ attribute: false }) empty: TemplateResult | undefined;
    private restored = false;

    override updated(): void {
        const back = returned();
        if (this.restored || !back || this.rows.length === 0) return;
        this.restored = true;
        scrollTo(0, back.top);
        const row = back.row ? this.querySelector<HTMLElement>(`[data-row="${CSS.escape(back.row)}"]`) : null;
        row?.focus({ preventScroll: true });
    }

    private choose(keys: readonly string[], on: boolean): void {
        const next = new Set(this.selected);
        for (const key of keys) {
            if (on) next.add(key);
            else next.delete(key);
        }
        this.dispatchEvent(new CustomEvent("selection", { detail: next }));
    }

    override render(): TemplateResult {
        if (this.rows.length === 0) return this.empty ?? emptyView(c.nothing);
        const selected = this.selected;
        const keys = this.rows.map(this.key);
        const all = selected !== undefined && keys.every((key) => selected.has(key));
        return html`
            <table class="list" aria-label=${this.label}>
                <thead>
                    <tr>
                        ${
                            selected
                                ? html`<td class="choice">
                                  <input
                                      type="checkbox"
                                      aria-label=${c.selectAll}
                                      .checked=${all}
                                      @change=${(event: Event) =>
                                          this.choose(keys, (event.target as HTMLInputElement).checked)}
                                  />
                              </td>`
                                : nothing
                        }
                        ${this.columns.map(
                            (column) =>
                                html`<th scope="col" class=${column.number ? "number" : ""}>${column.title}</th>`,
                        )}
                    </tr>
                </thead>
                <tbody>
                    ${repeat(this.rows, this.key, (row, index) => this.row(row, keys[index] ?? "", selected))}
                </tbody>
            </table>
            <p class="table-end muted">
                ${this.total === undefined ? nothing : html`<span>${c.shown(this.rows.length, this.total)}</span>`}
                ${selected?.size ? html`<span>${c.selected(selected.size)}</span>` : nothing}
                ${
                    this.more
                        ? html`<button type="button" class="quiet" @click=${this.more}>${c.more}</button>`
                        : nothing
                }
            </p>
        `;
    }

    private row(row: Row, key: string, selected: ReadonlySet<string> | undefined): TemplateResult {
        return html`<tr data-row=${key} tabindex="-1" class=${selected?.has(key) ? "selected" : ""}>
            ${
                selected
                    ? html`<td class="choice">
                      <input
                          type="checkbox"
                          aria-label=${c.select(this.name?.(row) ?? key)}
                          .checked=${selected.has(key)}
                          @change=${(event: Event) => this.choose([key], (event.target as HTMLInputElement).checked)}
                      />
                  </td>`
                    : nothing
            }
            ${this.columns.map((column) => {
                const content = column.cell(row);
                if (column.main) return html`<th scope="row">${content}</th>`;
                const classes = `${column.number ? "number" : ""} ${content === nothing ? "none" : ""}`;
                return html`<td class=${classes} data-label=${column.title}>${content}</td>`;
            })}
        </tr>`;
    }
}
customElements.define("mb-table", Table);

// <mb-table> with its types: table({ label, columns, rows, key, ... }).
export function table<Row>(given: {
    label: string;
    columns: readonly Column<Row>[];
    rows: readonly Row[];
    key: (row: Row) => string;
    name?: (row: Row) => string;
    selected?: ReadonlySet<string>;
    onSelection?: (selected: ReadonlySet<string>) => void;
    total?: number;
    more?: (() => void) | undefined;
    empty?: TemplateResult;
}): TemplateResult {
    return html`<mb-table
        .label=${given.label}
        .columns=${given.columns}
        .rows=${given.rows}
        .key=${given.key}
        .name=${given.name}
        .selected=${given.selected}
        .total=${given.total}
        .more=${given.more}
        .empty=${given.empty}
        @selection=${(event: CustomEvent<ReadonlySet<string>>) => given.onSelection?.(event.detail)}
    ></mb-table>`;
}
