// A firm asks what a plant brings: from the first look to a result that the engine confirms, by role and label alone.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import {
  firmBadInputs,
  firmEnter,
  firmField,
  firmSavingElement,
  firmSavingOf,
  firmScenario,
  firmStands,
  firmTexts,
  firmTowns,
  firstResult,
  languageButton,
  savingTolerance,
  workshop,
} from "./contract.mjs";
import {
  axeViolations,
  colorSchemes,
  eventually,
  horizontalOverflow,
  outputFolder,
  paths,
  takePicture,
  viewports,
  withPage,
  withServer,
} from "./harness.mjs";

const words = firmTexts.pl;

/** What the engine computes natively for the same firm. */
function engine(scenario) {
  const run = spawnSync(paths.headless, ["--firm", "-"], { input: JSON.stringify(scenario), encoding: "utf8" });
  if (run.error || run.status !== 0) throw new Error(`${paths.headless}: ${run.error ?? run.stderr}`);
  return JSON.parse(run.stdout);
}

const button = (page, name) => page.getByRole("button", { name, exact: true });
const radio = (page, name) => page.getByRole("radio", { name, exact: true });

function equals(checks, what, shown, computed) {
  checks.ok(what, Math.abs(shown - computed) <= savingTolerance, `page ${shown} zł, engine ${computed} zł`);
}

/** The first result and every input of the first screen, at every size and in both appearances. */
async function looksAndAgrees(checks, browser, address) {
  for (const viewportName of Object.keys(viewports)) {
    for (const colorScheme of colorSchemes) {
      const viewport = viewports[viewportName];
      const view = `firm, ${viewport.width} px, ${colorScheme}`;
      await withPage(browser, address, { viewport, colorScheme }, async ({ page, problems }) => {
        const first = await firmStands(page);
        checks.ok(`${view}: a result before the first click`, Number.isFinite(first), `read ${first}`);
        checks.ok(`${view}: a heading`, await page.getByRole("heading", { level: 1, name: words.heading }).isVisible());
        equals(checks, `${view}: it equals the engine's best`, first, firmSavingOf(engine({}).best_outcome));
        checks.none(`${view}: axe on the first look`, await axeViolations(page));
        checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
        await takePicture(page, `firm-${viewportName}-${colorScheme}`);
        checks.none(`${view}: console empty, own origin only`, problems);
      });
    }
  }
}

/** Trade, consumption, group, contracted power, surface and tax; then a size of one's own. */
async function followsWhatIsSaid(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    const before = await firmStands(page);
    await firmField(page, "trade").selectOption({ label: words.bakery });
    const traded = await firmStands(page);
    checks.ok("firm: the trade counts", traded !== before, `${before} and ${traded}`);
    await firmEnter(page, "use", workshop.use);
    await firmField(page, "group").selectOption("C12a");
    await firmEnter(page, "contracted", workshop.contracted);
    await firmEnter(page, "area", workshop.area);
    await firmEnter(page, "tilt", workshop.tilt);
    const scenario = firmScenario(workshop);
    equals(checks, "firm: the best saving equals the engine's", await firmStands(page), firmSavingOf(engine(scenario).best_outcome));
    await firmField(page, "tax").selectOption({ label: words.taxed });
    const taxed = firmScenario(workshop, { tax: "cit" });
    equals(checks, "firm: taxed, it equals the engine's", await firmStands(page), firmSavingOf(engine(taxed).best_outcome));

    await radio(page, words.sizeOwn).check();
    await firmEnter(page, "size", workshop.size);
    await firmEnter(page, "battery", workshop.battery);
    const own = await firmStands(page);
    equals(checks, "firm: a size of one's own equals the engine's", own, firmSavingOf(engine(taxed).outcome));
    await page.getByRole("slider", { name: words.sizeSlider }).first().focus();
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowLeft");
    const smaller = { ...workshop, size: workshop.size - 5 };
    equals(
      checks,
      "firm: the slider counts",
      await firmStands(page),
      firmSavingOf(engine(firmScenario(smaller, { tax: "cit" })).outcome),
    );
    checks.none("firm: axe with its own size", await axeViolations(page));

    await button(page, words.undo).click();
    checks.ok("firm: undo takes the slider back", (await firmStands(page)) === own);
    await button(page, words.redo).click();
    checks.ok("firm: redo moves it again", (await firmStands(page)) !== own);
    await button(page, words.undo).click();

    const kept = await firmStands(page);
    await page.waitForTimeout(500);
    const link = page.url();
    checks.ok("firm: the address holds what was said", /#f1/.test(link), link);
    await page.reload();
    checks.equal("firm: a reload keeps it", await firmStands(page), kept);
    await page.goto(`${address}#f1rubbish`);
    checks.ok("firm: a damaged link changes nothing", (await firmStands(page)) === kept);
    await page.goto("about:blank");
    await page.goto(link);
    checks.equal("firm: the link brings it back", await firmStands(page), kept);
    checks.none("firm: console empty, own origin only", problems);
  });
}

