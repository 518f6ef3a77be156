// Dialogs of acts as people use them: opened by their button, filled in by the names of the fields, sent.

export const press = async (page, name) => {
    await page.getByRole("button", { name, exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    return dialog;
};

export const fill = async (dialog, texts) => {
    for (const [name, text] of Object.entries(texts)) {
        const field = dialog.locator(`[name="${name}"]`);
        if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(text);
        else await field.fill(text);
    }
};

// The fields of a row of entries.ts, by their labels within `place`.
export const fillByLabel = async (place, values) => {
    for (const [label, value] of Object.entries(values)) {
        // A hint may stand behind the label.
        const named = new RegExp(`^\\s*${label.replace(/[()]/g, "\\$&")}(\\s|$)`);
        await place.getByLabel(named).fill(value);
    }
};

// The document's code is typed; what it is stands beside it once it is known.
export const documented = async (dialog, code = "QD-NAY", number = "412/QĐ-XL") => {
    await dialog.locator("input[name=document]").fill(code);
    await dialog.page().keyboard.press("Tab");
    await dialog.getByText(number).waitFor();
};

export const send = async (dialog, name) => dialog.getByRole("button", { name, exact: true }).click();
export const sent = async (dialog, name) => {
    await send(dialog, name);
    await dialog.waitFor({ state: "detached" });
};

// The row of a field in the table of both versions, on a page or in a dialog: what was entered, and what the system
// holds.
export const compared = async (place, field) => {
    await place.getByText("Nội dung đã được người khác cập nhật").waitFor();
    const title = (place.page?.() ?? place).locator("th", { hasText: field });
    const row = place.locator("table.compare tbody tr", { has: title });
    return (await row.locator("td").allTextContents()).map((text) => text.trim());
};
