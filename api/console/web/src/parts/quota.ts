// What can be done with an agency's quota besides settling it, and the quota of the collectives that a unit rates.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { act, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { Part } from "../screen.js";
import { numberText } from "../words/format.js";
import {
    basesInOrder,
    baseWords,
    collectiveBaseWords,
    roundingsInOrder,
    roundingWords,
    shareWords,
    type Base,
    type Rounding,
} from "../words/quota.js";
import { words } from "../words/words.js";
import { askAndAct } from "./acting.js";
import type { Deed } from "./allowed.js";
import { unitView } from "./badges.js";
import "./documents.js";
import { recordLine } from "./record.js";
import { emptyView } from "./states.js";
import { table, type Column } from "./table.js";

type QuotaActions = Schemas["QuotaActions"];

const w = words({
    name: ["Nêu cách tính tỷ lệ", "Name the reading"],
    nameAbout: [
        "Không có văn bản nào nêu thì tính 20% số người hoàn thành tốt nhiệm vụ, làm tròn xuống. " +
            "Cách tính khác phải có văn bản.",
        "Where no document names another one, the share is 20% of those rated Good, rounded down.",
    ],
    base: ["Tỷ lệ tính trên", "Share of"],
    rounding: ["Làm tròn", "Rounding"],
    document: ["Văn bản (mã)", "Document (code)"],
    grant: ["Cho phép vượt tỷ lệ theo văn bản", "Grant an exception by document"],
    of: ["Tỷ lệ của", "Share of"],
    individuals: ["cá nhân", "people"],
    collectives: ["tập thể, đơn vị", "collectives, units"],
    percent: ["Tỷ lệ, %", "Rate, %"],
    percentHint: ["Từ 20 đến 100", "20 to 100"],
    approver: ["Mã người chấp thuận", "Code of who approved"],
    approverHint: ["Cấp có thẩm quyền cấp trên trực tiếp của cơ quan", "The authority right above the agency"],
    reason: ["Lý do", "Reason"],
    recorded: ["Đã ghi nhận", "Recorded"],
    title: ["Tỷ lệ xuất sắc của các tập thể, đơn vị", "Excellent quota of collectives"],
    none: ["Đơn vị này không xếp loại tập thể nào", "The unit rates no collectives"],
    all: ["Các đơn vị trực thuộc", "Units right below"],
    meter: [
        (used: number, most: number) => `${numberText(used)} tập thể xuất sắc, được tối đa ${numberText(most)}`,
        (used: number, most: number) => `${numberText(used)} collectives excellent, at most ${numberText(most)}`,
    ],
    basis: ["Căn cứ", "Basis"],
    exception: ["ngoại lệ theo văn bản", "exception by document"],
    unit: ["Đơn vị", "Unit"],
    state: ["Tình trạng", "State"],
    decided: ["đã kết luận xuất sắc", "decided excellent"],
    wanted: ["được đề xuất xuất sắc", "proposed excellent"],
    undecided: ["chưa thẩm định, chưa kết luận", "neither appraised nor decided"],
    other: ["mức khác", "another level"],
});

export function quotaDeeds({ cycle, agency, revision }: QuotaActions): Deed[] {
    const document = { name: "document", label: w.document, kind: "document", of: "DECISION" } as const;
    return [
        {
            action: "name-quota-reading",
            title: w.name,
            run: () =>
                askAndAct({
                    title: w.name,
                    about: html`<p class="muted">${w.nameAbout}</p>`,
                    revision,
                    fields: [
                        {
                            name: "base",
                            label: w.base,
                            kind: "choice",
                            choices: basesInOrder.map((value) => ({ value, title: baseWords(value) })),
                        },
                        {
                            name: "rounding",
                            label: w.rounding,
                            kind: "choice",
                            choices: roundingsInOrder.map((value) => ({ value, title: roundingWords(value) })),
                        },
                        document,
                    ],
                    button: w.name,
                    send: ({ base, rounding, document: on = "" }, key) =>
                        act(
                            "/v1/cycles/{cycle}/readings",
                            { cycle },
                            { agency, base: base as Base, rounding: rounding as Rounding, document: on },
                            { key },
                        ),
                    done: w.recorded,
                }),
        },
        {
            action: "grant-quota-exception",
            title: w.grant,
            run: () =>
                askAndAct({
                    title: w.grant,
                    revision,
                    fields: [
                        {
                            name: "of",
                            label: w.of,
                            kind: "choice",
                            value: "INDIVIDUALS",
                            choices: [
                                { value: "INDIVIDUALS", title: w.individuals },
                                { value: "COLLECTIVES", title: w.collectives },
                            ],
                        },
                        {
                            name: "percent",
                            label: w.percent,
                            kind: "number",
                            least: 20,
                            most: 100,
                            hint: w.percentHint,
                        },
                        { name: "approver", label: w.approver, hint: w.approverHint },
                        document,
                        { name: "reason", label: w.reason, kind: "area" },
                    ],
                    button: w.grant,
                    send: ({ of, percent, approver = "", document: on = "", reason = "" }, key) =>
                        act(
                            "/v1/cycles/{cycle}/exceptions",
                            { cycle },
                            {
                                agency,
                                percent: Number(percent),
                                approver,
                                document: on,
                                reason,
                                of: of as "INDIVIDUALS" | "COLLECTIVES",
                            },
                            { key },
                        ),
                    done: w.recorded,
                }),
        },
    ];
}

