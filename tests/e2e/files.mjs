// Files of a meter and of prices: dropped in, understood, put to use, kept, removed; and how long that takes.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { firstResult, languageButton, settledSaving } from "./contract.mjs";
import {
  axeViolations,
  colorSchemes,
  eventually,
  horizontalOverflow,
  paths,
  root,
  takePicture,
  viewports,
  withPage,
  withServer,
} from "./harness.mjs";

/** The words that these tests rely on. */
const words = {
  meter: "Masz dane godzinowe z portalu operatora? Wczytaj plik",
  prices: "Ceny godzinowe RCE z pliku PSE",
  money: "Dotacja i prognozy",
  use: "Licz według pliku",
  usePrices: "Licz według tych cen",
  remove: "Usuń plik z obliczeń",
  inUse: /Liczymy według Twojego pliku z\slicznika/,
  pricesInUse: /Liczymy według cen z\sTwojego pliku/,
  plant: "Moc paneli, które już stoją",
  mapping: "Jak czytamy plik",
  mark: "Godzina w pliku to",
  undo: "Cofnij",
  redo: "Ponów",
};

/** From the choice of the file to the answer on the page, program already there, milliseconds. */
const quickMs = 300;
/** Longest time between two frames while a large file is read; both cores may be busy with other tests. */
const longestFrameMs = 250;

const pad = (number) => String(number).padStart(2, "0");

/** A year of eLicznik: rows an hour (or a quarter) for each kind. No change of the clock: that is tested natively. */
function tauron({ kinds = ["pobór"], perHour = 1, years = [2025], filler = "", value = () => 0.4 }) {
  const rows = [`Data; Strefa; Wartość ;Rodzaj;Status;`];
  for (const year of years) {
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      for (let part = 1; part <= 24 * perHour; part += 1) {
        const time = perHour === 1 ? `${part}:00` : `${pad(Math.floor(part / perHour))}:${pad((part % perHour) * (60 / perHour))}`;
        for (const kind of kinds) {
          const kwh = (value(kind, part / perHour) / perHour).toFixed(3).replace(".", ",");
          rows.push(`${date} ${time};T1;${kwh};${kind} [kWh]; licznik ${filler};`);
        }
      }
    }
  }
  return rows.join("\n");
}

