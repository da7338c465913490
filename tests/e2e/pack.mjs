// A town's pack beside the site: shown, counted with, kept without a network; a broken one is left out whole and explained.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  chooseOwnSize,
  enter,
  field,
  firmField,
  firmSavingOf,
  firmStands,
  firstResult,
  household,
  languageButton,
  readSaving,
  savingOf,
  savingTolerance,
  scenario,
  settledSaving,
} from "./contract.mjs";
import { axeViolations, eventually, horizontalOverflow, paths, root, startServer, takePicture, viewports, withPage } from "./harness.mjs";

const base = "/gmina/oze/";
const town = "sokolow-podlaski-gmina";
const words = {
  title: "Energia w Sokołowie",
  english: "Energy in Sokołów",
  name: "Sokołów Podlaski (przykład)",
  refused: /Danych miejscowych \(pakietu gminy\) nie udało się wczytać/,
  good: "Pakiet jest w porządku.",
  bad: /Do poprawy: 1\./,
  beside: /Sprawdź pakiet, który leży obok/,
};

function engine(words, asked) {
  const run = spawnSync(paths.headless, [...words, "-"], { input: JSON.stringify(asked), encoding: "utf8" });
  if (run.error || run.status !== 0) throw new Error(`${paths.headless}: ${run.error ?? run.stderr}`);
  return JSON.parse(run.stdout);
}

/** The example pack with its new town first, another price of energy and another levy, laid beside a copy of the site. */
function layPack(folder) {
  const pack = path.join(folder, "pakiet");
  fs.cpSync(path.join(root, "examples/packs/sokolow-podlaski"), pack, { recursive: true });
  const add = (name, row) => {
    const header = fs.readFileSync(path.join(root, "src/rules", name), "utf8").split("\n")[0];
    fs.writeFileSync(path.join(pack, name), `${header}\n${row}\n`);
  };
  add("rates.csv", "PGE_OBROT,G11,energy,all,,,,gross_pln_per_kwh,0.9,2026-01-01,,judgement,2026-11-22,M,");
  add("levies.csv", "oze,,,net_pln_per_kwh,0.05,2026-01-01,,judgement,2026-11-22,M,");
  const list = path.join(pack, "pakiet.json");
  const { tables, ...others } = JSON.parse(fs.readFileSync(list, "utf8"));
  fs.writeFileSync(list, JSON.stringify({ ...others, town, tables: [...tables, "rates.csv", "levies.csv"] }));
  return pack;
}

export async function withPack(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "autonomia-pack-"));
  fs.cpSync(paths.site, folder, { recursive: true });
  const pack = layPack(folder);
  let server = await startServer(folder, base);
  const { address } = server;
  const stop = () => server.stop();
  const start = async () => (server = await startServer(folder, base, new URL(address).port));
  try {
    await use({ address, pack, stop, start });
  } finally {
    stop();
    fs.rmSync(folder, { recursive: true });
  }
}

/** A picture of what is seen first. */
async function picture(page, name) {
  await page.evaluate(() => scrollTo(0, 0));
  await takePicture(page, name, { fullPage: false });
}

const colour = (page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim());
const brand = (page) => page.locator(".header__brand").textContent();

