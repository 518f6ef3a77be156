// Party organisations that a committee rates: their list with the share of excellent, and what opens one of them.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { Part } from "../screen.js";
import { dateView, levelBadge } from "./badges.js";
import { numberText } from "../words/format.js";
import {
    organisationKindsInOrder,
    organisationKindWords,
    partyCollectivesInOrder,
    partyCollectiveWords,
} from "../words/party.js";
import { words } from "../words/words.js";
import { askAndAct } from "./acting.js";
import { deedButtons, obstaclesView, type Deed } from "./allowed.js";
import { recordLine } from "./record.js";
import { emptyView } from "./states.js";
import { table, type Column } from "./table.js";

const w = words({
    list: ["Tổ chức đảng được xếp loại", "Organisations that are rated"],
    none: ["Chưa đưa tổ chức đảng nào vào danh sách", "No organisation is on the list"],
    name: ["Tổ chức", "Organisation"],
    kind: ["Loại", "Kind"],
    self: ["Tự xếp loại", "Rates itself"],
    proposed: ["Thẩm định", "Appraised"],
    ballot: ["Bỏ phiếu", "Voted on"],
    level: ["Mức", "Level"],
    share: [
        (used: number, most: number, base: number) =>
            `${numberText(used)} xuất sắc, được tối đa ${numberText(most)} trong ${numberText(base)} được xếp loại tốt trở lên`,
        (used: number, most: number, base: number) =>
            `${numberText(used)} excellent, at most ${numberText(most)} of ${numberText(base)} good or better`,
    ],
    wanted: [
        (n: number) => `${numberText(n)} đang được đề xuất xuất sắc`,
        (n: number) => `${numberText(n)} proposed excellent`,
    ],
    open: ["Đưa tổ chức đảng vào danh sách xếp loại", "Open the rating of an organisation"],
    code: ["Mã tổ chức", "Code of the organisation"],
    codeHint: ["Mã ngắn do cấp ủy đặt, ví dụ CB-VP", "A short code of your own, such as CB-VP"],
    organisationKind: ["Chi bộ hay đảng bộ", "Cell or committee"],
    rated: ["Xếp loại ai", "Who is rated"],
    unit: ["Mã đơn vị", "Code of the unit"],
    head: ["Mã người đứng đầu", "Code of who heads it"],
    rulebook: ["Bộ quy tắc", "Rulebook"],
    openMembers: ["Mở hồ sơ đảng viên", "Open members' dossiers"],
    cell: ["Tên chi bộ", "Name of the cell"],
    persons: ["Mã đảng viên, cách nhau bằng dấu cách", "Codes of members, with spaces between"],
    personsHint: ["Để trống: mọi đảng viên công tác tại đơn vị", "Empty: every member who works in the unit"],
    done: ["Đã ghi nhận", "Recorded"],
});

type Actions = Schemas["PartyCommitteeActions"];
type Kind = Schemas["PartyCollectiveOpened"]["kind"];
type OrganisationKind = Schemas["PartyCollectiveOpened"]["organisationKind"];

