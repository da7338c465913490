// The file of a firm's meter: understood, put to use, kept, removed; and how soon the result follows it.

import { firmField, firmSavingElement, firmStands, firmTexts, languageButton } from "./contract.mjs";
import { axeViolations, colorSchemes, eventually, horizontalOverflow, paths, takePicture, viewports, withPage, withServer } from "./harness.mjs";

/** The words that these tests rely on. */
const words = {
  ...firmTexts.pl,
  file: "Plik z\u00a0licznika, najlepiej 15-minutowy",
  use: "Licz według pliku",
  remove: "Usuń plik z obliczeń",
  inUse: /Liczymy według pliku z\slicznika: .*największa moc/,
  inUseHours: /Mocy 15-minutowej w\snim nie ma/,
  unknown: /nie znamy mocy kwadransów/,
  notKept: /nie pozwala zapamiętać godzin/,
};

/** From the choice of the file to new figures in the document, milliseconds: the best of three. */
const quickMs = 1_000;

const pad = (number) => String(number).padStart(2, "0");

/** A year of a workshop with a spike each working morning: a row for each quarter, or each hour. 35,040 or 8,760 rows. */
function year({ perHour = 4, scale = 1 } = {}) {
  const rows = ["Data;Godzina;Energia pobrana kWh"];
  for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2026, 0, 1); day += 86_400_000) {
    const date = new Date(day);
    const works = date.getUTCDay() % 6 !== 0;
    for (let part = 0; part < 24 * perHour; part += 1) {
      const hour = Math.floor(part / perHour);
      const spike = works && part === 8 * perHour ? 30 : 0;
      const kw = (works && hour >= 7 && hour < 16 ? 22 : 3 + (hour % 5) / 10) + spike;
      const kwh = ((scale * kw) / perHour).toFixed(3).replace(".", ",");
      rows.push(`${date.toISOString().slice(0, 10)};${hour}:${pad((part % perHour) * (60 / perHour))};${kwh}`);
    }
  }
  return rows.join("\n");
}

