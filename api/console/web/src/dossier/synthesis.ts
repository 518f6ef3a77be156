// The opinions of the minutes beside the synthesis that was put before whoever decides: which are found in it, by
// number or by words, and which are not.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { byLine } from "../parts/provenance.js";
import { recordLine } from "../parts/record.js";
import { table } from "../parts/table.js";
import { numberText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";
import { DossierPart } from "./tab.js";

type Answer = AnswerOf<"/v1/dossiers/{dossier}/synthesis">["data"];
type Opinion = Schemas["RenderedOpinion"];

const w = words({
    title: ["Ý kiến trong biên bản và bản tổng hợp", "Opinions of the minutes and the synthesis"],
    all: [
        "Mọi ý kiến trong biên bản đều thấy trong bản tổng hợp",
        "Every opinion of the minutes is found in the synthesis",
    ],
    missing: [
        (n: number) => `${numberText(n)} ý kiến trong biên bản chưa thấy trong bản tổng hợp`,
        (n: number) =>
            n === 1
                ? "1 opinion of the minutes is not found in the synthesis"
                : `${numberText(n)} opinions of the minutes are not found in the synthesis`,
    ],
    none: ["Đề xuất không kèm bản tổng hợp ý kiến", "The proposal came without a synthesis of the opinions"],
    noProposal: ["Chưa có đề xuất", "Nothing was proposed yet"],
    method: [
        "Tìm theo số của ý kiến và theo từ ngữ; ý kiến có được phản ánh đúng hay không thì người đọc kết luận.",
        "Looked for by number and by words; whether an opinion was rendered fairly, a reader concludes.",
    ],
    version: [(n: number) => `Biên bản, bản thứ ${n}`, (n: number) => `Minutes, version ${n}`],
    synthesis: ["Bản tổng hợp", "The synthesis"],
    opinion: ["Ý kiến", "Opinion"],
    number: ["Số", "No."],
    speaker: ["Người nêu", "Speaker"],
    rendered: ["Trong bản tổng hợp", "In the synthesis"],
    words: [(n: number) => `${numberText(n)}% từ ngữ`, (n: number) => `${numberText(n)}% of the words`],
    lost: [
        (n: number) => `${numberText(n)} ý kiến đã xóa nội dung.`,
        (n: number) => `The content of ${numberText(n)} was erased.`,
    ],
});
const rendered: Record<Opinion["rendered"], Pair> = {
    BY_NUMBER: ["có, nêu theo số", "yes, by its number"],
    IN_WORDS: ["có, theo từ ngữ", "yes, in words"],
    NOT_FOUND: ["chưa thấy", "not found"],
};

export class DossierSynthesis extends DossierPart {
    private readonly load = new Load(this, () =>
        get("/v1/dossiers/{dossier}/synthesis", { dossier: this.of.line.dossier }, this.known, this.purpose),
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) =>
            data.opinions?.length || data.synthesis
                ? html`<article class="card">
                      <h2>${w.title}</h2>
                      ${this.content(data)} ${recordLine(asOf)}
                  </article>`
                : nothing,
        )}`;
    }

    private content(data: Answer): TemplateResult {
        const said = !data.proposal
            ? w.noProposal
            : !data.synthesis
              ? w.none
              : data.notFound > 0
                ? w.missing(data.notFound)
                : w.all;
        return html`<p>
                <span class="tag ${data.synthesis && data.notFound === 0 ? "good" : data.proposal ? "warn" : "plain"}"
                    >${said}</span
                >
            </p>
            <p class="muted">${w.method}${data.lost > 0 ? html` ${w.lost(data.lost)}` : nothing}</p>
            ${
                data.synthesis
                    ? html`<h3>${w.synthesis}</h3>
                          <blockquote>${data.synthesis}</blockquote>
                          ${data.proposal ? html`<p class="muted">${byLine(data.proposal)}</p>` : nothing}`
                    : nothing
            }
            ${data.minutesVersion ? html`<h3>${w.version(data.minutesVersion)}</h3>` : nothing}
            ${table<Opinion>({
                label: w.title,
                rows: data.opinions ?? [],
                key: (one) => `${one.number}`,
                columns: [
                    { title: w.number, number: true, cell: (one) => numberText(one.number) },
                    { title: w.opinion, main: true, cell: (one) => one.text },
                    { title: w.speaker, cell: (one) => one.speaker.name },
                    { title: w.rendered, cell: (one) => this.found(one) },
                ],
            })}`;
    }

    private found(one: Opinion): TemplateResult {
        return html`<span class="tag ${one.rendered === "NOT_FOUND" ? "warn" : "good"}"
                >${say(rendered[one.rendered])}</span
            >
            ${one.rendered === "BY_NUMBER" ? nothing : html`<br /><small class="muted">${w.words(one.wordsFound)}</small>`}`;
    }
}
customElements.define("mb-dossier-synthesis", DossierSynthesis);
