// Units: where one stands, what it was called before, what is below it; setting up, changing and dissolving.
import { html, nothing, type TemplateResult } from "lit";
import { act, get, type AnswerOf } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct, type Acting } from "../parts/acting.js";
import { dateView } from "../parts/badges.js";
import "../parts/documents.js";
import { canBeRevoked, granting, grants, mandateView, revoking } from "../parts/mandates.js";
import { registering } from "../parts/person-acts.js";
import { recordLine } from "../parts/record.js";
import { toConfirm, toConfirmView } from "../parts/second-person.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { filter, go } from "../router.js";
import { Screen } from "../screen.js";
import { holds, me, roles, session } from "../session.js";
import { numberText } from "../words/format.js";
import { unitKindsInOrder, unitKindWords, type UnitKind } from "../words/organisation.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Đơn vị, người và quyền", "Units, people and mandates"],
    unitCode: ["Mã đơn vị", "Unit's code"],
    personCode: ["Mã người", "Person's code"],
    show: ["Xem", "Show"],
    above: ["Đơn vị cấp trên", "Unit above"],
    kind: ["Loại", "Kind"],
    code: ["Mã", "Code"],
    since: ["Từ ngày", "Since"],
    name: ["Tên", "Name"],
    document: ["Văn bản (mã)", "Document (code)"],
    below: ["Đơn vị trực thuộc", "Units below"],
    none: ["Không có đơn vị trực thuộc", "No unit below"],
    dissolved: ["Đã giải thể", "Dissolved"],
    establish: ["Lập đơn vị trực thuộc", "Set up a unit below"],
    register: ["Ghi nhận người mới", "Register a person"],
    change: ["Đổi tên, chuyển cấp trên", "Rename or move"],
    dissolve: ["Giải thể", "Dissolve"],
    parent: ["Mã đơn vị cấp trên", "Code of the unit above"],
    from: ["Có hiệu lực từ", "With effect from"],
    on: ["Ngày giải thể", "Dissolved on"],
    done: ["Đã ghi nhận", "Recorded"],
    import: ["Nhập danh sách", "Import a roster"],
    mandates: ["Giao quyền, thu hồi quyền", "Granting and revoking mandates"],
    mandateCode: ["Mã quyền", "Code of the mandate"],
    grant: ["Giao quyền", "Grant a mandate"],
    revoke: ["Thu hồi", "Revoke"],
    mandateHint: [
        "Quyền đã giao được tra theo mã quyền; người được giao được gọi bằng mã người.",
        "A mandate is looked up by its code; its holder is named by code.",
    ],
});

type UnitAnswer = AnswerOf<"/v1/units/{unit}">["data"];

const asked = (name: string, take: (code: string) => void) => (event: SubmitEvent) => {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get(name) ?? "").trim();
    if (code) take(code);
};

export default class Organisation extends Screen {
    private readonly unit = new Load(this, () =>
        get(
            "/v1/units/{unit}",
            { unit: this.inQuery("unit") ?? me()?.mandates?.[0]?.unit ?? "51" },
            { known_as_of: this.inQuery("known_as_of") },
        ),
    );

    private readonly mandate = new Load(this, () => {
        const mandate = this.inQuery("mandate");
        return mandate
            ? get("/v1/mandates/{mandate}", { mandate }, { known_as_of: this.inQuery("known_as_of") })
            : undefined;
    });

    private readonly toConfirm = new Load(this, toConfirm);

    private readonly again = (): void => {
        void this.unit.again();
        void this.mandate.again();
        void this.toConfirm.again();
    };

    private do(acting: Acting): void {
        void askAndAct(acting).then((done) => {
            if (done) this.again();
        });
    }

    override render(): TemplateResult {
        return html`<div class="head">
                <h1>${w.title}</h1>
                ${
                    holds("RECORD")
                        ? html`<p class="actions"><a class="button quiet" href="/nhap-danh-sach">${w.import}</a></p>`
                        : nothing
                }
            </div>
            <div class="filters">
                <form class="inline" @submit=${asked("unit", (unit) => filter({ unit }))}>
                    <label class="field"
                        >${w.unitCode}<input
                            name="unit"
                            size="12"
                            autocomplete="off"
                            .value=${this.inQuery("unit") ?? ""}
                    /></label>
                    <button class="quiet">${w.show}</button>
                </form>
                <form class="inline" @submit=${asked("person", (person) => go(`/nguoi/${encodeURIComponent(person)}`))}>
                    <label class="field">${w.personCode}<input name="person" size="12" autocomplete="off" /></label>
                    <button class="quiet">${w.show}</button>
                </form>
            </div>
            ${this.unit.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}
            ${
                this.inQuery("known_as_of") === undefined
                    ? this.toConfirm.show((body) => toConfirmView(body.data, this.again))
                    : nothing
            }
            ${grants() || roles.inspecting() ? this.mandates() : nothing}`;
    }

