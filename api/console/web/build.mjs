// Makes the console:   node build.mjs FOLDER [--quick]
// FOLDER holds node_modules as package-lock.json says; it receives src (a copy: packages are found from there), assets,
// index.html, manifest.json and embedded.cpp, which takes all of it into the program. --quick leaves out the check of
// the types and the compression.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const types = {
    css: "text/css; charset=utf-8",
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    svg: "image/svg+xml",
    txt: "text/plain; charset=utf-8",
    woff2: "font/woff2",
};
export const typeOf = (name) => types[name.slice(name.lastIndexOf(".") + 1)];

export async function build(folder, { quick = false } = {}) {
    const require = createRequire(join(folder, "package.json"));
    const esbuild = require("esbuild");
    const src = join(folder, "src");
    const assets = join(folder, "assets");
    for (const made of [src, assets]) rmSync(made, { recursive: true, force: true });
    mkdirSync(assets, { recursive: true });
    cpSync(join(here, "src"), src, { recursive: true });
    cpSync(join(here, "tsconfig.json"), join(folder, "tsconfig.json"));
    if (!quick) {
        execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", folder], { stdio: "inherit" });
    }

    const common = {
        absWorkingDir: folder,
        bundle: true,
        minify: !quick,
        target: "es2022",
        legalComments: "linked",
        logLevel: "warning",
        loader: { ".woff2": "file" },
        outdir: assets,
        publicPath: "/assets",
        entryNames: "[name]-[hash]",
        chunkNames: "[name]-[hash]",
        assetNames: "[name]-[hash]",
        metafile: true,
    };
    const scripts = await esbuild.build({
        ...common,
        entryPoints: { main: "src/main.ts" },
        format: "esm",
        splitting: true,
        sourcemap: quick ? "inline" : false,
    });
    const styles = await esbuild.build({ ...common, entryPoints: { console: "src/design/style.css" } });
    const copied = [
        [join(here, "docs-start.js"), "docs-start.js"],
        [require.resolve("swagger-ui-dist/swagger-ui.css"), "swagger-ui.css"],
        [require.resolve("swagger-ui-dist/swagger-ui-bundle.js"), "swagger-ui-bundle.js"],
    ];
    for (const [path, name] of copied) {
        const bytes = readFileSync(path);
        const dot = name.lastIndexOf(".");
        writeFileSync(join(assets, `${name.slice(0, dot)}-${sha256(bytes).slice(0, 8)}${name.slice(dot)}`), bytes);
    }

    const outputs = scripts.metafile.outputs;
    const nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
    const outputOf = (entry) => Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
    const closure = (path, seen = new Set()) => {
        if (!path || seen.has(path)) return seen;
        seen.add(path);
        for (const used of outputs[path].imports) if (used.kind === "import-statement") closure(used.path, seen);
        return seen;
    };
    const main = outputOf("src/main.ts");
    const style = Object.keys(styles.metafile.outputs).find((path) => path.endsWith(".css"));
    const fonts = readdirSync(assets).filter((name) => name.endsWith(".woff2"));
    const preload = [...closure(main)].filter((path) => path !== main);
    const page = readFileSync(join(src, "index.html"), "utf8")
        .replace("{style}", `/assets/${nameOf(style)}`)
        .replace("{main}", `/assets/${nameOf(main)}`)
        .replace(
            "{preload}",
            [
                ...preload.map((path) => `<link rel="modulepreload" href="/assets/${nameOf(path)}">`),
                ...fonts
                    .filter((name) => name.includes("-400-"))
                    .map(
                        (name) =>
                            `<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/${name}">`,
                    ),
            ].join("\n"),
        );
    writeFileSync(join(folder, "index.html"), page);

    // The table of screens is read as the browser reads it, but for the screens themselves.
    const table = await esbuild.build({
        absWorkingDir: folder,
        entryPoints: ["src/screens/table.ts"],
        bundle: true,
        format: "esm",
        platform: "neutral",
        write: false,
        plugins: [
            {
                name: "screens stay outside",
                setup: (build) => {
                    build.onResolve({ filter: /./ }, (asked) =>
                        asked.kind === "dynamic-import" ? { path: asked.path, external: true } : undefined,
                    );
                },
            },
        ],
    });
    const code = Buffer.from(table.outputFiles[0].text).toString("base64");
    const { screens } = await import(`data:text/javascript;base64,${code}`);

    const files = [...readdirSync(assets), "index.html"].sort().map((name) => {
        const path = name === "index.html" ? join(folder, name) : join(assets, name);
        const bytes = readFileSync(path);
        const file = { name, path, hash: sha256(bytes), type: typeOf(name), size: bytes.length, sent: bytes.length };
        if (quick || name.endsWith(".woff2")) return file;
        const quality = bytes.length > 400_000 ? 9 : 11;
        const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
        const gzip = gzipSync(bytes, { level: 9 });
        if (brotli.length >= bytes.length) return file;
        mkdirSync(join(folder, "compressed"), { recursive: true });
        for (const [ending, content] of [
            ["br", brotli],
            ["gz", gzip],
        ]) {
            file[ending] = join(folder, "compressed", `${name}.${ending}`);
            writeFileSync(file[ending], content);
        }
        return { ...file, sent: brotli.length };
    });
    const sent = new Map(files.map((file) => [file.name, file.sent]));
    const always = ["index.html", nameOf(style), ...fonts, ...[...closure(main)].map(nameOf)];
    const manifest = {
        files: Object.fromEntries(files.map(({ name, size, sent }) => [name, { size, sent }])),
        screens: screens.map((screen) => {
            const own = [...closure(outputOf(`src/screens/${screen.name}.ts`))].map(nameOf);
            if (own.length === 0) throw new Error(`the screen "${screen.name}" is not src/screens/${screen.name}.ts`);
            const needed = [...new Set([...always, ...own])];
            return {
                name: screen.name,
                path: screen.path,
                files: needed,
                sent: needed.reduce((sum, name) => sum + sent.get(name), 0),
            };
        }),
    };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
    writeFileSync(join(folder, "embedded.cpp"), embedded(files, screens));
    return manifest;
}

