// What stands on a printed sheet and not on the screen: the national heading, the agency, room for signatures, and that
// the print bears no digital signature.
import { html, type TemplateResult } from "lit";
import { session } from "../session.js";
import { dateText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    country: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"],
    motto: ["Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"],
    printed: [
        (day: string) => `In ngày ${day}. Bản in, chưa ký số.`,
        (day: string) => `Printed on ${day}. Unsigned print.`,
    ],
    sign: ["(Ký, ghi rõ họ tên)", "(Signature and full name)"],
});

export const paperHead = (unit: { name: string; parentName?: string }): TemplateResult =>
    html`<div class="paper-only paper-head">
        <p>${unit.parentName ?? ""}<br /><b>${unit.name}</b></p>
        <p><b>${w.country}</b><br /><b>${w.motto}</b></p>
    </div>`;

export const signatures = (signers: readonly { title: string; name?: string }[]): TemplateResult =>
    html`<div class="paper-only">
        <div class="paper-signs">
            ${signers.map(
                (one) =>
                    html`<p>
                        <b>${one.title}</b><br /><i>${w.sign}</i><span class="paper-room"></span>${one.name ?? ""}
                    </p>`,
            )}
        </div>
        <p class="muted">${w.printed(dateText(session().today))}</p>
    </div>`;
