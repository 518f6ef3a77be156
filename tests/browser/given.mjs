// What the demonstration province holds, by role: the addresses that screens.mjs fills in.
export async function given({ ask }) {
    const staff = await ask("staff", "/v1/session");
    // Where the log holds what a deputy did to one dossier on the ground of 118/QĐ-STC.
    const rated = await ask("QN105001", "/v1/dossiers/2023.QN201001");
    const byDeputy = Object.values(rated.data)
        .flat()
        .find((value) => JSON.stringify(value?.by ?? "").includes("118-QD-STC"));
    const members = await ask("QN102003", "/v1/party/committees/51-S02/dossiers?cycle=2023");
    return {
        member: members.data.items.find((line) => line.status === "NOTIFIED").dossier,
        cycle: staff.cycle.cycle,
        staff: staff.me.person,
        dossier: staff.cycle.dossier,
        byDeputy: String(byDeputy.by.position),
    };
}
