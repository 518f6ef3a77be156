// The meetings that discussed the person: composition, who was absent, the opinions, and what later versions changed.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { get, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { dateView, personView } from "../parts/badges.js";
import { byLine, recordLink } from "../parts/provenance.js";
import { proofBadge } from "../parts/proof.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table } from "../parts/table.js";
import { textDiff } from "../parts/text-diff.js";
import { numberText } from "../words/format.js";
import { attendeeWords } from "../words/judging.js";
import { words } from "../words/words.js";
import "./synthesis.js";
import { DossierPart } from "./tab.js";

const w = words({
    none: ["Chưa có cuộc họp nào bàn về người này", "No meeting has discussed this person"],
    meeting: [(code: string) => `Cuộc họp ${code}`, (code: string) => `Meeting ${code}`],
    held: ["Thời gian", "Held"],
    chair: ["Chủ trì", "Chair"],
    secretary: ["Thư ký", "Secretary"],
    composition: ["Thành phần", "Composition"],
    counts: [
        (present: number, due: number, written: number, absent: number) =>
            `${numberText(present)} có mặt trong ${numberText(due)} phải dự; ${numberText(written)} gửi ý kiến bằng văn bản; ${numberText(absent)} vắng`,
        (present: number, due: number, written: number, absent: number) =>
            `${numberText(present)} of ${numberText(due)} due were present, ${numberText(written)} in writing, ${numberText(absent)} absent`,
    ],
    person: ["Họ và tên", "Name"],
    role: ["Tư cách dự họp", "Attends as"],
    attendance: ["Tham dự", "Attendance"],
    present: ["Có mặt", "Present"],
    written: ["Ý kiến bằng văn bản", "In writing"],
    absent: ["Vắng", "Absent"],
    version: [(n: number) => `Biên bản, bản thứ ${n}`, (n: number) => `Minutes, version ${n}`],
    notAdopted: ["Biên bản chưa được thông qua", "The minutes are not adopted"],
    opinion: [(n: number, by: string) => `Ý kiến số ${n}, ${by}`, (n: number, by: string) => `Opinion ${n}, ${by}`],
    added: ["Thêm ở bản này", "Added in this version"],
    dropped: ["Không còn ở bản này", "Left out of this version"],
    others: [
        (n: number) => `${numberText(n)} ý kiến khác về những người khác trong biên bản này.`,
        (n: number) => `${numberText(n)} further opinions in these minutes are about others.`,
    ],
    reopened: ["Mở lại biên bản", "Minutes reopened"],
    withheld: ["(nội dung đã xóa hoặc không thuộc phạm vi được xem)", "(erased, or not for you to see)"],
});

type Meeting = Schemas["MeetingAnswer"];
type Adopted = Schemas["SourcedMinutesAdopted"];

export class MeetingOf extends DossierPart {
    @property({ attribute: false }) meeting = "";
    private readonly load = new Load(this, () =>
        this.meeting ? get("/v1/meetings/{meeting}", { meeting: this.meeting }, this.known, this.purpose) : undefined,
    );

    override render(): TemplateResult {
        return html`${this.load.show(({ data, asOf }) => {
            const versions = (data.minutes ?? []).toReversed();
            return html`<article class="card">
                <div class="card-title">
                    <h2>${w.meeting(data.meeting)}</h2>
                    ${recordLink(data.held.position)}
                </div>
                <dl class="facts">
                    <dt>${w.held}</dt>
                    <dd>${dateView(data.heldAt)}${data.endedAt ? html` – ${dateView(data.endedAt)}` : nothing}</dd>
                    <dt>${w.chair}</dt>
                    <dd>${personView(data.chair)}</dd>
                    <dt>${w.secretary}</dt>
                    <dd>${personView(data.secretary)}</dd>
                    <dt>${w.composition}</dt>
                    <dd>${w.counts(data.present, data.due, data.inWriting, data.absent)}</dd>
                </dl>
                <details>
                    <summary>${w.composition}</summary>
                    ${this.attendees(data)}
                </details>
                ${versions.length === 0 ? html`<p class="muted">${w.notAdopted}</p>` : nothing}
                ${versions.map((version, index) => this.version(version, versions[index + 1], data))}
                ${(data.reopened ?? []).map(
                    ({ by, event }) =>
                        html`<p><span class="tag warn">${w.reopened}</span> ${byLine(by)}: ${event.reason}</p>`,
                )}
                ${recordLine(asOf)}
            </article>`;
        })}`;
    }

