// Recording a review conference: who took part, and who was reviewed in which order: the collective before persons, the
// head before deputies and members.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { mayDo, obstaclesView } from "../parts/allowed.js";
import { entry, entryChoice } from "../parts/entries.js";
import "../parts/documents.js";
import { toast } from "../parts/overlays.js";
import { codesIn } from "../parts/review-acts.js";
import { collectiveKindsInOrder, collectiveKindWords, reviewOf, type CollectiveKind } from "../parts/review.js";
import { go } from "../router.js";
import { Screen } from "../screen.js";
import { Sending } from "../sending.js";
import { me, session } from "../session.js";
import { dateText, instantTyped } from "../words/format.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Ghi hội nghị kiểm điểm", "Record a review conference"],
    review: ["Kiểm điểm", "Review"],
    about: [
        "Tập thể kiểm điểm trước, cá nhân sau; người đứng đầu trước, cấp phó và thành viên sau.",
        "The collective is reviewed before persons, the head before deputies and members.",
    ],
    at: ["Bắt đầu lúc", "Began at"],
    until: ["Kết thúc lúc", "Ended at"],
    moment: ["Dạng dd/MM/yyyy HH:mm", "As dd/MM/yyyy HH:mm"],
    momentWrong: ["Ngày giờ phải có dạng dd/MM/yyyy HH:mm", "The time must be dd/MM/yyyy HH:mm"],
    chair: ["Chủ trì (mã)", "Chair (code)"],
    secretary: ["Thư ký (mã)", "Secretary (code)"],
    present: ["Có mặt (mã), cách nhau bằng dấu phẩy", "Present (codes), separated by commas"],
    absent: ["Vắng mặt (mã), cách nhau bằng dấu phẩy", "Absent (codes), separated by commas"],
    order: ["Thứ tự kiểm điểm", "Order of the review"],
    collective: ["Tập thể", "The collective"],
    kind: ["Kiểm điểm với tư cách", "Reviewed as"],
    up: [(of: string) => `Đưa ${of} lên trước`, (of: string) => `Move ${of} up`],
    out: [(of: string) => `Bỏ ${of}`, (of: string) => `Leave ${of} out`],
    upShort: ["Lên", "Up"],
    outShort: ["Bỏ", "Remove"],
    add: ["Thêm người được kiểm điểm (mã)", "Add somebody reviewed (code)"],
    addShort: ["Thêm", "Add"],
    minutes: ["Biên bản (mã văn bản)", "Minutes (code of the document)"],
    hold: ["Ghi hội nghị", "Record it"],
    done: ["Đã ghi hội nghị kiểm điểm", "The conference is recorded"],
});

interface Turn {
    owner: Schemas["Owner"];
    name: string;
}
type Dossiers = AnswerOf<"/v1/dossiers">["data"];

export default class ReviewConference extends Screen {
    private turns: Turn[] | undefined;
    private kind: CollectiveKind = "LEADERSHIP_COLLECTIVE";
    private readonly typed = {
        at: "",
        until: "",
        chair: "",
        secretary: me()?.person ?? "",
        present: "",
        absent: "",
        add: "",
    };
    private tried = false;
    private readonly sending = new Sending(this);
    private readonly actions = new Load(this, () =>
        get("/v1/reviews/{review}/allowed-actions", { review: this.inPath("review") }),
    );
    // Of the unit itself: those who lead come first.
    private readonly dossiers = new Load(this, () => {
        const acts = this.actions.body?.data;
        return acts ? get("/v1/dossiers", {}, { cycle: acts.cycle, unit: acts.unit, limit: 200 }) : undefined;
    });

    override render(): TemplateResult {
        return html`<p class="crumbs no-print"><a href="/kiem-diem/${this.inPath("review")}">${w.review}</a></p>
            <h1>${w.title}</h1>
            ${this.actions.show((body) => this.whole(body.data))}`;
    }

    private whole(acts: Schemas["ReviewActions"]): TemplateResult {
        if (!mayDo(acts.actions, "hold-review"))
            return html`<p><b>${acts.name}</b></p>
                ${obstaclesView(acts.actions)}`;
        return html`<p><b>${acts.name}</b> <span class="code">${acts.unit}</span></p>
            <p class="muted">${w.about}</p>
            ${this.dossiers.show((body) => this.form(acts, body.data))}`;
    }

    private begun(acts: Schemas["ReviewActions"], { items = [] }: Dossiers): Turn[] {
        const leaders = items.filter((line) => line.unit.unit === acts.unit && line.leader);
        const own = { owner: acts.owner, name: acts.name };
        if (acts.owner.person) return [own];
        return [own, ...leaders.map((line) => ({ owner: { person: line.person }, name: line.name }))];
    }

    private moment(name: "at" | "until", label: string, optional: boolean): TemplateResult {
        const typed = this.typed[name];
        const wrong = this.tried && !(optional && typed === "") && !instantTyped(typed);
        return entry({
            of: this.typed,
            name,
            label,
            optional,
            hint: w.moment,
            error: wrong && w.momentWrong,
            changed: () => this.requestUpdate(),
        });
    }

