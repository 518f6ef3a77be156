// A personal digital signature over one's own act, made with openssl as a card's program would, handed in and looked
// at.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, fitsAPhone, kDesk, settled } from "./harness.mjs";

const openssl = (...words) => execFileSync("openssl", words, { stdio: ["ignore", "pipe", "ignore"] });

export const signatureBehaviour = {
    async "signature: the actor of an act adds one, and the page says what cryptography says"({
        as,
        working,
        worlds,
        found,
    }) {
        const folder = mkdtempSync(join(tmpdir(), "minhbach-sign-"));
        const file = (name) => join(folder, name);
        const { page, problems } = await as("notified", { where: "working" });
        try {
            const subject = ["-utf8", "-subj", "/C=VN/CN=Người thử nghiệm"];
            const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
            const pair = ["-keyout", file("me.key"), "-out", file("me.crt")];
            openssl("req", "-x509", ...curve, ...subject, ...pair);
            const signed = (bytes, name) => {
                writeFileSync(file("bytes"), bytes);
                const made = ["-signer", file("me.crt"), "-inkey", file("me.key"), "-out", file(name)];
                openssl("cms", "-sign", "-binary", "-md", "sha256", "-outform", "DER", "-in", file("bytes"), ...made);
                return file(name);
            };

            await page.goto(`${working}/ho-so/${found.working.notified}?type=self-assessment.filed`);
            await settled(page);
            await page.getByRole("link", { name: "Ký số", exact: true }).first().click();
            await page.getByText("Chưa có chữ ký số cá nhân nào").waitFor();
            const waiting = page.waitForEvent("download");
            await page.getByRole("link", { name: "Tải các byte được ký" }).first().click();
            const bytes = readFileSync(await (await waiting).path());

            const field = page.locator("input[name=signature]");
            const send = page.getByRole("button", { name: "Nộp chữ ký" });
            await field.setInputFiles(signed(Buffer.concat([bytes, Buffer.from("x")]), "other.p7s"));
            await send.click();
            await page.getByText("Chữ ký số này không phải là chữ ký trên các byte của bản ghi này.").waitFor();
            problems.length = 0; // the browser reports the status of the refusal

            await field.setInputFiles(signed(bytes, "right.p7s"));
            await send.click();
            const one = page.locator("[data-signature]");
            await one.getByText("Chữ ký khớp với nội dung; hệ thống này chưa được cấu hình").waitFor();
            await one.getByText("không phải kết luận về giá trị pháp lý").waitFor();
            await one.getByText("Tên trong chứng thư khác họ tên người thực hiện").waitFor();
            await one.getByText("Tự kiểm tra bằng OpenSSL").click();
            const kept = page.waitForEvent("download");
            await one.getByRole("link", { name: "Tải chữ ký" }).click();
            assert.deepEqual(readFileSync(await (await kept).path()), readFileSync(file("right.p7s")));
            await accessible(page);
            await fitsAPhone(page);
            await page.setViewportSize(kDesk);

            const position = Number(new URL(page.url()).pathname.split("/").at(-1));
            const { data } = await worlds.working.ask("notified", `/v1/log/entries/${position}/signatures`);
            assert.equal(data.signatures.length, 1);
            assert.equal(data.signatures[0].report.standing, "UNKNOWN_ISSUER");

            await page.goto(`${working}/ho-so/${found.working.notified}?type=act.signed`);
            await settled(page);
            await page.locator(".happening-title", { hasText: "Ký số vào bản ghi" }).waitFor();
            await page.getByRole("link", { name: "Xem chữ ký số" }).click();
            await page.locator("[data-signature]").waitFor();
            problems.length = 0; // the page of a dossier asks for the record of the decision, which only some may read
        } finally {
            rmSync(folder, { recursive: true });
        }
    },
};