export const committeeDeeds = (actions: Actions): Deed[] => [
    {
        action: "open-party-dossiers",
        title: w.openMembers,
        main: true,
        run: () =>
            askAndAct({
                title: w.openMembers,
                fields: [
                    { name: "cell", label: w.cell },
                    { name: "unit", label: w.unit, value: actions.committeeUnit },
                    { name: "persons", label: w.persons, hint: w.personsHint, optional: true },
                    { name: "rulebook", label: w.rulebook, value: actions.rulebook },
                ],
                button: w.openMembers,
                send: ({ cell = "", unit = "", persons = "", rulebook = "" }, key) =>
                    act(
                        "/v1/party/dossiers",
                        {},
                        {
                            cycle: actions.cycle,
                            unit,
                            cell,
                            committeeUnit: actions.committeeUnit,
                            rulebook,
                            persons: persons.split(/[\s,;]+/).filter(Boolean),
                        },
                        { key },
                    ),
                done: w.done,
            }),
    },
    {
        action: "open-party-collective",
        title: w.open,
        run: () =>
            askAndAct({
                title: w.open,
                fields: [
                    { name: "organisation", label: w.code, hint: w.codeHint },
                    { name: "name", label: w.name },
                    {
                        name: "organisationKind",
                        label: w.organisationKind,
                        kind: "choice",
                        value: "CELL",
                        choices: organisationKindsInOrder.map((value) => ({
                            value,
                            title: organisationKindWords(value),
                        })),
                    },
                    {
                        name: "kind",
                        label: w.rated,
                        kind: "choice",
                        value: "ORGANISATION_UNIT",
                        choices: partyCollectivesInOrder.map((value) => ({
                            value,
                            title: partyCollectiveWords(value),
                        })),
                    },
                    { name: "unit", label: w.unit, value: actions.committeeUnit },
                    { name: "head", label: w.head, optional: true },
                    { name: "rulebook", label: w.rulebook, value: actions.rulebook },
                ],
                button: w.open,
                send: (
                    { organisation = "", name = "", organisationKind, kind, unit = "", head, rulebook = "" },
                    key,
                ) =>
                    act(
                        "/v1/party/collectives/{cycle}/{committeeUnit}",
                        { cycle: actions.cycle, committeeUnit: actions.committeeUnit },
                        {
                            organisation,
                            name,
                            organisationKind: organisationKind as OrganisationKind,
                            kind: kind as Kind,
                            unit,
                            rulebook,
                            ...(head ? { head } : {}),
                        },
                        { key },
                    ),
                done: w.done,
            }),
    },
];

type Line = NonNullable<AnswerOf<"/v1/party/collectives/{cycle}/{committeeUnit}">["data"]["items"]>[number];

export class PartyCollectives extends Part {
    @property() cycle = "";
    @property() unit = "";
    private readonly list = new Load(this, () =>
        this.cycle && this.unit
            ? get("/v1/party/collectives/{cycle}/{committeeUnit}", { cycle: this.cycle, committeeUnit: this.unit })
            : undefined,
    );

    // What was opened shows at once.
    again(): void {
        void this.list.again();
    }

    override render(): TemplateResult {
        return html`${this.list.show(({ data, asOf }) => {
            const columns: Column<Line>[] = [
                {
                    title: w.name,
                    main: true,
                    cell: (line) =>
                        html`<span class="unit"
                            ><a href="/dang/${data.committeeUnit}/${line.organisation}?cycle=${data.cycle}">${line.name}</a
                            ><small><span class="code">${line.organisation}</span></small></span
                        >`,
                },
                { title: w.kind, cell: (line) => organisationKindWords(line.organisationKind) },
                { title: w.self, cell: (line) => (line.selfRated ? levelBadge(line.selfRated, true) : "–") },
                { title: w.proposed, cell: (line) => (line.proposed ? levelBadge(line.proposed, true) : "–") },
                { title: w.ballot, cell: (line) => (line.ballotOn ? dateView(line.ballotOn) : "–") },
                { title: w.level, cell: (line) => (line.level ? levelBadge(line.level, true) : "–") },
            ];
            return html`${data.shares?.map(
                (share) =>
                    html`<p>
                        <b>${organisationKindWords(share.organisationKind)}:</b>
                        ${w.share(share.standing.excellent, share.standing.excellentMax, share.standing.base)}
                        ${share.wanted?.length ? html`<span class="tag info">${w.wanted(share.wanted.length)}</span>` : nothing}
                        <small class="muted">(${share.clause})</small>
                    </p>`,
            )}
            ${table({
                label: w.list,
                columns,
                rows: data.items ?? [],
                key: (line) => line.organisation,
                empty: emptyView(w.none, undefined, "list"),
            })}
            ${recordLine(asOf)}`;
        })}`;
    }
}
customElements.define("mb-party-collectives", PartyCollectives);

export const committeeActs = (actions: Actions | undefined, done: () => void): TemplateResult | typeof nothing =>
    actions
        ? html`${deedButtons(actions.actions, committeeDeeds(actions), done)} ${obstaclesView(actions.actions)}`
        : nothing;