async function homesHaveIt(checks, browser, { address, pack }) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firstResult(page);
    checks.equal("pack: its town is chosen at the start", await field(page, "town").inputValue(), town);
    const first = await field(page, "town").locator("option").first().getAttribute("value");
    checks.equal("pack: its town is the first of the list", first, town);
    checks.equal("pack: the town's title", await brand(page), words.title);
    checks.ok("pack: the logo, with the name as its text", await page.getByRole("img", { name: words.name }).isVisible());
    checks.ok("pack: the introduction", await page.getByText("Przykładowy pakiet.").isVisible());
    const contact = page.getByRole("link", { name: "Przykładowy odnośnik do strony urzędu" });
    checks.equal("pack: the line in the footer leads to the town", await contact.getAttribute("href"), "https://example.org/");
    checks.equal("pack: the accent in the light theme", await colour(page), "#2e7d32");
    const sources = page.locator('[aria-labelledby="sources.title"]');
    await sources.locator("summary").first().click();
    checks.ok("pack: the report names it as a source", await sources.getByText(`town pack: ${words.name}`).first().isVisible());
    await chooseOwnSize(page);
    for (const name of ["use", "area", "tilt", "direction", "size", "battery"]) await enter(page, name, household[name]);
    const asked = { ...scenario(household), town };
    const [shown, computed] = [await settledSaving(page), savingOf(engine(["--pack", pack], asked))];
    checks.ok("pack: the saving equals the engine's", Math.abs(shown - computed) <= savingTolerance, `${shown}, ${computed}`);
    const without = savingOf(engine([], { ...asked, town: "sokolow-podlaski" }));
    checks.ok("pack: and differs from the one without", Math.abs(shown - without) > 100, `${shown}, ${without}`);
    checks.none("pack: axe", await axeViolations(page));
    await picture(page, "pack-light-desktop");
    await page.emulateMedia({ colorScheme: "dark" });
    checks.ok("pack: lightened in the dark theme", (await colour(page)) !== "#2e7d32", await colour(page));
    await page.setViewportSize(viewports.phone);
    checks.none("pack: axe on a phone in the dark", await axeViolations(page));
    checks.equal("pack: nothing reaches beyond a phone", await horizontalOverflow(page), 0);
    await picture(page, "pack-dark-phone");
    await languageButton(page, "en").click();
    checks.ok("pack: English words", await eventually(async () => (await brand(page)) === words.english));
    checks.none("pack: console empty, own origin only", problems);
  });
}

async function firmsHaveIt(checks, browser, { address, pack }) {
  await withPage(browser, `${address}firma.html`, {}, async ({ page, problems }) => {
    const shown = await firmStands(page);
    checks.equal("pack, firm: its town is chosen at the start", await firmField(page, "town").inputValue(), town);
    checks.equal("pack, firm: the town's title", await brand(page), words.title);
    const computed = firmSavingOf(engine(["--firm", "--pack", pack], { town }).best_outcome);
    checks.ok("pack, firm: the saving equals the engine's", Math.abs(shown - computed) <= savingTolerance, `${shown}, ${computed}`);
    checks.none("pack, firm: console empty, own origin only", problems);
  });
}

/** Kept after one visit; a change of the pack alone is there at the next one. */
async function embedderHasIt(checks, browser, { address }) {
  await withPage(browser, `${address}osadz.html`, {}, async ({ page, problems }) => {
    const chosen = () => page.locator("#town").inputValue();
    checks.ok("builder: the pack's town is chosen", await eventually(async () => (await chosen()) === town), await chosen());
    const preview = page.frameLocator("autonomia-kalkulator iframe");
    await preview.getByText("Wynik dla Twojego domu").waitFor({ timeout: 20_000 });
    const lines = await page.locator("#script").inputValue();
    checks.ok("builder: and stands in the lines", lines.includes(`town="${town}"`), lines);
    checks.none("builder: console empty, own origin only", problems);
  });
}

async function worksOffline(checks, browser, { address, pack, stop, start }) {
  await withPage(browser, address, { serviceWorkers: "allow" }, async ({ context, page }) => {
    await firstResult(page);
    await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null), 20_000);
    const saving = await settledSaving(page);
    stop();
    await context.setOffline(true);
    await page.reload();
    checks.ok("pack, offline: the same result", await eventually(async () => (await readSaving(page)) === saving, 20_000));
    checks.equal("pack, offline: the town's title", await brand(page), words.title);
    await context.setOffline(false);
    await start();
    const list = path.join(pack, "pakiet.json");
    fs.writeFileSync(list, fs.readFileSync(list, "utf8").replace(words.title, "Nowy tytuł"));
    await page.reload();
    await firstResult(page);
    checks.ok("pack: a change of it is there at the next visit", await eventually(async () => (await brand(page)) === "Nowy tytuł"));
  });
}

