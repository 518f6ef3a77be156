// Two texts word by word: what stayed, what was deleted, what was added. Together the pieces are both texts.
export type Piece = { kind: "same" | "deleted" | "added"; text: string };

const kMost = 1_500; // words of a text; above, the whole text is taken as one piece

// The longest common run of words stays, what is around it was deleted or added.
export function pieces(from: string, to: string): Piece[] {
    const left = from.normalize("NFC").match(/\s*\S+/g) ?? [];
    const right = to.normalize("NFC").match(/\s*\S+/g) ?? [];
    const found: Piece[] = [];
    const push = (kind: Piece["kind"], text: string): void => {
        const last = found.at(-1);
        if (last?.kind === kind) last.text += text;
        else found.push({ kind, text });
    };
    if (left.length > kMost || right.length > kMost) {
        if (from === to) return [{ kind: "same", text: to }];
        return [
            { kind: "deleted", text: from },
            { kind: "added", text: to },
        ];
    }
    const equal = (i: number, j: number): boolean => left[i]?.trim() === right[j]?.trim();
    const width = right.length + 1;
    const longest = new Uint16Array((left.length + 1) * width);
    const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
    for (let i = left.length - 1; i >= 0; i -= 1)
        for (let j = right.length - 1; j >= 0; j -= 1)
            longest[i * width + j] = equal(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    let i = 0;
    let j = 0;
    while (i < left.length || j < right.length) {
        if (i < left.length && j < right.length && equal(i, j)) {
            push("same", right[j] ?? "");
            i += 1;
            j += 1;
        } else if (i < left.length && (j === right.length || at(i + 1, j) >= at(i, j + 1))) {
            push("deleted", left[i] ?? "");
            i += 1;
        } else {
            push("added", right[j] ?? "");
            j += 1;
        }
    }
    return found;
}
