// One meeting: who was due and who came, every version of the minutes opinion by opinion, adoption and reopening.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct } from "../parts/acting.js";
import { byView, dateView, personView, unitView } from "../parts/badges.js";
import { Autosave } from "../parts/drafts.js";
import { icon } from "../parts/icons.js";
import { attendeesInOrder, attendeeWords, type AttendeeRole } from "../parts/meeting.js";
import { toast } from "../parts/overlays.js";
import { recordLine } from "../parts/record.js";
import { paperHead, signatures } from "../parts/paper.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { holds, me } from "../session.js";
import { numberText, timeText } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Biên bản cuộc họp nhận xét, đánh giá", "Comment meeting"],
    list: ["Các cuộc họp", "Meetings"],
    unit: ["Đơn vị", "Unit"],
    held: ["Thời gian", "Held"],
    ended: [(at: string) => `kết thúc ${at}`, (at: string) => `ended ${at}`],
    chair: ["Chủ trì", "Chair"],
    secretary: ["Thư ký", "Secretary"],
    recorded: ["Người ghi", "Recorded by"],
    composition: ["Thành phần", "Composition"],
    due: ["Phải có", "Due"],
    present: ["Có mặt", "Present"],
    writing: ["Ý kiến bằng văn bản", "In writing"],
    absent: ["Vắng, không có ý kiến", "Absent, no opinion"],
    role: ["Thành phần", "Role"],
    names: ["Họ và tên", "Names"],
    opinions: ["Ý kiến nhận xét", "Opinions"],
    version: [(n: number) => `Phiên bản ${numberText(n)}`, (n: number) => `Version ${numberText(n)}`],
    adopted: ["Biên bản đã thông qua", "Minutes adopted"],
    pending: ["Đã họp, chờ thông qua biên bản", "Held, minutes awaiting adoption"],
    adoptedAt: ["Thông qua lúc", "Adopted at"],
    reopenedBecause: ["Mở lại để sửa:", "Reopened because:"],
    noOpinions: ["Không ghi ý kiến nào về người này", "No opinion about this person is recorded"],
    adopt: ["Xác nhận thông qua biên bản", "Adopt the minutes"],
    adoptAbout: [
        "Ghi từng ý kiến về từng người. Khi đã thông qua, phiên bản này giữ nguyên; sửa thì thành phiên bản mới.",
        "Record each opinion about each person. Once adopted this version stays; a correction becomes a new one.",
    ],
    add: [(name: string) => `Thêm ý kiến về ${name}`, (name: string) => `Add an opinion about ${name}`],
    remove: [
        (n: number, name: string) => `Bỏ ý kiến ${numberText(n)} về ${name}`,
        (n: number, name: string) => `Remove opinion ${numberText(n)} about ${name}`,
    ],
    removeShort: ["Bỏ", "Remove"],
    speaker: [
        (n: number) => `Ý kiến ${numberText(n)}: người phát biểu`,
        (n: number) => `Opinion ${numberText(n)}: speaker`,
    ],
    text: [(n: number) => `Nội dung ý kiến ${numberText(n)}`, (n: number) => `What opinion ${numberText(n)} says`],
    reopen: ["Mở lại biên bản", "Reopen the minutes"],
    reason: ["Lý do", "Reason"],
    done: ["Đã ghi nhận", "Recorded"],
    print: ["In biên bản", "Print the minutes"],
});

type Meeting = AnswerOf<"/v1/meetings/{meeting}">["data"];
interface Said {
    about: string;
    speaker: string;
    text: string;
}

