// Signs, drawn with the colour of the text beside them; a word always stands with them.
import { html, svg, type TemplateResult } from "lit";

const strokes = {
    home: svg`<path d="M4 11.5 12 4l8 7.5M6.5 10v9.5h11V10"/>`,
    list: svg`<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01"/>`,
    search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
    menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
    close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
    check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
    clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`,
    warn: svg`<path d="M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.6v.01"/>`,
    fail: svg`<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6m0-6-6 6"/>`,
    offline: svg`<path d="M3 9.5a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M10 16.5a3 3 0 0 1 4 0M4 20 20 4"/>`,
    person: svg`<circle cx="12" cy="8.5" r="3.8"/><path d="M4.5 20c.8-4 3.8-6 7.5-6s6.700 2 7.500 6"/>`,
    arrow: svg`<path d="M5 12h14m-5.500-5.500L19 12l-5.500 5.500"/>`,
    keyboard: svg`<rect x="3" y="6.500" width="18" height="11" rx="2"/><path d="M7 10.500h.01M10.500 10.500h.01M14 10.500h.01M17 10.500h.01M8 14h8"/>`,
    shield: svg`<path d="M12 3.500 5 6v5.500c0 4.300 2.900 7.300 7 9 4.100-1.700 7-4.700 7-9V6l-7-2.500Zm-3.200 8.600 2.300 2.300 4.200-4.400"/>`,
    document: svg`<path d="M7 3.500h7l4 4v13H7v-17Zm7 0v4h4M9.500 12h6M9.500 15.500h6"/>`,
    sliders: svg`<path d="M4 8h9m5 0h2M4 16h2m5 0h9"/><circle cx="15.500" cy="8" r="2.200"/><circle cx="8.500" cy="16" r="2.200"/>`,
    mutual: svg`<path d="M4 9h14m-4-4 4 4-4 4M20 15.500H6m4-4-4 4 4 4"/>`,
    flag: svg`<path d="M6 21V4.500m0 0h11l-2.500 4 2.500 4H6"/>`,
    copy: svg`<rect x="8.500" y="8.500" width="11" height="11" rx="2"/><path d="M15.500 8.500V6.500a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>`,
    print: svg`<path d="M7.500 9V4h9v5M6 17H4V9.500h16V17h-2M7.500 14h9v6h-9v-6Z"/>`,
};
export type IconName = keyof typeof strokes;

export const icon = (name: IconName): TemplateResult =>
    html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${strokes[name]}</svg>`;
