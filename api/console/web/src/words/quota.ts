// How a share may be read: its base and its rounding.
import type { Schemas } from "../api/client.js";
import { say, type Pair } from "./words.js";

type Reading = Schemas["QuotaReading"];
const bases: Record<Reading["base"], Pair> = {
    GOOD: ['số người xếp loại "Hoàn thành tốt nhiệm vụ"', "people rated Good"],
    GOOD_OR_BETTER: ['số người xếp loại "Hoàn thành tốt nhiệm vụ" trở lên', "people rated Good or better"],
    TOTAL_RATED: ["tổng số người được xếp loại", "all who are rated"],
    TOTAL_STAFF: ["tổng số người của cơ quan, nhóm", "all staff"],
};
const roundings: Record<Reading["rounding"], Pair> = {
    FLOOR: ["làm tròn xuống", "rounded down"],
    HALF_UP: ["làm tròn theo số học", "rounded half up"],
    CEIL: ["làm tròn lên", "rounded up"],
};
export const baseWords = (base: Reading["base"]): string => say(bases[base]);
export const roundingWords = (rounding: Reading["rounding"]): string => say(roundings[rounding]);
