// Acts of administration and of settling, each done on its screen and looked up in the record afterwards; and what an
// act's dialog shows where somebody else was faster.
import assert from "node:assert/strict";
import { documented } from "./dialogs.mjs";
import { accessible, fitsAPhone, kDesk, settled } from "./harness.mjs";
import { propose } from "./working.mjs";

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const written = (day) => day.split("-").reverse().join("/");

// Below 51-S20, from today on. Answers with the card of the person's mandates.
async function grantMandate(page, working, person, mandate, fillInTheRest) {
    const dialog = page.getByRole("dialog");
    await page.goto(`${working}/don-vi?unit=51-S20`);
    await settled(page);
    await page.getByRole("button", { name: "Giao quyền" }).click();
    await dialog.locator("input[name=person]").fill(person);
    await dialog.locator("input[name=mandate]").fill(mandate);
    await dialog.locator("input[name=unit]").fill("51-S20");
    await dialog.locator("select[name=reach]").selectOption("SUBTREE");
    await dialog.locator("input[name=from]").fill(written(today()));
    await fillInTheRest();
    await documented(dialog, "QD-NAY", "412/QĐ-XL");
    await dialog.getByRole("button", { name: "Giao quyền" }).click();
    return page.getByRole("region", { name: "Quyền được giao", exact: true });
}

