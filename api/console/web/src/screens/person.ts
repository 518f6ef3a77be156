// A person's posts and mandates: who may do what, since when, on which document; granting and revoking.
import { html, nothing, type TemplateResult } from "lit";
import { get, type AnswerOf, type Schemas } from "../api/client.js";
import { Load } from "../load.js";
import { askAndAct, type Acting } from "../parts/acting.js";
import { deedButtons, obstaclesView } from "../parts/allowed.js";
import { dateView, statusBadge, unitView } from "../parts/badges.js";
import { leavingDeeds } from "../parts/leaving.js";
import {
    canBeRevoked,
    granting,
    grants,
    mandateState,
    powersView,
    revoking,
    type Mandate,
} from "../parts/mandates.js";
import { personDeeds } from "../parts/person-acts.js";
import { recordLine } from "../parts/record.js";
import { relationDeeds, relationsSection } from "../parts/relations.js";
import { emptyView } from "../parts/states.js";
import { table, type Column } from "../parts/table.js";
import { Screen } from "../screen.js";
import { holds, session } from "../session.js";
import { reachWords } from "../words/organisation.js";
import { numberText } from "../words/format.js";
import { capacityWords } from "../words/vocabulary.js";
import { words } from "../words/words.js";

const w = words({
    title: ["Chức vụ và quyền của một người", "A person's posts and mandates"],
    units: ["Đơn vị, người và quyền", "Units, people and mandates"],
    name: ["Họ và tên", "Name"],
    code: ["Mã", "Code"],
    posts: ["Chức vụ", "Posts"],
    noPosts: ["Chưa có chức vụ", "No post"],
    post: ["Chức vụ", "Post"],
    unit: ["Đơn vị", "Unit"],
    managed: ["Cơ quan quản lý", "Managed by"],
    from: ["Từ ngày", "From"],
    to: ["Đến ngày", "To"],
    mandates: ["Được làm gì", "May do what"],
    noMandates: ["Chưa được giao quyền nào", "No mandate"],
    powers: ["Quyền", "Powers"],
    reach: ["Phạm vi", "Reach"],
    capacity: ["Tư cách", "Capacity"],
    document: ["Văn bản (mã)", "Document (code)"],
    state: ["Tình trạng", "State"],
    grant: ["Giao quyền", "Grant a mandate"],
    revoke: ["Thu hồi", "Revoke"],
    mandate: ["Mã quyền", "Code of the mandate"],
    born: ["Ngày sinh", "Born on"],
    corrections: ["Số lần đính chính", "Corrections"],
    mergedInto: ["Đã hợp nhất vào", "Merged into"],
    duplicates: ["Mã trùng đã hợp nhất", "Codes merged into this one"],
    dossier: ["Hồ sơ của kỳ đang mở:", "Dossier of the running cycle:"],
    secondments: ["Biệt phái", "Secondments"],
    host: ["Nơi biệt phái", "Host agency"],
});

type PersonAnswer = AnswerOf<"/v1/people/{person}">["data"];

export default class PersonScreen extends Screen {
    private readonly person = new Load(this, () =>
        get(
            "/v1/people/{person}",
            { person: this.inPath("person") },
            { known_as_of: this.inQuery("known_as_of") },
            this.inQuery("purpose"),
        ),
    );

    private readonly actions = new Load(this, () =>
        this.person.body && this.inQuery("known_as_of") === undefined
            ? get("/v1/people/{person}/allowed-actions", { person: this.inPath("person") })
            : undefined,
    );
    // Of the cycle that is on, for those who run cycles: somebody who left or moved has a dossier in it.
    private readonly dossiers = new Load(this, () => {
        const cycle = session().cycle?.cycle;
        const asks = this.person.body && cycle && holds("OPEN_CYCLE") && this.inQuery("known_as_of") === undefined;
        return asks
            ? get("/v1/dossiers", {}, { cycle, person: this.inPath("person") }, this.inQuery("purpose"))
            : undefined;
    });
    private readonly leaving = new Load(this, () => {
        const dossier = this.dossiers.body?.data.items?.[0]?.dossier;
        return dossier ? get("/v1/dossiers/{dossier}/allowed-actions", { dossier }) : undefined;
    });
    private readonly done = (): void => {
        void this.person.again();
        void this.actions.again();
        void this.dossiers.again();
        void this.leaving.again();
    };

    private do(acting: Acting): void {
        void askAndAct(acting).then((done) => {
            if (done) void this.person.again();
        });
    }

    override render(): TemplateResult {
        return html`<p class="crumbs"><a href="/don-vi">${w.units}</a></p>
            <h1>${w.title}</h1>
            ${this.person.show((body) => html`${this.content(body.data)} ${recordLine(body.asOf)}`)}`;
    }