function embedded(files, screens) {
    const symbol = (index, kind) => `minhbach_asset_${index}_${kind}`;
    const kinds = (file) =>
        [
            ["bytes", file.path],
            ["br", file.br],
            ["gz", file.gz],
        ].filter(([, path]) => path);
    const taken = files.flatMap((file, index) =>
        kinds(file).map(([kind, path]) => `EMBED(${symbol(index, kind)}, "${path}");`),
    );
    const view = (index, file, kind) =>
        kinds(file).some(([one]) => one === kind)
            ? `between(${symbol(index, kind)}, ${symbol(index, kind)}_end)`
            : "std::string_view()";
    const rows = files.map(
        (file, index) =>
            `        Asset{"${file.name}", "${file.type}", "${file.hash}", ${view(index, file, "bytes")}, ` +
            `${view(index, file, "br")}, ${view(index, file, "gz")}},`,
    );
    return `// Written by api/console/web/build.mjs. The bytes of the files are taken in by the assembler.
#include <array>
#include <cstddef>

#include "api/console/assets.hpp"

#define EMBED(symbol, path)                                                                 \\
    __asm__(".section .rodata\\n.balign 16\\n.globl " #symbol "\\n" #symbol ":\\n"              \\
            ".incbin \\"" path "\\"\\n.globl " #symbol "_end\\n" #symbol "_end:\\n.byte 0\\n"    \\
            ".previous\\n");                                                                \\
    extern "C" const char symbol[];                                                         \\
    extern "C" const char symbol##_end[]

${taken.join("\n")}

namespace minhbach::api::console {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

const auto& table() {
    static const std::array kTable{
${rows.join("\n")}
    };
    return kTable;
}

}  // namespace

std::span<const Asset> assets() { return table(); }

const Asset& shell() { return table()[${files.findIndex((file) => file.name === "index.html")}]; }

std::span<const std::string_view> screen_paths() {
    static constexpr std::array<std::string_view, ${screens.length}> kPaths{
${screens.map((screen) => `        "${screen.path}",`).join("\n")}
    };
    return kPaths;
}

}  // namespace minhbach::api::console
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
    const folder = resolve(process.argv[2] ?? "");
    try {
        const manifest = await build(folder, { quick: process.argv.includes("--quick") });
        const largest = manifest.screens.reduce((most, screen) => (screen.sent > most.sent ? screen : most));
        console.log(`${manifest.screens.length} screens; first view of "${largest.name}": ${largest.sent} bytes`);
    } catch (error) {
        if (error.status === undefined) console.error(error.message ?? error);
        process.exit(1);
    }
}
