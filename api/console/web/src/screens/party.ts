// The party side's desk: results that the state side handed over, with the receipt; and the dossiers of the members.
// Whoever holds no power of the party track is told nothing here by the program.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct } from "../parts/acting.js";
import { levelBadge, personView, unitView } from "../parts/badges.js";
import { cycleField, cycleShown, cyclesQuestion } from "../parts/cycles.js";
import { handOverCard, handOverTitle, type HandedOver } from "../parts/hand-over.js";
import { committeeActs, type PartyCollectives } from "../parts/party-collectives.js";
import { recordLine } from "../parts/record.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { openTab, tabs, type Tab } from "../parts/tabs.js";
import { Screen } from "../screen.js";
import { me } from "../session.js";
import { filter, place } from "../router.js";
import { dateText } from "../words/format.js";
import { partyStatusWords } from "../words/party.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Xếp loại đảng viên", "Party members' ratings"],
    about: [
        "Chỉ người được giao quyền của bên Đảng xem được. Bên Nhà nước chỉ thấy mức xếp loại, trừ khi cấp ủy cung cấp căn cứ.",
        "Only for those with a power of the party track. The state side is told the level alone, unless the committee shares the grounds.",
    ],
    committee: ["Đảng ủy tại đơn vị", "Committee at the unit"],
    tabs: ["Nội dung", "What is in it"],
    members: ["Đảng viên", "Members"],
    organisations: ["Tổ chức đảng", "Organisations"],
    handOvers: ["Kết quả được bàn giao", "Results handed over"],
    member: ["Đảng viên", "Member"],
    cell: ["Chi bộ", "Cell"],
    unit: ["Đơn vị công tác", "Works in"],
    status: ["Trạng thái", "Status"],
    level: ["Mức", "Level"],
    warned: ["cần xem lại", "to be looked at again"],
    late: ["quyết định sau thời hạn", "decided after the term"],
    noMembers: ["Chưa có hồ sơ đảng viên", "No dossiers of members"],
    receive: ["Xác nhận đã nhận", "Confirm the receipt"],
    remark: ["Ghi chú khi nhận", "Remark"],
    done: ["Đã xác nhận", "Confirmed"],
    none: ["Chưa có danh sách nào được bàn giao", "Nothing was handed over"],
});

type Members = AnswerOf<"/v1/party/committees/{unit}/dossiers">;
type HandOvers = AnswerOf<"/v1/party/hand-overs/{cycle}/{agency}">["data"];

// Where the party's powers are held.
const committees = (): { unit: string; name: string }[] => {
    const all = new Map<string, string>();
    for (const mandate of me()?.mandates ?? [])
        if (mandate.powers?.some((power) => power.startsWith("PARTY_") && power !== "PARTY_OPINION"))
            all.set(mandate.unit, mandate.unitName ?? mandate.unit);
    return [...all].map(([unit, name]) => ({ unit, name }));
};
const shownUnit = (): string | undefined => place().query.get("unit") ?? committees()[0]?.unit;

export default class Party extends Screen {
    private readonly cycles = new Load(this, cyclesQuestion);
    private readonly members = new Load(this, () => {
        const cycle = cycleShown();
        const unit = shownUnit();
        return cycle && unit && this.tab() === "members"
            ? get(
                  "/v1/party/committees/{unit}/dossiers",
                  { unit },
                  { cycle, known_as_of: this.inQuery("known_as_of") },
                  this.inQuery("purpose"),
              )
            : undefined;
    });
    private readonly handOvers = new Load(this, () => {
        const cycle = cycleShown();
        const agency = shownUnit();
        return cycle && agency && this.tab() === "handed"
            ? get(
                  "/v1/party/hand-overs/{cycle}/{agency}",
                  { cycle, agency },
                  { known_as_of: this.inQuery("known_as_of") },
                  this.inQuery("purpose"),
              )
            : undefined;
    });