/** Two meters, each with a bill of its own, one after another in the form. */
async function hasSeveralMeters(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firmStands(page);
    await button(page, words.addMeter).click();
    await firmField(page, "trade").selectOption({ label: words.school });
    const first = firmScenario({ use: 45_000, contracted: 40, area: 400, tilt: 15 }, { trade: "workshop_one_shift", group: "C11" });
    const second = firmScenario({ use: 45_000, contracted: 40, area: 400, tilt: 15 }, { trade: "school", group: "C11" });
    const both = { ...first, meters: [...first.meters, ...second.meters] };
    equals(checks, "firm: two meters equal the engine's", await firmStands(page), firmSavingOf(engine(both).best_outcome));
    await button(page, words.first).click();
    checks.equal("firm: the first meter is as it was", await firmField(page, "trade").inputValue(), "workshop_one_shift");
    await firmEnter(page, "use", "0");
    await button(page, words.second).click();
    await page.getByRole("link", { name: words.summary }).click();
    const led = await eventually(() => firmField(page, "use").evaluate((field) => field === document.activeElement));
    checks.ok("firm: an error leads to the other meter's field", led);
    checks.none("firm: axe with two meters", await axeViolations(page));
    await takePicture(page, "firm-meters");
    await firmEnter(page, "use", "60000");
    await button(page, words.second).click();
    await button(page, words.removeMeter).click();
    checks.equal("firm: one meter again", await button(page, words.second).count(), 0);
    await firmStands(page);
    checks.none("firm, meters: console empty, own origin only", problems);
  });
}

async function explainsBadInputs(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    const good = await firmStands(page);
    for (const { field: name, typed, limit } of firmBadInputs) {
      const what = `firm, ${name} "${typed}"`;
      const control = firmField(page, name);
      const value = await control.inputValue();
      await firmEnter(page, name, typed);
      const marked = await eventually(async () => (await control.getAttribute("aria-invalid")) === "true", 2_000);
      checks.ok(`${what} is marked as wrong`, marked);
      const message = await control.evaluate((element) =>
        element.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "),
      );
      checks.ok(`${what}: the message names the limit`, limit.test(message), message);
      checks.equal(`${what}: the last good result stays`, await firmStands(page), good);
      await firmEnter(page, name, value);
      checks.ok(
        `${what}: a good value clears the error`,
        await eventually(async () => (await control.getAttribute("aria-invalid")) !== "true", 2_000),
      );
    }
    await firmEnter(page, "contracted", "90");
    const refused = await eventually(async () => (await firmField(page, "contracted").getAttribute("aria-invalid")) === "true");
    checks.ok("firm: contracted power that the group does not allow is marked by the engine", refused);
    checks.none("firm: axe with an error", await axeViolations(page));
    checks.none("firm, bad inputs: console empty, own origin only", problems);
  });
}

/** An operator whose rates the tables lack: the form asks for those of the invoice, and then there is a result. */
async function takesOwnRates(checks, browser, address) {
  await withPage(browser, address, { viewport: viewports.phone }, async ({ page, problems }) => {
    await firmStands(page);
    await firmField(page, "town").selectOption({ label: firmTowns.withoutRates });
    const needed = page.getByText(words.ratesNeeded).first();
    checks.ok("firm: missing rates are said", await eventually(() => needed.isVisible()));
    await takePicture(page, "firm-rates");
    checks.none("firm: axe with missing rates", await axeViolations(page));
    const variable = page.getByRole("textbox", { name: words.variable });
    for (let at = 0; at < (await variable.count()); at += 1) await variable.nth(at).fill("0,31");
    await firmEnter(page, "fixed", "9,8");
    await firmEnter(page, "subscription", "6,5");
    const scenario = firmScenario({ use: 45_000, contracted: 40, area: 400, tilt: 15 }, { trade: "workshop_one_shift", group: "C11" });
    scenario.town = "gdansk";
    scenario.meters[0].contract.own = { network_variable: [["all", 0.31]], network_fixed: 9.8, subscription: 6.5 };
    const errors = () => page.getByRole("link", { name: new RegExp(words.group) }).count();
    checks.ok("firm: own rates lead to a result", await eventually(async () => (await errors()) === 0));
    equals(checks, "firm: with own rates it equals the engine's", await firmStands(page), firmSavingOf(engine(scenario).best_outcome));
    checks.none("firm, own rates: console empty, own origin only", problems);
  });
}

