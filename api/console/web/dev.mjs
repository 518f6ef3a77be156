// The console while one works on it:   node dev.mjs http://127.0.0.1:8080 [PORT] [FOLDER]
// Bundles the sources anew for each page asked for when one of them changed, serves them on 127.0.0.1:PORT (8100), and
// forwards everything else to a running program. FOLDER is the one that the build fills (build/web).
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, typeOf } from "./build.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const program = new URL(process.argv[2] ?? "http://127.0.0.1:8080");
const port = Number(process.argv[3] ?? 8100);
const folder = resolve(process.argv[4] ?? join(here, "../../../build/web-dev"));
const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const newest = () =>
    Math.max(
        ...readdirSync(join(here, "src"), { recursive: true }).map(
            (name) => statSync(join(here, "src", name)).mtimeMs,
        ),
    );
let screens = [];
let built = 0;
let building;
const isScreen = (path) =>
    screens.some((screen) => new RegExp(`^${screen.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path));
async function page(path, response) {
    const now = newest();
    if (now > built) {
        built = now;
        building = Promise.resolve(building)
            .catch(() => undefined)
            .then(() => build(folder, { quick: true }));
    }
    try {
        screens = (await building).screens;
    } catch (error) {
        response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
        response.end(String(error.message ?? error));
        return;
    }
    response.writeHead(isScreen(path) ? 200 : 404, {
        "Content-Type": typeOf("index.html"),
        "Content-Security-Policy": policy,
        "Cache-Control": "no-cache",
    });
    response.end(readFileSync(join(folder, "index.html")));
}

function forward(given, response) {
    const passed = ask(
        {
            hostname: program.hostname,
            port: program.port,
            path: given.url,
            method: given.method,
            headers: given.headers,
        },
        (answer) => {
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
        },
    );
    passed.on("error", () => response.writeHead(502).end());
    given.pipe(passed);
}

createServer((given, response) => {
    const path = new URL(given.url, "http://localhost").pathname;
    const asset = path.startsWith("/assets/") ? join(folder, "assets", path.slice("/assets/".length)) : undefined;
    if (asset && !path.includes("..")) {
        try {
            const bytes = readFileSync(asset);
            response.writeHead(200, { "Content-Type": typeOf(path) }).end(bytes);
            return;
        } catch {
            // Of the program's own.
        }
    }
    const isPage = given.method === "GET" && (given.headers.accept ?? "").includes("text/html");
    if (isPage && !/^\/(v1|log|assets|docs)(\/|$)/.test(path)) page(path, response);
    else forward(given, response);
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/ in front of ${program.href}`));
