// Dates, numbers and names as they are written in Vietnam, in either language: dd/MM/yyyy, 1.234.567,89, 28,27%.
const zone = "Asia/Ho_Chi_Minh";

// "2023-11-30" (a legal date) or an instant, as dd/MM/yyyy.
export function dateText(iso: string): string {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : localParts(iso).day;
    return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

// An instant as dd/MM/yyyy HH:mm, local time of Vietnam.
export function timeText(instant: string): string {
    const { day, minute } = localParts(instant);
    return `${dateText(day)} ${minute}`;
}

// The local day of an instant, for grouping: "2023-11-30".
export const dayOf = (instant: string): string => localParts(instant).day;

const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
});
function localParts(instant: string): { day: string; minute: string } {
    const found = new Map(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    return {
        day: `${found.get("year")}-${found.get("month")}-${found.get("day")}`,
        minute: `${found.get("hour")}:${found.get("minute")}`,
    };
}

// What somebody typed as a date, dd/MM/yyyy, as the API takes it; undefined if there is no such day.
export function dateTyped(typed: string): string | undefined {
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed);
    if (!match) return undefined;
    const [, day, month, year] = match as unknown as [string, string, string, string];
    const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

// As known_as_of wants it: "30/11/2023 24:00" is "2023-11-30T24:00".
export function momentTyped(typed: string): string | undefined {
    const match = /^(.*?)(?:\s+(\d{1,2}):(\d{2}))?\s*$/.exec(typed);
    const day = dateTyped(match?.[1] ?? "");
    if (!day) return undefined;
    return `${day}T${(match?.[2] ?? "24").padStart(2, "0")}:${match?.[3] ?? "00"}`;
}

// "22/11/2023 14:30", local time of Vietnam, as an instant.
export function instantTyped(typed: string): string | undefined {
    const moment = momentTyped(typed);
    return moment ? new Date(`${moment.replace("T24:00", "T23:59")}:00+07:00`).toISOString() : undefined;
}

const numbers = new Intl.NumberFormat("vi-VN");
export const numberText = (value: number): string => numbers.format(value);
const shares = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
export const shareText = (part: number, whole: number): string =>
    whole === 0 ? "–" : `${shares.format((part / whole) * 100)}%`;

// Without marks, lower case: NFC, NFD, drop marks, đ is d. "Đỗ Thị Đào" is "do thi dao".
export function folded(text: string): string {
    return text
        .normalize("NFC")
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .replace(/[đĐð\u00D0]/g, "d")
        .toLowerCase()
        .replace(/\s+/g, " ")
        .trim();
}

const collator = new Intl.Collator("vi");
// By given name, then family name, then what stands between.
export function byGivenName(left: string, right: string): number {
    const split = (name: string): [string, string, string] => {
        const all = name.trim().split(/\s+/);
        return [all.at(-1) ?? "", all[0] ?? "", all.slice(1, -1).join(" ")];
    };
    const a = split(left);
    const b = split(right);
    return collator.compare(a[0], b[0]) || collator.compare(a[1], b[1]) || collator.compare(a[2], b[2]);
}