    private attendees(meeting: Meeting): TemplateResult {
        const rows = meeting.attendees ?? [];
        return table<Schemas["AttendeeView"]>({
            label: w.composition,
            rows,
            key: (one) => `${meeting.meeting}.${one.person.person}`,
            columns: [
                { title: w.person, cell: (one) => personView(one.person), main: true },
                { title: w.role, cell: (one) => attendeeWords(one.role) },
                {
                    title: w.attendance,
                    cell: (one) =>
                        one.present
                            ? html`<span class="tag good">${w.present}</span>`
                            : one.inWriting
                              ? html`<span class="tag info">${w.written}</span>`
                              : html`<span class="tag warn">${w.absent}</span> ${one.absenceReason ?? nothing}`,
                },
            ],
        });
    }

    // Opinions about this person; against the version before, those that are new, gone or worded otherwise.
    private version(version: Adopted, earlier: Adopted | undefined, meeting: Meeting): TemplateResult {
        const person = this.of.line.person;
        const own = (of: Adopted): NonNullable<Schemas["AboutOpinion"]["value"]>[] =>
            of.event.opinions.filter((one) => one.person === person).flatMap((one) => (one.value ? [one.value] : []));
        const now = own(version);
        const was = earlier ? own(earlier) : [];
        const nameOf = (code: string): string =>
            meeting.attendees?.find((one) => one.person.person === code)?.person.name ?? code;
        const others = version.event.opinions.filter((one) => one.person !== person).length;
        return html`<section>
            <div class="card-title">
                <h3>${w.version(version.event.version)}</h3>
                <span>${proofBadge(version.by.position)}</span>
            </div>
            <p class="muted">${byLine(version.by)}</p>
            ${now.map((opinion) => {
                const before = was.find((one) => one.number === opinion.number);
                return html`<div class="opinion">
                    <p>
                        <b>${w.opinion(opinion.number, nameOf(opinion.speaker))}</b>
                        ${earlier && !before ? html`<span class="tag info">${w.added}</span>` : nothing}
                    </p>
                    ${
                        before && before.text !== opinion.text
                            ? textDiff(before.text, opinion.text)
                            : html`<blockquote>${opinion.text || w.withheld}</blockquote>`
                    }
                </div>`;
            })}
            ${was
                .filter((one) => !now.some(({ number }) => number === one.number))
                .map(
                    (opinion) =>
                        html`<div class="opinion">
                            <p>
                                <b>${w.opinion(opinion.number, nameOf(opinion.speaker))}</b>
                                <span class="tag warn">${w.dropped}</span>
                            </p>
                            <blockquote><del>${opinion.text}</del></blockquote>
                        </div>`,
                )}
            ${others > 0 ? html`<p class="muted">${w.others(others)}</p>` : nothing}
        </section>`;
    }
}
customElements.define("mb-meeting-of", MeetingOf);

export class DossierMeetings extends DossierPart {
    override render(): TemplateResult {
        const meetings = (this.of.meetings ?? []).toReversed();
        if (meetings.length === 0) return emptyView(w.none, undefined, "person");
        return html`<mb-dossier-synthesis .of=${this.of}></mb-dossier-synthesis>
        ${meetings.map((one) => html`<mb-meeting-of .of=${this.of} .meeting=${one.meeting}></mb-meeting-of>`)}`;
    }
}
customElements.define("mb-dossier-meetings", DossierMeetings);
