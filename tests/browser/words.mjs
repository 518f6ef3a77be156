// Codes have words: every fact, grade and gap of every rulebook there is or was, and whatever a decision can have
// compared, in both languages.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { asked } from "./harness.mjs";

async function compiled(built, scratch) {
    const esbuild = createRequire(join(built, "package.json"))("esbuild");
    const entry = ["words/compared", "words/rulebook", "words/words"]
        .map((path) => `export * from "./src/${path}.js";`)
        .join("\n");
    const { outputFiles } = await esbuild.build({
        stdin: { contents: entry, resolveDir: built, loader: "ts" },
        bundle: true,
        format: "esm",
        target: "es2022",
        write: false,
        logLevel: "warning",
    });
    const path = join(scratch, "words.mjs");
    writeFileSync(path, outputFiles[0].contents);
    return import(pathToFileURL(path));
}

// The names of facts, their members and grades, and enumerators, as the program writes them.
const kCode = /\b[a-z]+\.[a-z]\w*|\b[a-z]+[A-Z]\w*|\b[A-Z]{2,}(?:_[A-Z]+)*\b|\b(?:null|true|false)\b/;

export function wordTests({ root, built, scratch, address }) {
    const folder = join(root, "services/law/rulebooks");
    const rulebooks = readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(".json") && name !== "schema.json")
        .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
    return [
        {
            name: "words: every rulebook, fact, grade and gap has them",
            run: async () => {
                const { speak, facts, members, gaps, gradeWords, rulebookWords } = await compiled(built, scratch);
                assert.ok(rulebooks.length >= 6);
                for (const language of ["vi", "en"]) {
                    speak(language);
                    for (const book of rulebooks) {
                        const place = `${book.rulebook} (${language})`;
                        assert.notEqual(rulebookWords(book.rulebook), book.rulebook, place);
                        const scales = new Map(book.scales.map((one) => [one.scale, one]));
                        for (const { fact, scale, members: parts = [] } of book.facts) {
                            assert.ok(facts[fact], `${place}: ${fact} has no words`);
                            for (const { member } of parts)
                                assert.ok(members[member], `${place}: ${fact}.${member} has no words`);
                            for (const one of [scale, ...parts.map((part) => part.scale)].filter(Boolean)) {
                                const { grades, beside = [] } = scales.get(one);
                                for (const grade of [...grades, ...beside]) {
                                    const said = gradeWords(fact, grade);
                                    assert.ok(said && said !== grade, `${place}: ${fact} ${grade} has no words`);
                                }
                            }
                        }
                        for (const [gap] of JSON.stringify(book).matchAll(/GAP-[A-Z0-9-]+/g))
                            assert.ok(gaps[gap], `${place}: ${gap} has no words`);
                    }
                }
            },
        },
        {
            name: "words: what was compared is told in them, whatever the facts",
            run: async () => {
                const { speak, comparedWords } = await compiled(built, scratch);
                const vectors = join(root, "tests/rules/vectors");
                const told = new Set();
                for (const file of readdirSync(vectors)) {
                    const facts = readFileSync(join(vectors, file), "utf8")
                        .trim()
                        .split("\n")
                        .map((line) => JSON.parse(line).facts)
                        .filter((one) => one?.subject);
                    if (facts.length === 0) continue;
                    const answer = await asked(`${address}/v1/rules/evaluate?trace=true`, {
                        method: "POST",
                        headers: { "Content-Type": "application/x-ndjson" },
                        body: facts.map((one) => JSON.stringify(one)).join("\n"),
                    });
                    assert.equal(answer.status, 200);
                    for (const line of (await answer.text()).trim().split("\n"))
                        for (const { compared } of JSON.parse(line).trace ?? []) told.add(compared);
                }
                assert.ok(told.size > 200, `${told.size} comparisons are too few to tell anything`);
                const codes = [];
                for (const language of ["vi", "en"]) {
                    speak(language);
                    for (const compared of told) {
                        // A violation is called by its code.
                        const said = comparedWords(compared).replace(/^[^ ]+: /, (name) =>
                            compared.startsWith(name) ? "" : name,
                        );
                        if (kCode.test(said) || said === compared) codes.push(`${compared} → ${said}`);
                    }
                }
                assert.deepEqual(codes, []);
                speak("vi");
                assert.equal(
                    comparedWords("100 x tasks.exceeded 6 = 600 >= 50 x tasks.assigned 13 = 650"),
                    "nhiệm vụ vượt mức: 6 trên nhiệm vụ được giao: 13 = 46,15%; yêu cầu ít nhất 50%",
                );
                assert.equal(
                    comparedWords("service.monthsWorked 4 + service.maternityMonths 8 = 12 >= 6"),
                    "tháng công tác 4 cộng tháng nghỉ thai sản 8: 12; yêu cầu ít nhất 6",
                );
                assert.equal(
                    comparedWords("general politics WELL, style MET, each >= MET"),
                    "chính trị tư tưởng: Thực hiện tốt; tác phong, lề lối làm việc: Đáp ứng" +
                        ' – yêu cầu mỗi mục từ "Đáp ứng" trở lên',
                );
            },
        },
    ];
}
