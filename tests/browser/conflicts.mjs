// What one wrote beside what somebody else wrote meanwhile, whatever the form; a quota settled, and the decision that
// rests on it; a cycle closed and opened again; opinions that the synthesis leaves out, and who was lowered.
import assert from "node:assert/strict";
import { compared, documented, fillByLabel, press, send } from "./dialogs.mjs";
import { settled } from "./harness.mjs";
import { propose, rateCollective } from "./working.mjs";

const purpose = "purpose=05%2FQ%C4%90-TTr";
const workingDay = (offset) => {
    const date = new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000);
    return [0, 6].includes(date.getUTCDay()) ? workingDay(offset + 1) : date.toISOString().slice(0, 10);
};

// Somebody of a division in the first of these agencies that has one in this small province.
async function ordinary({ ask }, agencies) {
    for (const agency of agencies) {
        const codes = `QN1${agency.slice(-2)}`;
        const [director, personnel] = [`${codes}001`, `${codes}002`];
        const { data } = await ask("home-affairs", `/v1/dossiers?cycle=2023&agency=${agency}&limit=50`);
        const one = data.items.find(
            ({ person, unit, leader }) => !leader && person !== personnel && unit.unit.includes("-M"),
        );
        if (one) return { agency, director, personnel, one };
    }
    throw new Error(`nobody works in a division of ${agencies}`);
}