export const actBehaviour = {
    async "cycle: a term is extended"({ as, working, worlds, found }) {
        const { cycle } = found.working;
        const { page } = await as("officer", { where: "working" });
        await page.goto(`${working}/ky?cycle=${cycle}`);
        await settled(page);
        await page.getByRole("button", { name: "Gia hạn" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.locator("input[name=forUnit]").fill("51-S19");
        const until = `${Number(cycle) + 1}-01-15`;
        await dialog.locator("input[name=until]").fill(written(until));
        await documented(dialog, "VB-NAY", "5801/UBND-NC");
        await dialog.locator("textarea[name=reason]").fill("Đơn vị bị mưa lũ chia cắt");
        await dialog.getByRole("button", { name: "Gia hạn" }).click();
        await page.getByText("Đơn vị bị mưa lũ chia cắt").waitFor();
        const { data } = await worlds.working.ask("officer", `/v1/cycles/${cycle}`);
        const extension = data.cycle.extensions.at(-1).event;
        assert.equal(extension.until.date, until);
        assert.equal(extension.forUnit, "51-S19");
    },

    async "unit: one is set up, renamed and dissolved"({ as, working, worlds }) {
        const { page } = await as("administrator", { where: "working" });
        const dialog = page.getByRole("dialog");
        await page.goto(`${working}/don-vi?unit=51-S20`);
        await settled(page);
        await page.getByRole("button", { name: "Lập đơn vị trực thuộc" }).click();
        await dialog.locator("input[name=unit]").fill("51-S20-T9");
        await dialog.locator("input[name=name]").fill("Tổ Thử nghiệm");
        await dialog.locator("select[name=kind]").selectOption("DIVISION");
        await dialog.locator("input[name=from]").fill("01/01/2025");
        await dialog.getByRole("button", { name: "Lập đơn vị trực thuộc" }).click();
        await page.getByRole("link", { name: "Tổ Thử nghiệm" }).click();
        await page.getByRole("heading", { name: "Tổ Thử nghiệm" }).waitFor();
        await page.getByRole("button", { name: "Đổi tên, chuyển cấp trên" }).click();
        await dialog.locator("input[name=name]").fill("Tổ Thử nghiệm số hai");
        await dialog.locator("input[name=from]").fill("01/06/2025");
        await documented(dialog, "QD-NAY", "412/QĐ-XL");
        await dialog.getByRole("button", { name: "Đổi tên, chuyển cấp trên" }).click();
        await page.getByRole("heading", { name: "Tổ Thử nghiệm số hai" }).waitFor();
        await page.getByRole("button", { name: "Giải thể" }).click();
        await dialog.locator("input[name=on]").fill(written(today()));
        await documented(dialog, "QD-NAY", "412/QĐ-XL");
        await dialog.getByRole("button", { name: "Giải thể" }).click();
        await page.getByText("Đã giải thể").first().waitFor();
        const { data } = await worlds.working.ask("administrator", "/v1/units/51-S20-T9");
        assert.equal(data.unit.versions.at(-1).name, "Tổ Thử nghiệm số hai");
        assert.equal(data.unit.dissolvedOn, today());
    },

    async "mandate: one is granted by code where the person cannot be opened, and revoked"({ as, working, worlds }) {
        const person = "QN120003";
        const { page } = await as("administrator", { where: "working" });
        const dialog = page.getByRole("dialog");
        const card = await grantMandate(page, working, person, "MQ-THU", async () => {
            await dialog.getByLabel("Giao nhiệm vụ").check();
            await dialog.getByLabel("Ghi cuộc họp, biên bản").check();
            await dialog.locator("select[name=capacity]").selectOption("TUQ");
            await dialog.locator("input[name=to]").fill(`31/12/${Number(today().slice(0, 4)) + 1}`);
        });
        await card.getByText("Đang có").waitFor();
        const mandate = async () => (await worlds.working.ask("administrator", "/v1/mandates/MQ-THU")).data.mandate;
        const granted = await mandate();
        assert.equal(granted.person, person);
        assert.deepEqual(granted.powers, ["ASSIGN_WORK", "MEETING"]);
        assert.equal(granted.reach, "SUBTREE");
        assert.equal(granted.capacity, "TUQ");
        assert.equal(granted.from, today());
        await card.getByRole("button", { name: "Thu hồi" }).click();
        await documented(dialog, "QD-NAY", "412/QĐ-XL");
        await dialog.getByRole("button", { name: "Thu hồi" }).click();
        await card.getByText("Đã thu hồi").waitFor();
        assert.equal((await mandate()).revokedOn, today());
    },

    async "mandate: to grant is given by one and confirmed by another"({ as, working, worlds }) {
        const person = "QN120003";
        const mandate = async () => (await worlds.working.ask("administrator", "/v1/mandates/MQ-HAI")).data.mandate;
        const holds = async () => {
            const { mandates } = (await worlds.working.ask(person, "/v1/session")).me;
            return mandates?.some((one) => one.mandate === "MQ-HAI") ?? false;
        };
        const { page } = await as("administrator", { where: "working" });
        const card = await grantMandate(page, working, person, "MQ-HAI", () =>
            page.getByRole("dialog").locator("input[name=powers][value=GRANT]").check(),
        );
        await card.getByText("Chờ người thứ hai xác nhận").waitFor();
        assert.equal((await mandate()).secondPerson, "AWAITED");
        assert.equal(await holds(), false, "it gives nothing yet");
        const waiting = "Chờ xác nhận việc giao quyền";
        assert.equal(await page.getByRole("region", { name: waiting }).count(), 0, "nobody confirms the own");

        const { page: other } = await as("inspector", { where: "working" });
        await other.goto(`${working}/`);
        const list = other.getByRole("region", { name: waiting });
        await list.getByText("MQ-HAI").waitFor();
        await accessible(other);
        await fitsAPhone(other);
        await other.setViewportSize(kDesk);
        await list.getByRole("button", { name: "Xác nhận" }).click();
        await other.getByRole("dialog").getByRole("button", { name: "Xác nhận" }).click();
        await list.waitFor({ state: "detached" });
        const confirmed = await mandate();
        assert.ok(confirmed.confirmed.by && confirmed.confirmed.by !== confirmed.grantedBy);
        assert.equal(await holds(), true);
        await page.reload();
        await card.getByText("Đang có").waitFor();
        await card.getByText("Người xác nhận").waitFor();
        await card.getByText(confirmed.confirmed.by).waitFor();
    },

    async "conflict: an act's dialog shows both versions, and goes on"({ as, working, worlds, found }) {
        const { send, cycle, codes } = found.working;
        const [unit, sender] = ["51-S10", "QN110002"];
        const file = `/v1/cycles/${cycle}/files/${unit}`;
        const revision = async ({ lastPosition }) =>
            (await worlds.working.ask("officer", `${file}?min_position=${lastPosition}`)).data.line.revision;
        const sent = await send(sender, `${file}/submission`, { leaveOutPending: true }, 0);
        const { page, problems } = await as("officer", { where: "working" });
        await page.goto(`${working}/bang-ho-so/${unit}?cycle=${cycle}`);
        await settled(page);
        await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.locator("input[name=remark]").fill("Đủ hồ sơ");
        // Meanwhile the file is returned, and the unit sends it once more.
        const returned = await send(
            codes.officer,
            `${file}/return`,
            { reason: "Thiếu biên bản" },
            await revision(sent),
        );
        await send(sender, `${file}/submission`, { leaveOutPending: true }, await revision(returned));
        await dialog.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
        await dialog.getByText("Nội dung đã được người khác cập nhật").waitFor();
        const compared = await dialog.locator("table.compare").innerText();
        assert.match(compared, /Trạng thái[^]*Đã gửi, chờ kiểm tra \(2\)[^]*Ghi chú[^]*Đủ hồ sơ/);
        assert.equal(await dialog.locator("table.compare thead th").count(), 2, "both versions stand side by side");
        await dialog.getByRole("button", { name: "Tiếp tục với nội dung đang nhập" }).click();
        await dialog.waitFor({ state: "detached" });
        const { data } = await worlds.working.ask("officer", file);
        assert.equal(data.line.status, "ACCEPTED");
        assert.equal(data.versions.at(-1).remark, "Đủ hồ sơ");
        assert.equal(data.versions.length, 2);
        problems.length = 0; // the browser reports the status 412
    },

    async "settlement: a quota is settled, the lowered with a reason"({ as, working, worlds, found }) {
        const { cycle } = found.working;
        const [agency, director, personnel] = ["51-S20", "QN120001", "QN120002"];
        const { data: all } = await worlds.working.ask(
            "home-affairs",
            `/v1/dossiers?cycle=2023&agency=${agency}&limit=50`,
        );
        const persons = all.items
            .filter(({ person, unit, leader }) => !leader && person !== personnel && unit.unit.includes("-M"))
            .slice(0, 2);
        assert.equal(persons.length, 2);
        await propose(found.working, { agency, director, personnel, persons, level: "EXCELLENT" });
        const { page } = await as(director, { where: "working" });
        await page.goto(`${working}/ty-le?unit=${agency}&cycle=${cycle}`);
        await settled(page);
        await page.getByText("2 đề xuất xuất sắc, được tối đa 0").first().waitFor();
        await page.getByRole("button", { name: "Chốt tỷ lệ" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.locator("textarea[name=reason]").fill("Số người được xếp loại tốt chưa đủ để có tỷ lệ xuất sắc");
        await dialog.getByRole("button", { name: "Chốt tỷ lệ" }).click();
        await page.getByText("xuống mức tốt", { exact: true }).nth(1).waitFor();
        const { data } = await worlds.working.ask(director, `/v1/cycles/${cycle}/settlements/${agency}`);
        assert.equal(data.settlements.length, 1);
        assert.equal(data.settlements[0].settled.lowered.length, 2);
    },
};
