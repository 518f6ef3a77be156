// Two texts word by word. What was deleted is struck through and said to be deleted: colour alone says nothing.
import { html, type TemplateResult } from "lit";
import { pieces } from "../words/pieces.js";
import { words } from "../words/words.js";

const w = words({
    deleted: ["đã xóa:", "deleted:"],
    added: ["thêm:", "added:"],
});

export const textDiff = (from: string, to: string): TemplateResult => html`
    <p class="text-diff">
        ${pieces(from, to).map((piece) =>
            piece.kind === "same"
                ? piece.text
                : piece.kind === "deleted"
                  ? html` <del><small>${w.deleted}</small>${piece.text}</del>`
                  : html` <ins><small>${w.added}</small>${piece.text}</ins>`,
        )}
    </p>
`;
