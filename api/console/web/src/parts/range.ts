// A stretch of what lies in order, days or milestones, chosen with two handles: dragged, drawn anew with the pointer, or
// moved with the arrows. What is chosen is told with the event "range"; the numbers stand in a table beside.
import { html, nothing, svg, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { scaleLinear, scalePoint } from "d3-scale";
import { Part } from "../screen.js";
import { numberText } from "../words/format.js";
import { words } from "../words/words.js";
import { chart } from "./chart.js";
import { icon } from "./icons.js";

const w = words({
    from: ["Từ", "From"],
    to: ["Đến", "To"],
    all: ["Bỏ giới hạn", "The whole"],
    hint: [
        "Kéo hai mốc, kéo trên biểu đồ, hoặc dùng phím mũi tên.",
        "Drag the handles or across the chart, or use the arrows.",
    ],
    chosen: [(from: string, to: string) => `${from} – ${to}`, (from: string, to: string) => `${from} – ${to}`],
});

export interface Stop {
    key: string;
    title: string;
    value?: number; // a bar so high
}
export interface Chosen {
    from: string;
    to: string;
}
const kHigh = 88; // px, with bars
const kLow = 44;
const kHandle = 24; // px: what a finger hits
const kBigStep = 7;

class Range extends Part {
    @property({ attribute: false }) label = "";
    @property({ attribute: false }) stops: readonly Stop[] = [];
    @property({ attribute: false }) chosen: Chosen | undefined; // nothing: the whole
    private drawn: [number, number] | undefined; // while it is being moved
    private anchor = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    private get last(): number {
        return this.stops.length - 1;
    }

    private height(): number {
        return this.stops.some(({ value }) => value !== undefined) ? kHigh : kLow;
    }

    private between(): [number, number] {
        if (this.drawn) return this.drawn;
        if (!this.chosen) return [0, this.last];
        const { from, to } = this.chosen;
        const first = this.stops.findIndex(({ key }) => key >= from);
        const end = this.stops.findLastIndex(({ key }) => key <= to);
        return [first < 0 ? this.last : first, Math.max(end, first < 0 ? this.last : first)];
    }

    private tell(): void {
        clearTimeout(this.timer);
        const [from, to] = this.between();
        this.drawn = undefined;
        const whole = from === 0 && to === this.last;
        const detail = whole ? undefined : { from: this.stops[from]?.key ?? "", to: this.stops[to]?.key ?? "" };
        this.dispatchEvent(new CustomEvent<Chosen | undefined>("range", { detail }));
    }

    private draw(one: number, other: number): void {
        const within = (at: number): number => Math.min(this.last, Math.max(0, at));
        this.drawn = [within(Math.min(one, other)), within(Math.max(one, other))];
        this.requestUpdate();
    }

    private readonly down = (event: PointerEvent): void => {
        if (event.button !== 0) return;
        const drawing = event.currentTarget as SVGSVGElement;
        const at = this.at(event, drawing);
        const [from, to] = this.between();
        const held = (event.target as Element).closest<SVGGElement>("[data-end]")?.dataset["end"];
        this.anchor = held === "from" ? to : held === "to" ? from : at;
        drawing.setPointerCapture(event.pointerId);
        this.draw(this.anchor, held ? (held === "from" ? from : to) : at);
    };
    private readonly move = (event: PointerEvent): void => {
        if (this.drawn && (event.currentTarget as Element).hasPointerCapture(event.pointerId))
            this.draw(this.anchor, this.at(event, event.currentTarget as SVGSVGElement));
    };
    private readonly up = (): void => {
        if (this.drawn) this.tell();
    };

    private at(event: PointerEvent, drawing: SVGSVGElement): number {
        const box = drawing.getBoundingClientRect();
        return Math.round(((event.clientX - box.left) / box.width) * this.last);
    }

    private key(event: KeyboardEvent, end: "from" | "to"): void {
        const [from, to] = this.between();
        const now = end === "from" ? from : to;
        const steps: Partial<Record<string, number>> = {
            ArrowLeft: now - 1,
            ArrowDown: now - 1,
            ArrowRight: now + 1,
            ArrowUp: now + 1,
            PageDown: now - kBigStep,
            PageUp: now + kBigStep,
            Home: 0,
            End: this.last,
        };
        const next = steps[event.key];
        if (next === undefined) return;
        event.preventDefault();
        if (end === "from") this.draw(Math.min(next, to), to);
        else this.draw(from, Math.max(next, from));
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.tell(), 400);
    }

    override render(): TemplateResult | typeof nothing {
        if (this.stops.length < 2) return nothing;
        const [from, to] = this.between();
        const most = Math.max(1, ...this.stops.map(({ value }) => value ?? 0));
        const height = this.height();
        const y = scaleLinear([0, most], [0, height - 12]);
        const x = scalePoint(
            this.stops.map((_, index) => index),
            [0, 100],
        );
        const at = (index: number): string => `${x(index) ?? 0}%`;
        const width = Math.max(2, Math.min(16, 360 / this.stops.length)); // px
        const title = (index: number): string => this.stops[index]?.title ?? "";
        return html`<div class="range no-print">
            ${chart(
                this.label,
                html`<svg
                        class="brush"
                        role="group"
                        aria-label=${this.label}
                        width="100%"
                        height=${height}
                        @pointerdown=${this.down}
                        @pointermove=${this.move}
                        @pointerup=${this.up}
                    >
                        <line class="axis" x1="0" x2="100%" y1=${height - 6} y2=${height - 6}></line>
                            <rect class="span" x=${at(from)} y="0" width="${(x(to) ?? 0) - (x(from) ?? 0)}%" height=${height - 6}></rect>
                            ${this.stops.map((stop, index) => {
                                const bar = stop.value === undefined ? 10 : y(stop.value);
                                const inside = index >= from && index <= to ? "in" : "out";
                                return svg`<line class="mark ${inside}" x1=${at(index)} x2=${at(index)} y1=${height - 6} y2=${height - 6 - bar} stroke-width=${width}></line>`;
                            })}
                            ${this.handle("from", from, at(from), w.from)} ${this.handle("to", to, at(to), w.to)}
                    </svg>
                    <p class="range-ends">
                        <span>${title(0)}</span>
                        <b>${w.chosen(title(from), title(to))}</b>
                        <span>${title(this.last)}</span>
                    </p>
                    <p class="muted">
                        ${w.hint}
                        ${
                            this.chosen
                                ? html`<button
                                      type="button"
                                      class="quiet small"
                                      @click=${() => {
                                          this.drawn = [0, this.last];
                                          this.tell();
                                      }}
                                  >
                                      ${icon("close")}${w.all}
                                  </button>`
                                : nothing
                        }
                    </p>`,
                html`<tbody>
                    ${this.stops.map(
                        (stop) =>
                            html`<tr>
                                <th scope="row">${stop.title}</th>
                                <td class="number">${stop.value === undefined ? "" : numberText(stop.value)}</td>
                            </tr>`,
                    )}
                </tbody>`,
            )}
        </div>`;
    }

    private handle(end: "from" | "to", index: number, at: string, label: string): TemplateResult {
        const [from, to] = this.between();
        const height = this.height();
        return svg`<svg x=${at} overflow="visible"><g
            class="handle"
            data-end=${end}
            role="slider"
            tabindex="0"
            aria-label=${`${this.label}: ${label}`}
            aria-valuemin=${end === "from" ? 0 : from}
            aria-valuemax=${end === "from" ? to : this.last}
            aria-valuenow=${index}
            aria-valuetext=${this.stops[index]?.title ?? ""}
            @keydown=${(event: KeyboardEvent) => this.key(event, end)}
        >
            <rect class="reach" x=${-kHandle / 2} y="0" width=${kHandle} height=${height}></rect>
            <line x1="0" x2="0" y1="0" y2=${height - 6}></line>
            <circle cx="0" cy=${height / 2 - 3} r="7"></circle>
        </g></svg>` as TemplateResult;
    }
}
customElements.define("mb-range", Range);

export const rangeField = (given: {
    label: string;
    stops: readonly Stop[]; // by ascending key
    chosen: Chosen | undefined;
    choose: (chosen: Chosen | undefined) => void;
}): TemplateResult =>
    html`<mb-range
        .label=${given.label}
        .stops=${given.stops}
        .chosen=${given.chosen}
        @range=${(event: CustomEvent<Chosen | undefined>) => given.choose(event.detail)}
    ></mb-range>`;
