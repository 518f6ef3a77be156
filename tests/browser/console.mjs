// The console, screen by screen, in both languages:   node console.mjs ADDRESS SCRATCH PICTURES [NAME...]
// SCRATCH holds head.token, inspector.token, ... With names, only screens whose names begin so.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { accessible, fitsAPhone, launch, newPage, openAs, runAll, sees, settled, simulated } from "./harness.mjs";
import { behaviour } from "./behaviour.mjs";
import { given } from "./given.mjs";
import { screens } from "./screens.mjs";
import { staticTests } from "./static.mjs";

const [address, scratch, pictures, ...wanted] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
mkdirSync(pictures, { recursive: true });
const place = { address, tokens: scratch };
const isWanted = (name) => wanted.length === 0 || wanted.some((one) => name.startsWith(one));
const openapi = await fetch(`${address}/v1/openapi.json`);
writeFileSync(join(scratch, "openapi.json"), await openapi.text());
const found = await given(place);
const filled = (path) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(found[name] ?? `no-${name}`));

const browser = await launch();
const tests = wanted.length > 0 ? [] : staticTests({
    web: join(root, "api/console/web"),
    built: join(root, "build/web"),
    openapi: join(scratch, "openapi.json"),
    scratch,
});
for (const screen of screens.filter(({ name }) => isWanted(name))) {
    for (const language of ["vi", "en"]) {
        tests.push({
            name: `${screen.name} (${language})`,
            run: async () => {
                const opened = await openAs(browser, place, screen.role, language);
                try {
                    const page = await newPage(opened);
                    const response = await page.goto(address + filled(screen.path));
                    if (response.status() !== (screen.status ?? 200)) throw new Error(`status ${response.status()}`);
                    await settled(page);
                    if (screen.then) await screen.then(page, language, found);
                    await sees(page, screen.see[language]);
                    await page.getByText(simulated[language]).first().waitFor();
                    if (opened.problems.length > 0 && !screen.complains) throw new Error(opened.problems.join("; "));
                    const headings = await page.locator("h1").count();
                    if (headings !== 1) throw new Error(`${headings} headings of the first rank`);
                    await page.screenshot({ path: join(pictures, `${screen.name}-${language}.png`), fullPage: true });
                    await accessible(page);
                    await fitsAPhone(page);
                    if (language === "vi") {
                        await page.setViewportSize({ width: 360, height: 740 });
                        await page.screenshot({ path: join(pictures, `${screen.name}-phone.png`), fullPage: true });
                    }
                } finally {
                    await opened.context.close();
                }
            },
        });
    }
}
for (const [name, run] of Object.entries(behaviour)) {
    if (!isWanted(name)) continue;
    tests.push({
        name,
        run: async () => {
            const contexts = [];
            const as = async (role, language = "vi") => {
                const opened = await openAs(browser, place, role, language);
                contexts.push(opened);
                return { page: await newPage(opened), ...opened };
            };
            try {
                await run({ as, address, found, scratch });
                const problems = contexts.flatMap((opened) => opened.problems);
                if (problems.length > 0) throw new Error(problems.join("; "));
            } finally {
                for (const opened of contexts) await opened.context.close();
            }
        },
    });
}
const good = await runAll(tests);
await browser.close();
process.exitCode = good ? 0 : 1;
