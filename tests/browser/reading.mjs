// How one reads: a stretch of time, a day of the cycle, from a figure to its names, a bundle of records, the ledger of
// who viewed what. Screens as in screens.mjs, and what they do as in behaviour.mjs.
import assert from "node:assert/strict";
import { settled } from "./harness.mjs";

const raters = "/ai-danh-gia-ai?agency=51-S06&unit=51-S06-M1";

export const readingScreens = [
    {
        name: "raters-figures",
        path: `${raters}&xem=figures`,
        role: "inspector",
        see: {
            vi: ["Trung bình hiệu chỉnh", "Phương sai", "Câu hỏi"],
            en: ["Adjusted mean", "Variance", "Questions"],
        },
    },
    {
        name: "dossiers-of-class",
        path: "/danh-sach?class=PUBLIC_EMPLOYEE&leader=true",
        role: "inspector",
        see: { vi: ["Giữ chức vụ"], en: ["Leaders"] },
    },
    {
        name: "findings-patterns",
        path: "/noi-dung-can-lam-ro?type=one-level-for-all",
        role: "inspector",
        see: { vi: ["cùng mức"], en: ["all of them"] },
    },
    {
        name: "log-access",
        path: "/nhat-ky?ledger=access",
        role: "inspector",
        see: { vi: ["Sổ truy cập", "dossier.viewed"], en: ["The access ledger", "dossier.viewed"] },
        then: async (page) => {
            await page.locator("[data-key=v]").click();
            await page.locator(".proof").waitFor();
        },
    },
    {
        name: "log-access-entry",
        path: "/nhat-ky/0?ledger=access",
        role: "inspector",
        see: { vi: ["Đã kiểm chứng lúc"], en: ["Verified at"] },
    },
];