const findings = (page) => page.getByRole("region", { name: "Lista uwag" }).getByRole("row");

async function isChecked(checks, browser, { address, pack }) {
  await withPage(browser, `${address}sprawdz.html`, {}, async ({ page, problems }) => {
    await page.getByRole("button", { name: words.beside }).click();
    await page.getByRole("heading", { name: words.good }).waitFor({ timeout: 20_000 });
    checks.ok("check page: what the pack changes", await page.getByText("rates.csv: wierszy 1, zastępują wbudowanych 1.").isVisible());
    checks.ok("check page: the contrast of the accent", await page.getByText(/ciemny motyw: #.* kontrast/).isVisible());
    checks.none("check page: axe, good", await axeViolations(page));
    await takePicture(page, "pack-check-good");
    // The same files chosen by hand, one of them spoiled.
    const files = fs.readdirSync(pack).map((name) => {
      const text = fs.readFileSync(path.join(pack, name), "utf8");
      return { name, mimeType: "text/plain", buffer: Buffer.from(name === "rates.csv" ? text.replace("0.9", "dużo") : text) };
    });
    await page.locator("#files").setInputFiles(files);
    await page.getByRole("heading", { name: words.bad }).waitFor();
    const cells = await findings(page).nth(1).locator("th, td").allTextContents();
    checks.equal("check page: file, row and column", cells.slice(0, 3).join(" "), "rates.csv 2 value");
    checks.ok("check page: what to write instead", /„dużo” to nie jest liczba/.test(cells[3]) && /0,6189/.test(cells[4]), cells);
    checks.none("check page: axe, bad", await axeViolations(page));
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(viewports.phone);
    checks.equal("check page: nothing reaches beyond a phone", await horizontalOverflow(page), 0);
    checks.none("check page: axe, on a phone in the dark", await axeViolations(page));
    await takePicture(page, "pack-check-bad-phone");
    checks.none("check page: console empty, own origin only", problems);
  });
}

/** Writes words where a price must stand. */
export function breakPack(pack) {
  const file = path.join(pack, "rates.csv");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("0.9", "dużo"));
}

async function aBrokenOneIsLeftOut(checks, browser, { address, pack }) {
  breakPack(pack);
  const home = async (page) => savingOf(engine([], scenario(household))) - (await settledSaving(page));
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firstResult(page);
    const notice = page.locator("#pack-refused");
    checks.ok("broken pack: a notice", words.refused.test((await notice.textContent()) ?? ""));
    checks.equal("broken pack: nothing of it is shown", await brand(page), "Autonomia");
    checks.ok("broken pack: the page's own accent", (await colour(page)) === "#0b5394", await colour(page));
    await chooseOwnSize(page);
    for (const name of ["use", "area", "tilt", "direction", "size", "battery"]) await enter(page, name, household[name]);
    checks.ok("broken pack: built-in figures", Math.abs(await home(page)) <= savingTolerance);
    checks.none("broken pack: axe", await axeViolations(page));
    await picture(page, "pack-broken");
    checks.none("broken pack: console empty, own origin only", problems);
    await notice.getByRole("link", { name: "Sprawdź pakiet" }).click();
    await page.getByRole("button", { name: words.beside }).click();
    await page.getByRole("heading", { name: words.bad }).waitFor({ timeout: 20_000 });
    const cells = await findings(page).nth(1).locator("th, td").allTextContents();
    checks.equal("broken pack: the notice leads to its file, row and column", cells.slice(0, 3).join(" "), "rates.csv 2 value");
  });
}

export default async function pack(checks, browser) {
  await withPack(async (laid) => {
    for (const part of [homesHaveIt, firmsHaveIt, embedderHasIt, isChecked, worksOffline, aBrokenOneIsLeftOut]) {
      await checks.part(part.name, () => part(checks, browser, laid));
    }
  });
}
