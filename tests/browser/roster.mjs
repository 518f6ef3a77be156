// Entries of people, each made on the person's page or on that of the unit and looked up in the record afterwards:
// hired, corrected, a new post, the end of one, seconded, merged, moved between units. Each with what is refused.
import assert from "node:assert/strict";
import { documented, fill, press, send, sent } from "./dialogs.mjs";
import { settled } from "./harness.mjs";

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const shifted = (days) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const written = (day) => day.split("-").reverse().join("/");
const purpose = "purpose=05%2FQ%C4%90-TTr";

const hired = {
    unit: "51-S20",
    by: "officer", // of Home Affairs: keeps entries and sees everybody
};
const register = async (page, working, code, name, born = "02/09/1990") => {
    await page.goto(`${working}/don-vi?unit=${hired.unit}`);
    await settled(page);
    const dialog = await press(page, "Ghi nhận người mới");
    await fill(dialog, {
        person: code,
        fullName: name,
        birthDate: born,
        sex: "FEMALE",
        title: "Chuyên viên",
        from: written(shifted(-30)),
    });
    return dialog;
};
const open = async (page, working, code) => {
    await page.goto(`${working}/nguoi/${code}?${purpose}`);
    await settled(page);
};

export const rosterBehaviour = {
    async "person: one is hired, and a slip in the entry is corrected"({ as, working, worlds }) {
        const { page, problems } = await as(hired.by, { where: "working" });
        let dialog = await register(page, working, "QN990001", "Nguyễn Thị Hồng Dào");
        await sent(dialog, "Ghi nhận người mới");
        // The code is taken: refused in words, nothing is entered twice.
        dialog = await register(page, working, "QN990001", "Người khác");
        await send(dialog, "Ghi nhận người mới");
        await dialog.getByText("Đã có người mang mã QN990001").waitFor();
        problems.length = 0;
        await open(page, working, "QN990001");
        dialog = await press(page, "Đính chính thông tin");
        await fill(dialog, { fullName: "Nguyễn Thị Hồng Đào", reason: "Ghi sai một chữ" });
        await sent(dialog, "Đính chính thông tin");
        await page.getByText("Nguyễn Thị Hồng Đào").first().waitFor();
        const { data } = await worlds.working.ask(hired.by, `/v1/people/QN990001?${purpose}`);
        assert.equal(data.person.fullName, "Nguyễn Thị Hồng Đào");
        assert.equal(data.person.corrections, 1);
        assert.equal(data.person.posts.length, 1);
        assert.equal(data.person.posts[0].from, shifted(-30));
    },

    async "person: a new post in another unit ends the present one; then the post is ended"({ as, working, worlds }) {
        const { page, problems } = await as(hired.by, { where: "working" });
        await sent(await register(page, working, "QN990002", "Lê Văn Chuyển"), "Ghi nhận người mới");
        await open(page, working, "QN990002");
        let dialog = await press(page, "Bổ nhiệm, điều động, tuyển dụng");
        await fill(dialog, { unit: "51-S99", title: "Chuyên viên chính", from: written(today()) });
        await dialog.getByLabel(/Thôi chức vụ hiện nay/).check();
        await send(dialog, "Bổ nhiệm, điều động, tuyển dụng");
        await dialog.getByRole("alert").waitFor(); // there is no such unit
        problems.length = 0;
        await fill(dialog, { unit: "51-S10", managedBy: "51-S10" });
        await sent(dialog, "Bổ nhiệm, điều động, tuyển dụng");
        await page.getByText("Chuyên viên chính").first().waitFor();
        const posts = async () =>
            (await worlds.working.ask(hired.by, `/v1/people/QN990002?${purpose}`)).data.person.posts;
        assert.deepEqual(
            (await posts()).map(({ unit, from, to }) => [unit, from, to]),
            [
                [hired.unit, shifted(-30), shifted(-1)],
                ["51-S10", today(), undefined],
            ],
        );
        dialog = await press(page, "Thôi giữ chức vụ");
        await dialog.locator("[name=to]").fill(written(shifted(2)));
        await documented(dialog);
        await sent(dialog, "Thôi giữ chức vụ");
        await page
            .getByText(written(shifted(2)))
            .first()
            .waitFor();
        assert.equal((await posts()).at(-1).to, shifted(2));
    },

    async "person: one is seconded and comes back"({ as, working, worlds }) {
        const { page } = await as(hired.by, { where: "working" });
        await sent(await register(page, working, "QN990003", "Phạm Thị Biệt"), "Ghi nhận người mới");
        await open(page, working, "QN990003");
        let dialog = await press(page, "Cử biệt phái");
        await dialog.locator("[name=host]").fill("51-S11");
        await dialog.locator("[name=from]").fill(written(shifted(-5)));
        await documented(dialog);
        await sent(dialog, "Cử biệt phái");
        await page.getByRole("heading", { name: "Biệt phái" }).waitFor();
        dialog = await press(page, "Kết thúc biệt phái");
        await dialog.locator("[name=to]").fill(written(shifted(-1))); // the last day there
        await documented(dialog);
        await sent(dialog, "Kết thúc biệt phái");
        await page.getByRole("button", { name: "Cử biệt phái" }).waitFor();
        const { data } = await worlds.working.ask(hired.by, `/v1/people/QN990003?${purpose}`);
        assert.deepEqual(
            data.person.secondments.map(({ host, from, to }) => [host, from, to]),
            [["51-S11", shifted(-5), shifted(-1)]],
        );
    },

    async "person: two codes of one human being become one, and are parted again"({ as, working, worlds }) {
        const { page, problems } = await as(hired.by, { where: "working" });
        await sent(await register(page, working, "QN990004", "Trần Thị Trùng"), "Ghi nhận người mới");
        await sent(await register(page, working, "QN990005", "Trần Thị Trùng"), "Ghi nhận người mới");
        await sent(await register(page, working, "QN990006", "Trần Thị Khác", "03/09/1990"), "Ghi nhận người mới");
        await open(page, working, "QN990005");
        let dialog = await press(page, "Hợp nhất mã trùng");
        await dialog.locator("[name=into]").fill("QN990006");
        await dialog.locator("[name=reason]").fill("Đăng ký hai lần");
        await documented(dialog);
        await send(dialog, "Hợp nhất mã trùng");
        await dialog.getByRole("alert").waitFor(); // born on another day
        problems.length = 0;
        await dialog.locator("[name=into]").fill("QN990004");
        await sent(dialog, "Hợp nhất mã trùng");
        await page.getByRole("link", { name: "QN990004" }).waitFor();
        await page.getByRole("button", { name: "Tách mã hợp nhất nhầm" }).waitFor();
        const merged = async () => (await worlds.working.ask(hired.by, `/v1/people/QN990005?${purpose}`)).data.person;
        assert.equal((await merged()).mergedInto, "QN990004");
        dialog = await press(page, "Tách mã hợp nhất nhầm");
        await dialog.locator("[name=reason]").fill("Hai người khác nhau");
        await documented(dialog);
        await sent(dialog, "Tách mã hợp nhất nhầm");
        await page.getByRole("button", { name: "Hợp nhất mã trùng" }).waitFor();
        assert.equal((await merged()).mergedInto, undefined);
    },
};
