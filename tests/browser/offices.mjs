// The desks of an office: files, meetings, proposals and decisions, petitions, remediation, imports, administration.
// Screens as in screens.mjs, and what they do as in behaviour.mjs.
import assert from "node:assert/strict";
import { settled } from "./harness.mjs";
import { rateCollective } from "./working.mjs";

export const officeScreens = [
    {
        name: "board",
        printed: true,
        path: "/bang-ho-so?known_as_of=2023-11-30T24:00",
        role: "home-affairs",
        see: {
            vi: ["20/33 hồ sơ đã tiếp nhận", "Trả lại để bổ sung", "Lý do trả:", "Gửi muộn"],
            en: ["20 of 33 files accepted", "Returned for completion", "Returned because:", "Late"],
        },
    },
    {
        name: "board-returned",
        path: "/bang-ho-so?known_as_of=2023-11-30T24:00&status=RETURNED",
        role: "inspector",
        see: { vi: ["Sở Nông nghiệp và Phát triển nông thôn", "2 trong 33"], en: ["51-S07", "2 of 33"] },
    },
    {
        name: "file",
        printed: true,
        path: "/bang-ho-so/51-S07",
        role: "home-affairs",
        see: { vi: ["Trả lại lần gửi 1", "Tiếp nhận lần gửi 2"], en: ["No. 1 returned", "No. 2 accepted"] },
    },
    {
        name: "remediation",
        path: "/khac-phuc?known_as_of=2024-03-20T24:00",
        role: "home-affairs",
        see: {
            vi: ["Đôn đốc lần 2", "Báo cáo cấp trên", "Quá thời hạn mà chưa có"],
            en: ["Urged, no. 2", "Reported upwards", "Past the term"],
        },
    },
    {
        name: "remediation-reopened",
        path: "/khac-phuc?known_as_of=2024-03-20T24:00&which=REOPENED",
        role: "inspector",
        see: { vi: ["3 trong 3"], en: ["3 of 3"] },
    },
    {
        name: "plan",
        printed: true,
        path: "/khac-phuc/2023.p.QN104001",
        role: "home-affairs",
        see: { vi: ["Nguyên nhân", "chưa có người khác xác nhận"], en: ["Cause", "nobody else has verified it yet"] },
    },
    {
        name: "objections",
        world: "working",
        path: "/giai-quyet?cycle=2023",
        role: "director",
        see: {
            vi: ["Lê Thị Thanh Quyên", "cũng là người đã kết luận", "Đã tiếp nhận"],
            en: ["also decided the level", "Received", "internal rules"],
        },
    },
    {
        name: "objection",
        printed: true,
        world: "working",
        path: "/giai-quyet/KN-2023-1",
        role: "director",
        see: {
            vi: ["Kết luận bị kiến nghị", "Xem hồ sơ như tại thời điểm kết luận", "Hoàn thành tốt nhiệm vụ"],
            en: ["The decision objected to", "The file as it stood at the decision", "Good completion of tasks"],
        },
    },
    {
        name: "settlement",
        path: "/ty-le?unit=51-S05",
        role: "QN105001",
        see: {
            vi: ["Mọi cách tính", "đang áp dụng", "giữ mức xuất sắc", "trong tỷ lệ"],
            en: ["Every reading", "binding", "stays excellent", "within the quota"],
        },
    },
    {
        name: "decisions-notices",
        path: "/ket-luan?which=NOTIFIED",
        role: "QN105001",
        see: { vi: ["Trương Văn Duy", "sau 3 ngày làm việc"], en: ["Trương Văn Duy", "3 working days later"] },
    },
    {
        name: "meetings",
        path: "/cuoc-hop",
        role: "QN105001",
        see: { vi: ["HOP-51-S05-M1", "Đã thông qua"], en: ["HOP-51-S05-M1", "Adopted"] },
    },
    {
        name: "meeting",
        printed: true,
        path: "/cuoc-hop/HOP-51-S05-M1",
        role: "QN105001",
        see: { vi: ["Tập thể lãnh đạo", "Ý kiến nhận xét"], en: ["Leadership", "Opinions"] },
    },
    {
        name: "meeting-new",
        path: "/cuoc-hop/moi?unit=51-S05-M1",
        role: "QN105001",
        see: { vi: ["Thành phần và người được nhận xét"], en: ["Who took part, who was discussed"] },
    },
    {
        name: "cycles",
        path: "/ky",
        role: "home-affairs",
        see: { vi: ["trước ngày 30/11/2023", "Mưa lũ kéo dài"], en: ["before 30/11/2023", "Extensions"] },
    },
    {
        name: "organisation",
        path: "/don-vi?unit=51-S05",
        role: "administrator",
        see: { vi: ["Đơn vị trực thuộc", "Trung tâm Thẩm định giá"], en: ["Units below", "Set up a unit below"] },
    },
    {
        name: "person",
        path: "/nguoi/QN105002?purpose=05",
        role: "home-affairs",
        see: { vi: ["Được làm gì", "Ghi cuộc họp, biên bản"], en: ["May do what", "Record meetings and minutes"] },
    },
    {
        name: "imports",
        path: "/nhap-danh-sach",
        role: "administrator",
        async then(page, language) {
            const bad =
                "personCode,fullName,birthDate,sex,unitCode,post,class,leader,headOf,partyMember,managedBy," +
                "from,to,document\nQN999999,Lý Văn Sai,31/02/1990,nam,51-S99,Chuyên viên,công chức,,,,51-S05," +
                "01/01/2021,,\n";
            const file = { name: "danh-sach.csv", mimeType: "text/csv", buffer: Buffer.from(bad) };
            await page.locator("input[type=file]").setInputFiles(file);
            await page.getByRole("button", { name: language === "vi" ? "Kiểm tra tệp" : "Examine the file" }).click();
            await page.getByText("31/02/1990", { exact: true }).waitFor();
        },
        see: { vi: ["Ô sai", "birthDate", "51-S99"], en: ["Wrong cells", "birthDate", "51-S99"] },
    },
    {
        name: "exports",
        path: "/goi-ho-so",
        role: "inspector",
        async then(page, language) {
            const take = language === "vi" ? "Xuất gói hồ sơ" : "Take a package";
            await page.getByRole("button", { name: take }).click();
            const dialog = page.getByRole("dialog");
            await dialog.locator("input[name=code]").fill("51-S19");
            await dialog.locator("input[name=purpose]").fill("05/QĐ-TTr");
            await dialog.getByRole("button", { name: take }).click();
            await page.locator("a[download]").waitFor();
        },
        see: { vi: ["Đã xong", "05/QĐ-TTr"], en: ["Done", "05/QĐ-TTr"] },
    },
    {
        name: "reviews",
        path: "/kiem-diem",
        role: "home-affairs",
        see: { vi: ["Thời hạn kiểm điểm", "Đã kết luận"], en: ["Reviews are due", "Concluded"] },
    },
];

