// How a share may be read: its base and its rounding.
import type { Schemas } from "../api/client.js";
import { numberText } from "./format.js";
import { say, words, type Pair } from "./words.js";

type Reading = Schemas["QuotaReading"];
export type Base = Reading["base"];
export type Rounding = Reading["rounding"];
const bases: Record<Reading["base"], Pair> = {
    GOOD: ['số người xếp loại "Hoàn thành tốt nhiệm vụ"', "people rated Good"],
    GOOD_OR_BETTER: ['số người xếp loại "Hoàn thành tốt nhiệm vụ" trở lên', "people rated Good or better"],
    TOTAL_RATED: ["tổng số người được xếp loại", "all who are rated"],
    TOTAL_STAFF: ["tổng số người của cơ quan, nhóm", "all staff"],
};
const collectiveBases: Record<Base, Pair> = {
    GOOD: ['số tập thể xếp loại "Hoàn thành tốt nhiệm vụ"', "collectives rated Good"],
    GOOD_OR_BETTER: ['số tập thể xếp loại "Hoàn thành tốt nhiệm vụ" trở lên', "collectives rated Good or better"],
    TOTAL_RATED: ["tổng số tập thể được xếp loại", "all collectives that are rated"],
    TOTAL_STAFF: ["tổng số tập thể của nhóm", "all collectives of the group"],
};
const roundings: Record<Reading["rounding"], Pair> = {
    FLOOR: ["làm tròn xuống", "rounded down"],
    HALF_UP: ["làm tròn theo số học", "rounded half up"],
    CEIL: ["làm tròn lên", "rounded up"],
};
// How many are excellent against how many may be, and what share that is.
export const shareWords = words({
    over: [(n: number) => `vượt ${numberText(n)}`, (n: number) => `${numberText(n)} too many`],
    within: ["trong tỷ lệ", "within the quota"],
    percentOf: [(n: number) => `${numberText(n)}% của`, (n: number) => `${numberText(n)}% of`],
});
type PartYear = Schemas["PartYearLine"]["why"];
const partYears: Record<PartYear, Pair> = {
    CAME: ["mới về", "came"],
    MOVED: ["chuyển đến từ cơ quan khác", "moved here from another agency"],
    LEFT: ["đã thôi việc, nghỉ hưu hoặc chuyển đi", "left"],
    ON_LEAVE: ["có thời gian nghỉ", "was on leave"],
};
export const partYearWords = (why: PartYear): string => say(partYears[why]);
// Of a draw, in a million.
const chances = words({
    seldom: [
        (n: string) => `Nếu chọn ngẫu nhiên, kết quả như vậy hoặc hơn chỉ gặp trong ${n}% trường hợp.`,
        (n: string) => `By a draw, as much or more would happen in ${n}% of cases alone.`,
    ],
    often: [
        (n: string) => `Nếu chọn ngẫu nhiên, kết quả như vậy hoặc hơn gặp trong ${n}% trường hợp.`,
        (n: string) => `By a draw, as much or more would happen in ${n}% of cases.`,
    ],
});
export const chanceWords = (perMillion: number): string => {
    const percent = perMillion / 10_000;
    const text = numberText(Number(percent.toFixed(percent < 1 ? 2 : 0)));
    return perMillion <= 50_000 ? chances.seldom(text) : chances.often(text);
};
export const baseWords = (base: Reading["base"]): string => say(bases[base]);
export const collectiveBaseWords = (base: Base): string => say(collectiveBases[base]);
export const roundingWords = (rounding: Reading["rounding"]): string => say(roundings[rounding]);
export const basesInOrder = Object.keys(bases) as Base[];
export const roundingsInOrder = Object.keys(roundings) as Rounding[];
