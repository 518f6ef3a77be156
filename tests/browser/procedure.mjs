// Reviews, remediation, quotas, people, rulebooks, the party, and who looked: screens as in screens.mjs, and
// what they do as in behaviour.mjs.
import assert from "node:assert/strict";
import { fillByLabel as fill } from "./dialogs.mjs";
import { settled } from "./harness.mjs";

const purpose = "purpose=05%2FQ%C4%90-TTr";
const day = (offset) => {
    const [year, month, date] = new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000)
        .toISOString()
        .slice(0, 10)
        .split("-");
    return `${date}/${month}/${year}`;
};
// A day from there on that is no Saturday and no Sunday; nobody is off in the weeks before Christmas.
const workingDay = (offset) => {
    const date = new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).getUTCDay();
    return date === 0 || date === 6 ? workingDay(offset + 1) : day(offset);
};

export const procedureScreens = [
    {
        name: "plan-missing",
        world: "working",
        path: "/khac-phuc/{cycle}.p.{waitingCode}",
        role: "waiting",
        see: {
            vi: ["Chưa lập kế hoạch khắc phục", "Chưa làm được, và lý do", "Chưa có kết luận mức xếp loại"],
            en: ["No plan has been adopted", "Not possible yet, and why"],
        },
    },
    {
        name: "plan-form",
        path: "/khac-phuc/2023.p.QN201003/lap",
        role: "QN201003",
        see: {
            vi: ["Hạn chế, khuyết điểm 1", "Biện pháp 1", "Ban hành kế hoạch"],
            en: ["Shortcoming 1", "Measure 1", "Adopt the plan"],
        },
    },
    {
        name: "settlement-quota",
        printed: true,
        world: "working",
        path: "/ty-le?unit=51-S05&cycle={cycle}",
        role: "officer",
        see: {
            vi: ["Nêu cách tính tỷ lệ", "Cho phép vượt tỷ lệ theo văn bản", "Tỷ lệ xuất sắc của các tập thể, đơn vị"],
            en: ["Name the reading", "Grant an exception by document", "Excellent quota of collectives"],
        },
    },
    {
        name: "review",
        printed: true,
        path: "/kiem-diem/2023.u.51-S10",
        role: "home-affairs",
        see: {
            vi: ["Gợi ý kiểm điểm", "kiểm điểm thứ 1", "Dự thảo báo cáo kiểm điểm"],
            en: ["Draft report", "no. 1 in order", "Shortcomings"],
        },
    },
    {
        name: "review-person",
        printed: true,
        path: `/kiem-diem/2023.p.QN110001?${purpose}`,
        role: "inspector",
        see: { vi: ["Phan Đức Nhân", "Đã kết luận"], en: ["Phan Đức Nhân", "Concluded"] },
    },
    {
        name: "review-conference",
        world: "working",
        path: "/kiem-diem/{cycle}.p.{waitingCode}/hoi-nghi",
        role: "personnel",
        see: { vi: ["Thứ tự kiểm điểm", "Ghi hội nghị"], en: ["Order of the review", "Record it"] },
    },
    {
        name: "review-conclusion",
        path: "/kiem-diem/2023.u.51-S10/ket-luan",
        role: "QN110002",
        see: {
            vi: ["Giải trình nội dung được gợi ý", "Lý do kết luận lại"],
            en: ["Explanations of what was suggested", "Why it is concluded again"],
        },
    },
    {
        name: "person-keeping",
        world: "working",
        path: "/nguoi/{waitingCode}",
        role: "personnel",
        see: {
            vi: ["Đính chính thông tin", "Bổ nhiệm, điều động, tuyển dụng", "Cử biệt phái", "Hợp nhất mã trùng"],
            en: ["Correct the entry", "Appoint, transfer or hire", "Record a secondment"],
        },
    },
    {
        name: "person-leaving",
        world: "working",
        path: "/nguoi/{waitingCode}?purpose=05",
        role: "officer",
        see: {
            vi: ["Hồ sơ của kỳ đang mở", "Đóng hồ sơ, không xếp loại"],
            en: ["Dossier of the running cycle", "Close the dossier without a rating"],
        },
    },
    {
        name: "access",
        path: "/so-truy-cap",
        role: "inspector",
        see: { vi: ["Việc bị từ chối", "Trương Văn Duy"], en: ["Refused acts", "Trương Văn Duy"] },
    },
    {
        name: "access-own",
        path: "/so-truy-cap",
        role: "QN201001",
        see: { vi: ["Mọi lần người khác mở hồ sơ"], en: ["Every time somebody else opened"] },
    },
    {
        name: "access-administrator",
        path: "/so-truy-cap?words=ttr",
        role: "administrator",
        see: { vi: ["không xem nội dung hồ sơ"], en: ["see no content"] },
    },
    {
        name: "access-refused",
        path: "/so-truy-cap?xem=refusals",
        role: "inspector",
        see: { vi: ["Lý do từ chối"], en: ["Why it was refused"] },
    },
    {
        name: "access-attempts",
        path: "/so-truy-cap?xem=attempts",
        role: "administrator",
        see: { vi: ["không giữ những gì đã gõ"], en: ["Nothing of what was typed is kept"] },
    },
    {
        name: "rulebook",
        printed: true,
        path: "/bo-quy-tac/nd90-48-2023?clause=nd90.2.6",
        role: "staff",
        see: {
            vi: ["Hoàn thành xuất sắc nhiệm vụ", "khoản 6 Điều 2", "Quy định của pháp luật, của Đảng"],
            en: ["Excellent completion of tasks", "khoản 6 Điều 2", "Law"],
        },
    },
    {
        name: "rulebook-procedure",
        path: "/bo-quy-tac/nd90-48-2023?xem=procedure&of=CIVIL_SERVANT",
        role: "head",
        see: {
            vi: ["Người thực hiện", "Nếu chưa làm", "5 ngày làm việc kể từ bước kết luận mức xếp loại"],
            en: ["By whom", "5 working days from: decision"],
        },
    },
    {
        name: "rulebook-party",
        path: "/bo-quy-tac/qd124-2023?xem=opinions",
        role: "inspector",
        see: { vi: ["Thành phần"], en: ["Members"] },
    },
    {
        name: "rulebook-forms",
        path: "/bo-quy-tac?xem=forms",
        role: "staff",
        see: { vi: ["Các mục"], en: ["Fields"] },
    },
    {
        name: "party",
        path: "/dang?unit=51-S02&cycle=2023",
        role: "QN102003",
        see: { vi: ["Chi bộ", "Đã thông báo"], en: ["Cell", "Notified"] },
    },
    {
        name: "party-handed",
        printed: true,
        path: "/dang?unit=51-S02&cycle=2023&xem=handed",
        role: "QN102003",
        see: {
            vi: ["Danh sách số 1", "Đã đối chiếu đủ danh sách"],
            en: ["List no. 1", "Đã đối chiếu đủ danh sách"],
        },
    },
    {
        name: "hand-over",
        printed: true,
        path: "/ban-giao?unit=51-S02&cycle=2023",
        role: "home-affairs",
        see: { vi: ["Danh sách số 1", "Đã xác nhận đã nhận"], en: ["List no. 1", "Received"] },
    },
    {
        name: "party-dossier",
        printed: true,
        path: "/dang-vien/{member}",
        role: "QN102003",
        see: { vi: ["Bỏ phiếu kín", "Chỉ ghi số phiếu"], en: ["Secret ballot", "Only counts are kept"] },
    },
];