const asFile = (text, name = "licznik.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const place = (page) => page.getByLabel(words.file, { exact: true }).first();
const report = (page) => page.locator(".file:not([hidden])");

/** Chooses a file and waits for what was understood of it. */
async function drop(page, file) {
  await place(page).setInputFiles(file);
  await report(page).locator(".understood li, .field__error").first().waitFor();
}

/** Chooses a file and calculates by it; waits until the result stands. */
async function put(page, file) {
  await drop(page, file);
  await button(page, words.use).click();
  return firmStands(page);
}

/**
 * Chooses a file, puts it to use in the frame in which it is understood, and waits for figures and for the end of the work:
 * milliseconds from the choice, [understood, new figures, end].
 */
async function timed(page, file) {
  const before = await firmSavingElement(page).textContent();
  await page.evaluate(
    ([use, saving, before]) => {
      const shown = () => {
        const term = [...document.querySelectorAll("#answer dt")].find((term) => term.textContent.includes(saving));
        return term?.parentElement.querySelector("dd")?.textContent;
      };
      globalThis.times = new Promise((done) => {
        const times = [];
        let start;
        document.addEventListener("change", () => (start ??= performance.now()), { capture: true, once: true });
        const look = () => {
          const now = () => performance.now() - start;
          const put = [...document.querySelectorAll(".file:not([hidden]) button:not([hidden])")].find((b) => b.textContent.trim() === use);
          if (times.length === 0 && put) {
            times.push(now());
            put.click();
          } else if (times.length === 1 && shown() !== before) times.push(now());
          if (times.length === 2 && !document.querySelector("#answer progress")) done([...times, now()]);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    [words.use, words.saving, before],
  );
  await place(page).setInputFiles(file);
  return page.evaluate(() => globalThis.times);
}

async function aFileIsUnderstoodAndUsed(checks, browser, address) {
  for (const viewportName of Object.keys(viewports)) {
    for (const colorScheme of colorSchemes) {
      const viewport = viewports[viewportName];
      const view = `firm's file, ${viewport.width} px, ${colorScheme}`;
      await withPage(browser, address, { viewport, colorScheme }, async ({ page, problems, requests }) => {
        const trade = await firmStands(page);
        const asked = () => requests.filter((url) => /files-[0-9a-f]{16}\.(js|wasm)$/.test(url)).length;
        checks.equal(`${view}: nothing of the program for files is loaded at first`, asked(), 0);
        await drop(page, asFile(year()));
        const said = (await report(page).textContent()) ?? "";
        checks.ok(`${view}: names the rows`, /odczytane: 35040\swierszy/.test(said), said);
        // The quarter that begins at 8:00 on working days has 22 and 30 kW.
        checks.ok(`${view}: names the greatest power`, /Największa moc 15-minutowa: 52,0\skW, .*\s2025, 8:00–9:00/.test(said), said);
        checks.ok(`${view}: names working days and days off`, /Średnio na dobę: .* w\sdni robocze/.test(said), said);
        for (const summary of await report(page).locator("summary").all()) await summary.click();
        checks.none(`${view}: axe on what was understood`, await axeViolations(page));
        checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
        await takePicture(page, `firm-file-understood-${viewportName}-${colorScheme}`);
        await button(page, words.use).click();
        await page.getByText(words.inUse).waitFor();
        const measured = await firmStands(page);
        checks.ok(`${view}: the result follows the file`, measured !== trade, `${trade} and ${measured}`);
        checks.equal(`${view}: peaks are known`, await page.getByText(words.unknown).count(), 0);
        checks.ok(`${view}: the trade is out of the way`, await firmField(page, "trade").isHidden());
        checks.none(`${view}: axe with the file in use`, await axeViolations(page));
        await takePicture(page, `firm-file-in-use-${viewportName}-${colorScheme}`);
        checks.none(`${view}: console empty, own origin only`, problems);
      });
    }
  }
}

async function wholeHoursAreWarnedOf(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firmStands(page);
    await drop(page, asFile(year({ perHour: 1 })));
    const said = (await report(page).textContent()) ?? "";
    checks.ok("firm's file: whole hours are said", /mocy 15-minutowej nie znamy/.test(said), said);
    await button(page, words.use).click();
    await page.getByText(words.inUseHours).waitFor();
    await firmStands(page);
    checks.ok("firm's file: the result warns of whole hours", (await page.getByText(words.unknown).count()) > 0);
    checks.none("firm's file, hours: console empty, own origin only", problems);
  });
}

async function aWrongFileSaysWhatToDo(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    const trade = await firmStands(page);
    const wrong = [
      [{ name: "faktura.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 x") }, /Arkusz zapisz jako CSV/],
      [asFile("Faktura\nnumer;kwota\n1;2\n"), /Pobierz z\sportalu dane godzinowe/],
      [asFile(year({ scale: 1000 })), /Sprawdź poniżej jednostkę i\skolumny/],
    ];
    for (const [file, advice] of wrong) {
      await drop(page, file);
      const said = (await report(page).textContent()) ?? "";
      checks.ok(`firm's file: ${advice} is the advice`, advice.test(said), said);
      checks.ok("firm's file: what is wrong cannot be used", await button(page, words.use).isHidden());
      checks.none("firm's file: axe on a refusal", await axeViolations(page));
    }
    // The same numbers as Wh are those of a workshop.
    await page.getByText("Jak czytamy plik", { exact: true }).click();
    await page.getByRole("combobox", { name: "Jednostka", exact: true }).selectOption("wh");
    checks.ok("firm's file: a unit mends it", await eventually(() => button(page, words.use).isVisible()));
    await languageButton(page, "en").click();
    const english = await eventually(async () => /Greatest 15-minute power: 52\.0\skW/.test(await report(page).textContent()));
    checks.ok("firm's file: told again in English", english, await report(page).textContent());
    await languageButton(page, "pl").click();
    checks.equal("firm's file: nothing was computed by it", await firmStands(page), trade);
    checks.none("firm's file, wrong: console empty, own origin only", problems);
  });
}

