// What comes before a conference: suggestions of the level above, and the draft report.
import { html, type TemplateResult } from "lit";
import { act, type Schemas } from "../api/client.js";
import { session } from "../session.js";
import { dateText } from "../words/format.js";
import { words } from "../words/words.js";
import { askAndAct } from "./acting.js";
import type { Deed } from "./allowed.js";
import "./documents.js";
import { freeNumber } from "./entries.js";

const w = words({
    suggest: ["Gợi ý kiểm điểm", "Suggest for review"],
    suggestAbout: [
        "Mỗi nội dung phải được giải trình trong kết luận kiểm điểm.",
        "Each point must be explained in the conclusion of the review.",
    ],
    points: ["Nội dung gợi ý, mỗi dòng một nội dung", "Points, one on each line"],
    document: ["Văn bản (mã)", "Document (code)"],
    draft: ["Gửi dự thảo báo cáo", "Send the draft report"],
    draftAbout: [
        "Dự thảo gửi trước hội nghị ít nhất 3 ngày làm việc.",
        "The draft is sent at least three working days before the conference.",
    ],
    sentAt: ["Gửi lúc", "Sent at"],
    recipients: ["Người nhận (mã), cách nhau bằng dấu phẩy", "Recipients (codes), separated by commas"],
    recorded: ["Đã ghi nhận", "Recorded"],
});

export const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((code) => code !== "");

export function reviewDeeds(
    { review, cycle, owner, name }: Schemas["ReviewActions"],
    { points = [] }: Schemas["ReviewView"],
): Deed[] {
    const about = (note: string): TemplateResult =>
        html`<p><b>${name}</b></p>
            <p class="muted">${note}</p>`;
    return [
        {
            action: "suggest-review",
            title: w.suggest,
            run: () =>
                askAndAct({
                    title: w.suggest,
                    about: about(w.suggestAbout),
                    wide: true,
                    fields: [
                        { name: "points", label: w.points, kind: "area" },
                        { name: "document", label: w.document, kind: "document", of: "LETTER" },
                    ],
                    button: w.suggest,
                    send: ({ points: typed = "", document = "" }, key) => {
                        const taken = points.map((one) => one.point);
                        const suggested = typed
                            .split("\n")
                            .map((line) => line.trim())
                            .filter((line) => line !== "")
                            .map((text) => {
                                const point = `GY${freeNumber(taken, (n) => `GY${n}`)}`;
                                taken.push(point);
                                return { point, text };
                            });
                        return act(
                            "/v1/reviews/{review}/suggestions",
                            { review },
                            { cycle, owner, points: suggested, document },
                            { key },
                        );
                    },
                    done: w.recorded,
                }),
        },
        {
            action: "send-review-draft",
            title: w.draft,
            run: () =>
                askAndAct({
                    title: w.draft,
                    about: about(w.draftAbout),
                    fields: [
                        {
                            name: "sentAt",
                            label: w.sentAt,
                            kind: "moment",
                            value: `${dateText(session().today)} 08:00`,
                        },
                        { name: "recipients", label: w.recipients, kind: "area" },
                        { name: "document", label: w.document, kind: "document", of: "OTHER" },
                    ],
                    button: w.draft,
                    send: ({ sentAt = "", recipients = "", document = "" }, key) =>
                        act(
                            "/v1/reviews/{review}/drafts",
                            { review },
                            { cycle, owner, sentAt, recipients: codesIn(recipients), document },
                            { key },
                        ),
                    done: w.recorded,
                }),
        },
    ];
}
