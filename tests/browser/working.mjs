// A province at work: over the demonstration of 2023 the cycle of this year is opened in one department, whose people
// are at different steps of it. Everything goes through the public API, each act by whoever may do it.
//   const work = await prepare(address, (person) => token)
import { asked } from "./harness.mjs";

// Local days of Vietnam.
const day = (offset) => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

export const people = {
    officer: "QN190003", // of Home Affairs: opens cycles
    director: "QN105001",
    personnel: "QN105002",
    drafting: "QN201003", // has tasks and has filed nothing
    filing: "QN201004", // files in a test
    waiting: "QN201005", // has filed, waits for the head's comment
    returned: "QN201006", // was returned
    notified: "QN201001", // decided and notified, has not acknowledged
};

// The level of a unit as it was decided on paper, where nobody here has rated and appraised it before.
export async function rateCollective(send, { director, personnel }, collective) {
    const paper = { document: "QD-NAY", actedAt: new Date().toISOString() };
    await send(
        personnel,
        `${collective}/decision`,
        {
            level: "GOOD",
            reason: "Hoàn thành kế hoạch năm",
            document: "QD-NAY",
            onPaper: { signer: director, paper },
        },
        0,
    );
}

// People of one agency through the steps of this year, up to a proposal: tasks done and exceeded, a form, the head's
// judgement, a meeting with minutes.
export async function propose(working, { agency, director, personnel, persons, level }) {
    const { send, revision, cycle, year, dossierOf, codes } = working;
    const well = { value: "WELL" };
    const general = { politics: well, ethics: well, style: well, discipline: well };
    const judged = { general, effectiveness: "HIGH" };
    const opened = persons.map(({ person }) => person);
    await send(codes.officer, `/v1/cycles/${cycle}/dossiers`, { agency, persons: opened });
    for (const person of opened) {
        const work = `/v1/work/${year}/people/${person}`;
        const task = { task: "NV1", product: "Báo cáo", quantity: 1 };
        await send(director, `${work}/tasks`, {
            tasks: [{ ...task, title: "Kiểm tra cơ sở", due: day(0), exceededWhen: "Trước hạn ít nhất 10 ngày" }],
        });
        await send(person, `${work}/deliveries`, { deliveries: [{ ...task, on: day(0) }] });
        await send(director, `${work}/acceptances`, {
            acceptances: [{ task: "NV1", completed: true, onTime: true, ofQuality: true, exceeded: true }],
        });
        const on = async (who, what, body) =>
            send(who, `/v1/dossiers/${dossierOf(person)}/${what}`, body, await revision(who, dossierOf(person)));
        await on(person, "self-assessment", {
            sections: [
                {
                    heading: "Kết quả thực hiện chức trách, nhiệm vụ được giao",
                    text: "Hoàn thành vượt mức các nhiệm vụ được giao.",
                },
            ],
            ...judged,
            proposedLevel: level,
        });
        await on(director, "comments", { side: "DIRECT_HEAD", text: "Chủ động, vượt tiến độ." });
        await on(director, "judgements", { judge: "DIRECT_HEAD", ...judged });
        const meeting = `HOP-${person}-${cycle}`;
        const now = () => new Date().toISOString();
        await send(
            director,
            "/v1/meetings",
            {
                meeting,
                cycle,
                unit: persons.find((one) => one.person === person).unit.unit,
                heldAt: now(),
                chair: director,
                secretary: personnel,
                discussed: [person],
                attendees: [
                    { person: director, role: "LEADERSHIP", present: true, inWriting: false },
                    { person: personnel, role: "STAFF", present: true, inWriting: false },
                ],
            },
            0,
        );
        await send(
            director,
            `/v1/meetings/${meeting}/minutes`,
            { adoptedAt: now(), opinions: [{ about: person, number: 1, speaker: personnel, text: "Nhất trí." }] },
            1,
        );
        await on(personnel, "proposal", { level, meeting, reason: "Theo ý kiến của cuộc họp" });
    }
}

