// What stands around every screen: the banner of simulated data, navigation, the as-of bar, what is wrong with the
// line, and the preferences.
import { html, nothing, type TemplateResult } from "lit";
import { until } from "lit/directives/until.js";
import { onAnswer } from "./api/client.js";
import { emptyView, loadingView, offlineView } from "./parts/states.js";
import { icon, type IconName } from "./parts/icons.js";
import { openDialog } from "./parts/overlays.js";
import { proveWhenAsked } from "./parts/prove.js";
import { asOfBar } from "./parts/search.js";
import { prefer, preferences, type Theme } from "./preferences.js";
import { go, know, place } from "./router.js";
import { Part, type Screen } from "./screen.js";
import { screens, type ScreenEntry } from "./screens/table.js";
import { me, onSession, refreshSession, roles, session, signOut } from "./session.js";
import { onKey } from "./shortcuts.js";
import { c, s } from "./words/common.js";
import { say } from "./words/words.js";

know(screens.map((entry) => entry.path));

function here(): ScreenEntry | undefined {
    const { pattern } = place();
    return screens.find((entry) => entry.path === pattern);
}

const menuIcons: Record<NonNullable<ScreenEntry["menu"]>, IconName> = {
    work: "home",
    look: "list",
    system: "sliders",
};

export class Frame extends Part {
    private asked = false; // whether we know who is signed in
    private offline = false;
    private shown: { path: string; element: Promise<Screen | TemplateResult> } | undefined;
    private menuOpen = false;
    private heading = "";

    override connectedCallback(): void {
        super.connectedCallback();
        onAnswer(({ offline, signedOut }) => {
            if (offline !== this.offline) {
                this.offline = offline;
                this.requestUpdate();
            }
            if (signedOut && me()) void refreshSession();
        });
        proveWhenAsked();
        onSession(() => this.guard());
        onKey("?", () => void this.showHelp());
        addEventListener("online", () => void this.begin());
        void this.begin();
    }

    private async begin(): Promise<void> {
        const answer = await refreshSession();
        this.asked = answer.kind !== "offline" || this.asked;
        this.guard();
        this.requestUpdate();
    }

    // Nobody signed in: the form, and back afterwards.
    private guard(): void {
        const entry = here();
        const { path } = place();
        if (!this.asked || me() || entry?.name === "sign-in" || entry?.who === roles.anybody) return;
        history.replaceState(history.state, "", `/dang-nhap?ve=${encodeURIComponent(path + location.search)}`);
        dispatchEvent(new PopStateEvent("popstate"));
    }

    override updated(): void {
        const entry = here();
        const title = entry ? say(entry.title) : c.notFound;
        document.title = `${title} – ${c.product}`;
        // Whoever listens hears where one is after each change of the screen.
        const now = place().path;
        if (this.heading && this.heading !== now)
            this.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
        this.heading = now;
    }

    private screen(entry: ScreenEntry): unknown {
        const { path } = place();
        if (this.shown?.path !== path) {
            const tag = `mb-${entry.name}-screen`;
            const element = entry.load().then(
                (module) => {
                    if (!customElements.get(tag)) customElements.define(tag, module.default);
                    const screen = document.createElement(tag) as Screen;
                    screen.at = path;
                    return screen;
                },
                () => {
                    this.shown = undefined;
                    return offlineView(() => this.requestUpdate());
                },
            );
            this.shown = { path, element };
        }
        return until(this.shown.element, loadingView());
    }

    override render(): TemplateResult {
        const entry = here();
        const signedIn = me() !== undefined;
        return html`
            <a class="skip" href="#content">${c.skip}</a>
            ${
                session().simulated
                    ? html`<aside class="simulated" aria-label=${c.simulated}>${c.simulated}</aside>`
                    : nothing
            }
            <div class="frame ${signedIn ? "" : "alone"}">
                ${this.top()} ${signedIn ? this.menu() : nothing}
                <main id="content" tabindex="-1">
                    ${this.offline ? offlineView(() => void this.begin()) : nothing} ${asOfBar()} ${this.content(entry)}
                </main>
            </div>
            <footer class="foot">${c.subtitle}</footer>
        `;
    }

    private content(entry: ScreenEntry | undefined): unknown {
        if (!this.asked) return this.offline ? nothing : loadingView();
        if (!entry)
            return html`<h1>${c.notFound}</h1>
                <p><a href="/">${c.home}</a></p>`;
        if (!entry.who() && !(entry.name === "sign-in"))
            return me()
                ? html`<h1>${say(entry.title)}</h1>
                      ${emptyView(c.notYours, c.notYoursHint, "person")}`
                : loadingView();
        return this.screen(entry);
    }