    private form(acts: Schemas["ReviewActions"], dossiers: Dossiers): TemplateResult {
        const turns = (this.turns ??= this.begun(acts, dossiers));
        const names = new Map(dossiers.items?.map((line) => [line.person, line.name]));
        this.typed.at ||= `${dateText(session().today)} 08:00`;
        this.typed.chair ||= dossiers.items?.find((line) => line.leader)?.person ?? "";
        return html`<form
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                void this.send(event.target as HTMLFormElement, acts, turns);
            }}
        >
            <section class="card">
                <div class="cards">
                    ${this.moment("at", w.at, false)} ${this.moment("until", w.until, true)}
                    ${entry({ of: this.typed, name: "chair", label: w.chair })}
                    ${entry({ of: this.typed, name: "secretary", label: w.secretary })}
                </div>
                ${entry({ of: this.typed, name: "present", label: w.present, area: true, optional: true })}
                ${entry({ of: this.typed, name: "absent", label: w.absent, optional: true })}
            </section>
            <section class="card">
                <h2>${w.order}</h2>
                ${
                    acts.owner.unit
                        ? entryChoice({
                              label: w.kind,
                              values: collectiveKindsInOrder,
                              words: collectiveKindWords,
                              chosen: this.kind,
                              choose: (kind) => (this.kind = kind),
                          })
                        : nothing
                }
                <ol class="turns">
                    ${turns.map((turn, index) => this.turn(turns, turn, index))}
                </ol>
                <div class="filters">
                    ${entry({ of: this.typed, name: "add", label: w.add, optional: true })}
                    <button
                        type="button"
                        class="quiet"
                        @click=${() => {
                            for (const person of codesIn(this.typed.add.toUpperCase()))
                                if (!turns.some((turn) => turn.owner.person === person))
                                    turns.push({ owner: { person }, name: names.get(person) ?? person });
                            this.typed.add = "";
                            this.requestUpdate();
                        }}
                    >
                        ${w.addShort}
                    </button>
                </div>
                <div class="field">
                    <span>${w.minutes}</span>
                    <mb-document
                        .name=${"minutes"}
                        .label=${w.minutes}
                        .kind=${"MINUTES"}
                        .optional=${true}
                    ></mb-document>
                </div>
                ${this.sending.view()}
                <p class="actions"><button aria-disabled=${this.sending.busy ? "true" : nothing}>${w.hold}</button></p>
            </section>
        </form>`;
    }

    private turn(turns: Turn[], turn: Turn, index: number): TemplateResult {
        const code = turn.owner.person ?? turn.owner.unit ?? "";
        return html`<li>
            <span class="grow"
                ><b>${turn.name}</b> <small class="code">${code}</small>${
                    turn.owner.unit ? html` <span class="tag info">${w.collective}</span>` : nothing
                }</span
            >
            ${
                index > 0
                    ? html`<button
                          type="button"
                          class="small quiet"
                          aria-label=${w.up(turn.name)}
                          @click=${() => {
                              turns.splice(index, 1);
                              turns.splice(index - 1, 0, turn);
                              this.requestUpdate();
                          }}
                      >
                          ${w.upShort}
                      </button>`
                    : nothing
            }
            ${
                turns.length > 1
                    ? html`<button
                          type="button"
                          class="small quiet"
                          aria-label=${w.out(turn.name)}
                          @click=${() => {
                              turns.splice(index, 1);
                              this.requestUpdate();
                          }}
                      >
                          ${w.outShort}
                      </button>`
                    : nothing
            }
        </li>`;
    }

    private async send(form: HTMLFormElement, acts: Schemas["ReviewActions"], turns: readonly Turn[]): Promise<void> {
        this.tried = true;
        this.requestUpdate();
        const heldAt = instantTyped(this.typed.at);
        const endedAt = this.typed.until === "" ? undefined : instantTyped(this.typed.until);
        if (!heldAt || (this.typed.until !== "" && !endedAt)) return;
        const minutes = String(new FormData(form).get("minutes") ?? "").trim();
        const leading = new Set(turns.map((turn) => turn.owner.person));
        const took = (present: boolean) => (person: string) => ({
            person,
            role: leading.has(person) ? ("LEADERSHIP" as const) : ("STAFF" as const),
            present,
            inWriting: false,
        });
        const done = await this.sending.send((key) =>
            act(
                "/v1/review-conferences",
                {},
                {
                    conference: `HNKD-${acts.unit}-${heldAt.replace(/\D/g, "").slice(0, 12)}`,
                    cycle: acts.cycle,
                    unit: acts.unit,
                    heldAt,
                    ...(endedAt ? { endedAt } : {}),
                    chair: this.typed.chair,
                    secretary: this.typed.secretary,
                    attendees: [
                        ...codesIn(this.typed.present).map(took(true)),
                        ...codesIn(this.typed.absent).map(took(false)),
                    ],
                    reviewed: turns.map(({ owner }) => ({ owner, ...(owner.unit ? { kind: this.kind } : {}) })),
                    ...(minutes ? { minutes } : {}),
                },
                { key },
            ),
        );
        if (!done) return;
        toast(w.done);
        go(`/kiem-diem/${reviewOf(acts.cycle, acts.owner)}`);
    }
}