async function itIsKeptUndoneAndRemoved(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    const trade = await firmStands(page);
    const used = await put(page, asFile(year()));
    const stored = () => page.evaluate(() => localStorage.getItem("autonomia.firm.hours")?.length ?? 0);
    checks.ok("firm's file: kept", await eventually(async () => (await stored()) > 17_520), await stored());
    checks.ok("firm's file: the address does not hold it", page.url().length < 2_000, page.url());
    await page.reload();
    checks.equal("firm's file: the same after a reload", await firmStands(page), used);
    await button(page, words.addMeter).click();
    checks.ok("firm's file: another meter has none", await page.getByText(words.inUse).isHidden());
    await button(page, words.removeMeter).click();
    checks.equal("firm's file: the first meter keeps it", await firmStands(page), used);
    await button(page, words.remove).click();
    checks.ok("firm's file: the trade is back", await firmField(page, "trade").isVisible());
    checks.ok("firm's file: nothing says that it is in use", await page.getByText(words.inUse).isHidden());
    checks.ok("firm's file: the trade is computed", (await firmStands(page)) !== used);
    checks.ok("firm's file: forgotten", await eventually(async () => (await stored()) === 0), await stored());
    await button(page, words.undo).click();
    checks.equal("firm's file: undo brings it back", await firmStands(page), used);
    checks.none("firm's file, kept: console empty, own origin only", problems);

    await page.evaluate(() => localStorage.clear());
    await page.goto("about:blank");
    await page.goto(address);
    checks.equal("firm's file: another visit begins with the trade", await firmStands(page), trade);
    await put(page, asFile(year()));
    await button(page, words.undo).click();
    checks.equal("firm's file: undo restores the trade", await firmStands(page), trade);
  });
}

async function refusedStorageIsSaid(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page }) => {
    await firmStands(page);
    await page.evaluate(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (value.length > 10_000) throw new DOMException("full", "QuotaExceededError");
        set.call(this, key, value);
      };
    });
    await put(page, asFile(year()));
    const notice = page.getByText(words.notKept);
    checks.ok("firm's file: a full storage is said", await eventually(() => notice.isVisible()));
    checks.none("firm's file: axe with a full storage", await axeViolations(page));
  });
}

async function theResultIsQuick(checks, browser, address) {
  const runs = [];
  for (let run = 0; run < 3; run += 1) {
    await withPage(browser, address, {}, async ({ page }) => {
      await firmStands(page);
      const first = await timed(page, asFile(year()));
      await firmStands(page);
      await button(page, words.undo).click();
      await firmStands(page);
      runs.push({ first, again: await timed(page, asFile(year())) });
    });
  }
  const list = (pick) => runs.map((run) => pick(run).map((ms) => ms.toFixed(0)).join("/")).join(", ");
  console.log(`        35,040 rows, understood/new figures/end of the search: ${list((run) => run.first)} ms with the first`);
  console.log(`        fetch of the program; ${list((run) => run.again)} ms without`);
  const best = Math.min(...runs.map((run) => run.again[1]));
  checks.ok(`firm's file: new figures within ${quickMs} ms`, best < quickMs, `${best} ms`);
}

export default async function firmFiles(checks, browser) {
  await withServer(paths.site, async (site) => {
    const address = `${site}firma.html`;
    await checks.part("firm's file: used", () => aFileIsUnderstoodAndUsed(checks, browser, address));
    await checks.part("firm's file: hours", () => wholeHoursAreWarnedOf(checks, browser, address));
    await checks.part("firm's file: wrong", () => aWrongFileSaysWhatToDo(checks, browser, address));
    await checks.part("firm's file: kept", () => itIsKeptUndoneAndRemoved(checks, browser, address));
    await checks.part("firm's file: storage", () => refusedStorageIsSaid(checks, browser, address));
    await checks.part("firm's file: quick", () => theResultIsQuick(checks, browser, address));
  });
}