    private readonly actions = new Load(this, () => {
        const cycle = cycleShown();
        const unit = shownUnit();
        return cycle && unit && this.tab() !== "handed" && this.inQuery("known_as_of") === undefined
            ? get("/v1/party/committees/{unit}/allowed-actions", { unit }, { cycle })
            : undefined;
    });
    private readonly done = (): void => {
        void this.actions.again();
        void this.members.again();
        this.querySelector<PartyCollectives>("mb-party-collectives")?.again();
    };

    private all(): Tab[] {
        return [
            { key: "members", title: w.members },
            { key: "organisations", title: w.organisations },
            { key: "handed", title: w.handOvers },
        ];
    }
    private tab(): string {
        return openTab("xem", this.all());
    }

    override render(): TemplateResult {
        const units = committees();
        return html`<h1>${w.title}</h1>
            <p class="muted">${w.about}</p>
            <div class="filters no-print">
                ${
                    units.length > 1
                        ? html`<label class="field">
                              ${w.committee}
                              <select
                                  name="unit"
                                  @change=${(event: Event) =>
                                      filter({ unit: (event.target as HTMLSelectElement).value })}
                              >
                                  ${units.map(
                                      (one) =>
                                          html`<option value=${one.unit} ?selected=${one.unit === shownUnit()}>
                                              ${one.name}
                                          </option>`,
                                  )}
                              </select>
                          </label>`
                        : nothing
                }
                ${cycleField(this.cycles.body)}
            </div>
            ${tabs(w.tabs, "xem", this.all())} ${committeeActs(this.actions.body?.data, this.done)} ${this.open()}`;
    }

    private open(): TemplateResult | typeof nothing {
        switch (this.tab()) {
            case "members":
                return this.members.show((body) => html`${this.list(body)} ${recordLine(body.asOf)}`);
            case "organisations":
                return html`<mb-party-collectives
                    class="part"
                    .cycle=${cycleShown() ?? ""}
                    .unit=${shownUnit() ?? ""}
                ></mb-party-collectives>`;
            default:
                return this.handOvers.show((body) => html`${this.handed(body.data)} ${recordLine(body.asOf)}`);
        }
    }

    private list(body: Members): TemplateResult {
        const columns: Column<Schemas["PartyDossierLine"]>[] = [
            { title: w.member, main: true, cell: (line) => personView(line.person, `/dang-vien/${line.dossier}`) },
            { title: w.cell, cell: (line) => line.cell },
            { title: w.unit, cell: (line) => unitView(line.unit) },
            {
                title: w.status,
                cell: (line) =>
                    html`<span class="tags"
                        ><span class="tag info">${partyStatusWords(line.status)}</span>${
                            line.warned ? html`<span class="tag warn">${w.warned}</span>` : nothing
                        }${line.late ? html`<span class="tag warn">${w.late}</span>` : nothing}</span
                    >`,
            },
            { title: w.level, cell: (line) => (line.level ? levelBadge(line.level, true) : "–") },
        ];
        return table({
            label: w.members,
            columns,
            rows: body.data.items ?? [],
            key: (line) => line.dossier,
            empty: emptyView(w.noMembers, undefined, "person"),
        });
    }

    private handed(data: HandOvers): TemplateResult {
        const lists = [...(data.lists ?? [])].reverse();
        return lists.length === 0
            ? emptyView(w.none, undefined, "document")
            : html`${lists.map((list) =>
                  handOverCard(
                      list,
                      this.inQuery("known_as_of")
                          ? undefined
                          : html`<button type="button" class="small" @click=${() => void this.receive(data, list)}>
                                ${w.receive}
                            </button>`,
                  ),
              )}`;
    }

    private async receive(data: HandOvers, list: HandedOver): Promise<void> {
        const done = await askAndAct({
            title: w.receive,
            about: html`<p>
                <b>${handOverTitle(list)}</b>, ${dateText(list.dated)}
            </p>`,
            fields: [{ name: "remark", label: w.remark, optional: true }],
            button: w.receive,
            send: ({ remark }, key) =>
                act(
                    "/v1/party/hand-overs/{cycle}/{agency}/receipts",
                    { cycle: data.cycle, agency: data.agency.unit },
                    { number: list.number, ...(remark ? { remark } : {}) },
                    { key },
                ),
            done: w.done,
        });
        if (done) void this.handOvers.again();
    }
}