const choose = (dialog, name, value) => dialog.locator(`select[name=${name}]`).selectOption(value);
const cite = async (page, document) => {
    const field = page.locator("mb-document input").last();
    await field.fill(document);
    await field.press("Tab");
};

export const procedureBehaviour = {
    async "a plan is adopted, somebody follows it, and progress is reported"({ as, working, worlds, found }) {
        const { cycle, codes } = found.working;
        const plan = `${cycle}.p.${codes.notified}`;
        const owner = await as("notified", { where: "working" });
        await owner.page.goto(`${working}/khac-phuc/${plan}`);
        await owner.page.getByText("Chưa lập kế hoạch khắc phục").waitFor();
        await owner.page.getByRole("link", { name: "Lập kế hoạch khắc phục" }).click();
        const first = owner.page.locator("section.card").first();
        await fill(first, {
            "Nội dung": "Phối hợp với các phòng chưa chủ động",
            "Nguyên nhân": "Chưa có quy chế phối hợp",
            "Việc phải làm": "Ban hành quy chế phối hợp",
            "Sản phẩm hoặc minh chứng": "Quy chế",
            "Thời hạn": "31/02/2026",
        });
        await cite(owner.page, "QD-NAY");
        await owner.page.getByRole("button", { name: "Ban hành kế hoạch" }).click();
        await owner.page.getByText("Ngày phải có dạng dd/MM/yyyy").waitFor();
        await fill(first, { "Thời hạn": workingDay(10) });
        await owner.page.getByRole("button", { name: "Ban hành kế hoạch" }).click();
        await owner.page.getByRole("heading", { name: "Ban hành quy chế phối hợp" }).waitFor();

        const head = await as("director", { where: "working" });
        await head.page.goto(`${working}/khac-phuc/${plan}`);
        await head.page.getByRole("button", { name: "Phân công theo dõi" }).click();
        const dialog = head.page.getByRole("dialog");
        await choose(dialog, "role", "URGER");
        await dialog.locator("input[name=assignee]").fill(codes.personnel);
        await cite(dialog, "QD-NAY");
        await dialog.getByRole("button", { name: "Phân công theo dõi" }).click();
        await head.page.getByText("chưa xác nhận", { exact: true }).waitFor();

        const urger = await as("personnel", { where: "working" });
        await urger.page.goto(`${working}/khac-phuc/${plan}`);
        await urger.page.getByRole("heading", { name: "Ban hành quy chế phối hợp" }).waitFor();
        assert.equal(await urger.page.getByRole("button", { name: "Gửi đôn đốc" }).count(), 0, "before confirming");
        await urger.page.getByRole("button", { name: "Nhận phân công: Đôn đốc" }).click();
        await urger.page.getByRole("dialog").getByRole("button", { name: "Nhận phân công: Đôn đốc" }).click();
        await urger.page.getByRole("button", { name: "Gửi đôn đốc" }).click();
        await urger.page.getByRole("dialog").locator("textarea[name=message]").fill("Đề nghị báo cáo tiến độ");
        await urger.page.getByRole("dialog").getByRole("button", { name: "Gửi đôn đốc" }).click();
        await urger.page.getByText("Đề nghị báo cáo tiến độ").waitFor();

        await owner.page.reload();
        await owner.page.getByRole("button", { name: "Báo cáo tiến độ" }).click();
        const report = owner.page.getByRole("dialog");
        await report.locator("input[name=degree]").fill("60");
        await report.locator("textarea[name=account]").fill("Đã lấy ý kiến các phòng");
        await report.getByRole("button", { name: "Báo cáo tiến độ" }).click();
        await owner.page.getByText("Đã lấy ý kiến các phòng").waitFor();
        const { data } = await worlds.working.ask("notified", `/v1/remediation-plans/${plan}`);
        assert.equal(data.measures[0].line.degreePercent, 60);
        assert.equal(data.measures[0].line.urged, 1);
        assert.equal(data.line.followUps[0].confirmed, true);
    },

    async "somebody states that there is no shortcoming"({ as, working, worlds }) {
        const person = await as("QN203005", { where: "working" });
        await person.page.goto(`${working}/khac-phuc/2023.p.QN203005`);
        await person.page.getByRole("button", { name: "Cam kết không có hạn chế, khuyết điểm" }).click();
        const dialog = person.page.getByRole("dialog");
        await dialog.locator("textarea[name=statement]").fill("Qua kiểm điểm không có hạn chế phải khắc phục.");
        await cite(dialog, "QD-NAY");
        await dialog.getByRole("button", { name: "Cam kết không có hạn chế, khuyết điểm" }).click();
        await person.page.getByText("Qua kiểm điểm không có hạn chế phải khắc phục.").waitFor();
        const { data } = await worlds.working.ask("QN203005", "/v1/remediation-plans/2023.p.QN203005");
        assert.equal(data.line.standing, "STATED");
    },

    async "another reading of a quota is named, and an exception granted"({ as, working, worlds, found }) {
        const { cycle } = found.working;
        const { page } = await as("officer", { where: "working" });
        await page.goto(`${working}/ty-le?unit=51-S06&cycle=${cycle}`);
        await page.getByRole("button", { name: "Nêu cách tính tỷ lệ" }).click();
        const dialog = page.getByRole("dialog");
        await choose(dialog, "base", "TOTAL_RATED");
        await choose(dialog, "rounding", "HALF_UP");
        await cite(dialog, "VB-NAY");
        await dialog.getByRole("button", { name: "Nêu cách tính tỷ lệ" }).click();
        await page.getByText("Cách tính được chỉ định:").waitFor();
        await page.getByRole("button", { name: "Cho phép vượt tỷ lệ theo văn bản" }).click();
        await dialog.locator("input[name=percent]").fill("25");
        await dialog.locator("input[name=approver]").fill("QN190001");
        await cite(dialog, "VB-NAY");
        await dialog.locator("textarea[name=reason]").fill("Cơ quan hoàn thành xuất sắc");
        await dialog.getByRole("button", { name: "Cho phép vượt tỷ lệ theo văn bản" }).click();
        await page.getByText("Ngoại lệ 25%").waitFor();
        const { data } = await worlds.working.ask("officer", `/v1/cycles/${cycle}/settlements/51-S06`);
        assert.equal(data.readings[0].reading.base, "TOTAL_RATED");
        assert.equal(data.exceptions[0].granted.approver, "QN190001");
    },

    async "a review goes from the suggestion over the draft and the conference to its conclusion"({
        as,
        working,
        worlds,
        found,
    }) {
        const { cycle } = found.working;
        const review = `${cycle}.u.51-S05-C2`;
        const director = await as("director", { where: "working" });
        await director.page.goto(`${working}/kiem-diem/${review}`);
        await director.page.getByText("Cấp trên không gợi ý nội dung nào").waitFor();
        await director.page.getByRole("button", { name: "Gợi ý kiểm điểm" }).click();
        const asked = director.page.getByRole("dialog");
        await asked.locator("textarea[name=points]").fill("Giải ngân chậm\nHọp nhiều");
        await cite(asked, "VB-NAY");
        await asked.getByRole("button", { name: "Gợi ý kiểm điểm" }).click();
        await director.page.getByText("Giải ngân chậm").waitFor();

        const { page } = await as("personnel", { where: "working" });
        const dialog = page.getByRole("dialog");
        await page.goto(`${working}/kiem-diem/${review}`);
        await page.getByRole("button", { name: "Gửi dự thảo báo cáo" }).click();
        await dialog.locator("input[name=sentAt]").fill(`${day(-12)} 08:00`);
        await dialog.locator("textarea[name=recipients]").fill("QN105001, QN105002");
        await cite(dialog, "VB-NAY");
        await dialog.getByRole("button", { name: "Gửi dự thảo báo cáo" }).click();
        await page.getByText("Hội nghị sớm nhất ngày").waitFor();
        await page.getByRole("link", { name: "Ghi hội nghị kiểm điểm" }).click();
        await page.getByRole("heading", { name: "Thứ tự kiểm điểm" }).waitFor();
        await fill(page.locator("main"), {
            "Bắt đầu lúc": `${day(-1)} 08:00`,
            "Chủ trì (mã)": "QN105001",
            "Có mặt (mã), cách nhau bằng dấu phẩy": "QN105001, QN105002",
        });
        await page.getByRole("button", { name: "Ghi hội nghị" }).click();
        await page.getByText("kiểm điểm thứ 1").waitFor();
        await page.getByRole("link", { name: "Kết luận kiểm điểm" }).click();
        await fill(page.locator("main"), {
            "Kết luận": "Tập thể hoàn thành nhiệm vụ, còn hạn chế về tiến độ.",
            "Giải trình GY1": "Vướng thủ tục đất đai, đã xong quý III.",
            "Giải trình GY2": "Đã giảm một nửa số cuộc họp.",
        });
        await page.getByRole("button", { name: "Thêm hạn chế, khuyết điểm" }).click();
        const wanting = page.locator("fieldset.inset").last();
        await fill(wanting, {
            "Nội dung": "Giải ngân chậm hai quý đầu",
            "Nguyên nhân": "Chỉ đạo chưa sát",
            "Người chịu trách nhiệm (mã), cách nhau bằng dấu phẩy": "QN105001",
        });
        await cite(page, "QD-NAY");
        await page.getByRole("button", { name: "Kết luận kiểm điểm" }).click();
        await page.getByText("Giải ngân chậm hai quý đầu").waitFor();
        await page.getByText("chưa có biện pháp khắc phục").waitFor();
        const { data } = await worlds.working.ask("director", `/v1/reviews/${review}`);
        assert.equal(data.review.line.standing, "CONCLUDED");
        assert.deepEqual(
            data.review.points.map((one) => one.point),
            ["GY1", "GY2"],
        );
        assert.deepEqual(data.review.line.unanswered ?? [], []);
    },

    async "somebody is seconded and comes back; two codes are merged, and the merging is undone"({
        as,
        working,
        worlds,
        found,
    }) {
        const { send, codes } = found.working;
        const person = codes.filing;
        const { page } = await as("personnel", { where: "working" });
        const dialog = page.getByRole("dialog");
        await page.goto(`${working}/nguoi/${person}`);
        await page.getByRole("button", { name: "Cử biệt phái" }).click();
        await dialog.locator("input[name=host]").fill("51-S06");
        await dialog.locator("input[name=from]").fill(day(-3));
        await cite(dialog, "QD-NAY");
        await dialog.getByRole("button", { name: "Cử biệt phái" }).click();
        await page.getByRole("heading", { name: "Biệt phái" }).waitFor();
        await page.getByRole("button", { name: "Kết thúc biệt phái" }).click();
        await dialog.locator("input[name=to]").fill(day(-1));
        await cite(dialog, "QD-NAY");
        await dialog.getByRole("button", { name: "Kết thúc biệt phái" }).click();
        await page.getByRole("button", { name: "Cử biệt phái" }).waitFor();

        const known = (await worlds.working.ask("personnel", `/v1/people/${person}`)).data.person;
        const twin = { person: "QN299999", fullName: known.fullName, birthDate: known.birthDate, sex: known.sex };
        await send("QN105002", "/v1/people", twin);
        const post = { ...known.posts.at(-1), from: "2023-02-01", title: "Chuyên viên (nhập trùng)" };
        await send("QN105002", "/v1/people/QN299999/posts", { post });
        await page.goto(`${working}/nguoi/QN299999`);
        await page.getByRole("button", { name: "Hợp nhất mã trùng" }).click();
        await dialog.locator("input[name=into]").fill(person);
        await dialog.locator("textarea[name=reason]").fill("Cùng một người");
        await cite(dialog, "QD-NAY");
        await dialog.getByRole("button", { name: "Hợp nhất mã trùng" }).click();
        await page.getByText("Đã hợp nhất vào").waitFor();
        await page.getByRole("button", { name: "Tách mã hợp nhất nhầm" }).click();
        await dialog.locator("textarea[name=reason]").fill("Hai người cùng tên");
        await cite(dialog, "QD-NAY");
        await dialog.getByRole("button", { name: "Tách mã hợp nhất nhầm" }).click();
        await page.getByRole("button", { name: "Hợp nhất mã trùng" }).waitFor();
        const { data } = await worlds.working.ask("personnel", "/v1/people/QN299999");
        assert.equal(data.person.mergedInto, undefined);
    },

    async "an inspector finds who looked, and what for"({ as, address }) {
        const { page } = await as("inspector");
        await page.goto(`${address}/ho-so/2023.QN201001?purpose=Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%2077`);
        await settled(page);
        await page.goto(`${address}/so-truy-cap`);
        await page.locator("input[name=person]").fill("QN201001");
        await page.locator("input[name=words]").fill("quyet dinh so 77");
        await page.getByRole("button", { name: "Lọc" }).click();
        await page.waitForURL(/words=/);
        await page.locator("tbody tr").first().getByText("Quyết định số 77").waitFor();
    },

    async "a clause of the sheet of grounds leads to the rulebook"({ as, address }) {
        const { page } = await as("inspector");
        await page.goto(`${address}/ho-so/2023.QN201001?${purpose}&xem=grounds`);
        const clause = page.locator('table.list a[href^="/bo-quy-tac/"]').first();
        const asked = await clause.getAttribute("href");
        await clause.click();
        await page.locator(".clause.wanted").waitFor();
        const id = new URL(asked, address).searchParams.get("clause");
        assert.equal(await page.locator(".clause.wanted").getAttribute("data-clause"), id);
    },
};
