// The types of the API, from the program's own document:
//   minhbach openapi > openapi.json; node types.mjs openapi.json ../../../build/web src/api/types.d.ts
// Only what the console reads is kept: successful answers and bodies in JSON. Problems all have one form.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [source, folder, target] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), "package.json"));
const generator = require("openapi-typescript");
const openapiTS = generator.default;
const { astToString } = generator;

const document = JSON.parse(readFileSync(source, "utf8"));
for (const [path, item] of Object.entries(document.paths)) {
    if (!path.startsWith("/v1/")) delete document.paths[path];
    for (const operation of Object.values(item)) {
        delete operation.description;
        for (const parameter of operation.parameters) delete parameter.description;
        for (const [status, answer] of Object.entries(operation.responses)) {
            const json = answer.content?.["application/json"];
            if (!status.startsWith("2") || !json) delete operation.responses[status];
            else operation.responses[status] = { description: "", content: { "application/json": json } };
        }
    }
}
// What is in no answer as a member is absent, so lists are given as the program gives them.
const text = astToString(await openapiTS(document, { emptyObjectsUnknown: true }))
    .split("\n")
    .filter(
        (line) =>
            !/^\s*(get|put|post|delete|options|head|patch|trace|query|header|path|cookie|requestBody)\?: never;$/.test(
                line,
            ),
    )
    .join("\n");
writeFileSync(target, `// Written by types.mjs from the program's OpenAPI document; a test compares.\n${text}`);
