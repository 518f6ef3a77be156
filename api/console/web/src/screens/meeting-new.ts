// Records that a meeting was held: where, when, who led it, who was due and came, who was discussed.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { statusBadge } from "../parts/badges.js";
import { cycleShown } from "../parts/cycles.js";
import { attendeesInOrder, attendeeWords, type AttendeeRole } from "../parts/meeting.js";
import { toast } from "../parts/overlays.js";
import { emptyView } from "../parts/states.js";
import { unitsReached } from "../parts/units.js";
import { filter, go } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { me, session } from "../session.js";
import { dateText, momentTyped } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Ghi cuộc họp nhận xét, đánh giá", "Record a comment meeting"],
    list: ["Các cuộc họp", "Meetings"],
    unit: ["Họp tại đơn vị", "Held at"],
    at: ["Bắt đầu lúc", "Held at (time)"],
    atHint: ["dd/MM/yyyy giờ:phút", "dd/MM/yyyy hour:minute"],
    atWrong: ["Thời gian phải có dạng dd/MM/yyyy giờ:phút", "The time must be dd/MM/yyyy hour:minute"],
    chair: ["Chủ trì", "Chair"],
    secretary: ["Thư ký", "Secretary"],
    people: ["Thành phần và người được nhận xét", "Who took part, who was discussed"],
    name: ["Họ và tên", "Name"],
    role: ["Thành phần", "Role"],
    presence: ["Tham dự", "Presence"],
    discussed: ["Được nhận xét", "Discussed"],
    present: ["Có mặt", "Present"],
    writing: ["Ý kiến bằng văn bản", "In writing"],
    absent: ["Vắng", "Absent"],
    why: ["Lý do vắng", "Why absent"],
    roleOf: [(name: string) => `Thành phần của ${name}`, (name: string) => `Role of ${name}`],
    presenceOf: [(name: string) => `Tham dự của ${name}`, (name: string) => `Presence of ${name}`],
    discussedOf: [(name: string) => `${name} được nhận xét`, (name: string) => `${name} is discussed`],
    whyOf: [(name: string) => `Lý do vắng của ${name}`, (name: string) => `Why ${name} is absent`],
    more: ["Thêm người dự (mã)", "Add somebody (code)"],
    add: ["Thêm", "Add"],
    hold: ["Ghi cuộc họp", "Record the meeting"],
    done: ["Đã ghi cuộc họp", "Recorded"],
    nobody: ["Đơn vị chưa có hồ sơ nào trong kỳ này", "The unit has no dossier in this cycle"],
});

type Dossiers = AnswerOf<"/v1/dossiers">;
type Presence = "present" | "writing" | "absent";
interface Taking {
    role: AttendeeRole;
    presence: Presence;
    reason: string;
    discussed: boolean;
}

export default class MeetingNew extends Screen {
    private readonly taking = new Map<string, Taking>();
    private readonly added: Schemas["PersonName"][] = [];
    private readonly sending = new Sending(this);
    private wrongTime = false;
    private readonly dossiers = new Load(this, () => {
        const cycle = cycleShown();
        const unit = this.unit();
        return cycle && unit ? get("/v1/dossiers", {}, { cycle, unit, limit: 500 }) : undefined;
    });
    private readonly above = new Load(this, () => {
        const unit = unitsReached("MEETING")[0]?.unit;
        return unit ? get("/v1/units/{unit}", { unit }) : undefined;
    });

    private unit(): string {
        return this.inQuery("unit") ?? unitsReached("MEETING")[0]?.unit ?? "";
    }

    override render(): TemplateResult {
        const own = unitsReached("MEETING");
        const below = this.above.body?.data.children ?? [];
        const units = [...own, ...below.map((one) => ({ unit: one.unit, name: one.name }))];
        return html`<p class="crumbs"><a href="/cuoc-hop">${w.list}</a></p>
            <h1>${w.title}</h1>
            <label class="field half">
                ${w.unit}
                <select
                    name="unit"
                    @change=${(event: Event) => filter({ unit: (event.target as HTMLSelectElement).value })}
                >
                    ${units.map(
                        (one) =>
                            html`<option value=${one.unit} ?selected=${one.unit === this.unit()}>
                            ${one.name} (${one.unit})
                        </option>`,
                    )}
                </select>
            </label>
            ${this.dossiers.show((body) => this.form(body.data))}`;
    }

    private people(data: Dossiers["data"]): (Schemas["PersonName"] & { line?: Schemas["DossierLine"] })[] {
        const self = me();
        const of = (data.items ?? []).map((line) => ({ person: line.person, name: line.name, line }));
        const here = of.some((one) => one.person === self?.person);
        return [
            ...(self && !here ? [{ person: self.person, name: self.name ?? self.person }] : []),
            ...of,
            ...this.added,
        ];
    }

    private of(person: string, line: Schemas["DossierLine"] | undefined): Taking {
        const known = this.taking.get(person);
        if (known) return known;
        const fresh: Taking = {
            role: !line || line.leader ? "LEADERSHIP" : "STAFF",
            presence: "present",
            reason: "",
            discussed: line?.status === "SELF_FILED",
        };
        this.taking.set(person, fresh);
        return fresh;
    }