export async function prepare(address, tokenOf) {
    const year = Number(day(0).slice(0, 4));
    const cycle = String(year);
    const tokens = new Map();
    let last = 0; // position of what was written last
    const send = async (person, path, body, ifMatch) => {
        if (!tokens.has(person)) tokens.set(person, tokenOf(person));
        const answer = await asked(address + path, {
            method: body ? "POST" : "GET",
            headers: {
                Authorization: `Bearer ${tokens.get(person)}`,
                ...(body ? { "Content-Type": "application/json" } : {}),
                ...(ifMatch === undefined ? {} : { "If-Match": `"${ifMatch}"` }),
            },
            ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${person} ${path}: ${answer.status} ${text}`);
        const said = JSON.parse(text);
        if (body) last = said.lastPosition;
        return said;
    };
    const revision = async (person, dossier) =>
        (await send(person, `/v1/dossiers/${dossier}/allowed-actions?min_position=${last}`)).data.revision;
    const document = (id, number, kind, title, unit, signer, date = day(-20)) =>
        send(people.officer, "/v1/documents", {
            document: id,
            number,
            date,
            issuer: "Sở Tài chính",
            issuerUnit: unit,
            kind,
            title,
            signer,
            signingCapacity: "HEAD",
            effectiveFrom: date,
        });
    // From the head's judgement to the notice, which its reader has not acknowledged.
    const conclude = async (person) => {
        const dossier = dossierOf(person);
        const on = (what) => `/v1/dossiers/${dossier}/${what}`;
        const now = () => new Date().toISOString();
        const judged = async (actor, what, body) => send(actor, on(what), body, await revision(actor, dossier));
        await judged(people.director, "comments", {
            side: "DIRECT_HEAD",
            text: "Chủ động, đúng hạn; cần sát cơ sở hơn.",
        });
        await judged(people.director, "judgements", {
            judge: "DIRECT_HEAD",
            general: form.general,
            effectiveness: "MET",
        });
        await send(
            people.director,
            "/v1/meetings",
            {
                meeting: `HOP-${cycle}`,
                cycle,
                unit: "51-S05-M1",
                heldAt: now(),
                chair: people.director,
                secretary: people.personnel,
                discussed: [person],
                attendees: [
                    { person: people.director, role: "LEADERSHIP", present: true, inWriting: false },
                    ...everybody.map((one) => ({ person: one, role: "STAFF", present: true, inWriting: false })),
                ],
            },
            0,
        );
        await send(
            people.director,
            `/v1/meetings/HOP-${cycle}/minutes`,
            {
                adoptedAt: now(),
                opinions: [
                    { about: person, number: 1, speaker: people.drafting, text: "Nhất trí với phiếu tự đánh giá." },
                ],
            },
            1,
        );
        await rateCollective(send, people, `/v1/cycles/${cycle}/collectives/51-S05-M1`);
        await judged(people.personnel, "proposal", {
            level: "GOOD",
            meeting: `HOP-${cycle}`,
            reason: "Theo ý kiến của cuộc họp",
        });
        await judged(people.director, "decision", {
            level: "GOOD",
            reason: "Theo đề xuất",
            meeting: `HOP-${cycle}`,
            document: "QD-NAY",
        });
        await judged(people.director, "notice", { document: "TB-NAY", dated: day(0) });
    };
    await document(
        "VB-NAY",
        "5801/UBND-NC",
        "LETTER",
        "Công văn về việc đánh giá, xếp loại chất lượng năm nay",
        "51",
        "Cao Thị Minh Duyên",
    );
    await document(
        "QD-NAY",
        "412/QĐ-XL",
        "DECISION",
        "Quyết định xếp loại chất lượng",
        "51-S05",
        "Lê Thị Xuân Oanh",
        day(0),
    );
    await document(
        "TB-NAY",
        "96/TB-STC",
        "NOTICE",
        "Thông báo kết quả xếp loại chất lượng",
        "51-S05",
        "Lê Thị Xuân Oanh",
        day(0),
    );
    await send(people.officer, "/v1/cycles", {
        cycle,
        year,
        title: `Kỳ đánh giá, xếp loại năm ${year}`,
        document: "VB-NAY",
        rulebook: "nd90-48-2023",
        scope: ["51"],
        submission: { date: day(12), inclusive: true },
        selfAssessment: { date: day(5), inclusive: true },
        noticeWorkingDays: 5,
    });
    const everybody = [people.drafting, people.filing, people.waiting, people.returned, people.notified];
    const titles = [
        "Thẩm định dự toán các đơn vị",
        "Kiểm tra quản lý tài sản công",
        "Tổng hợp quyết toán ngân sách",
        "Tham mưu văn bản hướng dẫn",
    ];
    for (const person of everybody) {
        const done = titles.slice(0, person === people.notified ? 4 : 3);
        await send(people.director, `/v1/work/${year}/people/${person}/tasks`, {
            tasks: titles.map((title, index) => ({
                task: `NV${index + 1}`,
                title,
                product: "Báo cáo được duyệt",
                quantity: 1 + index,
                due: `${year}-0${3 + index * 2}-30`,
                exceededWhen: "Hoàn thành trước hạn ít nhất 10 ngày",
            })),
        });
        await send(person, `/v1/work/${year}/people/${person}/deliveries`, {
            deliveries: done.map((_, index) => ({
                task: `NV${index + 1}`,
                product: `Báo cáo số ${index + 1}`,
                quantity: 1 + index,
                on: [`${year}-0${3 + index * 2}-15`, day(0)].sort()[0],
            })),
        });
        await send(people.director, `/v1/work/${year}/people/${person}/acceptances`, {
            acceptances: done.map((_, index) => ({
                task: `NV${index + 1}`,
                completed: true,
                onTime: true,
                ofQuality: true,
                exceeded: index === 0,
            })),
        });
    }
    await send(people.officer, `/v1/cycles/${cycle}/dossiers`, { agency: "51-S05", persons: everybody });
    const dossierOf = (person) => `${cycle}.${person}`;
    const good = { value: "WELL" };
    const form = {
        sections: [
            {
                heading: "Kết quả thực hiện chức trách, nhiệm vụ được giao",
                text: "Hoàn thành các nhiệm vụ được giao, đúng tiến độ.",
            },
        ],
        general: {
            politics: good,
            ethics: good,
            style: { value: "MET", reason: "Cần sát cơ sở hơn" },
            discipline: good,
        },
        effectiveness: "MET",
        proposedLevel: "GOOD",
    };
    for (const person of [people.waiting, people.returned, people.notified])
        await send(
            person,
            `/v1/dossiers/${dossierOf(person)}/self-assessment`,
            form,
            await revision(person, dossierOf(person)),
        );
    await send(
        people.director,
        `/v1/dossiers/${dossierOf(people.returned)}/return`,
        { reason: "Bổ sung sản phẩm của nhiệm vụ số 4" },
        await revision(people.director, dossierOf(people.returned)),
    );
    await conclude(people.notified);
    // Of the cycle that is over: a petition that somebody took up.
    const petitioned = (await send("QN201006", "/v1/dossiers/2023.QN201006")).data;
    const standing = petitioned.decisionStandings.find((one) => one.inForce);
    await send(
        "QN201006",
        "/v1/objections",
        {
            objection: "KN-2023-1",
            kind: "PETITION",
            dossier: "2023.QN201006",
            decision: standing.revision,
            grounds:
                "Nhiệm vụ số 2 hoàn thành trước hạn 15 ngày, đã được nghiệm thu, nhưng chưa được tính là vượt mức.",
        },
        0,
    );
    await send(people.director, "/v1/objections/KN-2023-1/receipt", { resolver: people.director }, 1);
    const addresses = Object.fromEntries(Object.entries(people).map(([name, person]) => [name, dossierOf(person)]));
    const codes = Object.fromEntries(Object.entries(people).map(([name, person]) => [`${name}Code`, person]));
    return { cycle, year, dossierOf, send, revision, codes: people, ...addresses, ...codes };
}