export const conflictBehaviour = {
    async "conflict: two correct one person; both are shown, and the own goes on top"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send: post, codes } = found.working;
        const person = "QN990007";
        await post(codes.officer, "/v1/people", {
            person,
            fullName: "Võ Thị Ngọc Anh",
            birthDate: "1991-05-06",
            sex: "FEMALE",
        });
        const { page, problems } = await as("officer", { where: "working" });
        await page.goto(`${working}/nguoi/${person}?${purpose}`);
        await settled(page);
        const dialog = await press(page, "Đính chính thông tin");
        await dialog.locator("[name=fullName]").fill("Võ Thị Ngọc Ánh");
        await dialog.locator("[name=reason]").fill("Thiếu dấu sắc");
        await post(codes.officer, `/v1/people/${person}/corrections`, {
            fullName: "Võ Thị Ngọc Ảnh",
            reason: "Thiếu dấu hỏi",
        });
        await send(dialog, "Đính chính thông tin");
        assert.deepEqual(await compared(dialog, "Họ và tên"), ["Võ Thị Ngọc Ánh", "Võ Thị Ngọc Ảnh"]);
        // What was entered can be taken along, whatever is chosen.
        await dialog.getByRole("button", { name: "Chép nội dung đang nhập" }).waitFor();
        await dialog.getByRole("button", { name: "Tiếp tục với nội dung đang nhập" }).click();
        await dialog.waitFor({ state: "detached" });
        await page.getByText("Võ Thị Ngọc Ánh").first().waitFor();
        const { data } = await worlds.working.ask("officer", `/v1/people/${person}?${purpose}`);
        assert.equal(data.person.fullName, "Võ Thị Ngọc Ánh");
        assert.equal(data.person.corrections, 2);
        problems.length = 0; // the browser reports the status 412
    },

    async "conflict: a unit is renamed meanwhile; the other version is taken and nothing is written"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send: post, codes } = found.working;
        const unit = "51-S20-T8";
        const from = "2025-01-01";
        await post(codes.officer, "/v1/units", { unit, name: "Tổ Một", kind: "DIVISION", parent: "51-S20", from });
        const { page, problems } = await as("officer", { where: "working" });
        await page.goto(`${working}/don-vi?unit=${unit}`);
        await settled(page);
        const dialog = await press(page, "Đổi tên, chuyển cấp trên");
        await dialog.locator("input[name=name]").fill("Tổ Hai");
        await dialog.locator("input[name=from]").fill("01/06/2025");
        await documented(dialog, "QD-NAY", "412/QĐ-XL");
        await post(codes.officer, `/v1/units/${unit}/changes`, {
            name: "Tổ Ba",
            from: "2025-05-01",
            document: "QD-NAY",
        });
        await send(dialog, "Đổi tên, chuyển cấp trên");
        assert.deepEqual(await compared(dialog, "Tên"), ["Tổ Hai", "Tổ Ba"]);
        await dialog.getByRole("button", { name: "Lấy nội dung của hệ thống" }).click();
        await dialog.waitFor({ state: "detached" });
        await page.getByRole("heading", { name: "Tổ Ba" }).waitFor();
        const { data } = await worlds.working.ask("officer", `/v1/units/${unit}`);
        assert.equal(data.unit.versions.length, 2);
        problems.length = 0; // the browser reports the status 412
    },

    async "conflict: two comments on one dossier; both are shown, and both stand in the end"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send: post, revision, codes, returned: dossier } = found.working;
        const { page, problems } = await as("director", { where: "working" });
        await page.goto(`${working}/nhan-xet/${dossier}`);
        await settled(page);
        await page.locator("textarea[name=text]").fill("Cần chủ động hơn.");
        await post(
            codes.director,
            `/v1/dossiers/${dossier}/comments`,
            { side: "DIRECT_HEAD", text: "Phối hợp tốt." },
            await revision(codes.director, dossier),
        );
        await page.getByRole("button", { name: "Ghi ý kiến", exact: true }).click();
        assert.deepEqual(await compared(page.locator("main"), "Ý kiến"), ["Cần chủ động hơn.", "Phối hợp tốt."]);
        await page.getByRole("button", { name: "Tiếp tục với nội dung đang nhập" }).click();
        await page.getByText("Ý kiến đã ghi").waitFor();
        const { data } = await worlds.working.ask("director", `/v1/dossiers/${dossier}`);
        assert.deepEqual(
            data.comments.map(({ event }) => event.text),
            ["Phối hợp tốt.", "Cần chủ động hơn."],
        );
        problems.length = 0; // the browser reports the status 412
    },

    async "conflict: a plan is adopted meanwhile; the other version is taken and stays the only one"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send: post, codes } = found.working;
        const cycle = "2023"; // in which everybody was rated
        const plan = `${cycle}.p.${codes.waiting}`;
        const { page, problems } = await as("waiting", { where: "working" });
        await page.goto(`${working}/khac-phuc/${plan}/lap`);
        await settled(page);
        await fillByLabel(page.locator("section.card").first(), {
            "Nội dung": "Phối hợp chưa kịp thời",
            "Nguyên nhân": "Chưa có quy chế",
            "Việc phải làm": "Lập quy chế phối hợp",
            "Sản phẩm hoặc minh chứng": "Quy chế",
            "Thời hạn": workingDay(10).split("-").reverse().join("/"),
        });
        await page.locator("mb-document input").last().fill("QD-NAY");
        await page.keyboard.press("Tab");
        await post(
            codes.waiting,
            `/v1/remediation-plans/${plan}/adoption`,
            {
                cycle,
                owner: { person: codes.waiting },
                shortcomings: [
                    {
                        shortcoming: "HC1",
                        description: "Báo cáo chậm",
                        foundIn: { source: "RATING_DECISION", document: "QD-NAY" },
                        cause: "SUBJECTIVE",
                        causeText: "Chưa sắp xếp công việc",
                        measures: [
                            {
                                measure: "BP1.1",
                                action: "Lập lịch báo cáo",
                                product: "Lịch",
                                responsible: codes.waiting,
                                due: workingDay(12),
                            },
                        ],
                    },
                ],
                answerable: [],
                document: "QD-NAY",
            },
            0,
        );
        await page.getByRole("button", { name: "Ban hành kế hoạch" }).click();
        const [mine, theirs] = await compared(page.locator("main"), "Hạn chế, khuyết điểm và biện pháp");
        assert.match(mine, /Phối hợp chưa kịp thời/);
        assert.match(theirs, /Báo cáo chậm/);
        await page.getByRole("button", { name: "Lấy nội dung của hệ thống" }).click();
        await page.waitForFunction(() =>
            [...document.querySelectorAll("textarea")].some((one) => one.value === "Báo cáo chậm"),
        );
        const { data } = await worlds.working.ask("waiting", `/v1/remediation-plans/${plan}`);
        assert.equal(data.shortcomings.length, 1);
        assert.equal(data.shortcomings[0].description, "Báo cáo chậm");
        problems.length = 0; // the browser reports the status 412
    },

    async "settlement: somebody settled meanwhile; then the level is decided as it was settled"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send: post, cycle, dossierOf } = found.working;
        const { agency, director, personnel, one } = await ordinary(worlds.working, ["51-S18", "51-S16", "51-S14"]);
        const dossier = dossierOf(one.person);
        await propose(found.working, { agency, director, personnel, persons: [one], level: "EXCELLENT" });
        await rateCollective(post, { director, personnel }, `/v1/cycles/${cycle}/collectives/${one.unit.unit}`);
        const levels = async () => {
            const { data } = await worlds.working.ask(director, `/v1/dossiers/${dossier}/allowed-actions`);
            const decide = data.actions.find(({ action }) => action === "decide-rating");
            return Object.fromEntries(decide.levels.map(({ level, allowed }) => [level, allowed]));
        };
        const { page, problems } = await as(director, { where: "working" });
        await page.goto(`${working}/ty-le?unit=${agency}&cycle=${cycle}`);
        await settled(page);
        const dialog = await press(page, "Chốt tỷ lệ");
        await dialog.locator("textarea[name=reason]").fill("Chưa đủ số người xếp loại tốt");
        await post(
            director,
            `/v1/cycles/${cycle}/settlements/${agency}`,
            { selected: [], reason: "Không đủ căn cứ để có tỷ lệ xuất sắc" },
            0,
        );
        await send(dialog, "Chốt tỷ lệ");
        assert.deepEqual(await compared(dialog, "Lý do"), [
            "Chưa đủ số người xếp loại tốt",
            "Không đủ căn cứ để có tỷ lệ xuất sắc",
        ]);
        await dialog.getByRole("button", { name: "Lấy nội dung của hệ thống" }).click();
        await page.getByText("xuống mức tốt", { exact: true }).waitFor();
        const may = await levels();
        assert.deepEqual([may.EXCELLENT, may.GOOD], [false, true], "what is said beforehand");

        await page.goto(`${working}/ket-luan?unit=${agency}`);
        const row = page.locator(`[data-row="${dossier}"]`);
        await row.getByRole("checkbox").check();
        await page.getByRole("button", { name: "Mở hồ sơ tiếp theo trong danh sách" }).click();
        await page.getByRole("button", { name: "Đã xem, đóng" }).click();
        const deciding = await press(page, "Kết luận 1 hồ sơ");
        await deciding.locator("select[name=level]").selectOption("EXCELLENT");
        await documented(deciding, "QD-NAY", "412/QĐ-XL");
        await send(deciding, "Kết luận 1 hồ sơ");
        await deciding.getByRole("alert").waitFor(); // lowered: excellent is refused, in words
        await deciding.locator("select[name=level]").selectOption("GOOD");
        await deciding.locator("textarea[name=reason]").fill("Theo kết quả chốt tỷ lệ");
        await send(deciding, "Kết luận 1 hồ sơ");
        await deciding.waitFor({ state: "detached" });
        const { data } = await worlds.working.ask(director, `/v1/dossiers/${dossier}`);
        assert.equal(data.line.decidedLevel, "GOOD");
        assert.equal(data.decisions.at(-1).event.reason, "Theo kết quả chốt tỷ lệ");
        problems.length = 0; // the browser reports what was refused
    },

    async "cycle: one is opened, closed and opened again; one with open dossiers is not closed"({
        as,
        working,
        worlds,
        found,
    }) {
        const { cycle } = found.working;
        const { page, problems } = await as("officer", { where: "working" });
        await page.goto(`${working}/ky?cycle=${cycle}`);
        await settled(page);
        let dialog = await press(page, "Đóng kỳ");
        await documented(dialog, "VB-NAY", "5801/UBND-NC");
        await send(dialog, "Đóng kỳ");
        await dialog.getByRole("alert").waitFor();
        problems.length = 0;
        await dialog
            .getByRole("button", { name: "Thôi" })
            .or(dialog.getByRole("button", { name: "Hủy" }))
            .first()
            .click();
        dialog = await press(page, "Mở kỳ mới");
        await dialog.locator("[name=year]").fill("2022");
        await dialog.locator("[name=title]").fill("Kỳ đánh giá, xếp loại năm 2022");
        await dialog.locator("[name=rulebook]").selectOption("nd90-2020");
        await dialog.locator("[name=scope]").fill("51-S20");
        await dialog.locator("[name=files]").fill("30/11/2022");
        await documented(dialog, "VB-NAY", "5801/UBND-NC");
        await send(dialog, "Mở kỳ mới");
        await dialog.waitFor({ state: "detached" });
        await page.goto(`${working}/ky?cycle=2022`);
        await settled(page);
        dialog = await press(page, "Đóng kỳ");
        await documented(dialog, "VB-NAY", "5801/UBND-NC");
        await send(dialog, "Đóng kỳ");
        const state = page.locator(".card-title .tag");
        await state.getByText("Đã đóng", { exact: true }).waitFor();
        assert.equal(await page.getByRole("button", { name: "Gia hạn" }).count(), 0, "a closed cycle is extended");
        dialog = await press(page, "Mở lại kỳ");
        await dialog.locator("[name=reason]").fill("Bổ sung một đơn vị");
        await documented(dialog, "VB-NAY", "5801/UBND-NC");
        await send(dialog, "Mở lại kỳ");
        await state.getByText("Đang mở", { exact: true }).waitFor();
        await page.getByText("Bổ sung một đơn vị").waitFor();
        const { data } = await worlds.working.ask("officer", "/v1/cycles/2022");
        assert.equal(data.closed, false);
        assert.equal(data.cycle.closings[0].reopened.event.reason, "Bổ sung một đơn vị");
    },

    async "synthesis: opinions of the minutes that the proposal leaves out are named"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send: post, revision, cycle, dossierOf } = found.working;
        const { agency, director, personnel, one } = await ordinary(worlds.working, ["51-S17", "51-S12"]);
        const dossier = dossierOf(one.person);
        await propose(found.working, { agency, director, personnel, persons: [one], level: "GOOD" });
        const meeting = `HOP-${one.person}-${cycle}`;
        const opinions = [
            "Hoàn thành tốt các nhiệm vụ được giao.",
            "Cần mạnh dạn đề xuất hơn.",
            "Hai báo cáo quý II phải làm lại vì số liệu sai.",
        ];
        await post(director, `/v1/meetings/${meeting}/reopening`, { reason: "Bổ sung ý kiến" }, 2);
        await post(
            director,
            `/v1/meetings/${meeting}/minutes`,
            {
                adoptedAt: new Date().toISOString(),
                opinions: opinions.map((text, at) => ({
                    about: one.person,
                    number: at + 1,
                    speaker: personnel,
                    text,
                })),
            },
            3,
        );
        await post(
            personnel,
            `/v1/dossiers/${dossier}/proposal`,
            {
                level: "GOOD",
                meeting,
                reason: "Theo biên bản bổ sung",
                synthesis: "Ý kiến số 1 ghi nhận kết quả; cần mạnh dạn đề xuất hơn.",
            },
            await revision(personnel, dossier),
        );
        const { page } = await as(director, { where: "working" });
        await page.goto(`${working}/ho-so/${dossier}?xem=minutes`);
        await settled(page);
        const card = page.locator("mb-dossier-synthesis");
        await card.getByText("1 ý kiến trong biên bản chưa thấy trong bản tổng hợp").waitFor();
        const rows = await card.locator("tbody tr").allTextContents();
        assert.match(rows[0], /nêu theo số/);
        assert.match(rows[1], /theo từ ngữ/);
        assert.match(rows[2], /chưa thấy/);
    },

    async "part-year: who came, moved or was on leave among the lowered is asked about and listed"({ as, address }) {
        const { page } = await as("home-affairs");
        await page.goto(`${address}/ty-le?unit=51-S05&cycle=2023`);
        await settled(page);
        const card = page.locator("mb-part-year");
        await card.getByRole("heading", { name: "Người không công tác đủ năm tại cơ quan" }).waitFor();
        await card.getByText(/người được đề xuất xuất sắc/).waitFor();
        // Somebody who neither oversees nor settles is told nothing of leaves.
        const other = await as("QN105002");
        const answer = await other.page.request.get(`${address}/v1/cycles/2023/settlements/51-S05/part-year`);
        assert.equal(answer.status(), 404);
    },
};