    private form(data: Dossiers["data"]): TemplateResult {
        const people = this.people(data);
        if (people.length < 2) return emptyView(w.nobody, undefined, "person");
        const self = me()?.person;
        const now = `${dateText(session().today)} 08:00`;
        const pick = (name: string, label: string, chosen: string | undefined): TemplateResult =>
            html`<label class="field">
                ${label}
                <select name=${name} required>
                    ${people.map(
                        (one) =>
                            html`<option value=${one.person} ?selected=${one.person === chosen}>
                            ${one.name} (${one.person})
                        </option>`,
                    )}
                </select>
            </label>`;
        return html`<form
            class="card"
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                void this.hold(event.target as HTMLFormElement, people);
            }}
        >
            <div class="cards">
                <label class="field">
                    ${w.at}
                    <input
                        name="at"
                        required
                        autocomplete="off"
                        aria-invalid=${this.wrongTime ? "true" : nothing}
                        .defaultValue=${now}
                    />
                    ${
                        this.wrongTime
                            ? html`<span class="error" role="alert">${w.atWrong}</span>`
                            : html`<small>${w.atHint}</small>`
                    }
                </label>
                ${pick("chair", w.chair, self)}
                ${pick("secretary", w.secretary, people.find((one) => one.person !== self)?.person)}
            </div>
            <h2>${w.people}</h2>
            <table class="list" aria-label=${w.people}>
                <thead>
                    <tr>
                        <th scope="col">${w.name}</th>
                        <th scope="col">${w.role}</th>
                        <th scope="col">${w.presence}</th>
                        <th scope="col">${w.discussed}</th>
                    </tr>
                </thead>
                <tbody>
                    ${people.map((one) => this.row(one))}
                </tbody>
            </table>
            <div class="filters">
                <label class="field">${w.more}<input name="more" autocomplete="off" /></label>
                <button
                    type="button"
                    class="quiet"
                    @click=${(event: Event) => this.add((event.target as HTMLElement).closest("form")!)}
                >
                    ${w.add}
                </button>
            </div>
            ${this.sending.view()}
            <p class="actions"><button>${w.hold}</button></p>
        </form>`;
    }

    private row(one: Schemas["PersonName"] & { line?: Schemas["DossierLine"] }): TemplateResult {
        const own = this.of(one.person, one.line);
        const put = (change: Partial<Taking>): void => {
            this.taking.set(one.person, { ...own, ...change });
            this.requestUpdate();
        };
        const value = (event: Event): string => (event.target as HTMLSelectElement).value;
        const presences: [Presence, string][] = [
            ["present", w.present],
            ["writing", w.writing],
            ["absent", w.absent],
        ];
        return html`<tr>
            <th scope="row">
                <span class="person">${one.name} <small class="code">${one.person}</small></span>
                ${one.line ? html`<br />${statusBadge(one.line.status)}` : nothing}
            </th>
            <td data-label=${w.role}>
                <select
                    aria-label=${w.roleOf(one.name)}
                    @change=${(event: Event) => put({ role: value(event) as AttendeeRole })}
                >
                    ${attendeesInOrder.map(
                        (role) =>
                            html`<option value=${role} ?selected=${role === own.role}>${attendeeWords(role)}</option>`,
                    )}
                </select>
            </td>
            <td data-label=${w.presence}>
                <select
                    aria-label=${w.presenceOf(one.name)}
                    @change=${(event: Event) => put({ presence: value(event) as Presence })}
                >
                    ${presences.map(
                        ([presence, title]) =>
                            html`<option value=${presence} ?selected=${presence === own.presence}>${title}</option>`,
                    )}
                </select>
                ${
                    own.presence === "absent"
                        ? html`<input
                              aria-label=${w.whyOf(one.name)}
                              placeholder=${w.why}
                              .value=${own.reason}
                              @change=${(event: Event) =>
                                  put({ reason: (event.target as HTMLInputElement).value.trim() })}
                          />`
                        : nothing
                }
            </td>
            <td data-label=${w.discussed}>
                ${
                    one.line
                        ? html`<input
                              type="checkbox"
                              aria-label=${w.discussedOf(one.name)}
                              .checked=${own.discussed}
                              @change=${(event: Event) =>
                                  put({ discussed: (event.target as HTMLInputElement).checked })}
                          />`
                        : "–"
                }
            </td>
        </tr>`;
    }

    private add(form: HTMLFormElement): void {
        const input = form.querySelector<HTMLInputElement>("input[name=more]")!;
        const code = input.value.trim().toUpperCase();
        if (code && !this.added.some((one) => one.person === code)) this.added.push({ person: code, name: code });
        input.value = "";
        this.requestUpdate();
    }

    private async hold(form: HTMLFormElement, people: ReturnType<MeetingNew["people"]>): Promise<void> {
        const data = new FormData(form);
        const moment = momentTyped(String(data.get("at") ?? ""));
        this.wrongTime = moment === undefined;
        this.requestUpdate();
        const cycle = cycleShown();
        if (!moment || !cycle) return;
        const heldAt = new Date(`${moment.replace("24:00", "23:59")}:00+07:00`).toISOString();
        const meeting = `HOP-${this.unit()}-${moment.replace(/\D/g, "")}`;
        const held = {
            meeting,
            cycle,
            unit: this.unit(),
            heldAt,
            chair: String(data.get("chair")),
            secretary: String(data.get("secretary")),
            attendees: people.map((one) => {
                const own = this.of(one.person, one.line);
                return {
                    person: one.person,
                    role: own.role,
                    present: own.presence === "present",
                    inWriting: own.presence === "writing",
                    ...(own.presence === "absent" && own.reason ? { absenceReason: own.reason } : {}),
                };
            }),
            discussed: people
                .filter((one) => one.line && this.of(one.person, one.line).discussed)
                .map((one) => one.person),
        };
        const done = await this.sending.send((key) => act("/v1/meetings", {}, held, { key }));
        if (!done) return;
        toast(w.done);
        go(`/cuoc-hop/${meeting}`);
    }
}