const asFile = (text, name = "licznik.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

const fileField = (page, label) => page.getByLabel(label, { exact: true }).first();
const report = (page) => page.locator(".file:not([hidden])");
const understood = (page) => report(page).locator(".understood li").first();

/** Gives files to a field and waits for the answer; returns milliseconds from the choice to the frame that shows it. */
async function drop(page, label, files) {
  await page.evaluate(() => {
    globalThis.timing = new Promise((done) => {
      let start;
      const begun = () => {
        start ??= performance.now();
      };
      document.addEventListener("change", begun, { capture: true, once: true });
      const look = () => {
        const old = document.querySelector(".file .understood li, .file .field__error:not(:empty)");
        if (start !== undefined && old && !document.querySelector(".drop__progress")) done(performance.now() - start);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  await fileField(page, label).setInputFiles(files);
  return page.evaluate(() => globalThis.timing);
}

async function aFileIsUnderstoodAndUsed(checks, browser, address) {
  for (const [viewportName, viewport] of Object.entries(viewports)) {
    for (const colorScheme of colorSchemes) {
      const view = `files, ${viewport.width} px, ${colorScheme}`;
      await withPage(browser, address, { viewport, colorScheme }, async ({ page, problems, requests }) => {
        await firstResult(page);
        const before = await settledSaving(page);
        const asked = () => requests.filter((url) => /files-[0-9a-f]{16}\.(js|wasm)$/.test(url)).length;
        checks.equal(`${view}: nothing of the program for files is loaded at first`, asked(), 0);
        const text = tauron({}).replace("2025-03-04 5:00;T1;0,400", "2025-03-04 5:00;T1;abc");
        await drop(page, words.meter, asFile(text));
        checks.equal(`${view}: the program is loaded with the first file`, asked(), 2);
        const file = report(page);
        const said = (await file.textContent()) ?? "";
        checks.ok(`${view}: names the format and the rows`, /TAURON eLicznik, odczytane: 8759\swierszy/.test(said), said);
        checks.ok(`${view}: names the sum`, /Zużycie w\sroku: 3\s504\skWh/.test(said), said);
        checks.ok(`${view}: counts the rejected line`, /Nie odczytane: 1\swiersz/.test(said), said);
        await file.locator("summary").first().click();
        checks.ok(`${view}: shows the rejected line`, await file.getByText("wartość nie jest liczbą").isVisible());
        for (const summary of (await file.locator("summary").all()).slice(1)) await summary.click();
        checks.equal(`${view}: twelve months`, await file.locator("details").nth(1).locator("tbody tr").count(), 12);
        checks.none(`${view}: axe on what was understood`, await axeViolations(page));
        checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
        await takePicture(page, `files-understood-${viewportName}-${colorScheme}`);

        await page.getByRole("button", { name: words.use, exact: true }).click();
        await page.getByText(words.inUse).waitFor();
        const after = await settledSaving(page);
        checks.ok(`${view}: the result follows the file`, after !== before, `${before} and ${after}`);
        checks.none(`${view}: axe with the file in use`, await axeViolations(page));
        await takePicture(page, `files-in-use-${viewportName}-${colorScheme}`);
        checks.none(`${view}: console empty, own origin only`, problems);
      });
    }
  }
}

async function whatIsUsedCanBeUndoneAndIsKept(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firstResult(page);
    const before = await settledSaving(page);
    await drop(page, words.meter, asFile(tauron({ value: (_, hour) => (hour > 17 ? 0.9 : 0.2) })));
    await page.getByRole("button", { name: words.use, exact: true }).click();
    const used = await settledSaving(page);
    await page.getByRole("button", { name: words.undo, exact: true }).click();
    checks.equal("files: undo takes the file out", await settledSaving(page), before);
    await page.getByRole("button", { name: words.redo, exact: true }).click();
    checks.equal("files: redo brings it back", await settledSaving(page), used);
    const stored = () => page.evaluate(() => localStorage.getItem("autonomia.load")?.length ?? 0);
    await eventually(async () => (await stored()) > 0);
    checks.ok("files: kept in at most 40 kB", (await stored()) > 8760 && (await stored()) <= 40_000, await stored());
    await page.reload();
    checks.equal("files: the same after a reload", (await firstResult(page), await settledSaving(page)), used);
    await page.getByRole("button", { name: words.remove, exact: true }).click();
    checks.ok("files: removed", await page.getByText(words.inUse).isHidden());
    checks.ok("files: forgotten", await eventually(async () => (await stored()) === 0), await stored());
    checks.none("files, kept: console empty, own origin only", problems);
  });
}

async function aMeterWithModulesAsksForThem(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firstResult(page);
    const value = (kind, hour) => (kind === "oddanie" ? (hour > 10 && hour < 15 ? 0.8 : 0) : hour > 8 && hour < 17 ? 0.1 : 0.4);
    await drop(page, words.meter, asFile(tauron({ kinds: ["pobór", "oddanie"], value })));
    const use = page.getByRole("button", { name: words.use, exact: true });
    checks.ok("files: with export nothing is used before the power is said", await use.isHidden());
    checks.none("files: axe while the power is asked", await axeViolations(page));
    const plant = page.getByRole("textbox", { name: words.plant, exact: true });
    await plant.fill("4,5");
    await use.waitFor();
    checks.ok("files: what the meter does not see is said", /Panele o\spodanej mocy dają/.test(await report(page).textContent()));
    await plant.fill("0,5");
    const impossible = report(page).getByText(/nie da się oddać tyle prądu/);
    checks.ok("files: a plant too small is doubted", await impossible.waitFor().then(() => true));
    checks.none("files: axe on the doubt", await axeViolations(page));
    await takePicture(page, "files-modules");
    checks.none("files, modules: console empty, own origin only", problems);
  });
}

async function aDecisionIsFollowed(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firstResult(page);
    await drop(page, words.meter, { name: "faktura.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 x") });
    const refused = report(page).locator("> div > .field__error");
    checks.ok("files: what is no table is refused with advice", /Arkusz zapisz jako CSV/.test(await refused.textContent()));
    checks.none("files: axe on a refusal", await axeViolations(page));
    await takePicture(page, "files-refused");
    const lines = tauron({}).split("\n").map((line, index) => (index ? line.replace("T1;", "").split(";").slice(0, 2).join("\t") : "dzień i godzina\tile"));
    await drop(page, words.meter, asFile(lines.join("\n")));
    await page.getByText(words.mapping, { exact: true }).click();
    const mark = page.getByRole("combobox", { name: words.mark, exact: true });
    checks.equal("files: the end of the hour is recognised", await mark.inputValue(), "end");
    await mark.selectOption("start");
    checks.ok("files: a decision is followed", await eventually(async () => (await mark.inputValue()) === "start"));
    checks.ok("files: the field keeps the focus", await mark.evaluate((element) => element === document.activeElement || element.matches("select")));
    await languageButton(page, "en").click();
    const english = await eventually(async () => /A row an hour, read/.test(await report(page).textContent()));
    checks.ok("files: told again in English", english, await report(page).textContent());
    checks.none("files: axe in English", await axeViolations(page));
    checks.none("files, decisions: console empty, own origin only", problems);
  });
}

async function filesMayBeDragged(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page }) => {
    await firstResult(page);
    await page.evaluate((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "licznik.csv"));
      for (const type of ["dragover", "drop"]) {
        const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.querySelector(".drop").dispatchEvent(event);
      }
    }, tauron({}));
    await understood(page).waitFor();
    checks.ok("files: a dragged file is read", /TAURON/.test(await understood(page).textContent()));
  });
}

