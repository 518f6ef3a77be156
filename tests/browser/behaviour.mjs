// What the console does rather than shows.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { actBehaviour } from "./acts.mjs";
import { conflictBehaviour } from "./conflicts.mjs";
import { settled, typeToken } from "./harness.mjs";
import { identityBehaviour } from "./identity.mjs";
import { officeBehaviour } from "./offices.mjs";
import { partyAfterBehaviour } from "./party-after.mjs";
import { partyBehaviour } from "./party.mjs";
import { procedureBehaviour } from "./procedure.mjs";
import { packageOf } from "./proofs.mjs";
import { readingBehaviour } from "./reading.mjs";
import { rosterBehaviour } from "./roster.mjs";
import { signatureBehaviour } from "./signatures.mjs";

export const behaviour = {
    ...officeBehaviour,
    ...actBehaviour,
    ...readingBehaviour,
    ...procedureBehaviour,
    ...conflictBehaviour,
    ...partyBehaviour,
    ...partyAfterBehaviour,
    ...rosterBehaviour,
    ...identityBehaviour,
    ...signatureBehaviour,
    async "signing in brings one to the page asked for, signing out leaves nothing"({ as, address, worlds }) {
        const { page } = await as(undefined);
        const first = await page.goto(`${address}/`);
        const bytes = await first.body();
        assert.equal(first.status(), 200);
        assert.equal(first.headers()["cache-control"], "no-cache");
        await typeToken(page, worlds.over.token("staff"));
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Việc cần làm hôm nay" }).waitFor();
        const again = await page.goto(`${address}/`);
        assert.deepEqual(await again.body(), bytes, "the page differs with who asks");
        await settled(page);
        await page.getByRole("button", { name: "Đăng xuất" }).click();
        await page.locator("input[name=person]").waitFor();
        await page.goto(`${address}/`);
        await page.locator("input[name=person]").waitFor();
    },

    async "a form that meets no line says so, and goes on its way when it is back"({ as, address, worlds }) {
        const { page, context, problems } = await as(undefined);
        await page.goto(`${address}/dang-nhap`);
        await typeToken(page, worlds.over.token("staff"));
        await context.setOffline(true);
        await page.keyboard.press("Enter");
        await page.locator("form").getByText("Không kết nối được với hệ thống").waitFor();
        assert.equal(await page.locator("input[name=token]").inputValue(), worlds.over.token("staff"));
        await context.setOffline(false);
        await page.locator("input[name=token]").focus();
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Việc cần làm hôm nay" }).waitFor();
        problems.length = 0; // the browser reports what it could not fetch
    },

    async "a wrong token is refused in words"({ as, address }) {
        const { page, problems } = await as(undefined);
        await page.goto(`${address}/dang-nhap`);
        await typeToken(page, "khong-phai-ma-truy-cap");
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
        await page.getByRole("heading", { name: "Hồ sơ của tôi" }).waitFor();
        problems.length = 0; // the browser reports what it could not fetch
    },

    async "a self-assessment is written, kept as a draft, checked and filed by keyboard alone"({
        as,
        working,
        worlds,
        found,
    }) {
        const { page } = await as("filing", { where: "working" });
        await page.goto(`${working}/phieu-tu-danh-gia`);
        await settled(page);
        // Radio groups are chosen with the space bar and the arrows, the way a keyboard does.
        const choose = async (name, downs = 0) => {
            await page.locator(`input[name="${name}"]`).first().focus();
            await page.keyboard.press("Space");
            for (let i = 0; i < downs; i += 1) await page.keyboard.press("ArrowDown");
        };
        for (const quality of ["politics", "ethics", "discipline"]) await choose(quality);
        await choose("style", 1);
        await choose("effectiveness", 1);
        await page.locator("textarea[name=results]").focus();
        await page.keyboard.type("Hoàn thành ba trong bốn nhiệm vụ, đúng tiến độ.");
        await page.locator("aside .level, aside [role=status]").first().waitFor();
        await page.getByText("Bản nháp đã lưu trên thiết bị này").waitFor();
        const kept = await worlds.working.ask("director", `/v1/dossiers/${found.working.filing}`);
        assert.equal(kept.data.selfAssessment, undefined, "a draft was sent");
        await page.reload();
        await settled(page);
        assert.match(await page.locator("textarea[name=results]").inputValue(), /ba trong bốn/);
        await choose("level", 2);
        await page.getByRole("button", { name: "Kiểm tra trước khi nộp" }).focus();
        await page.keyboard.press("Enter");
        await page.getByText("Những gì được ghi lại và không sửa được").waitFor();
        await page.getByRole("button", { name: "Nộp phiếu" }).focus();
        await page.keyboard.press("Enter");
        const shown = (await page.locator("code.hash").innerText()).trim();
        const position = Number((await page.locator(".receipt dd").first().innerText()).replace(/\./g, ""));
        const proof = await worlds.working.ask("director", `/v1/log/entries/${position}/proof`);
        assert.equal(shown, proof.leafHash);
        const filed = await worlds.working.ask("director", `/v1/dossiers/${found.working.filing}`);
        assert.equal(filed.data.selfAssessment.event.proposedLevel, "COMPLETED");
        assert.equal(filed.data.selfAssessment.event.general.style.value, "MET");
        assert.equal(
            await page.evaluate(
                () => Object.keys(localStorage).filter((key) => key.includes("self-assessment")).length,
            ),
            0,
        );
    },

    async "what was changed meanwhile is shown beside what was written"({ as, working, worlds, found }) {
        const { page, problems } = await as("returned", { where: "working" });
        await page.goto(`${working}/phieu-tu-danh-gia?step=check`);
        await settled(page);
        await page.getByRole("button", { name: "Nộp phiếu" }).waitFor();
        const dossier = found.working.returned;
        const asked = await worlds.working.ask("director", `/v1/dossiers/${dossier}/allowed-actions`);
        await found.working.send(
            found.working.codes.director,
            `/v1/dossiers/${dossier}/comments`,
            { side: "DIRECT_HEAD", text: "Đã trao đổi trực tiếp về sản phẩm số 4." },
            asked.data.revision,
        );
        await page.getByRole("button", { name: "Nộp phiếu" }).click();
        await page.getByText("Nội dung đã được người khác cập nhật").waitFor();
        await page.getByRole("button", { name: "Tiếp tục với nội dung đang nhập" }).click();
        await page.getByRole("button", { name: "Nộp phiếu" }).click();
        await page.locator("code.hash").waitFor();
        problems.length = 0; // the browser reports the status 412
    },

    async "a head comments and judges; the words stand in the record"({ as, working, worlds, found }) {
        const { page } = await as("director", { where: "working" });
        await page.goto(`${working}/nhan-xet`);
        await settled(page);
        await page.keyboard.press("j");
        const row = page.locator(`[data-row="${found.working.waiting}"]`);
        while (!(await row.evaluate((one) => one === document.activeElement))) await page.keyboard.press("j");
        await page.keyboard.press("Enter");
        await page.locator("textarea[name=text]").fill("Nắm chắc nghiệp vụ; cần chủ động hơn trong phối hợp.");
        await page.getByRole("button", { name: "Ghi ý kiến", exact: true }).click();
        await page.getByText("Ý kiến đã ghi").waitFor();
        await page.getByRole("link", { name: "Đánh giá tiêu chí" }).click();
        await page.getByRole("button", { name: "Lấy theo tự đánh giá" }).click();
        await page.getByRole("button", { name: "Ghi đánh giá" }).click();
        await page.getByText("Đã ghi đánh giá").waitFor();
        const { data } = await worlds.working.ask("director", `/v1/dossiers/${found.working.waiting}`);
        assert.equal(data.comments.at(-1).event.text, "Nắm chắc nghiệp vụ; cần chủ động hơn trong phối hợp.");
        assert.equal(data.judgements.at(-1).event.general.style.value, "MET");
        // Back is where one came from.
        await page.goBack();
        await page.goBack();
        await page.getByRole("heading", { name: "Nhận xét của người đứng đầu" }).waitFor();
    },

    async "a notice is acknowledged, a petition filed and withdrawn"({ as, working, worlds, found }) {
        const { page } = await as("notified", { where: "working" });
        await page.goto(`${working}/cua-toi`);
        await settled(page);
        await page.getByRole("button", { name: "Xác nhận đã nhận" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Xác nhận đã nhận" }).click();
        await page.getByText("Người được đánh giá đã nhận").waitFor();
        await page.getByRole("link", { name: "Gửi kiến nghị" }).click();
        await page
            .locator("textarea[name=grounds]")
            .fill("Sản phẩm số 4 đã nghiệm thu vượt mức nhưng chưa được tính.");
        await page.getByRole("button", { name: "Gửi kiến nghị" }).click();
        await page.locator("code.hash").waitFor();
        await page.getByRole("link", { name: "Về hồ sơ của tôi" }).click();
        await page.getByRole("button", { name: "Rút kiến nghị" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Rút kiến nghị" }).click();
        await page.getByText("Đã rút", { exact: true }).waitFor();
        const { data } = await worlds.working.ask("director", `/v1/dossiers/${found.working.notified}`);
        assert.equal(data.objections[0].status, "WITHDRAWN");
        assert.equal(data.receipt.how, "ACKNOWLEDGED");
    },

    async "a name is found without its marks, filters live in the address, and Back goes back"({ as, address }) {
        const { page } = await as("home-affairs");
        await page.goto(`${address}/danh-sach`);
        await settled(page);
        const all = await page.locator("tbody tr").count();
        await page.keyboard.press("/");
        // Whoever rests after a space finds it still there.
        await page.keyboard.type("truong ");
        await page.waitForURL(/search=truong$/);
        await page.keyboard.type("van duy");
        await page.waitForURL(/search=truong\+van\+duy/);
        await page.waitForFunction((before) => document.querySelectorAll("tbody tr").length < before, all);
        await page.getByText("Trương Văn Duy").first().waitFor();
        await page.getByLabel("Trạng thái").selectOption("ACKNOWLEDGED");
        await page.waitForURL(/status=ACKNOWLEDGED/);
        await page.goBack();
        await page.waitForURL((url) => !url.searchParams.has("status"));
        assert.equal(await page.locator("input[type=search]").inputValue(), "truong van duy");
    },

    async "a product is delivered with its evidence, and accepted by the head"({ as, working, worlds, found }) {
        const { page } = await as("filing", { where: "working" });
        await page.goto(`${working}/nhiem-vu`);
        await settled(page);
        await page.getByRole("button", { name: "Báo cáo sản phẩm NV4" }).click();
        const content = Buffer.from("Văn bản hướng dẫn số 12\n".repeat(30_000));
        await page
            .locator("input[type=file]")
            .setInputFiles({ name: "huong-dan.txt", mimeType: "text/plain", buffer: content });
        await page.getByRole("dialog").getByRole("button", { name: "Báo cáo sản phẩm" }).click();
        await page.getByText("Đã ghi báo cáo").waitFor();
        const { codes, year } = found.working;
        const path = `/v1/work/${year}/people/${codes.filing}`;
        const before = await worlds.working.ask("director", path);
        const digest = createHash("sha256").update(content).digest("hex");
        assert.equal(before.data.tasks.find((one) => one.item.task === "NV4").delivery.evidence, digest);

        const head = await as("director", { where: "working" });
        await head.page.goto(`${working}/nhiem-vu/${codes.filing}`);
        await settled(head.page);
        await head.page.getByRole("button", { name: "Nghiệm thu NV4" }).click();
        // Late, as the dates say: it is not ticked as in time.
        assert.equal(await head.page.getByRole("dialog").getByLabel("Đúng tiến độ").isChecked(), false);
        await head.page.getByRole("dialog").getByLabel("Lý do").fill("Nộp sau thời hạn");
        await head.page.getByRole("dialog").getByRole("button", { name: "Nghiệm thu" }).click();
        await head.page.getByText("Đã ghi nghiệm thu").waitFor();
        const after = await worlds.working.ask("director", path);
        assert.equal(after.data.counts.completed, before.data.counts.completed + 1);
        assert.equal(after.data.counts.onTimeWithQuality, before.data.counts.onTimeWithQuality);
    },

    async "log-changed: a changed record, and a log that forgot, show as failed"({ as, address, found }) {
        const { page, context } = await as("inspector");
        await page.goto(`${address}/nhat-ky/${found.over.byDeputy}`);
        await page.getByText("Đã kiểm chứng lúc").waitFor();
        // One digit of the record is another on the way to the browser.
        await context.route(`**/v1/log/entries/${found.over.byDeputy}`, async (route) => {
            const answer = await route.fetch();
            const body = await answer.json();
            const { cbor } = body.data;
            body.data.cbor = cbor.slice(0, 200) + (cbor[200] === "0" ? "1" : "0") + cbor.slice(201);
            await route.fulfill({ response: answer, json: body });
        });
        await page.getByRole("button", { name: "Kiểm chứng lại" }).click();
        await page.getByText("Kiểm chứng không đạt").first().waitFor();
        await context.unroute(`**/v1/log/entries/${found.over.byDeputy}`);
        // This device remembers a log that went on otherwise.
        await page.evaluate(() => {
            const key = Object.keys(localStorage).find((name) => name.startsWith("minhbach.log."));
            const kept = JSON.parse(localStorage.getItem(key));
            localStorage.setItem(key, JSON.stringify({ ...kept, size: 1000 }));
        });
        await page.getByRole("button", { name: "Kiểm chứng lại" }).click();
        await page.getByText("the log did not grow from the checkpoint seen before").waitFor();
        await page.getByText("Kiểm chứng không đạt").first().waitFor();
    },

    async "log-package: a package exported by inspection is verified in the browser, a damaged one is not"({
        as,
        address,
        worlds,
    }) {
        const json = async (path, options = {}) => (await fetched(path, options)).json();
        const fetched = (path, options = {}) =>
            fetch(address + path, {
                ...options,
                headers: { ...options.headers, Authorization: `Bearer ${worlds.over.token("inspector")}` },
            });
        const bytes = Buffer.from(await packageOf({ json, fetched }));
        const { page } = await as("inspector");
        await page.goto(`${address}/nhat-ky/goi`);
        const give = (buffer) =>
            page.locator("input[type=file]").setInputFiles({ name: "goi.zip", mimeType: "application/zip", buffer });
        await give(bytes);
        await page.getByRole("button", { name: "Kiểm chứng gói" }).click();
        await page.getByText("Gói hồ sơ đạt").waitFor();
        const damaged = Buffer.from(bytes);
        damaged[Math.floor(damaged.length / 2)] ^= 1;
        await give(damaged);
        await page.getByRole("button", { name: "Kiểm chứng gói" }).click();
        await page.getByText("Gói hồ sơ không đạt").waitFor();
    },

    async "inspector: eleven questions answered by keyboard alone"({ as, address }) {
        const { page, problems } = await as("inspector");
        const focused = () =>
            page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, " ").trim() ?? "");
        // j until the row that holds the words is marked.
        const row = async (words) => {
            for (let turn = 0; turn < 80; turn += 1) {
                await page.keyboard.press("j");
                if ((await focused()).includes(words)) return;
            }
            throw new Error(`no row "${words}"`);
        };
        // Tab until what is named so has the focus.
        const tabTo = async (words) => {
            for (let turn = 0; turn < 120; turn += 1) {
                await page.keyboard.press("Tab");
                const at = await page.evaluate(() => {
                    const one = document.activeElement;
                    const said = one?.getAttribute("aria-label") ?? one?.textContent ?? "";
                    return `${said} ${one?.getAttribute("name") ?? ""}`.trim();
                });
                if (at.replace(/\s+/g, " ").startsWith(words)) return;
            }
            throw new Error(`nothing "${words}" to be reached`);
        };
        const open = async (words) => {
            await tabTo(words);
            await page.keyboard.press("Enter");
        };
        const sees = (words) => page.locator("main").getByText(words).first().waitFor();
        const purpose = async () => {
            await sees("Nêu mục đích xem hồ sơ");
            await tabTo("purpose");
            await page.keyboard.press("Control+a");
            await page.keyboard.type("05/QĐ-TTr");
            await page.keyboard.press("Enter");
            await page.locator(".milestones").waitFor();
        };
        const desk = async () => {
            await page.goto(`${address}/thanh-tra`);
            await settled(page);
        };
        const found = async (typed, name) => {
            await page.goto(`${address}/danh-sach`);
            await settled(page);
            await page.keyboard.press("/");
            await page.keyboard.type(typed);
            await page.keyboard.press("Enter");
            await page.locator("table.list").getByText(name).waitFor();
            await open(name);
            await purpose();
        };

        // 5: which acts were done under an authority issued after the act?
        await desk();
        await row("Việc này có được làm trong thời hạn của quyền được giao không?");
        await page.keyboard.press("Enter");
        await sees("13 trong 13");
        // 1 and 4: who changed the level between meeting and decision, on what basis, competent that day?
        await row("Trương Văn Duy");
        await page.keyboard.press("Enter");
        await purpose();
        await page.keyboard.press("d");
        await sees("Nội dung thay đổi");
        await sees("Lê Thị Bích Chi – Quyền (Q.), 118/QĐ-STC");
        await sees("Đúng thẩm quyền");
        await sees("Quyền được giao chưa có hiệu lực");
        await page.keyboard.press("p");
        await page.getByRole("dialog").getByText("ý kiến chỉ đạo").waitFor();
        await page.getByRole("dialog").getByText("Đã kiểm chứng lúc").waitFor();
        await page.keyboard.press("Escape");
        // 26: who has looked, for what purpose?
        await open("Ai đã xem");
        await sees("05/QĐ-TTr");
        // 6 and 7: was the form edited after the meeting, and was the meeting complete?
        await found("le thanh khanh", "Lê Thanh Khánh");
        await open("Minh chứng");
        await sees("Phiếu có được sửa sau cuộc họp không?");
        await sees("Nộp sau cuộc họp");
        await open("Biên bản");
        await sees("7 có mặt trong 7 phải dự");
        // 25: when was the person notified, and did that keep the term?
        await found("tran thi thu nguyet", "Trần Thị Thu Nguyệt");
        await open("Thông báo");
        await sees("sau 8 ngày làm việc");
        // 17: what was entered in the last 24 hours?
        await desk();
        await row("Vì sao nhập hoặc thay đổi trong 24 giờ trước thời hạn?");
        await page.keyboard.press("Enter");
        await sees("37 trong 37");
        // 3: who rated whom in this unit, in what capacity?
        await page.goto(`${address}/ai-danh-gia-ai?agency=51-S06&unit=51-S06-M1`);
        await page.locator(".matrix").getByText("Huỳnh Thị Mỹ Thu").waitFor();
        await row("Lê Thị Kim An");
        await tabTo("Huỳnh Thị Loan đối với Lê Thị Kim An");
        await page.keyboard.press("Enter");
        await page.getByRole("dialog").getByText("Kết luận đánh giá, xếp loại").waitFor();
        await page.keyboard.press("Escape");
        await open("Tư cách và căn cứ");
        await sees("214/QĐ-SCT");
        // 28: the state of the cycle on 30/11/2023 24:00.
        await desk();
        await tabTo("moment");
        await page.keyboard.type("30/11/2023 24:00");
        await page.keyboard.press("Enter");
        await sees("ĐANG XEM THEO 30/11/2023 24:00");
        await page.locator(".figures li", { hasText: "27" }).first().waitFor();
        assert.equal(await page.locator(".figures li", { hasText: "Chưa gửi" }).locator("b").textContent(), "3");
        // 30: nothing was removed, altered or back-dated since this device last looked.
        await page.goto(`${address}/nhat-ky`);
        await settled(page);
        await page.keyboard.press("v");
        await sees("nhật ký chỉ được ghi thêm");
        assert.equal(await page.locator(".proof .tag.danger").count(), 0);
        problems.length = 0; // the browser reports each refusal that asks for the purpose
    },

    async "the reader of the API's document works under its policy"({ as, address }) {
        const { page, problems } = await as(undefined);
        await page.goto(`${address}/docs`);
        // The whole document is resolved first, which takes its time on a busy machine.
        await page.locator(".swagger-ui .info .title").waitFor({ timeout: 60_000 });
        await page.locator(".swagger-ui .opblock-tag").first().waitFor({ timeout: 60_000 });
        assert.ok((await page.locator("body").innerText()).includes("DỮ LIỆU MÔ PHỎNG"));
        // It names no icon, for which browsers then ask by themselves.
        const others = problems.filter((problem) => !problem.includes("/favicon.ico"));
        problems.splice(0, problems.length, ...others);
    },
};
