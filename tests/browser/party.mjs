// The party's own acts, each done on its screen by whoever may: a member from the opening of the dossier to the notice,
// and an organisation from the list to its level.
import assert from "node:assert/strict";
import { fill, press, send, sent } from "./dialogs.mjs";
import { settled } from "./harness.mjs";
import { propose, rateCollective } from "./working.mjs";

const [secretary, cell, unit] = ["QN102003", "QN102002", "51-S02"];

// A member of the committee's unit whose level of this year is decided by the state, handed over and received.
async function memberToRate({ ask }, working) {
    const { send, revision, cycle, dossierOf } = working;
    const director = "QN102001";
    const { data } = await ask("home-affairs", `/v1/dossiers?cycle=2023&agency=${unit}&limit=100`);
    const { data: opened } = await ask(secretary, `/v1/party/committees/${unit}/dossiers?cycle=2023`);
    const members = new Set(
        opened.items.filter(({ status }) => status === "NOTIFIED").map((one) => one.person.person),
    );
    const one = data.items.find(({ person, leader }) => !leader && members.has(person) && person !== cell);
    if (!one) throw new Error("no member of the staff was rated in 2023");
    const { person } = one;
    await propose(working, { agency: unit, director, personnel: cell, persons: [one], level: "GOOD" });
    await rateCollective(send, { director, personnel: cell }, `/v1/cycles/${cycle}/collectives/${one.unit.unit}`);
    const dossier = dossierOf(person);
    await send(
        director,
        `/v1/dossiers/${dossier}/decision`,
        { level: "GOOD", reason: "Theo đề xuất", meeting: `HOP-${person}-${cycle}`, document: "QD-NAY" },
        await revision(director, dossier),
    );
    const list = { committee: "Đảng ủy Sở Nội vụ", committeeUnit: unit, document: "VB-BG-DANG" };
    await send(cell, `/v1/cycles/${cycle}/hand-overs/${unit}`, list, 0);
    await send(secretary, `/v1/party/hand-overs/${cycle}/${unit}/receipts`, { number: 1 });
    return person;
}

const paper = (number) => ({ number, issuer: "Đảng ủy Sở Nội vụ" });
// What cannot be done yet stands on the page with its reason, before anybody tries.
const notYet = async (page, title, why) => {
    const line = page.locator("details li", { hasText: title }).first();
    await line.waitFor({ state: "attached" });
    assert.match(await line.textContent(), why);
    assert.equal(await page.getByRole("button", { name: title, exact: true }).count(), 0, `${title} is offered`);
};