    private top(): TemplateResult {
        const who = me();
        return html`<header class="top">
            ${
                who
                    ? html`<button
                      type="button"
                      class="bare menu-button"
                      aria-expanded=${this.menuOpen}
                      aria-controls="menu"
                      aria-label=${c.menu}
                      @click=${() => this.openMenu(!this.menuOpen)}
                  >
                      ${icon(this.menuOpen ? "close" : "menu")}
                  </button>`
                    : nothing
            }
            <a class="mark" href="/"
                ><svg viewBox="0 0 32 32" aria-hidden="true">
                    <rect width="32" height="32" rx="8" />
                    <path d="M8 23V10l8 7 8-7v13" /></svg
                ><span>${c.product}</span></a
            >
            <span class="grow"></span>
            <button
                type="button"
                class="bare"
                lang=${preferences().language === "vi" ? "en" : "vi"}
                @click=${this.otherLanguage}
            >
                ${preferences().language === "vi" ? "English" : "Tiếng Việt"}
            </button>
            <button
                type="button"
                class="bare"
                aria-label=${c.settings}
                title=${c.settings}
                @click=${() => void this.showSettings()}
            >
                ${icon("sliders")}
            </button>
            ${
                who
                    ? html`<span class="who"
                          ><b>${who.name ?? who.person}</b><small>${who.posts?.[0]?.title ?? who.person}</small></span
                      >
                      <button type="button" class="quiet small wide-only" @click=${this.leave}>${c.signOut}</button>`
                    : nothing
            }
        </header>`;
    }

    private menu(): TemplateResult {
        const groups = [
            ["work", c.menuWork],
            ["look", c.menuLook],
            ["system", c.menuSystem],
        ] as const;
        return html`<nav
            id="menu"
            class="menu ${this.menuOpen ? "open" : ""}"
            aria-label=${c.menu}
            @click=${() => this.openMenu(false)}
        >
            ${groups.map(([key, title]) => {
                const of = screens.filter((entry) => entry.menu === key && entry.who());
                return of.length === 0
                    ? nothing
                    : html`<h2>${icon(menuIcons[key])}${title}</h2>
                          <ul>
                              ${of.map(
                                  (entry) =>
                                      html`<li>
                                          <a
                                              href=${entry.path}
                                              aria-current=${entry === here() ? "page" : nothing}
                                              >${say(entry.title)}</a
                                          >
                                      </li>`,
                              )}
                          </ul>`;
            })}
            <button type="button" class="quiet phone-only" @click=${this.leave}>${c.signOut}</button>
        </nav>`;
    }

    private openMenu(open: boolean): void {
        this.menuOpen = open;
        this.requestUpdate();
    }

    private readonly otherLanguage = (): void => prefer({ language: preferences().language === "vi" ? "en" : "vi" });

    private readonly leave = (): void => {
        void signOut().then(() => go("/dang-nhap"));
    };

    private async showSettings(): Promise<void> {
        const themes: [Theme, string][] = [
            ["auto", c.themeAuto],
            ["light", c.themeLight],
            ["dark", c.themeDark],
        ];
        await openDialog(
            c.settings,
            (close) => html`
                <fieldset>
                    <legend>${c.theme}</legend>
                    ${themes.map(
                        ([theme, title]) =>
                            html`<label class="choice">
                                <input
                                    type="radio"
                                    name="theme"
                                    ?checked=${preferences().theme === theme}
                                    @change=${() => prefer({ theme })}
                                />
                                ${title}
                            </label>`,
                    )}
                </fieldset>
                <label class="choice">
                    <input
                        type="checkbox"
                        ?checked=${preferences().shortcuts}
                        @change=${(event: Event) => prefer({ shortcuts: (event.target as HTMLInputElement).checked })}
                    />
                    ${c.shortcutsOn}
                </label>
                <p class="actions">
                    <button type="button" @click=${() => close()}>${c.close}</button>
                    <button type="button" class="quiet" @click=${() => (close(), void this.showHelp())}>
                        ${icon("keyboard")}${c.help}
                    </button>
                </p>
            `,
        );
    }

    private async showHelp(): Promise<void> {
        const keys: [string, string][] = [
            ["/", s.search],
            ["j", s.next],
            ["k", s.previous],
            ["Enter", s.open],
            ["d", s.diff],
            ["p", s.provenance],
            ["v", s.verify],
            ["x", s.choose],
            ["?", s.help],
        ];
        await openDialog(
            s.title,
            () => html`
                <dl class="keys">
                    ${keys.map(
                        ([key, does]) =>
                            html`<dt><kbd>${key}</kbd></dt>
                                <dd>${does}</dd>`,
                    )}
                </dl>
                ${preferences().shortcuts ? nothing : html`<p class="muted">${s.off}</p>`}
            `,
        );
    }
}
customElements.define("mb-frame", Frame);