export const officeBehaviour = {
    async "an officer collects files and returns two, by keyboard only"({ as, working, worlds, found }) {
        const { send, cycle } = found.working;
        const units = ["51-S07", "51-S08", "51-S09"];
        for (const [index, sender] of ["QN107002", "QN108002", "QN109002"].entries())
            await send(sender, `/v1/cycles/${cycle}/files/${units[index]}/submission`, { leaveOutPending: true }, 0);
        const { page } = await as("officer", { where: "working" });
        await page.goto(`${working}/`);
        await settled(page);
        // To the board, and on it to the files that wait to be checked.
        const toLink = async (name) => {
            for (let at = 0; at < 60; at += 1) {
                await page.keyboard.press("Tab");
                const here = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
                if (here.startsWith(name)) return;
            }
            throw new Error(`Tab does not reach "${name}"`);
        };
        await toLink("Bảng hồ sơ");
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Bảng hồ sơ" }).waitFor();
        await settled(page);
        await toLink("Đã gửi, chờ kiểm tra");
        await page.keyboard.press("Enter");
        await page.waitForURL(/status=SUBMITTED/);
        for (const [index, unit] of units.entries()) {
            await page.locator(`[data-row="${unit}"]`).waitFor();
            const rows = await page.locator("[data-row]").evaluateAll((all) => all.map((one) => one.dataset.row));
            await page.evaluate(() => document.activeElement?.blur());
            for (let at = 0; at <= rows.indexOf(unit); at += 1) await page.keyboard.press("j");
            await toLink(index === 2 ? "Tiếp nhận" : "Trả hồ sơ");
            await page.keyboard.press("Enter");
            await page.getByRole("dialog").waitFor();
            if (index < 2) {
                await page.locator("dialog textarea[name=reason]").focus();
                await page.keyboard.type(`Danh sách kèm theo chưa khớp biên bản của ${unit}`);
                await page.keyboard.press("Tab");
                if (index === 0) await page.keyboard.type("0255 3822 510");
            } else await page.locator("dialog input[name=remark]").focus();
            await page.keyboard.press("Tab");
            await page.keyboard.press("Enter");
            await page.locator("dialog").waitFor({ state: "detached" });
            await page.locator(`[data-row="${unit}"]`).waitFor({ state: "detached" });
        }
        await toLink("Trả lại để bổ sung");
        await page.keyboard.press("Enter");
        const returned = page.locator('[data-row="51-S08"]');
        const call = returned.getByRole("link", { name: "0255 3822 510" });
        assert.equal(await call.getAttribute("href"), "tel:02553822510");
        await page.goto(`${working}/bang-ho-so?status=RETURNED&search=02553822510`);
        await returned.getByRole("button", { name: "Chép số 0255 3822 510" }).click();
        for (const [index, unit] of units.entries()) {
            const { data } = await worlds.working.ask("officer", `/v1/cycles/${cycle}/files/${unit}`);
            assert.equal(data.line.status, index === 2 ? "ACCEPTED" : "RETURNED", unit);
            if (index === 2) continue;
            assert.equal(data.versions.at(-1).returnPhone, "0255 3822 510");
            assert.doesNotMatch(data.versions.at(-1).returnReason, /0255/, "the number stands beside the reason");
        }
    },

    async "a petition goes from the notice to the re-rating"({ as, working, worlds, found }) {
        const { send, codes } = found.working;
        for (const [document, number, kind] of [
            ["KN-GQ", "77/QĐ-GQKN", "DECISION"],
            ["XL-LAI", "78/QĐ-XLL", "DECISION"],
        ])
            await send(codes.officer, "/v1/documents", {
                document,
                number,
                kind,
                date: "2024-04-01",
                issuer: "Sở Tài chính",
                issuerUnit: "51-S05",
                signer: "Lê Thị Xuân Oanh",
                title: "Quyết định giải quyết kiến nghị về xếp loại",
                signingCapacity: "HEAD",
                effectiveFrom: "2024-04-01",
            });
        const person = await as("QN201004", { where: "working" });
        await person.page.goto(`${working}/kien-nghi/2023.QN201004`);
        await person.page.locator("textarea[name=grounds]").fill("Sản phẩm số 3 bị tính hai lần vào phần chưa đạt.");
        await person.page.getByRole("button", { name: "Gửi kiến nghị" }).click();
        await person.page.locator("code.hash").waitFor();

        const { page } = await as("director", { where: "working" });
        await page.goto(`${working}/giai-quyet?cycle=2023`);
        await settled(page);
        await page.getByRole("link", { name: "Phạm Thị Xuân Quyên" }).click();
        await page.getByRole("heading", { name: "Giải quyết kiến nghị, khiếu nại" }).waitFor();
        const dialog = page.getByRole("dialog");
        await page.getByRole("button", { name: "Tiếp nhận, phân công giải quyết" }).click();
        await dialog.getByRole("button", { name: "Tiếp nhận, phân công giải quyết" }).click();
        await page.getByText("Pháp luật không cấm").first().waitFor();
        await page.getByRole("button", { name: "Kết luận giải quyết" }).click();
        await dialog.getByLabel("Kết quả").selectOption("UPHELD");
        await dialog
            .locator("textarea[name=reasons]")
            .fill("Đối chiếu biên bản nghiệm thu: sản phẩm số 3 đạt yêu cầu.");
        await dialog.locator("input[name=document]").fill("KN-GQ");
        await page.keyboard.press("Tab");
        await dialog.getByText("77/QĐ-GQKN").waitFor();
        await dialog.getByRole("button", { name: "Kết luận giải quyết" }).click();
        await page.getByRole("button", { name: "Hủy kết quả và xếp loại lại" }).click();
        await dialog.getByLabel("Mức mới").selectOption("COMPLETED");
        await dialog.locator("textarea[name=reason]").fill("Xếp loại lại theo kết quả giải quyết kiến nghị.");
        await dialog.locator("input[name=document]").fill("XL-LAI");
        await dialog.getByRole("button", { name: "Hủy kết quả và xếp loại lại" }).click();
        await page.getByText("Đã được thay thế").waitFor();
        await page.getByRole("heading", { name: "Việc phải làm theo" }).waitFor();
        const { data } = await worlds.working.ask("director", "/v1/dossiers/2023.QN201004");
        assert.equal(data.decisionStandings.length, 2);
        assert.equal(data.decisionStandings.at(-1).level, "COMPLETED");
        assert.equal(data.objections[0].outcome, "UPHELD");
    },

    async "minutes are adopted, a level is proposed, a list decided after its dossiers were opened, and notified"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send, revision, cycle, year, dossierOf, codes } = found.working;
        const [person, director, personnel] = ["QN203005", "QN106001", "QN106002"];
        const dossier = dossierOf(person);
        const { unit } = (await worlds.working.ask(director, `/v1/dossiers/2023.${person}`)).data.line;
        const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
        const done = ["NV1", "NV2"];
        await send(director, `/v1/work/${year}/people/${person}/tasks`, {
            tasks: done.map((task) => ({
                task,
                title: "Kiểm tra cơ sở",
                product: "Báo cáo",
                quantity: 1,
                due: today,
                exceededWhen: "Trước hạn ít nhất 10 ngày",
            })),
        });
        await send(person, `/v1/work/${year}/people/${person}/deliveries`, {
            deliveries: done.map((task) => ({ task, product: "Báo cáo", quantity: 1, on: today })),
        });
        const accepted = { completed: true, onTime: true, ofQuality: true, exceeded: false };
        await send(director, `/v1/work/${year}/people/${person}/acceptances`, {
            acceptances: done.map((task) => ({ task, ...accepted })),
        });
        await send(codes.officer, `/v1/cycles/${cycle}/dossiers`, { agency: "51-S06", persons: [person] });
        const well = { value: "WELL" };
        const general = { politics: well, ethics: well, style: well, discipline: well };
        const on = async (who, what, body) =>
            send(who, `/v1/dossiers/${dossier}/${what}`, body, await revision(who, dossier));
        const text = "Hoàn thành các nhiệm vụ được giao.";
        await on(person, "self-assessment", {
            sections: [{ heading: "Kết quả thực hiện chức trách, nhiệm vụ được giao", text }],
            general,
            effectiveness: "MET",
            proposedLevel: "GOOD",
        });
        await on(director, "comments", { side: "DIRECT_HEAD", text: "Chủ động, đúng hạn." });
        await on(director, "judgements", { judge: "DIRECT_HEAD", general, effectiveness: "MET" });
        const meeting = `HOP-S06-${cycle}`;
        await send(
            director,
            "/v1/meetings",
            {
                meeting,
                cycle,
                unit: unit.unit,
                heldAt: new Date().toISOString(),
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
        await rateCollective(send, { director, personnel }, `/v1/cycles/${cycle}/collectives/${unit.unit}`);

        const officer = await as(personnel, { where: "working" });
        await officer.page.goto(`${working}/cuoc-hop/${meeting}`);
        await settled(officer.page);
        await officer.page.locator("textarea").fill("Nhất trí với phiếu tự đánh giá.");
        await officer.page.getByRole("button", { name: "Xác nhận thông qua biên bản" }).click();
        await officer.page.getByText("Thông qua lúc").waitFor();
        await officer.page.goto(`${working}/ket-luan?which=MINUTES_ADOPTED&unit=51-S06`);
        await officer.page.getByRole("button", { name: "Đề xuất mức" }).click();
        await officer.page.getByRole("dialog").locator("select[name=level]").selectOption("GOOD");
        await officer.page.getByRole("dialog").locator("textarea[name=reason]").fill("Theo ý kiến của cuộc họp");
        await officer.page.getByRole("dialog").getByRole("button", { name: "Đề xuất mức" }).click();
        await officer.page.getByText("Không còn hồ sơ nào ở bước này").waitFor();

        const { page } = await as(director, { where: "working" });
        await page.goto(`${working}/ket-luan`);
        const row = page.locator(`[data-row="${dossier}"]`);
        await row.getByRole("checkbox").check();
        const decide = page.getByRole("button", { name: "Kết luận 1 hồ sơ" });
        assert.equal(await decide.isDisabled(), true, "a list is decided whose dossiers were not opened");
        await page.getByRole("button", { name: "Mở hồ sơ tiếp theo trong danh sách" }).click();
        await page.getByRole("button", { name: "Đã xem, đóng" }).click();
        await decide.click();
        await page.getByRole("dialog").locator("input[name=document]").fill("QD-NAY");
        await page.getByRole("dialog").getByRole("button", { name: "Kết luận 1 hồ sơ" }).click();
        await page.getByText("Không còn hồ sơ nào ở bước này").waitFor();
        await page.getByRole("link", { name: "Chờ thông báo" }).click();
        await row.getByRole("checkbox").check();
        await page.getByRole("button", { name: "Ban hành thông báo cho 1 người" }).click();
        await page.getByRole("dialog").locator("input[name=document]").fill("TB-NAY");
        await page.getByRole("dialog").getByRole("button", { name: "Ban hành thông báo cho 1 người" }).click();
        await page.getByText("Không còn hồ sơ nào ở bước này").waitFor();
        const { data } = await worlds.working.ask(director, `/v1/dossiers/${dossier}`);
        assert.equal(data.line.status, "NOTIFIED");
        assert.equal(data.line.decidedLevel, "GOOD");
    },
};