export default class MeetingScreen extends Screen {
    private said: Said[] | undefined; // being written
    private adoptedAt: string | undefined; // when it was first sent as it stands: every attempt says the same
    private readonly autosave = new Autosave<Said[]>(this);
    private readonly sending = new Sending(this);
    private readonly meeting = new Load(this, () =>
        get(
            "/v1/meetings/{meeting}",
            { meeting: this.inPath("meeting") },
            { known_as_of: this.inQuery("known_as_of") },
            this.inQuery("purpose"),
        ),
    );

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/cuoc-hop">${w.list}</a></p>
            <h1>${w.title}</h1>
            ${this.meeting.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private content(meeting: Meeting): TemplateResult {
        const writes = !meeting.adopted && holds("MEETING") && this.inQuery("known_as_of") === undefined;
        return html`${paperHead(meeting.unit)}
            <section class="card accent">
                <dl class="facts">
                    <dt>${w.unit}</dt>
                    <dd>${unitView(meeting.unit)}</dd>
                    <dt>${w.held}</dt>
                    <dd>
                        ${dateView(meeting.heldAt)}${
                            meeting.endedAt ? html`, ${w.ended(timeText(meeting.endedAt))}` : nothing
                        }
                    </dd>
                    <dt>${w.chair}</dt>
                    <dd>${personView(meeting.chair)}</dd>
                    <dt>${w.secretary}</dt>
                    <dd>${personView(meeting.secretary)}</dd>
                    <dt>${w.recorded}</dt>
                    <dd>${byView(meeting.held)}</dd>
                </dl>
                <p class="actions">
                    <span class="tag ${meeting.adopted ? "good" : "warn"}"
                        >${meeting.adopted ? w.adopted : w.pending}</span
                    >
                    <button type="button" class="quiet small" @click=${() => print()}>
                        ${icon("print")}${w.print}
                    </button>
                    ${
                        meeting.adopted && holds("MEETING") && this.inQuery("known_as_of") === undefined
                            ? html`<button type="button" class="danger small" @click=${() => void this.reopen(meeting)}>
                                  ${w.reopen}
                              </button>`
                            : nothing
                    }
                </p>
            </section>
            ${this.composition(meeting)} ${writes ? this.writing(meeting) : nothing}
            ${meeting.minutes?.length ? this.minutes(meeting) : nothing}
            ${signatures([
                { title: w.secretary, name: meeting.secretary.name },
                { title: w.chair, name: meeting.chair.name },
            ])}`;
    }

    private composition(meeting: Meeting): TemplateResult {
        const figures: [number, string][] = [
            [meeting.due, w.due],
            [meeting.present, w.present],
            [meeting.inWriting, w.writing],
            [meeting.absent, w.absent],
        ];
        const groups = attendeesInOrder
            .map((role): [AttendeeRole, Schemas["AttendeeView"][]] => [
                role,
                meeting.attendees?.filter((one) => one.role === role) ?? [],
            ])
            .filter(([, all]) => all.length > 0);
        return html`<section class="block">
            <h2>${w.composition}</h2>
            <ul class="figures">
                ${figures.map(([count, of]) => html`<li><b>${numberText(count)}</b><span>${of}</span></li>`)}
            </ul>
            <table class="plain" aria-label=${w.composition}>
                <thead>
                    <tr>
                        <th scope="col">${w.role}</th>
                        <th scope="col">${w.names}</th>
                    </tr>
                </thead>
                <tbody>
                    ${groups.map(
                        ([role, all]) =>
                            html`<tr>
                                <th scope="row" class="light">${attendeeWords(role)}</th>
                                <td>
                                    <ul class="plain-list">
                                        ${all.map((one) => html`<li>${this.attendee(one)}</li>`)}
                                    </ul>
                                </td>
                            </tr>`,
                    )}
                </tbody>
            </table>
        </section>`;
    }

    private attendee(one: Schemas["AttendeeView"]): TemplateResult {
        return html`${personView(one.person)}
        ${
            one.present
                ? nothing
                : one.inWriting
                  ? html`<span class="tag info">${w.writing}</span>`
                  : html`<span class="tag warn">${w.absent}</span
                        >${one.absenceReason ? html` <small class="muted">${one.absenceReason}</small>` : nothing}`
        }`;
    }

    private nameOf(meeting: Meeting, person: string): string {
        return (
            meeting.attendees?.find((one) => one.person.person === person)?.person.name ??
            meeting.discussed?.find((one) => one.person === person)?.name ??
            person
        );
    }

    private minutes(meeting: Meeting): TemplateResult {
        const versions = [...(meeting.minutes ?? [])].reverse();
        const all: Tab[] = versions.map(({ event }) => ({
            key: String(event.version),
            title: w.version(event.version),
        }));
        const open = openTab("version", all);
        const shown = versions.find(({ event }) => String(event.version) === open);
        if (!shown) return html``;
        const reopened = meeting.reopened?.[shown.event.version - 1];
        return html`<section class="block">
            <h2>${w.opinions}</h2>
            ${all.length > 1 ? tabs(w.opinions, "version", all) : nothing}
            <p class="muted">${w.adoptedAt} ${dateView(shown.event.adoptedAt)} · ${byView(shown.by)}</p>
            ${
                reopened
                    ? html`<div class="notice warn">
                          ${icon("warn")}
                          <div>
                              <p><b>${w.reopenedBecause}</b> ${reopened.event.reason}</p>
                              <p>${byView(reopened.by)}</p>
                          </div>
                      </div>`
                    : nothing
            }
            ${meeting.discussed?.map((person) => {
                const said = shown.event.opinions.filter((one) => one.person === person.person);
                return html`<section class="card">
                    <h3>${personView(person)}</h3>
                    ${
                        said.length === 0
                            ? html`<p class="muted">${w.noOpinions}</p>`
                            : html`<ol class="opinions">
                                  ${said.map(({ value }) =>
                                      value
                                          ? html`<li value=${value.number}>
                                                <b>${this.nameOf(meeting, value.speaker)}:</b> ${value.text}
                                            </li>`
                                          : nothing,
                                  )}
                              </ol>`
                    }
                </section>`;
            })}
        </section>`;
    }

    // What was written before on this device, else what the last version said, else one opinion for each person.
    private begin(meeting: Meeting): Said[] {
        const kept = this.autosave.begin(me()?.person ?? "", `minutes.${meeting.meeting}.${meeting.revision}`);
        const last = meeting.minutes
            ?.at(-1)
            ?.event.opinions.flatMap(({ person: about, value }) =>
                value ? [{ about, speaker: value.speaker, text: value.text }] : [],
            );
        return (
            kept ??
            last ??
            (meeting.discussed ?? []).map((one) => ({ about: one.person, speaker: meeting.chair.person, text: "" }))
        );
    }

    private change(said: Said[]): void {
        this.said = said;
        this.adoptedAt = undefined;
        this.sending.another();
        this.autosave.change(said);
        this.requestUpdate();
    }

    private writing(meeting: Meeting): TemplateResult {
        const said = (this.said ??= this.begin(meeting));
        return html`<form
            class="card"
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                void this.adopt(meeting);
            }}
        >
            <h2>${w.opinions}</h2>
            <p class="muted">${w.adoptAbout}</p>
            ${meeting.discussed?.map((person) => {
                const own = said.flatMap((one, index) => (one.about === person.person ? [{ one, index }] : []));
                return html`<fieldset class="inset">
                    <legend>${personView(person)}</legend>
                    ${own.map(({ one, index }, at) => this.opinion(meeting, said, one, index, at + 1, person.name))}
                    <p class="actions">
                        <button
                            type="button"
                            class="quiet small"
                           
                                @click=${() =>
                                    this.change([
                                        ...said,
                                        { about: person.person, speaker: meeting.chair.person, text: "" },
                                    ])}
                        >
                            ${w.add(person.name)}
                        </button>
                    </p>
                </fieldset>`;
            })}
            ${this.sending.view()}
            <p class="actions"><button>${w.adopt}</button></p>
        </form>`;
    }

    private opinion(
        meeting: Meeting,
        said: Said[],
        one: Said,
        index: number,
        number: number,
        name: string,
    ): TemplateResult {
        const put = (change: Partial<Said>): void =>
            this.change(said.map((before, at) => (at === index ? { ...before, ...change } : before)));
        return html`<div class="opinion">
            <label class="field"
                >${w.speaker(number)}
                <select @change=${(event: Event) => put({ speaker: (event.target as HTMLSelectElement).value })}>
                    ${meeting.attendees?.map(
                        ({ person }) =>
                            html`<option value=${person.person} ?selected=${person.person === one.speaker}>
                                ${person.name} (${person.person})
                            </option>`,
                    )}
                </select></label
            >
            <label class="field"
                >${w.text(number)}
                <textarea
                    required
                    class="low"
                    .value=${one.text}
                    @input=${(event: Event) => put({ text: (event.target as HTMLTextAreaElement).value })}
                ></textarea>
            </label>
            <button
                type="button"
                class="bare small"
                aria-label=${w.remove(number, name)}
                @click=${() => this.change(said.filter((_, at) => at !== index))}
            >
                ${w.removeShort}
            </button>
        </div>`;
    }

    private async adopt(meeting: Meeting): Promise<void> {
        const numbers = new Map<string, number>();
        const opinions = (this.said ?? []).map(({ about, speaker, text }) => {
            const number = (numbers.get(about) ?? 0) + 1;
            numbers.set(about, number);
            return { about, number, speaker, text: text.trim() };
        });
        const adoptedAt = (this.adoptedAt ??= new Date().toISOString());
        const done = await this.sending.send((key) =>
            act(
                "/v1/meetings/{meeting}/minutes",
                { meeting: meeting.meeting },
                { adoptedAt, opinions },
                { key, ifMatch: meeting.revision },
            ),
        );
        if (!done) return;
        this.autosave.drop();
        this.said = undefined;
        this.adoptedAt = undefined;
        toast(w.done);
        await this.meeting.again();
        this.requestUpdate();
    }

    private async reopen(meeting: Meeting): Promise<void> {
        const done = await askAndAct({
            title: w.reopen,
            fields: [{ name: "reason", label: w.reason, kind: "area" }],
            button: w.reopen,
            danger: true,
            revision: meeting.revision,
            send: ({ reason = "" }, key, revision) =>
                act(
                    "/v1/meetings/{meeting}/reopening",
                    { meeting: meeting.meeting },
                    { reason },
                    { key, ifMatch: revision ?? meeting.revision },
                ),
            done: w.done,
        });
        if (done) void this.meeting.again();
    }
}
