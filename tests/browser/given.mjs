// What the demonstration province holds, by role: the addresses that screens.mjs fills in.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export async function given({ address, tokens }) {
    const ask = async (role, path) => {
        const token = readFileSync(join(tokens, `${role}.token`), "utf8").trim();
        const answer = await fetch(address + path, { headers: { Authorization: `Bearer ${token}` } });
        if (!answer.ok) throw new Error(`${role} ${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
    };
    const staff = await ask("staff", "/v1/session");
    return { cycle: staff.cycle.cycle, staff: staff.me.person, dossier: staff.cycle.dossier };
}