    private content({ person, posts = [], mandates = [], relations = [] }: PersonAnswer): TemplateResult {
        const may = this.inQuery("known_as_of") === undefined && grants();
        const postColumns: Column<Schemas["PostView"]>[] = [
            { title: w.post, main: true, cell: ({ post }) => post.title },
            { title: w.unit, cell: ({ unit }) => unitView(unit) },
            { title: w.managed, cell: ({ managedBy }) => unitView(managedBy) },
            { title: w.from, cell: ({ post }) => dateView(post.from) },
            { title: w.to, cell: ({ post }) => (post.to ? dateView(post.to) : "–") },
        ];
        const columns: Column<Mandate>[] = [
            { title: w.mandate, main: true, cell: (one) => html`<span class="code">${one.mandate}</span>` },
            {
                title: w.powers,
                cell: (one) => powersView(one.powers),
            },
            { title: w.reach, cell: (one) => html`<span class="code">${one.unit}</span>: ${reachWords(one.reach)}` },
            {
                title: w.capacity,
                cell: (one) => html`${capacityWords(one.capacity)}<br /><small class="code">${one.document}</small>`,
            },
            {
                title: w.from,
                cell: (one) => html`${dateView(one.from)}${one.to ? html` – ${dateView(one.to)}` : nothing}`,
            },
            { title: w.state, cell: (one) => this.state(one, may) },
        ];
        return html`<section class="card accent">
                <dl class="facts">
                    <dt>${w.name}</dt>
                    <dd><b>${person.fullName}</b></dd>
                    <dt>${w.code}</dt>
                    <dd class="code">${person.person}</dd>
                    ${
                        person.birthDate
                            ? html`<dt>${w.born}</dt>
                                  <dd>${dateView(person.birthDate)}</dd>`
                            : nothing
                    }
                    ${
                        person.corrections > 0
                            ? html`<dt>${w.corrections}</dt>
                                  <dd>${numberText(person.corrections)}</dd>`
                            : nothing
                    }
                    ${
                        person.mergedInto
                            ? html`<dt>${w.mergedInto}</dt>
                                  <dd><a class="code" href="/nguoi/${person.mergedInto}">${person.mergedInto}</a></dd>`
                            : nothing
                    }
                    ${
                        person.duplicates?.length
                            ? html`<dt>${w.duplicates}</dt>
                                  <dd>
                                      ${person.duplicates.map(
                                          (code) => html`<a class="code" href="/nguoi/${code}">${code}</a> `,
                                      )}
                                  </dd>`
                            : nothing
                    }
                </dl>
                ${deedButtons(this.actions.body?.data.actions, personDeeds(person, this.actions.body?.data.revision ?? 0), this.done)}
                ${obstaclesView(this.actions.body?.data.actions)} ${this.dossier()}
                ${
                    may
                        ? html`<p class="actions"><button type="button"
                    @click=${() => this.do(granting(person.person))}>${w.grant}</button></p>`
                        : nothing
                }
            </section>
            <section class="block">
                <h2>${w.mandates}</h2>
                ${table({
                    label: w.mandates,
                    columns,
                    rows: mandates,
                    key: (one) => one.mandate,
                    empty: emptyView(w.noMandates, undefined, "person"),
                })}
            </section>
            <section class="block">
                <h2>${w.posts}</h2>
                ${table({
                    label: w.posts,
                    columns: postColumns,
                    rows: posts,
                    key: ({ post }) => `${post.unit}-${post.from}-${post.title}`,
                    empty: emptyView(w.noPosts, undefined, "person"),
                })}
            </section>
            ${relationsSection(
                relations,
                deedButtons(this.actions.body?.data.actions, relationDeeds(person.person, relations), this.done),
            )}
            ${person.secondments?.length ? this.secondments(person.secondments) : nothing}`;
    }

    private secondments(all: readonly Schemas["SecondmentRecorded"][]): TemplateResult {
        const columns: Column<Schemas["SecondmentRecorded"]>[] = [
            { title: w.host, main: true, cell: (one) => html`<span class="code">${one.host}</span>` },
            { title: w.from, cell: (one) => dateView(one.from) },
            { title: w.to, cell: (one) => (one.to ? dateView(one.to) : "–") },
            { title: w.document, cell: (one) => html`<span class="code">${one.document}</span>` },
        ];
        return html`<section class="block">
            <h2>${w.secondments}</h2>
            ${table({ label: w.secondments, columns, rows: all, key: (one) => `${one.host}-${one.from}` })}
        </section>`;
    }

    private dossier(): TemplateResult | typeof nothing {
        const line = this.dossiers.body?.data.items?.[0];
        const acts = this.leaving.body?.data;
        if (!line || !acts) return nothing;
        return html`<p>
                ${w.dossier} <a href="/ho-so/${line.dossier}">${line.dossier}</a> ${statusBadge(line.status)}
            </p>
            ${deedButtons(acts.actions, leavingDeeds(line.dossier, acts.revision), this.done)}`;
    }

    private state(one: Mandate, may: boolean): TemplateResult {
        return html`${mandateState(one)}
        ${
            may && canBeRevoked(one)
                ? html`<br /><button
                          type="button"
                          class="small danger"
                          @click=${() => void revoking(one).then((acting) => this.do(acting))}
                      >
                          ${w.revoke}
                      </button>`
                : nothing
        }`;
    }
}
