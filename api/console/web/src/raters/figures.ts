// What the levels that were given say about who gave them: how high and how far apart, and who rated each other.
import type { Schemas } from "../api/client.js";
import { byGivenName } from "../words/format.js";
import { levelsInOrder, type Level } from "../words/vocabulary.js";

export type Act = Schemas["Act"];
export interface Person {
    person: string;
    name: string;
}
export interface Cell {
    rater: Person;
    rated: Person;
    acts: Act[]; // newest first
    level: Level | undefined; // the newest that was given
}

// The level that an act gave.
export function levelOf(act: Act): Level | undefined {
    const to = (act.changes ?? []).find((one) => one.field === "level" || one.field === "decidedLevel")?.to;
    return levelsInOrder.find((level) => level === to);
}

// By rater and rated; nobody rates oneself.
export function cellsOf(acts: readonly Act[]): Map<string, Cell> {
    const cells = new Map<string, Cell>();
    for (const act of acts) {
        if (!act.subject || act.subject === act.by.actor) continue;
        const key = `${act.by.actor} ${act.subject}`;
        const cell = cells.get(key) ?? {
            rater: { person: act.by.actor, name: act.by.actorName ?? act.by.actor },
            rated: { person: act.subject, name: act.subjectName ?? act.subject },
            acts: [],
            level: undefined,
        };
        cell.acts.push(act);
        cell.level ??= levelOf(act);
        cells.set(key, cell);
    }
    return cells;
}

export const peopleOf = (cells: Iterable<Cell>, side: "rater" | "rated"): Person[] =>
    [...new Map([...cells].map((cell) => [cell[side].person, cell[side]])).values()].sort(
        (left, right) => byGivenName(left.name, right.name) || left.person.localeCompare(right.person),
    );

// The best level is 4, the lowest 1.
const pointsOf = (level: Level): number => levelsInOrder.length - levelsInOrder.indexOf(level);
// With few people a mean says little: it is drawn towards the mean of all as if this many more had got that.
const kPrior = 5;

export interface RaterFigures {
    rater: Person;
    counts: ReadonlyMap<Level, number>;
    people: number;
    mean: number;
    shrunk: number;
    variance: number; // of the people rated, not an estimate
}

export function figuresOf(cells: Iterable<Cell>): { raters: RaterFigures[]; mean: number } {
    const given = new Map<string, { rater: Person; levels: Level[] }>();
    for (const { rater, level } of cells) {
        if (!level) continue;
        const own = given.get(rater.person) ?? { rater, levels: [] };
        own.levels.push(level);
        given.set(rater.person, own);
    }
    const meanOf = (points: readonly number[]): number =>
        points.reduce((sum, one) => sum + one, 0) / Math.max(1, points.length);
    const mean = meanOf([...given.values()].flatMap(({ levels }) => levels.map(pointsOf)));
    const raters = [...given.values()].map(({ rater, levels }) => {
        const points = levels.map(pointsOf);
        const own = meanOf(points);
        return {
            rater,
            counts: new Map(levelsInOrder.map((level) => [level, levels.filter((one) => one === level).length])),
            people: levels.length,
            mean: own,
            shrunk: (own * levels.length + mean * kPrior) / (levels.length + kPrior),
            variance: meanOf(points.map((one) => (one - own) ** 2)),
        };
    });
    return { raters: raters.sort((left, right) => byGivenName(left.rater.name, right.rater.name)), mean };
}

// So many people with one level and no other are asked about.
export const kSameLevel = 5;

// Those who rated one another in a ring, a pair being the shortest. In pairs every act counts, in longer rings good
// levels alone. Each ring once, as it begins with its smallest code.
export function ringsOf(cells: ReadonlyMap<string, Cell>, longest = 4): Cell[][] {
    const from = new Map<string, Cell[]>();
    for (const cell of cells.values()) from.set(cell.rater.person, [...(from.get(cell.rater.person) ?? []), cell]);
    const rings: Cell[][] = [];
    const isHigh = ({ level }: Cell): boolean => level === "EXCELLENT" || level === "GOOD";
    const go = (path: Cell[]): void => {
        const begin = path[0]!.rater.person;
        const here = path.at(-1)!.rated.person;
        for (const next of from.get(here) ?? []) {
            const ring = [...path, next];
            if (next.rated.person === begin) {
                if (ring.length === 2 || ring.every(isHigh)) rings.push(ring);
            } else if (
                ring.length < longest &&
                next.rated.person > begin &&
                !path.some((one) => one.rated.person === next.rated.person)
            )
                go(ring);
        }
    };
    for (const cell of cells.values()) if (cell.rater.person < cell.rated.person) go([cell]);
    return rings;
}
