// What comes beside and after a member's level: an objection from its filing to its resolution, the grounds shared with
// the state side, and who is exempt.
import assert from "node:assert/strict";
import { fill, press, sent } from "./dialogs.mjs";
import { settled } from "./harness.mjs";

const [secretary, cell, unit] = ["QN102003", "QN102002", "51-S02"];
const paper = (number) => ({ number, issuer: "Đảng ủy Sở Nội vụ" });
const listed = async ({ ask }, cycle) =>
    (await ask(secretary, `/v1/party/committees/${unit}/dossiers?cycle=${cycle}`)).data.items ?? [];

export const partyAfterBehaviour = {
    async "party: a member objects, the objection is resolved, and the grounds are shared"({ as, working, worlds }) {
        const one = (await listed(worlds.working, "2023")).find(
            ({ status, person }) => status === "NOTIFIED" && ![secretary, cell].includes(person.person),
        );
        const address = `${working}/dang-vien/${one.dossier}`;
        const member = await as(one.person.person, { where: "working" });
        await member.page.goto(address);
        await settled(member.page);
        let dialog = await press(member.page, "Gửi kiến nghị, khiếu nại");
        await fill(dialog, { kind: "PETITION", grounds: "Chưa tính việc trực chi bộ quý III." });
        await sent(dialog, "Gửi kiến nghị, khiếu nại");
        await member.page.getByText("Chưa tính việc trực chi bộ quý III.").waitFor();

        const head = await as(secretary, { where: "working" });
        await head.page.goto(address);
        await settled(head.page);
        dialog = await press(head.page, "Tiếp nhận, giao người giải quyết");
        await sent(dialog, "Tiếp nhận, giao người giải quyết");
        dialog = await press(head.page, "Giải quyết kiến nghị");
        await fill(dialog, {
            outcome: "REJECTED",
            reasons: "Việc đó đã được tính ở tiêu chí 2.",
            ...paper("41-KL/ĐU"),
        });
        await sent(dialog, "Giải quyết kiến nghị");
        await head.page.getByText("Việc đó đã được tính ở tiêu chí 2.").waitFor();
        dialog = await press(head.page, "Cung cấp căn cứ cho bên Nhà nước");
        await fill(dialog, paper("42-CV/ĐU"));
        await sent(dialog, "Cung cấp căn cứ cho bên Nhà nước");
        await head.page.getByRole("heading", { name: "Đã cung cấp căn cứ cho bên Nhà nước" }).waitFor();

        const { data } = await worlds.working.ask(secretary, `/v1/party/dossiers/${one.dossier}`);
        assert.equal(data.resolutions.at(-1).event.outcome, "REJECTED");
        assert.equal(data.receipts.at(-1).event.resolver, secretary);
        assert.equal(data.shared.at(-1).event.paper.number, "42-CV/ĐU");
    },

    async "party: a member is exempt on a paper, and nothing more is asked of them"({ as, working, worlds, found }) {
        const { send: post, cycle, codes } = found.working;
        const person = "QN102001"; // no member yet, so that nobody else's test is about them
        await post(codes.officer, `/v1/people/${person}/party-membership`, { member: true, from: "2020-05-19" });
        const { page } = await as(cell, { where: "working" });
        await page.goto(`${working}/dang?unit=${unit}&cycle=${cycle}`);
        await settled(page);
        let dialog = await press(page, "Mở hồ sơ đảng viên");
        await fill(dialog, { cell: "Chi bộ Thanh tra", persons: person });
        await sent(dialog, "Mở hồ sơ đảng viên");
        await page.goto(`${working}/dang-vien/${cycle}.${person}`);
        await settled(page);
        dialog = await press(page, "Miễn kiểm điểm, xếp loại");
        await fill(dialog, { ground: "EXEMPT_FROM_ACTIVITY", ...paper("43-QĐ/ĐU") });
        await sent(dialog, "Miễn kiểm điểm, xếp loại");
        await page.getByRole("heading", { name: "Miễn kiểm điểm, xếp loại" }).waitFor();
        assert.equal(await page.getByRole("button", { name: "Ghi ý kiến thẩm định", exact: true }).count(), 0);
        const { data } = await worlds.working.ask(secretary, `/v1/party/dossiers/${cycle}.${person}`);
        assert.equal(data.exemptions.at(-1).event.ground, "EXEMPT_FROM_ACTIVITY");
        assert.equal(data.line.status, "EXEMPTED");
    },
};