/** Examples, English, the file, paper for the bank, and the way to the other door. */
async function doesTheRest(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    await firmStands(page);
    await button(page, words.example).click();
    checks.equal("firm: an example fills the form", await firmField(page, "trade").inputValue(), "school");
    const saving = await firmStands(page);
    await languageButton(page, "en").click();
    await firmSavingElement(page, "en").waitFor();
    checks.equal("firm: the document's language is English", await page.locator("html").getAttribute("lang"), "en");
    checks.equal("firm: the same saving in English", await firmStands(page, "en"), saving);
    checks.ok("firm: an English heading", await page.getByRole("heading", { level: 1, name: firmTexts.en.heading }).isVisible());
    checks.none("firm: axe in English", await axeViolations(page));
    await takePicture(page, "firm-english");
    await languageButton(page, "pl").click();
    await firmStands(page);

    const saved = page.waitForEvent("download");
    await button(page, words.save).click();
    const file = await (await saved).path();
    const scenario = JSON.parse(fs.readFileSync(file, "utf8"));
    equals(checks, "firm: the file gives the engine the same", saving, firmSavingOf(engine(scenario).outcome));
    await firmEnter(page, "use", "90000");
    await firmStands(page);
    await page.getByLabel(words.open).setInputFiles({ name: "f.json", mimeType: "application/json", buffer: fs.readFileSync(file) });
    checks.equal("firm: the file brings the firm back", await firmStands(page), saving);
    await page.getByLabel(words.open).setInputFiles({ name: "f.json", mimeType: "application/json", buffer: Buffer.from("{}x") });
    checks.equal("firm: another file changes nothing", await firmStands(page), saving);

    await page.evaluate(() => (window.print = () => document.documentElement.setAttribute("data-printed", document.documentElement.className)));
    await button(page, words.bank).click();
    checks.equal("firm: the bank's part is printed alone", await page.locator("html").getAttribute("data-printed"), "for-bank");
    await page.emulateMedia({ media: "print" });
    checks.ok("firm: the bank's part is on paper", await page.locator(".bank").isVisible());
    checks.ok("firm: the form is not", !(await page.locator("form").isVisible()));
    checks.ok("firm: the answer is not", !(await page.locator("#answer").isVisible()));
    await takePicture(page, "firm-bank");
    const pdf = await page.pdf({ format: "A4", path: path.join(outputFolder, "firm-bank.pdf") });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length;
    checks.ok(`firm: ${pages} pages for the bank`, pages === 2);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    checks.equal("firm: then everything is printed again", await page.locator("html").getAttribute("class"), null);

    const doors = page.getByRole("navigation").first();
    checks.equal("firm: this door is the current one", await doors.getByRole("link", { name: words.door }).getAttribute("aria-current"), "page");
    await doors.getByRole("link", { name: words.doorHome }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("firma.html"));
    await firstResult(page);
    await page.waitForLoadState("networkidle");
    await page.getByRole("navigation").first().getByRole("link", { name: words.door, exact: true }).click();
    checks.equal("firm: and back, as it was", await firmStands(page), saving);
    checks.none("firm, rest: console empty, own origin only", problems);
  });
}

/** Presses Tab until `control` has the focus. */
async function tabTo(page, control) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return true;
    await page.keyboard.press("Tab");
  }
  return false;
}

async function worksByKeyboard(checks, browser, address) {
  await withPage(browser, address, { viewport: { width: 320, height: 640 } }, async ({ page, problems }) => {
    const before = await firmStands(page);
    checks.equal("firm, 320 px: no sideways scrolling", await horizontalOverflow(page), 0);
    checks.none("firm, 320 px: axe", await axeViolations(page));
    await takePicture(page, "firm-320");
    for (const name of ["town", "tax", "trade", "use", "contracted", "area"]) {
      checks.ok(`firm, keyboard: Tab reaches ${name}`, await tabTo(page, firmField(page, name)));
    }
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("150");
    checks.ok("firm, keyboard: the result follows", (await firmStands(page)) !== before);
    checks.ok("firm, keyboard: Tab reaches the size", await tabTo(page, radio(page, words.sizeBest)));
    await page.keyboard.press("ArrowDown");
    checks.ok("firm, keyboard: its own size", await eventually(() => firmField(page, "size").isVisible()));
    checks.none("firm, keyboard: console empty, own origin only", problems);
  });
}

export default async function firm(checks, browser) {
  await withServer(paths.site, async (site) => {
    const address = `${site}firma.html`;
    await checks.part("firm: looks", () => looksAndAgrees(checks, browser, address));
    await checks.part("firm: what is said", () => followsWhatIsSaid(checks, browser, address));
    await checks.part("firm: meters", () => hasSeveralMeters(checks, browser, address));
    await checks.part("firm: bad inputs", () => explainsBadInputs(checks, browser, address));
    await checks.part("firm: own rates", () => takesOwnRates(checks, browser, address));
    await checks.part("firm: the rest", () => doesTheRest(checks, browser, address));
    await checks.part("firm: keyboard", () => worksByKeyboard(checks, browser, address));
  });
}