async function pricesAreUsed(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firstResult(page);
    const before = await settledSaving(page);
    await page.getByText(words.money, { exact: true }).click();
    const rows = ["Data;Godzina;RCE"];
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2026, 0, 1); day += 86_400_000) {
      for (let hour = 1; hour <= 24; hour += 1) rows.push(`${new Date(day).toISOString().slice(0, 10)};${hour};${hour === 13 ? -20 : 900},50`);
    }
    await drop(page, words.prices, asFile(rows.join("\n"), "rce.csv"));
    checks.none("prices: axe on what was understood", await axeViolations(page));
    await page.getByRole("button", { name: words.usePrices, exact: true }).click();
    await page.getByText(words.pricesInUse).waitFor();
    const after = await settledSaving(page);
    checks.ok("prices: the result follows them", after > before, `${before} and ${after}`);
    await page.reload();
    await firstResult(page);
    checks.equal("prices: the same after a reload", await settledSaving(page), after);
    checks.none("prices: console empty, own origin only", problems);
  });
}

async function aYearOfQuartersIsQuick(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page }) => {
    await firstResult(page);
    const file = asFile(tauron({ perHour: 4 }));
    const cold = await drop(page, words.meter, file);
    const times = [];
    for (let run = 0; run < 5; run += 1) times.push(await drop(page, words.meter, file));
    const warm = Math.min(...times);
    console.log(`        35,040 lines: ${cold.toFixed(0)} ms with the program's first load, then ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
    checks.ok(`files: 35,040 lines in less than ${quickMs} ms`, warm < quickMs, `${times} ms`);
  });
}

async function aLargeFileDoesNotFreezeThePage(checks, browser, address) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "autonomia-"));
  const large = path.join(folder, "large.csv");
  const kinds = ["pobór", "oddanie", "pobrana po zbilansowaniu", "oddana po zbilansowaniu"];
  fs.writeFileSync(large, tauron({ kinds, perHour: 4, years: [2022, 2023, 2024, 2025], filler: "x".repeat(36) }));
  try {
    await withPage(browser, address, {}, async ({ page, context }) => {
      context.setDefaultTimeout(60_000);
      await firstResult(page);
      await page.evaluate(() => {
        globalThis.frames = [];
        let last = performance.now();
        const frame = (now) => {
          globalThis.frames.push(now - last);
          last = now;
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
      const time = await drop(page, words.meter, large);
      const longest = Math.max(...(await page.evaluate(() => globalThis.frames)));
      const megabytes = (fs.statSync(large).size / 1e6).toFixed(0);
      console.log(`        ${megabytes} MB: ${time.toFixed(0)} ms, longest frame ${longest.toFixed(0)} ms`);
      checks.ok("files: 50 MB are read", /odczytane: 561024\swiersze/.test(await report(page).textContent()), await report(page).textContent());
      checks.ok(`files: frames keep coming beside ${megabytes} MB`, longest < longestFrameMs, `${longest} ms`);
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function aMissingProgramIsSaid(checks, browser, address) {
  await withPage(browser, address, {}, async ({ context, page }) => {
    await firstResult(page);
    await context.route("**/files-*.wasm", (route) => route.abort());
    await fileField(page, words.meter).setInputFiles(asFile(tauron({})));
    const notice = page.getByText(/Nie udało się uruchomić czytania plików/);
    checks.ok("files: a missing program is said", await notice.waitFor().then(() => true));
    checks.none("files: axe on it", await axeViolations(page));
    await context.unroute("**/files-*.wasm");
    await drop(page, words.meter, asFile(tauron({})));
    checks.ok("files: the next file tries again", /TAURON/.test(await understood(page).textContent()));
  });
}

/** The fixtures of the engine's tests hold six days: too few, which is said. */
async function tooFewDaysAreSaid(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page }) => {
    await firstResult(page);
    for (const name of ["tauron.csv", "enea.csv", "energa.json", "cooperative.csv", "wide_25.csv"]) {
      await drop(page, words.meter, path.join(root, "tests/fixtures", name));
      const said = await report(page).textContent();
      checks.ok(`files: ${name} is understood, and too short`, /Pełnych dni jest/.test(said), said);
      checks.none(`files: axe on ${name}`, await axeViolations(page));
    }
  });
}

export default async function files(checks, browser) {
  const parts = [
    aFileIsUnderstoodAndUsed,
    whatIsUsedCanBeUndoneAndIsKept,
    aMeterWithModulesAsksForThem,
    aDecisionIsFollowed,
    filesMayBeDragged,
    pricesAreUsed,
    aYearOfQuartersIsQuick,
    aLargeFileDoesNotFreezeThePage,
    aMissingProgramIsSaid,
    tooFewDaysAreSaid,
  ];
  await withServer(paths.site, async (address) => {
    for (const run of parts) await checks.part(run.name, () => run(checks, browser, address));
  });
}
