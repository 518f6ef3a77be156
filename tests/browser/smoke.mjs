// What a person sees: signs in, reads a dossier with its sheet of grounds, the lists, the board of files and the
// findings, the reader of the API's document, and signs out.
//   node smoke.mjs http://127.0.0.1:8080 FOLDER      FOLDER holds head.token, inspector.token, ...
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [address, folder] = process.argv.slice(2);
const token = (role) => readFileSync(join(folder, `${role}.token`), "utf8").trim();
const simulated = "DỮ LIỆU MÔ PHỎNG";

const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--no-first-run",
    ],
});

// A tab of its own that stays on this machine; what goes wrong in it is collected.
async function open() {
    const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(15_000);
    const problems = [];
    await context.route("**/*", (route) => {
        if (route.request().url().startsWith(address)) return route.continue();
        problems.push(`asks ${route.request().url()}`);
        return route.abort();
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
    page.on("console", (message) => {
        if (message.type() === "error") problems.push(`console: ${message.text()}`);
    });
    return { page, problems };
}

async function signIn(page, role) {
    await page.goto(`${address}/`);
    const field = page.locator('form input[name="ma"]');
    await field.fill(token(role));
    await field.press("Enter");
    await page.waitForLoadState("networkidle");
    assert.equal(await page.locator('form input[name="ma"]').count(), 0, `${role} is not signed in`);
}

async function isOurs(page) {
    const text = await page.locator("body").innerText();
    assert.ok(text.includes(simulated), `${page.url()} does not say ${simulated}`);
    assert.equal(await page.locator("html").getAttribute("lang"), "vi");
    assert.equal(await page.locator("h1").count(), 1, `${page.url()} has one heading`);
    assert.ok((await page.title()).length > 0);
    return text;
}

async function fitsAPhone(page) {
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${page.url()} is ${width} px wide on a phone of 360`);
    await page.setViewportSize({ width: 1280, height: 800 });
}

const tests = {
    async "the door says where one is and asks for a token"({ page }) {
        await page.goto(`${address}/`);
        const text = await isOurs(page);
        assert.match(text, /Đăng nhập/);
        await fitsAPhone(page);
    },

    async "a wrong token is refused in Vietnamese"({ page, problems }) {
        await page.goto(`${address}/`);
        const field = page.locator('form input[name="ma"]');
        await field.fill("khong-phai-ma");
        await field.press("Enter");
        await page.waitForLoadState("networkidle");
        const text = await isOurs(page);
        assert.match(text, /đăng nhập/i);
        problems.length = 0; // the browser reports the refusal's status as an error
    },

    async "a head sees the work of the day"({ page }) {
        await signIn(page, "head");
        const text = await isOurs(page);
        assert.match(text, /việc cần làm/i);
        await fitsAPhone(page);
    },

    async "a member of the staff sees the own dossier with its sheet of grounds"({ page }) {
        await signIn(page, "staff");
        await page.locator('a[href^="/ho-so/"]').first().click();
        await page.waitForLoadState("networkidle");
        const text = await isOurs(page);
        assert.match(text, /Phiếu căn cứ xếp loại/);
        assert.match(text, /Nghị định số 90\/2020\/NĐ-CP/);
        await fitsAPhone(page);
    },

    async "an inspector opens the board of files"({ page }) {
        await signIn(page, "inspector");
        await page.goto(`${address}/bang-ho-so`);
        const text = await isOurs(page);
        assert.match(text, /Bảng hồ sơ/);
        assert.match(text, /Đã (gửi|tiếp nhận)|Gửi muộn|Chưa gửi/);
        await fitsAPhone(page);
    },

    async "a head reads the list of dossiers"({ page }) {
        await signIn(page, "head");
        await page.locator('nav a[href="/danh-sach"]').click();
        await page.waitForLoadState("networkidle");
        const text = await isOurs(page);
        assert.match(text, /Danh sách hồ sơ/);
        assert.ok((await page.locator('table a[href^="/ho-so/"]').count()) > 0, "the list is empty");
        await fitsAPhone(page);
    },

    async "an inspector reads the findings"({ page }) {
        await signIn(page, "inspector");
        await page.locator('nav a[href="/noi-dung-can-lam-ro"]').click();
        await page.waitForLoadState("networkidle");
        const text = await isOurs(page);
        assert.match(text, /Nội dung cần làm rõ không phải là kết luận vi phạm/);
        await fitsAPhone(page);
    },

    async "the reader of the API's document works under its policy"({ page }) {
        await page.goto(`${address}/docs`);
        // The whole document is resolved first, which takes its time on a busy machine.
        await page.locator(".swagger-ui .info .title").waitFor({ timeout: 60_000 });
        await page.locator(".swagger-ui .opblock-tag").first().waitFor({ timeout: 60_000 });
        assert.ok((await page.locator("body").innerText()).includes(simulated));
        assert.equal(await page.locator("html").getAttribute("lang"), "vi");
    },

    async "whoever signs out is out"({ page }) {
        await signIn(page, "staff");
        await page.locator('form[action="/dang-xuat"] button').click();
        await page.waitForLoadState("networkidle");
        assert.match(await isOurs(page), /Đăng nhập/);
        await page.goto(`${address}/danh-sach`);
        assert.equal(await page.locator('form input[name="ma"]').count(), 1, "still signed in");
    },

    async "a page that does not exist says so in Vietnamese"({ page, problems }) {
        await signIn(page, "head");
        const answer = await page.goto(`${address}/ho-so/khong-co`);
        assert.equal(answer.status(), 404);
        assert.match(await page.locator("body").innerText(), /Không tìm thấy/);
        problems.length = 0;
    },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
    const tab = await open();
    try {
        await test(tab);
        assert.deepEqual(tab.problems, []);
        console.log(`ok      ${name}`);
    } catch (error) {
        failed += 1;
        console.log(`FAILED  ${name}: ${error.message}`);
    }
    await tab.page.context().close();
}
await browser.close();
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