    private mandates(): TemplateResult {
        const now = this.inQuery("known_as_of") === undefined;
        const shown = (mandate: string): void => filter({ mandate });
        return html`<section class="block">
            <div class="head">
                <h2>${w.mandates}</h2>
                ${
                    now && grants()
                        ? html`<p class="actions">
                              <button type="button" @click=${() => this.do(granting(undefined, shown))}>
                                  ${w.grant}
                              </button>
                          </p>`
                        : nothing
                }
            </div>
            <p class="muted">${w.mandateHint}</p>
            <form class="inline" @submit=${asked("mandate", shown)}>
                <label class="field"
                    >${w.mandateCode}<input
                        name="mandate"
                        size="24"
                        autocomplete="off"
                        .value=${this.inQuery("mandate") ?? ""}
                /></label>
                <button class="quiet">${w.show}</button>
            </form>
            ${
                this.inQuery("mandate")
                    ? this.mandate.show(({ data }) =>
                          mandateView(
                              data,
                              now && grants() && canBeRevoked(data.mandate)
                                  ? html`<p class="actions">
                                        <button
                                            type="button"
                                            class="danger"
                                            @click=${() =>
                                                void revoking(data.mandate).then((acting) => this.do(acting))}
                                        >
                                            ${w.revoke}
                                        </button>
                                    </p>`
                                  : nothing,
                          ),
                      )
                    : nothing
            }
        </section>`;
    }

    private content({ unit, name, children = [], revision }: UnitAnswer): TemplateResult {
        const columns: Column<(typeof children)[number]>[] = [
            { title: w.name, main: true, cell: (one) => html`<a href="/don-vi?unit=${one.unit}">${one.name}</a>` },
            { title: w.code, cell: (one) => html`<span class="code">${one.unit}</span>` },
        ];
        return html`<section class="card accent">
                <div class="card-title">
                    <h2>${name.name}</h2>
                    ${
                        unit.dissolvedOn
                            ? html`<span class="tag plain">${w.dissolved} ${dateView(unit.dissolvedOn)}</span>`
                            : nothing
                    }
                </div>
                <dl class="facts">
                    <dt>${w.code}</dt>
                    <dd class="code">${unit.unit}</dd>
                    <dt>${w.kind}</dt>
                    <dd>${unitKindWords(unit.kind)}</dd>
                    ${
                        name.parent
                            ? html`<dt>${w.above}</dt>
                                  <dd><a href="/don-vi?unit=${name.parent}">${name.parentName ?? name.parent}</a></dd>`
                            : nothing
                    }
                    ${unit.versions?.map(
                        (version) =>
                            html`<dt>${w.since} ${dateView(version.from)}</dt>
                                <dd>
                                    ${version.name}${
                                        version.document
                                            ? html` <span class="code">${version.document}</span>`
                                            : nothing
                                    }
                                </dd>`,
                    )}
                </dl>
                ${
                    holds("RECORD") && !unit.dissolvedOn && this.inQuery("known_as_of") === undefined
                        ? html`<p class="actions">
                              <button type="button" @click=${() => this.do(this.establishing(unit.unit))}>
                                  ${w.establish}
                              </button>
                              <button
                                  type="button"
                                  class="quiet"
                                  @click=${() =>
                                      void registering(unit.unit)().then((done) => {
                                          if (done) void this.unit.again();
                                      })}
                              >
                                  ${w.register}
                              </button>
                              <button
                                  type="button"
                                  class="quiet"
                                  @click=${() => this.do(this.changing(unit.unit, name.name, revision))}
                              >
                                  ${w.change}
                              </button>
                              <button type="button" class="danger" @click=${() => this.do(this.dissolving(unit.unit))}>
                                  ${w.dissolve}
                              </button>
                          </p>`
                        : nothing
                }
            </section>
            <section class="block">
                <h2>${w.below} <span class="count">${numberText(children.length)}</span></h2>
                ${table({ label: w.below, columns, rows: children, key: (one) => one.unit, empty: emptyView(w.none) })}
            </section>`;
    }

    private establishing(parent: string): Acting {
        return {
            title: w.establish,
            fields: [
                { name: "unit", label: w.unitCode, value: `${parent}-` },
                { name: "name", label: w.name },
                {
                    name: "kind",
                    label: w.kind,
                    kind: "choice",
                    choices: unitKindsInOrder.map((value) => ({ value, title: unitKindWords(value) })),
                },
                { name: "from", label: w.from, kind: "date", value: session().today },
                { name: "document", label: w.document, kind: "document", optional: true },
            ],
            button: w.establish,
            send: ({ unit = "", name = "", kind, from = "", document }, key) =>
                act(
                    "/v1/units",
                    {},
                    { unit, name, kind: kind as UnitKind, parent, from, ...(document ? { document } : {}) },
                    { key },
                ),
            done: w.done,
        };
    }

    private changing(unit: string, name: string, revision: number): Acting {
        return {
            title: w.change,
            revision,
            fields: [
                { name: "name", label: w.name, value: name },
                { name: "parent", label: w.parent, optional: true },
                { name: "from", label: w.from, kind: "date" },
                { name: "document", label: w.document, kind: "document" },
            ],
            button: w.change,
            send: ({ name: next = "", parent, from = "", document = "" }, key) =>
                act(
                    "/v1/units/{unit}/changes",
                    { unit },
                    { from, document, ...(next !== name ? { name: next } : {}), ...(parent ? { parent } : {}) },
                    { key, ifMatch: revision },
                ),
            done: w.done,
        };
    }

    private dissolving(unit: string): Acting {
        return {
            title: w.dissolve,
            fields: [
                { name: "on", label: w.on, kind: "date" },
                { name: "document", label: w.document, kind: "document" },
            ],
            button: w.dissolve,
            danger: true,
            send: ({ on = "", document = "" }, key) =>
                act("/v1/units/{unit}/dissolution", { unit }, { on, document }, { key }),
            done: w.done,
        };
    }
}
