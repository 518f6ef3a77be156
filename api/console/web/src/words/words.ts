// Every text of the console is a pair, Vietnamese first. A pair without its second half does not compile.
type Text = string;
// Numbers and names go in where the sentence wants them.
type Sentence = (...given: never[]) => string;
export type Pair<W extends Text | Sentence = Text> = readonly [vi: W, en: W];

export type Language = "vi" | "en";

let spoken: Language = "vi";
export const language = (): Language => spoken;
export function speak(wanted: Language): void {
    spoken = wanted;
}

export const say = <W extends Text | Sentence>(pair: Pair<W>): W => pair[spoken === "vi" ? 0 : 1];

type Said<P> = P extends readonly [string, string] ? string : P extends readonly [infer S, unknown] ? S : never;

// The pairs of one place: read as `w.title`, in the language of the moment.
export function words<const P extends Record<string, readonly [Text, Text] | readonly [Sentence, Sentence]>>(
    pairs: P,
): { readonly [Key in keyof P]: Said<P[Key]> } {
    const spokenNow = {};
    for (const [key, pair] of Object.entries(pairs))
        Object.defineProperty(spokenNow, key, { enumerable: true, get: () => say(pair as Pair) });
    return spokenNow as { readonly [Key in keyof P]: Said<P[Key]> };
}
