// The document an act rests on: chosen by its code, read back by number and title, or registered on the spot.
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { act, ask, get, type AnswerOf, type Schemas } from "../api/client.js";
import { Part } from "../screen.js";
import { holds } from "../session.js";
import { dateText } from "../words/format.js";
import { say, words, type Pair } from "../words/words.js";
import { askAndAct } from "./acting.js";

type Registered = Schemas["DocumentRegistered"];
export type DocumentKind = Registered["kind"];

const kinds: Record<DocumentKind, Pair> = {
    DECISION: ["Quyết định", "Decision"],
    LETTER: ["Công văn", "Letter"],
    PLAN: ["Kế hoạch", "Plan"],
    NOTICE: ["Thông báo", "Notice"],
    AUTHORISATION: ["Giấy ủy quyền", "Authorisation"],
    APPOINTMENT: ["Quyết định bổ nhiệm, phân công", "Appointment"],
    MINUTES: ["Biên bản", "Minutes"],
    GUIDANCE: ["Hướng dẫn", "Guidance"],
    CONCLUSION: ["Kết luận", "Conclusion"],
    REGULATION: ["Quy chế, quy định", "Regulation"],
    ROSTER: ["Danh sách", "Roster"],
    SIGNED_LIST: ["Danh sách đã ký", "Signed list"],
    PARTY_OPINION: ["Ý kiến của cấp ủy", "Opinion of the party committee"],
    EVIDENCE: ["Tài liệu minh chứng", "Evidence"],
    OTHER: ["Văn bản khác", "Other"],
};
const capacities: Record<Registered["signingCapacity"], Pair> = {
    HEAD: ["Thủ trưởng", "Head"],
    TM: ["Thay mặt (TM.)", "On behalf of the collective"],
    KT: ["Ký thay (KT.)", "Signing for the head"],
    TL: ["Thừa lệnh (TL.)", "By order"],
    TUQ: ["Thừa ủy quyền (TUQ.)", "By delegated authority"],
};
const w = words({
    register: ["Đăng ký văn bản mới", "Register a new document"],
    code: ["Mã văn bản", "Code of the document"],
    codeHint: ["Mã ngắn do đơn vị đặt, ví dụ QD-412-2023", "A short code of your own, such as QD-412-2023"],
    number: ["Số, ký hiệu", "Number"],
    date: ["Ngày ban hành", "Dated"],
    kind: ["Loại văn bản", "Kind"],
    title: ["Trích yếu", "Title"],
    issuer: ["Cơ quan ban hành", "Issued by"],
    issuerUnit: ["Mã cơ quan ban hành", "Code of the issuing unit"],
    signer: ["Người ký", "Signed by"],
    capacity: ["Thẩm quyền ký", "Capacity of the signer"],
    done: ["Đã đăng ký văn bản", "Registered"],
    unknown: ["Chưa có văn bản mang mã này", "There is no document of this code"],
});

export const kindWords = (kind: DocumentKind): string => say(kinds[kind]);
const choices = <K extends string>(all: Record<K, Pair>): { value: string; title: string }[] =>
    Object.entries<Pair>(all).map(([value, pair]) => ({ value, title: say(pair) }));

// The code of what was registered.
export async function registerDocument(kind: DocumentKind = "DECISION", unit = ""): Promise<string | undefined> {
    let code: string | undefined;
    await askAndAct({
        title: w.register,
        fields: [
            { name: "document", label: w.code, hint: w.codeHint },
            { name: "number", label: w.number },
            { name: "date", label: w.date, kind: "date" },
            { name: "kind", label: w.kind, kind: "choice", value: kind, choices: choices(kinds) },
            { name: "title", label: w.title },
            { name: "issuer", label: w.issuer },
            { name: "issuerUnit", label: w.issuerUnit, value: unit, optional: true },
            { name: "signer", label: w.signer },
            {
                name: "signingCapacity",
                label: w.capacity,
                kind: "choice",
                value: "HEAD",
                choices: choices(capacities),
            },
        ],
        button: w.register,
        send: async (
            {
                document = "",
                number = "",
                date = "",
                kind: of,
                title = "",
                issuer = "",
                issuerUnit,
                signer = "",
                signingCapacity,
            },
            key,
        ) => {
            const answer = await act(
                "/v1/documents",
                {},
                {
                    document,
                    number,
                    date,
                    kind: of as DocumentKind,
                    title,
                    issuer,
                    signer,
                    signingCapacity: signingCapacity as Registered["signingCapacity"],
                    effectiveFrom: date,
                    ...(issuerUnit ? { issuerUnit } : {}),
                },
                { key },
            );
            if (answer.kind === "ready") code = document;
            return answer;
        },
        done: w.done,
    });
    return code;
}

class DocumentInput extends Part {
    @property() name = "";
    @property() label = "";
    @property() value = "";
    @property() kind: DocumentKind = "DECISION";
    @property({ type: Boolean }) optional = false;
    private read: AnswerOf<"/v1/documents/{document}">["data"]["document"]["registered"] | undefined;
    private unknown = false;

    override connectedCallback(): void {
        super.connectedCallback();
        if (this.value) void this.look(this.value);
    }

    private async look(code: string): Promise<void> {
        this.read = undefined;
        this.unknown = false;
        if (code) {
            const answer = await ask(get("/v1/documents/{document}", { document: code }));
            if (answer.kind === "ready") this.read = answer.body.data.document.registered;
            else this.unknown = answer.kind === "refused";
        }
        this.requestUpdate();
    }

    private async register(): Promise<void> {
        const code = await registerDocument(this.kind);
        const input = this.querySelector("input");
        if (!code || !input) return;
        input.value = code;
        await this.look(code);
    }

    override render(): TemplateResult {
        const { read } = this;
        return html`<input
                name=${this.name}
                aria-label=${this.label}
                autocomplete="off"
                ?required=${!this.optional}
                .defaultValue=${this.value}
                @change=${(event: Event) => void this.look((event.target as HTMLInputElement).value.trim())}
            />
            ${
                read
                    ? html`<small>${kindWords(read.kind)} ${read.number}, ${dateText(read.date)}: ${read.title}</small>`
                    : this.unknown
                      ? html`<small class="error">${w.unknown}</small>`
                      : nothing
            }
            ${
                holds("RECORD")
                    ? html`<button type="button" class="quiet small"
                @click=${() => void this.register()}>${w.register}</button>`
                    : nothing
            }`;
    }
}
customElements.define("mb-document", DocumentInput);
