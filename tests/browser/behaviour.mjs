// What the console does rather than shows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settled } from "./harness.mjs";

export const behaviour = {
    async "signing in brings one to the page asked for, signing out leaves nothing"({ as, address, scratch }) {
        const { page } = await as(undefined);
        const first = await page.goto(`${address}/`);
        const bytes = await first.body();
        assert.equal(first.status(), 200);
        assert.equal(first.headers()["cache-control"], "no-cache");
        await page.locator("input[name=token]").fill(readFileSync(join(scratch, "staff.token"), "utf8").trim());
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Việc cần làm hôm nay" }).waitFor();
        const again = await page.goto(`${address}/`);
        assert.deepEqual(await again.body(), bytes, "the page differs with who asks");
        await settled(page);
        await page.getByRole("button", { name: "Đăng xuất" }).click();
        await page.locator("input[name=token]").waitFor();
        await page.goto(`${address}/`);
        await page.locator("input[name=token]").waitFor();
    },

    async "a wrong token is refused in words"({ as, address }) {
        const { page, problems } = await as(undefined);
        await page.goto(`${address}/dang-nhap`);
        await page.locator("input[name=token]").fill("khong-phai-ma-truy-cap");
        await page.keyboard.press("Enter");
        await page.getByRole("alert").waitFor();
        problems.length = 0; // the browser reports the status of the refusal
    },

    async "the language is chosen once and kept"({ as, address }) {
        const { page } = await as("staff");
        await page.goto(`${address}/`);
        await settled(page);
        await page.getByRole("button", { name: "English" }).click();
        await page.getByRole("heading", { name: "Work to do today" }).waitFor();
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
        await page.reload();
        await page.getByRole("heading", { name: "Work to do today" }).waitFor();
    },

    async "shortcuts show their list, and can be switched off"({ as, address }) {
        const { page } = await as("staff");
        await page.goto(`${address}/`);
        await settled(page);
        await page.keyboard.press("?");
        await page.getByRole("dialog").waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Tùy chọn" }).click();
        await page.getByLabel("Bật phím tắt").uncheck();
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await page.waitForTimeout(100);
        assert.equal(await page.getByRole("dialog").count(), 0);
    },

    async "what is no screen says so with 404, and what is no page stays a problem"({ as, address }) {
        const { page, problems } = await as("staff");
        const answer = await page.goto(`${address}/khong-co-trang-nay`);
        assert.equal(answer.status(), 404);
        await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
        const problem = await fetch(`${address}/khong-co-trang-nay`);
        assert.equal(problem.headers.get("content-type"), "application/problem+json");
        problems.length = 0;
    },

    async "without a line the console says so, and goes on when it is back"({ as, address }) {
        const { page, context, problems } = await as("staff");
        await page.goto(`${address}/`);
        await settled(page);
        await context.setOffline(true);
        await page.evaluate(() => dispatchEvent(new Event("online"))); // asks again
        await page.getByText("Không kết nối được với hệ thống").first().waitFor();
        await context.setOffline(false);
        await page.getByText("Không kết nối được với hệ thống").waitFor({ state: "detached" });
        await page.getByText("Hồ sơ của tôi").waitFor();
        problems.length = 0; // the browser reports what it could not fetch
    },
};
