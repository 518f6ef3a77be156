// Who may know who the protected petitioner is, and who opened what was filed: shown to the petitioner, and to those on
// the list.
import { html, nothing, type TemplateResult } from "lit";
import type { Schemas } from "../api/client.js";
import { dateView } from "../parts/badges.js";
import { words } from "../words/words.js";

const w = words({
    petitioner: ["Người kiến nghị", "The petitioner"],
    mayReceive: [
        "có thể tiếp nhận; thôi đọc được khi người khác đã tiếp nhận",
        "may receive it; no longer reads it once somebody else has",
    ],
    handled: ["tiếp nhận hoặc giải quyết", "receives or resolves it"],
    nobodyElse: ["Ngoài những người này, không ai biết người gửi là ai.", "Nobody but these learns who filed it."],
    opened: ["Ai đã mở", "Who opened it"],
    notOpened: ["Chưa ai mở", "Nobody has opened it"],
});

export function protectedReadersView({ items = [] }: Schemas["anonymousProtectedReaders"]): TemplateResult {
    const role = { PETITIONER: w.petitioner, MAY_RECEIVE: w.mayReceive, HANDLED: w.handled };
    return html`<ul class="plain-list readers">
            ${items.map(
                ({ person, role: of }) =>
                    html`<li>${person.name || person.person} <small class="muted">${role[of]}</small></li>`,
            )}
        </ul>
        <p class="muted">${w.nobodyElse}</p>`;
}

export function protectedViewsView({ items = [] }: { items?: Schemas["ProtectedViewLine"][] }): TemplateResult {
    return html`<h3>${w.opened}</h3>
        ${
            items.length === 0
                ? html`<p class="muted">${w.notOpened}</p>`
                : html`<ul class="plain-list readers">
                      ${items.map(
                          (one) =>
                              html`<li>
                                  ${one.actorName || one.actor}
                                  <small class="muted">${dateView(one.at)} ${one.purpose ?? nothing}</small>
                              </li>`,
                      )}
                  </ul>`
        }`;
}
