// Goes through the console as somebody does: signs in by role, waits for what must be there, asks axe, measures the
// width on a phone, and keeps what it saw as pictures. Whatever the browser complains of fails.
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

export const kDesk = { width: 1280, height: 900 };
export const simulated = { vi: "DỮ LIỆU MÔ PHỎNG", en: "SIMULATED DATA" };

// A connection that was kept may close while a request is under way; what is sent again carries the key of the first.
export async function asked(address, init = {}) {
    const headers = {
        ...init.headers,
        ...(init.method === "POST" ? { "Idempotency-Key": `"${crypto.randomUUID()}"` } : {}),
    };
    for (let tries = 1; ; tries += 1) {
        try {
            return await fetch(address, { ...init, headers });
        } catch (failure) {
            if (tries === 3) throw failure;
        }
    }
}

export async function launch() {
    return chromium.launch({
        executablePath: "/usr/bin/chromium",
        args: [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        ],
    });
}

// The cookie of a session of whoever holds the token, begun once: a person has only so many of them.
const sessions = new Map();
export function session(address, token) {
    const begin = async () => {
        const answer = await fetch(`${address}/v1/sign-in`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ token }),
        });
        if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
        const value = /^minhbach=([^;]+)/.exec(answer.headers.get("Set-Cookie") ?? "")?.[1];
        return { name: "minhbach", value, url: address };
    };
    const key = `${address} ${token}`;
    if (!sessions.has(key)) sessions.set(key, begin());
    return sessions.get(key);
}

// On the page of signing in.
export async function typeToken(page, token) {
    await page.locator("input[name=way][value=token]").check();
    await page.locator("input[name=token]").fill(token);
}

// A browser of its own for one person, that stays on this machine. English is read in the dark, so that both are seen.
export async function openAs(browser, { address, token }, role, language) {
    const context = await browser.newContext({
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        viewport: kDesk,
        colorScheme: language === "en" ? "dark" : "light",
        reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    if (role) await context.addCookies([await session(address, token(role))]);
    await context.addInitScript((chosen) => {
        if (!localStorage.getItem("minhbach.preferences"))
            localStorage.setItem("minhbach.preferences", JSON.stringify({ language: chosen }));
        addEventListener("securitypolicyviolation", (event) =>
            console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
        );
    }, language);
    const problems = [];
    context.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(address) && !url.startsWith("data:")) problems.push(`asks ${url}`);
    });
    return { context, problems };
}

export async function newPage({ context, problems }) {
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
    page.on("console", (message) => {
        if (message.type() === "error") problems.push(`console: ${message.text()} ${message.location().url}`);
    });
    return page;
}

// The page has what was asked for: nothing is being waited for any more.
export async function settled(page) {
    await page.locator("main h1").first().waitFor();
    await page.waitForFunction(() => !document.querySelector("main .loading:not(.shown > .loading)"));
    await page.evaluate(() => document.fonts.ready);
}

export async function sees(page, texts) {
    for (const text of texts) {
        const found = page.locator("main").getByText(text).first();
        await found.waitFor({ state: "attached" }).catch(() => {
            throw new Error(`"${text}" is not there`);
        });
    }
}

export async function accessible(page) {
    // In the page itself, which has no frames, and told of violations alone: otherwise a second page is opened for each
    // judgement, and most of the time goes into naming what is right.
    const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .options({ resultTypes: ["violations"] })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
    if (violations.length > 0) {
        const lines = violations.flatMap(({ id, nodes }) =>
            nodes
                .slice(0, 3)
                .map(
                    (node) =>
                        `${id}: ${node.target.join(" ")} – ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`,
                ),
        );
        throw new Error(`axe: ${lines.join("\n        ")}`);
    }
}

// Leaves the page at a phone's width; `picture`: where one is kept.
export async function fitsAPhone(page, picture) {
    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await page.evaluate(() => {
        const page = document.documentElement;
        if (page.scrollWidth <= 360) return "";
        const guilty = [...document.querySelectorAll("body *")].filter(
            (one) => one.getBoundingClientRect().right > 361,
        );
        return `${page.scrollWidth} px: ${guilty.slice(-3).map((one) => `${one.tagName}.${one.className}`)}`;
    });
    if (wide) throw new Error(`on a phone of 360 px the page is ${wide}`);
    await page.waitForFunction(() => {
        const within = (one) => {
            const [row, box] = [one.parentElement.getBoundingClientRect(), one.getBoundingClientRect()];
            return box.left >= row.left - 1 && (box.right <= row.right + 1 || box.width > row.width);
        };
        return [...document.querySelectorAll("main .tabs > [aria-current]")].every(within);
    });
    if (picture) await page.screenshot({ path: picture, fullPage: true });
}

// Signs in tables stand on one line each; what is chosen in a field can be read as a whole.
export async function unbroken(page) {
    const guilty = await page.evaluate(() => {
        const broken = [...document.querySelectorAll("td .tag, td .level")].filter(
            (one) => one.getBoundingClientRect().height > 34 && !one.closest(".with-aside"),
        );
        const cut = [...document.querySelectorAll(".filters select")].filter(
            (one) => one.scrollWidth > one.clientWidth + 1,
        );
        return [...broken.map((one) => one.textContent.trim()), ...cut.map((one) => `select ${one.name}`)].slice(
            0,
            3,
        );
    });
    if (guilty.length > 0) throw new Error(`broken or cut: ${guilty.join("; ")}`);
}

// As it comes out of a printer: A4 less its margins, in black on white, with nothing cut at the side.
export async function fitsPaper(page, picture) {
    const width = 642; // 170 mm at 96 to the inch
    await page.setViewportSize({ width, height: 971 });
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    const wide = await page.evaluate((most) => {
        const guilty = [...document.querySelectorAll("main *")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width > 1 && box.right > most + 1;
        });
        return guilty.slice(-3).map((one) => `${one.tagName}.${one.className}`);
    }, width);
    await page.screenshot({ path: picture, fullPage: true });
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    if (wide.length > 0) throw new Error(`on paper this is cut: ${wide}`);
}

// Runs lanes of named tests side by side. Within a lane they begin in their order, `atOnce` at a time: while one page
// waits, another works. Each line is one test, whichever lane it is of. Says how many passed, as deploy/test counts.
export async function runAll(lanes) {
    let passed = 0;
    let failed = 0;
    const worker = async (waiting) => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
            const began = performance.now();
            const took = () => `(${((performance.now() - began) / 1000).toFixed(1)} s)`;
            try {
                await next.run();
                passed += 1;
                console.log(`ok      ${next.name} ${took()}`);
            } catch (error) {
                failed += 1;
                console.log(`FAILED  ${next.name} ${took()}: ${error.message}`);
            }
        }
    };
    await Promise.all(
        lanes.flatMap(({ tests, atOnce }) => {
            const waiting = [...tests];
            return Array.from({ length: atOnce }, () => worker(waiting));
        }),
    );
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0;
}