export const partyBehaviour = {
    async "party: a member's dossier is opened, reviewed, voted on as counts, decided and notified"({
        as,
        working,
        worlds,
        found,
    }) {
        const { cycle } = found.working;
        const person = await memberToRate(worlds.working, found.working);
        const dossier = `${cycle}.${person}`;
        const address = `${working}/dang-vien/${dossier}`;
        const office = await as(cell, { where: "working" });
        await office.page.goto(`${working}/dang?unit=${unit}&cycle=${cycle}`);
        await settled(office.page);
        let dialog = await press(office.page, "Mở hồ sơ đảng viên");
        await fill(dialog, { cell: "Chi bộ Thanh tra", persons: person });
        await sent(dialog, "Mở hồ sơ đảng viên");
        await office.page.locator(`[data-row="${dossier}"]`).getByText("Đã mở hồ sơ").waitFor();

        await office.page.goto(address);
        await settled(office.page);
        await notYet(office.page, "Ghi kết quả bỏ phiếu", /Chi ủy chưa thẩm định/);
        await notYet(office.page, "Ghi ý kiến thẩm định", /chưa nộp bản kiểm điểm/);

        const member = await as(person, { where: "working" });
        await member.page.goto(address);
        await settled(member.page);
        dialog = await press(member.page, "Nộp bản kiểm điểm");
        await fill(dialog, {
            strengths: "Hoàn thành nhiệm vụ chi bộ giao.",
            limits: "Còn ít phát biểu trong sinh hoạt chi bộ.",
            remedied: "Đã khắc phục hạn chế kỳ trước.",
            measures: "Đăng ký phát biểu mỗi quý.",
            level: "GOOD",
        });
        await sent(dialog, "Nộp bản kiểm điểm");
        await member.page.getByText("Còn ít phát biểu trong sinh hoạt chi bộ.").waitFor();

        await office.page.reload();
        await settled(office.page);
        dialog = await press(office.page, "Ghi ý kiến thẩm định");
        await fill(dialog, { grade0: "GOOD", grade1: "GOOD", grade2: "GOOD", opinion: "Nhất trí.", level: "GOOD" });
        await sent(dialog, "Ghi ý kiến thẩm định");
        await office.page.getByText("Nhất trí.").waitFor();
        // A ballot whose counts do not add up is refused in words; mended in the same dialog, it is taken.
        dialog = await press(office.page, "Ghi kết quả bỏ phiếu");
        await fill(dialog, { present: "9", good: "7", completed: "1", ...paper("31-BB/CB") });
        await send(dialog, "Ghi kết quả bỏ phiếu");
        await dialog.getByText(/Tổng số phiếu .* phải bằng số phiếu phát ra/).waitFor();
        await fill(dialog, { completed: "2" });
        await sent(dialog, "Ghi kết quả bỏ phiếu");
        await office.page.getByText("9 đảng viên có mặt").waitFor();
        dialog = await press(office.page, "Đề nghị mức xếp loại");
        await sent(dialog, "Đề nghị mức xếp loại");
        await office.page.getByText("Đã đề nghị").or(office.page.getByText("Chi bộ đã đề nghị")).first().waitFor();
        office.problems.length = 0; // the browser reports the refusal of the ballot

        const head = await as(secretary, { where: "working" });
        await head.page.goto(address);
        await settled(head.page);
        await notYet(head.page, "Thông báo kết quả", /chưa có quyết định xếp loại/);
        dialog = await press(head.page, "Quyết định mức xếp loại");
        await dialog.getByText("Mức chưa chọn được").waitFor(); // excellent: above what the criteria give
        await fill(dialog, { level: "GOOD", ...paper("32-QĐ/ĐU") });
        await sent(dialog, "Quyết định mức xếp loại");
        await head.page.getByText("32-QĐ/ĐU").waitFor();
        dialog = await press(head.page, "Thông báo kết quả");
        await fill(dialog, paper("33-TB/ĐU"));
        await sent(dialog, "Thông báo kết quả");
        await head.page.getByText("33-TB/ĐU").waitFor();

        const { data } = await worlds.working.ask(secretary, `/v1/party/dossiers/${dossier}`);
        assert.equal(data.line.status, "NOTIFIED");
        assert.equal(data.line.level, "GOOD");
        assert.equal(data.ballots.length, 1, "a refused ballot was kept");
        assert.deepEqual(
            ["present", "good", "completed", "invalid"].map((name) => data.ballots[0].event[name]),
            [9, 7, 2, 0],
        );
        await head.page.goto(`${working}/dang?unit=${unit}&cycle=${cycle}`);
        await head.page.locator(`[data-row="${dossier}"]`).getByText("Đã thông báo").waitFor();
    },

    async "party: an organisation rates itself, is graded, voted on and given its level"({ as, working, worlds }) {
        const cycle = "2023";
        const organisation = "CB-THU";
        const head = await as(secretary, { where: "working" });
        await head.page.goto(`${working}/dang?unit=${unit}&cycle=${cycle}&xem=organisations`);
        await settled(head.page);
        let dialog = await press(head.page, "Đưa tổ chức đảng vào danh sách xếp loại");
        await fill(dialog, { organisation, name: "Chi bộ Thử nghiệm" });
        await sent(dialog, "Đưa tổ chức đảng vào danh sách xếp loại");
        await head.page.getByRole("link", { name: "Chi bộ Thử nghiệm" }).click();
        await head.page.getByRole("heading", { name: "Chi bộ Thử nghiệm" }).waitFor();

        const office = await as(cell, { where: "working" });
        await office.page.goto(`${working}/dang/${unit}/${organisation}?cycle=${cycle}`);
        await settled(office.page);
        await notYet(office.page, "Ghi ý kiến thẩm định", /chưa tự xếp loại/);
        dialog = await press(office.page, "Ghi mức tự xếp loại");
        await fill(dialog, { level: "GOOD", ground: "Theo báo cáo kiểm điểm của chi bộ." });
        await sent(dialog, "Ghi mức tự xếp loại");
        await office.page.getByText("Theo báo cáo kiểm điểm của chi bộ.").waitFor();
        // Better than the grades give is refused with the reason; the level of the grades is taken.
        dialog = await press(office.page, "Ghi ý kiến thẩm định");
        await fill(dialog, {
            grade0: "GOOD",
            grade1: "AVERAGE",
            assigned: "10",
            completed: "10",
            opinion: "Đề nghị theo kết quả.",
            level: "EXCELLENT",
        });
        await send(dialog, "Ghi ý kiến thẩm định");
        await dialog.getByRole("alert").waitFor();
        await fill(dialog, { grade1: "GOOD", level: "GOOD" });
        await sent(dialog, "Ghi ý kiến thẩm định");
        await office.page.getByText("Hoàn thành 10 trong 10").waitFor();
        dialog = await press(office.page, "Ghi kết quả bỏ phiếu");
        await fill(dialog, { present: "9", good: "9", ...paper("34-BB/ĐU") });
        await sent(dialog, "Ghi kết quả bỏ phiếu");
        await office.page.getByText("34-BB/ĐU").waitFor();
        office.problems.length = 0; // the browser reports the refusal

        await head.page.reload();
        await settled(head.page);
        dialog = await press(head.page, "Quyết định mức xếp loại");
        await fill(dialog, { level: "GOOD", ...paper("35-QĐ/ĐU") });
        await sent(dialog, "Quyết định mức xếp loại");
        await head.page.getByText("35-QĐ/ĐU").waitFor();
        const { data } = await worlds.working.ask(secretary, `/v1/party/collectives/${cycle}/${unit}`);
        const line = data.items.find((one) => one.organisation === organisation);
        assert.equal(line.level, "GOOD");
        assert.equal(line.proposed, "GOOD");
        await head.page.goto(`${working}/dang?unit=${unit}&cycle=${cycle}&xem=organisations`);
        await head.page.locator(`[data-row="${organisation}"]`).getByText("HTTNV").first().waitFor();
    },
};

export const partyScreens = [
    {
        name: "party-organisations",
        path: `/dang?unit=${unit}&cycle=2023&xem=organisations`,
        role: secretary,
        see: { vi: ["Chi bộ 1", "được tối đa"], en: ["Chi bộ 1", "at most"] },
    },
    {
        name: "party-collective",
        path: `/dang/${unit}/CB-1?cycle=2023`,
        role: secretary,
        see: {
            vi: ["Chi bộ 1", "Thẩm định", "Chỉ ghi số phiếu"],
            en: ["Chi bộ 1", "Appraisal", "Only counts are kept"],
        },
    },
];
