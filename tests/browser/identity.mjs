// Coming in with an account of the unit, and showing again who one is before an act that signs.
import assert from "node:assert/strict";
import { settled } from "./harness.mjs";

const password = "hoa sen tháng sáu";
const person = "QN103003"; // nobody else signs in with an account here

async function typeAccount(page, way, fields) {
    await page.locator(`input[name=way][value=${way}]`).check();
    for (const [name, text] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(text);
    await page.keyboard.press("Enter");
}

export const identityBehaviour = {
    async "a slip sets a password, which lets its person in from then on"({ as, address, worlds }) {
        const { page, problems } = await as(undefined);
        await page.goto(`${address}/dang-nhap?ve=/tai-khoan`);
        await typeAccount(page, "slip", { person: person.toLowerCase(), slip: worlds.over.slip(person), password });
        await page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
        await page.getByText("(phiên này)").waitFor();
        await page.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
        await page.locator("input[name=person]").waitFor();

        await typeAccount(page, "password", { person, password: "a wrong password" });
        await page.getByRole("alert").waitFor();
        await typeAccount(page, "password", { person, password });
        await page.getByRole("heading", { name: "Việc cần làm hôm nay" }).waitFor();
        await page.goto(`${address}/tai-khoan`);
        await page.locator("input[name=password]").fill(password);
        await page.locator("input[name=next]").fill("một mật khẩu khác");
        await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
        await page.getByText("Đã đổi mật khẩu.").waitFor();
        problems.length = 0; // the browser reports the status of the refusal
    },

    // The program answers as it does after ten minutes; what the page makes of it is tested here, when it answers so is
    // tested in C++.
    async "an act that signs asks who sits there, and goes on with the answer"({ as, address, worlds }) {
        const { page, context, problems } = await as("staff");
        let asked = 0;
        await context.route("**/v1/account/device", async (route) => {
            if (++asked > 1) return route.fulfill({ json: { key: "ABC", link: "otpauth://totp/a" } });
            return route.fulfill({
                status: 403,
                contentType: "application/problem+json",
                json: {
                    type: "/problems/proof-required",
                    title: "Cần xác thực lại trước khi ký",
                    titleEn: "Prove again who you are before you sign",
                    status: 403,
                    detail: "Hãy xác thực lại.",
                    detailEn: "Prove it again.",
                },
            });
        });
        const withPassword = async (route) => {
            const answer = await route.fetch();
            const body = await answer.json();
            if (body.me) body.me.hasPassword = true;
            return route.fulfill({ response: answer, json: body });
        };
        await context.route("**/v1/session", withPassword);
        await context.route("**/v1/sign-in/again", withPassword);
        await page.goto(`${address}/tai-khoan`);
        await settled(page);
        await page.getByRole("button", { name: "Đặt ứng dụng" }).click();
        const dialog = page.getByRole("dialog", { name: "Xác thực lại trước khi ký" });
        await dialog.locator("input[name=token]").fill("khong-phai-ma-truy-cap-nao");
        await page.keyboard.press("Enter");
        await dialog.getByRole("alert").getByText("Mã truy cập này không phải").waitFor();
        await dialog.locator("input[name=token]").fill(worlds.over.token("staff"));
        await page.keyboard.press("Enter");
        await page.locator("code.key").getByText("ABC").waitFor();
        assert.equal(asked, 2);
        problems.length = 0; // the browser reports the statuses of the refusals
    },
};
