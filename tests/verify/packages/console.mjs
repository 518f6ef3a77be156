// Checks audit packages as the console does in a browser:   node console.mjs VKEY FILE...
// Prints "ok" or "refused: why" for each file. Its source is bundled with what the build has fetched for that.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);
const esbuild = createRequire(new URL("build/web/package.json", root))("esbuild");
const { outputFiles } = await esbuild.build({
  entryPoints: [fileURLToPath(new URL("api/console/web/src/log/package.ts", root))],
  bundle: true,
  format: "esm",
  target: "es2022",
  write: false,
  logLevel: "warning",
});
const source = Buffer.from(outputFiles[0].contents).toString("base64");
const { checkPackage } = await import(`data:text/javascript;base64,${source}`);

const [vkey, ...files] = process.argv.slice(2);
for (const file of files) {
  try {
    await checkPackage(new Uint8Array(readFileSync(file)), vkey);
    console.log("ok");
  } catch (error) {
    console.log(`refused: ${JSON.stringify(error.message)}`);
    process.exitCode = 1;
  }
}
