// What can be said of the console without a browser: every text is a pair of words, the first view of each screen is
// small, and the types are those of the program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const kFirstViewMax = 150_000; // bytes as they are sent
const kLetters = /\p{L}{2,}/u;
// Names that are the same in both languages.
const kSame = new Set([
    "English",
    "Tiếng Việt",
    "Minh Bạch",
    "SHA-256",
    "PDF",
    "XLSX",
    "CSV",
    "JSON",
    "API",
    "nbsp",
    "middot",
]);
const kSpoken = /\s(?:aria-label|placeholder|title|alt)="([^"$]*)/g;

// Texts that stand in a template instead of going through words().
export function textsInTemplates(source, name, ts) {
    const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true);
    const found = [];
    const visit = (node) => {
        if (ts.isTaggedTemplateExpression(node) && ["html", "svg"].includes(node.tag.getText(file))) {
            const template = node.template;
            const parts = ts.isNoSubstitutionTemplateLiteral(template)
                ? [template.text]
                : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
            const whole = parts.join("\u0001");
            for (const [, said] of whole.matchAll(kSpoken)) if (kLetters.test(said)) found.push(said);
            const visible = whole.replace(/<!--[^]*?-->/g, "").replace(/<[^<>]*>/g, "\u0001");
            for (const text of visible.split("\u0001").map((one) => one.trim()))
                if (
                    kLetters.test(text) &&
                    !text.split(/[\s&;·–]+/).every((word) => !kLetters.test(word) || kSame.has(word))
                )
                    if (!kSame.has(text)) found.push(text);
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
}

// Pairs whose halves are empty or, in two words or more, the same.
export function halfPairs(source, name, ts) {
    const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true);
    const found = [];
    const visit = (node) => {
        if (ts.isArrayLiteralExpression(node) && node.elements.length === 2) {
            const [vi, en] = node.elements;
            if (ts.isStringLiteral(vi) && ts.isStringLiteral(en) && ts.isPropertyAssignment(node.parent)) {
                const is = (one) => one.text.trim() === "";
                if (is(vi) || is(en)) found.push(`${vi.text} / ${en.text}`);
            }
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
}

export function staticTests({ web, built, openapi, scratch }) {
    const ts = createRequire(join(built, "package.json"))("typescript");
    const sources = readdirSync(join(web, "src"), { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
    const read = (name) => readFileSync(join(web, "src", name), "utf8");
    return [
        {
            name: "every text of a template goes through words()",
            run: () => {
                const guilty = 'html`<p>Xin chào</p><input placeholder="Tên">`';
                assert.deepEqual(textsInTemplates(guilty, "guilty.ts", ts), ["Tên", "Xin chào"]);
                assert.deepEqual(
                    sources.flatMap((name) =>
                        textsInTemplates(read(name), name, ts).map((text) => `${name}: ${text}`),
                    ),
                    [],
                );
            },
        },
        {
            name: "no pair of words lacks a half",
            run: () => {
                assert.equal(halfPairs('const w = { a: ["Có", ""] };', "guilty.ts", ts).length, 1);
                assert.deepEqual(
                    sources.flatMap((name) => halfPairs(read(name), name, ts).map((pair) => `${name}: ${pair}`)),
                    [],
                );
            },
        },
        {
            name: "a text without its translation does not compile",
            run: () => {
                const options = {
                    noEmit: true,
                    strict: true,
                    target: ts.ScriptTarget.ES2022,
                    module: ts.ModuleKind.ES2022,
                    moduleResolution: ts.ModuleResolutionKind.Bundler,
                };
                const errorsOf = (text) => {
                    const host = ts.createCompilerHost(options);
                    const name = join(web, "src", "words", "tried.ts");
                    const original = host.getSourceFile.bind(host);
                    const readable = host.readFile.bind(host);
                    const exists = host.fileExists.bind(host);
                    host.fileExists = (path) => path === name || exists(path);
                    host.readFile = (path) => (path === name ? text : readable(path));
                    host.getSourceFile = (path, ...rest) =>
                        path === name ? ts.createSourceFile(path, text, options.target) : original(path, ...rest);
                    return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).length;
                };
                const begin = 'import { words } from "./words.js";\nexport const w = words({ ';
                assert.equal(errorsOf(`${begin} a: ["Có", "Yes"] });`), 0);
                assert.notEqual(errorsOf(`${begin} a: ["Có"] });`), 0);
            },
        },
        {
            name: `the first view of each screen is under ${kFirstViewMax} bytes`,
            run: () => {
                const { screens } = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8"));
                assert.ok(screens.length > 0);
                const largest = screens.reduce((most, screen) => (screen.sent > most.sent ? screen : most));
                console.log(`        largest: ${largest.name}, ${largest.sent} bytes of ${screens.length} screens`);
                assert.deepEqual(
                    screens
                        .filter((screen) => screen.sent >= kFirstViewMax)
                        .map((screen) => `${screen.name} ${screen.sent}`),
                    [],
                );
            },
        },
        {
            name: "the types of the API are those of the program",
            run: () => {
                const fresh = join(scratch, "types.d.ts");
                execFileSync(process.execPath, [join(web, "types.mjs"), openapi, built, fresh]);
                const same = readFileSync(fresh, "utf8") === read("api/types.d.ts");
                assert.ok(same, "run api/console/web/types.mjs as CONTRIBUTING.md says");
            },
        },
    ];
}
