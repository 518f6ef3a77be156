// The console, screen by screen, in both languages:
//   node console.mjs PROGRAM SCRATCH ADDRESS WORKING PICTURES [--smoke] [NAME...]
// ADDRESS serves SCRATCH/province, whose cycle is over; WORKING serves SCRATCH/working, where that of this year is on.
// With names, only screens and tests whose names begin so; --smoke leaves out the screens in English.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { behaviour } from "./behaviour.mjs";
import { given } from "./given.mjs";
import {
    accessible,
    asked,
    fitsAPhone,
    fitsPaper,
    kDesk,
    launch,
    newPage,
    openAs,
    runAll,
    sees,
    settled,
    simulated,
    unbroken,
} from "./harness.mjs";
import { proofTests } from "./proofs.mjs";
import { screens } from "./screens.mjs";
import { staticTests } from "./static.mjs";
import { wordTests } from "./words.mjs";
import { people, prepare } from "./working.mjs";

const [program, scratch, over, working, pictures, ...others] = process.argv.slice(2);
const wanted = others.filter((one) => one !== "--smoke");
const languages = others.includes("--smoke") ? ["vi"] : ["vi", "en"];
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
mkdirSync(pictures, { recursive: true });
const isWanted = (name) => wanted.length === 0 || wanted.some((one) => name.startsWith(one));

// A world is a province that is served; whoever signs in to it is a role, or a person of working.mjs.
const world = (address, store) => {
    const tokens = new Map();
    const run = (...words) =>
        execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    const token = (role) => {
        const known = tokens.get(role);
        if (known) return known;
        const who =
            role in people ? ["--person", people[role]] : /^[A-Z]/.test(role) ? ["--person", role] : ["--role", role];
        const made = run("token", "--data", store, ...who);
        tokens.set(role, made);
        return made;
    };
    // What the unit gives a person on paper.
    const slip = (person) => run("account", "slip", "--data", store, "--person", person);
    const ask = async (role, path) => {
        const answer = await asked(address + path, { headers: { Authorization: `Bearer ${token(role)}` } });
        if (!answer.ok) throw new Error(`${role} ${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
    };
    return { address, token, slip, ask };
};
const worlds = { over: world(over, join(scratch, "province")), working: world(working, join(scratch, "working")) };
writeFileSync(join(scratch, "openapi.json"), await (await asked(`${over}/v1/openapi.json`)).text());
const found = { over: await given(worlds.over), working: await prepare(working, worlds.working.token) };
const filled = (path, known) =>
    path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(known[name] ?? `no-${name}`));

const browser = await launch();
// What reads, in any order; and what acts on a store, one after the other, once that store was looked at.
const reading = [];
const looking = { over: reading, working: [] };
const acting = { over: [], working: [] };
const built = join(root, "build/web");
if (wanted.length === 0)
    reading.push(
        ...staticTests({
            web: join(root, "api/console/web"),
            built,
            openapi: join(scratch, "openapi.json"),
            scratch,
        }),
    );
// One browser profile for each person and language: files named by their content come over once.
const profiles = new Map();
const profile = (where, role, language) => {
    const key = `${where} ${role} ${language}`;
    if (!profiles.has(key)) profiles.set(key, openAs(browser, worlds[where], role, language));
    return profiles.get(key);
};
const proofs = proofTests({ built, scratch, address: over, tokenOf: worlds.over.token });
const words = wordTests({ root, built, scratch, address: over });
reading.push(...[...words, ...proofs].filter(({ name }) => isWanted(name)));
for (const screen of screens.filter(({ name }) => isWanted(name))) {
    for (const language of languages) {
        looking[screen.world ?? "over"].push({
            name: `${screen.name} (${language})`,
            run: () => judge(screen, language),
        });
    }
}
// Pages are used again by whoever is the same person; what a page says is told to the test that has it.
const idle = new Map();
async function pageOf(where, role, language) {
    const key = `${where} ${role} ${language}`;
    const kept = idle.get(key)?.pop();
    if (kept) return kept;
    const problems = [];
    const { context } = await profile(where, role, language);
    const page = await newPage({ context, problems });
    page.on("request", (request) => {
        if (!/^data:/.test(request.url()) && !request.url().startsWith(worlds[where].address))
            problems.push(`asks ${request.url()}`);
    });
    const end = async () => {
        problems.length = 0;
        await page.setViewportSize(kDesk);
        idle.set(key, [...(idle.get(key) ?? []), opened]);
    };
    const opened = { page, problems, end };
    return opened;
}
async function judge(screen, language) {
    const where = screen.world ?? "over";
    const opened = await pageOf(where, screen.role, language);
    const { page, problems } = opened;
    try {
        const response = await page.goto(worlds[where].address + filled(screen.path, found[where]));
        if (response.status() !== (screen.status ?? 200)) throw new Error(`status ${response.status()}`);
        await settled(page);
        if (screen.then) await screen.then(page, language, found[where]);
        await sees(page, screen.see[language]);
        await page.getByText(simulated[language]).first().waitFor();
        if (problems.length > 0 && !screen.complains) throw new Error(problems.join("; "));
        const headings = await page.locator("h1").count();
        if (headings !== 1) throw new Error(`${headings} headings of the first rank`);
        await page.screenshot({ path: join(pictures, `${screen.name}-${language}.png`), fullPage: true });
        await unbroken(page);
        await accessible(page);
        await fitsAPhone(page, language === "vi" ? join(pictures, `${screen.name}-phone.png`) : undefined);
        if (screen.printed && language === "vi") await fitsPaper(page, join(pictures, `${screen.name}-paper.png`));
        await opened.end();
    } catch (failure) {
        await page.close();
        throw failure;
    }
}
for (const [name, run] of Object.entries(behaviour)) {
    if (!isWanted(name)) continue;
    // Whatever touches the province at work says its name.
    const store = /\bworking\b/.test(String(run)) ? "working" : "over";
    acting[store].push({
        name,
        run: async () => {
            const contexts = [];
            const as = async (role, { language = "vi", where = "over" } = {}) => {
                const opened = await openAs(browser, worlds[where], role, language);
                contexts.push(opened);
                return { page: await newPage(opened), ...opened };
            };
            try {
                await run({ as, address: over, working, worlds, found });
                const problems = contexts.flatMap((opened) => opened.problems);
                if (problems.length > 0) throw new Error(problems.join("; "));
            } finally {
                for (const opened of contexts) await opened.context.close();
            }
        },
    });
}
const good = await runAll([
    { tests: [...reading, ...acting.over], atOnce: 2 },
    { tests: [...looking.working, ...acting.working], atOnce: 1 },
]);
await browser.close();
process.exitCode = good ? 0 : 1;
