// What the program is made of, with versions, as CycloneDX 1.5: packages of Debian whose libraries are linked (archives
// from the linker's own list, shared ones as the loader finds them) or whose headers are included, and packages of npm
// that the console is bundled from or built with. Nothing in it depends on the day or the place of the build.
//   node deploy/dependency-list.mjs PROGRAM LINKED SOURCES LOCK OUT
// LINKED is the linker's dependency file; SOURCES the folder of the sources; LOCK the console's package-lock.json.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [program, linked, sources, lock, out] = process.argv.slice(2);
if (!out) {
    console.error("usage: dependency-list.mjs PROGRAM LINKED SOURCES LOCK OUT");
    process.exit(2);
}
const run = (command, ...given) => execFileSync(command, given, { encoding: "utf-8", maxBuffer: 1 << 26 });

// Files of the system that are part of the program: { path as it was named, how }.
function filesOfTheSystem() {
    const files = new Map();
    const add = (path, how) => {
        if (path.startsWith("/usr/") || path.startsWith("/lib")) files.set(path, files.get(path) ?? how);
    };
    for (const line of run("ldd", program).split("\n")) {
        const path = line.match(/(?:=>\s*)?(\/\S+)\s+\(0x/)?.[1];
        if (path) add(path, "shared");
    }
    const words = readFileSync(linked, "utf-8").replaceAll("\\\n", " ").split(/\s+/);
    for (const word of words) if (/\.(a|o)$/.test(word)) add(word, "archive");
    const folders = ["/usr/include", "/usr/include/x86_64-linux-gnu", "/usr/include/aarch64-linux-gnu"];
    const included = (folder) => {
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const path = join(folder, entry.name);
            if (entry.isDirectory() && entry.name !== "web") included(path);
            if (!/\.[ch]pp$/.test(entry.name)) continue;
            for (const [, name] of readFileSync(path, "utf-8").matchAll(/^#include <([^>]+)>/gm))
                for (const root of folders) if (existsSync(join(root, name))) add(join(root, name), "header");
        }
    };
    for (const folder of ["api", "events", "projections", "services"]) included(join(sources, folder));
    return files;
}

// Debian lists a library under /lib or under /usr/lib, a link or what it leads to.
function namesOf(path) {
    const names = new Set([path, realpathSync(path)]);
    for (const name of [...names]) {
        names.add(name.replace(/^\/usr\/lib/, "/lib"));
        names.add(name.replace(/^\/lib/, "/usr/lib"));
    }
    return [...names];
}

// The package of each file, asked all at once.
function ownersOf(paths) {
    const { stdout } = spawnSync("dpkg", ["-S", ...new Set(paths.flatMap(namesOf))], {
        encoding: "utf-8",
        maxBuffer: 1 << 26,
    });
    const owners = new Map();
    for (const line of stdout.split("\n")) {
        const colon = line.lastIndexOf(": ");
        if (colon < 0 || line.startsWith("diversion")) continue;
        owners.set(line.slice(colon + 2), line.slice(0, colon).split(",")[0].trim());
    }
    return (path) => {
        const name = namesOf(path).find((one) => owners.has(one));
        if (!name) throw new Error(`no package of Debian owns ${path}`);
        return owners.get(name);
    };
}

function ofDebian() {
    const packages = new Map();
    const files = filesOfTheSystem();
    const ownerOf = ownersOf([...files.keys()]);
    for (const [path, how] of files) {
        const owner = ownerOf(path);
        const known = packages.get(owner) ?? new Map();
        if (how !== "header" || known.size === 0) known.set(path, how);
        packages.set(owner, known);
    }
    return [...packages].map(([owner, files]) => {
        const [name, version, architecture, source] = run(
            "dpkg-query", "-W", "-f", "${Package}\t${Version}\t${Architecture}\t${source:Package}", owner,
        ).split("\t");
        const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}`;
        return {
            type: "library",
            "bom-ref": purl,
            name,
            version,
            scope: "required",
            purl,
            properties: [
                { name: "debian:source", value: source },
                ...[...files].sort().map(([path, how]) => ({ name: `minhbach:${how}`, value: path.split("/").at(-1) })),
            ],
        };
    });
}

function ofNpm() {
    const { packages } = JSON.parse(readFileSync(lock, "utf-8"));
    return Object.entries(packages)
        .filter(([path, { optional }]) => path !== "" && !optional)
        .map(([path, { version, dev, integrity, license }]) => {
            const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
            const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
            return {
                type: "library",
                "bom-ref": `${purl}#${path}`,
                name,
                version,
                // What bundles the console and checks its types is no part of it.
                scope: dev ? "excluded" : "required",
                ...(integrity?.startsWith("sha512-")
                    ? {
                          hashes: [
                              {
                                  alg: "SHA-512",
                                  content: Buffer.from(integrity.slice(7), "base64").toString("hex"),
                              },
                          ],
                      }
                    : {}),
                ...(license ? { licenses: [{ license: { name: license } }] } : {}),
                purl,
            };
        });
}

const version = run(program, "--version").trim();
const components = [...ofDebian(), ...ofNpm()].sort((left, right) => (left["bom-ref"] < right["bom-ref"] ? -1 : 1));
const list = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "minhbach", name: "minhbach", version } },
    components,
    dependencies: [
        {
            ref: "minhbach",
            dependsOn: components.filter((one) => one.scope === "required").map((one) => one["bom-ref"]),
        },
    ],
};
writeFileSync(out, JSON.stringify(list, null, 2) + "\n");
