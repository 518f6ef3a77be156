// What the demonstration province holds, by role: the addresses that screens.mjs fills in.
export async function given({ ask }) {
    const staff = await ask("staff", "/v1/session");
    return { cycle: staff.cycle.cycle, staff: staff.me.person, dossier: staff.cycle.dossier };
}