type Groups = NonNullable<AnswerOf<"/v1/cycles/{cycle}/units/{unit}/collective-quota">["data"]["groups"]>;
type Group = Groups[number];

// As it stands now: the program keeps no earlier view of it.
class CollectiveQuota extends Part {
    @property() cycle = "";
    @property() unit = "";
    private readonly quota = new Load(this, () =>
        this.cycle && this.unit
            ? get("/v1/cycles/{cycle}/units/{unit}/collective-quota", { cycle: this.cycle, unit: this.unit })
            : undefined,
    );

    private readonly units = new Load(this, () =>
        this.unit ? get("/v1/units/{unit}", { unit: this.unit }) : undefined,
    );

    override render(): TemplateResult {
        return html`<section class="card">
            <h2>${w.title}</h2>
            ${this.quota.show(
                (body) =>
                    html`${
                        body.data.groups?.some((group) => group.members?.length)
                            ? body.data.groups.map((group) => this.group(group))
                            : emptyView(w.none)
                    }
                    ${recordLine(body.asOf)}`,
            )}
        </section>`;
    }

    private group(group: Group): TemplateResult | typeof nothing {
        const members = group.members ?? [];
        if (members.length === 0) return nothing;
        const used = (group.excellent?.length ?? 0) + (group.wanted?.length ?? 0);
        const most = group.standing.maxExcellent;
        const name = group.name ?? group.group ?? w.all;
        const state = (unit: string): [string, string] =>
            group.excellent?.includes(unit)
                ? [w.decided, "good"]
                : group.wanted?.includes(unit)
                  ? [w.wanted, "info"]
                  : group.undecided?.includes(unit)
                    ? [w.undecided, "plain"]
                    : [w.other, "plain"];
        const names = new Map(this.units.body?.data.children?.map((one) => [one.unit, one.name]));
        const columns: Column<string>[] = [
            { title: w.unit, main: true, cell: (unit) => unitView({ unit, name: names.get(unit) ?? unit }) },
            {
                title: w.state,
                cell: (unit) => {
                    const [said, tone] = state(unit);
                    return html`<span class="tag ${tone}">${said}</span>`;
                },
            },
        ];
        return html`<p>
                <label class="meter"
                    ><b>${name}</b>
                    <meter min="0" max=${Math.max(1, used, most)} high=${most} value=${used}></meter>
                    <span
                        >${w.meter(used, most)}
                        <span class="tag ${group.above > 0 ? "danger" : "good"}"
                            >${group.above > 0 ? shareWords.over(group.above) : shareWords.within}</span
                        ></span
                    ></label
                >
            </p>
            <p class="muted">
                ${w.basis}: ${group.clause}${
                    group.exceptionDocument
                        ? html`; ${w.exception} <span class="code">${group.exceptionDocument}</span>`
                        : nothing
                }
            </p>
            <ul class="plain-list">
                ${group.standing.readings?.map(
                    (one) =>
                        html`<li class=${one.binding ? "" : "light"}>
                            ${shareWords.percentOf(one.percent)} ${collectiveBaseWords(one.base)}, ${roundingWords(one.rounding)}:
                            <b>${numberText(one.maxExcellent)}</b>
                        </li>`,
                )}
            </ul>
            <details>
                <summary>${w.unit} <span class="count">${numberText(members.length)}</span></summary>
                ${table({ label: `${w.title}: ${name}`, columns, rows: members, key: (unit) => unit })}
            </details>`;
    }
}
customElements.define("mb-collective-quota", CollectiveQuota);