export const readingBehaviour = {
    async "raters: a few days are chosen by keyboard, and taken back"({ as, address }) {
        const { page } = await as("inspector");
        await page.goto(`${address}${raters}&xem=list`);
        await settled(page);
        const rows = page.locator("tbody tr[data-row]");
        await rows.first().waitFor();
        const all = await rows.count();
        const from = page.getByRole("slider", { name: "Việc theo ngày: Từ" });
        await from.focus();
        const first = await from.getAttribute("aria-valuetext");
        await page.keyboard.press("ArrowRight");
        await page.waitForURL(/from=2023-/);
        await page.waitForFunction((before) => document.querySelectorAll("tbody tr[data-row]").length < before, all);
        assert.notEqual(await from.getAttribute("aria-valuetext"), first);
        // The bars show all days still, so that one can go back.
        await page.getByRole("button", { name: "Bỏ giới hạn" }).click();
        await page.waitForURL((url) => !url.searchParams.has("from"));
        await page.waitForFunction(
            (before) => document.querySelectorAll("tbody tr[data-row]").length === before,
            all,
        );
        // With the pointer: drawn across the right half.
        const box = await page.locator("svg.brush").boundingBox();
        await page.mouse.move(box.x + box.width * 0.55, box.y + 20);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width * 0.98, box.y + 20, { steps: 4 });
        await page.mouse.up();
        await page.waitForURL(/from=2023-.*to=2023-|to=2023-.*from=2023-/);
    },

    async "as-of: a day is chosen with the slider beside the field"({ as, address }) {
        const { page, problems } = await as("home-affairs");
        await page.goto(`${address}/bang-ho-so`);
        await settled(page);
        const slider = page.locator("input[name=day]");
        await slider.focus();
        await page.keyboard.press("Home");
        await page.getByText(/ĐANG XEM THEO 30\/09\/2023 24:00/).waitFor();
        assert.match(page.url(), /known_as_of=2023-09-30T24/);
        await slider.focus();
        await page.keyboard.press("PageUp");
        await page.waitForURL((url) => url.searchParams.get("known_as_of") > "2023-09-30T24:00");
        await slider.focus();
        await page.keyboard.press("End");
        await page.waitForURL((url) => !url.searchParams.has("known_as_of"));
        problems.length = 0; // before the cycle was opened there are no files, says the program
    },

    async "report: a figure of a class leads to exactly so many names"({ as, address }) {
        const { page } = await as("home-affairs");
        for (const [column, report, of] of [
            ["HTTNV", "draft=true", "Công chức không giữ chức vụ"],
            ["Tổng số", "draft=true", "Công chức không giữ chức vụ"],
            ["Theo đề xuất", "restatement=1", "Công chức giữ chức vụ"],
        ]) {
            await page.goto(`${address}/bao-cao?unit=51&${report}`);
            await settled(page);
            const row = page.locator("table.report tbody tr", { hasText: of });
            const link = row.locator(`td[data-label="${column}"] a`);
            const figure = Number((await link.innerText()).replace(/\D/g, ""));
            await link.click();
            assert.ok(figure > 0);
            await page.waitForURL(/danh-sach.*class=/);
            await settled(page);
            await page.locator("table.list").waitFor();
            const said = await page.locator(".table-end").innerText();
            assert.match(said.replace(/\./g, ""), new RegExp(` ${figure}\\b`), `${column}: ${figure}, ${said}`);
        }
    },

    async "settlement: each level of the forecast, and who was chosen, lead to their names"({ as, address }) {
        const { page } = await as("QN105001");
        await page.goto(`${address}/ty-le?unit=51-S05&cycle=2023`);
        await settled(page);
        const level = page.locator(".bars li", { hasText: "Hoàn thành tốt nhiệm vụ" });
        const figure = Number((await level.locator(".bar-value").innerText()).split(" ")[0].replace(/\D/g, ""));
        await page.locator(".inset .inline-list a", { hasText: "Trương Văn Duy" }).waitFor();
        await level.locator("a").click();
        await page.waitForURL(/danh-sach.*expected=GOOD/);
        await settled(page);
        await page.locator("table.list").waitFor();
        const said = await page.locator(".table-end").innerText();
        assert.match(said.replace(/\./g, ""), new RegExp(` ${figure}\\b`), `${figure}, ${said}`);
    },

    async "bundle: x chooses rows and an open dossier; each becomes a package"({ as, address }) {
        const { page, problems } = await as("inspector");
        await page.goto(`${address}/danh-sach?search=duy`);
        await settled(page);
        await page.locator("tbody tr").first().waitFor();
        await page.keyboard.press("j");
        await page.keyboard.press("x");
        await page.getByRole("link", { name: "Gói đang chọn: 1 người" }).waitFor();
        await page.keyboard.press("x");
        await page.getByRole("link", { name: /Gói đang chọn/ }).waitFor({ state: "detached" });
        await page.keyboard.press("x");
        await page.goto(`${address}/ho-so/2023.QN206002?purpose=05%2FQ%C4%90-TTr`);
        await page.locator(".milestones").waitFor();
        await page.locator("body").press("x");
        await page.getByRole("button", { name: "Bỏ khỏi gói hồ sơ" }).waitFor();
        await page.goto(`${address}/goi-ho-so`);
        await settled(page);
        await page.getByRole("button", { name: "Xuất 2 gói đã chọn" }).click();
        await page.getByRole("dialog").locator("input[name=purpose]").fill("05/QĐ-TTr");
        await page.getByRole("dialog").getByRole("button", { name: "Xuất 2 gói đã chọn" }).click();
        await page.locator("a[download]").nth(1).waitFor();
        assert.equal(await page.getByRole("heading", { name: "Gói đang chọn" }).count(), 0);
        problems.length = 0;
    },

    async "petition: who can read it is what the program answers"({ as, address, worlds, found }) {
        const { page } = await as("staff");
        await page.goto(`${address}/kien-nghi/${found.over.dossier}`);
        await settled(page);
        await page.locator("aside .readers li").first().waitFor();
        const { data } = await worlds.over.ask("staff", `/v1/dossiers/${found.over.dossier}/readers`);
        const shown = await page.locator("aside .readers li").count();
        assert.equal(shown, data.items.length + 1, "the petitioner and everybody whom the doors let in");
        for (const one of data.items.slice(0, 3)) await page.getByText(one.document).first().waitFor();
    },

    async "self-assessment: what is suggested rests on what the program holds"({ as, working, found }) {
        const { page } = await as("drafting", { where: "working" });
        const asked = [];
        page.on("request", (request) => {
            if (request.url().endsWith("/v1/rules/what-if")) asked.push(JSON.parse(request.postData() ?? "{}"));
        });
        await page.goto(`${working}/phieu-tu-danh-gia`);
        await settled(page);
        for (const quality of ["politics", "ethics", "style", "discipline", "effectiveness"])
            await page.locator(`input[name="${quality}"]`).first().check();
        const aside = page.locator("mb-suggestion");
        await aside.getByText("Số tháng công tác trong năm").waitFor();
        assert.ok((await aside.innerText()).includes("90/2020/NĐ-CP"));
        assert.equal(asked.at(-1).dossier, found.working.drafting);
        assert.deepEqual(Object.keys(asked.at(-1).changes).sort(), ["effectiveness", "general"]);
    },
};
