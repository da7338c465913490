// A resident of Sokołów Podlaski asks what a roof brings: from the first look to a result that the engine confirms.

import { spawnSync } from "node:child_process";
import {
  answer,
  badInputs,
  chooseOwnSize,
  enter,
  field,
  firstResult,
  heading,
  heating,
  heatRow,
  household,
  languageButton,
  list,
  margin,
  ofTenants,
  parseAmount,
  radio,
  savingElement,
  savingOf,
  savingTolerance,
  scenario,
  settledSaving,
  table,
  tariffRow,
  texts,
  towns,
  withDynamicPrice,
} from "./contract.mjs";
import {
  axeViolations,
  colorSchemes,
  eventually,
  horizontalOverflow,
  paths,
  takePicture,
  viewports,
  withPage,
  withServer,
} from "./harness.mjs";

/** The order in which the fields are filled in. */
const numberFields = ["use", "area", "tilt", "direction", "size", "battery"];

/** The yearly saving that the engine computes natively for the same scenario. */
function savingWithoutPage(asked) {
  const run = spawnSync(paths.headless, ["-"], { input: JSON.stringify(asked), encoding: "utf8" });
  if (run.error || run.status !== 0) throw new Error(`${paths.headless}: ${run.error ?? run.stderr}`);
  return savingOf(JSON.parse(run.stdout));
}

/** Enters everything; the town goes away from its default and back, so that its list is really used. */
async function fillIn(page, values) {
  await field(page, "town").selectOption({ label: towns.other });
  await chooseOwnSize(page);
  for (const name of numberFields) await enter(page, name, values[name]);
  await field(page, "town").selectOption({ label: towns.home });
}

/** Other values in each view, so that none can show what another one left behind. */
function valuesFor(index) {
  return { ...household, use: household.use + 100 * index, size: household.size + index / 2 };
}

async function answersBeforeTheFirstClick(checks, page, view) {
  const saving = await firstResult(page);
  checks.ok(`${view}: a result before the first click`, Number.isFinite(saving), `read ${saving}`);
  checks.ok(`${view}: a heading`, await page.getByRole("heading", { level: 1, name: texts.pl.heading }).isVisible());
  checks.none(`${view}: axe on the first look`, await axeViolations(page));
}

async function agreesWithTheEngine(checks, page, view, values) {
  await fillIn(page, values);
  const shown = await settledSaving(page);
  const computed = savingWithoutPage(scenario(values));
  checks.ok(
    `${view}: the saving equals the engine's`,
    Math.abs(shown - computed) <= savingTolerance,
    `page ${shown} zł, engine ${computed} zł`,
  );
  checks.none(`${view}: axe on the result`, await axeViolations(page));
  return shown;
}

/** The text that describes a field at fault to a screen reader. */
function describedBy(control) {
  return control.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(/\s+/)
      .map((id) => (id ? document.getElementById(id) : null))
      .filter((node) => node?.checkVisibility())
      .map((node) => node.textContent)
      .join(" "),
  );
}

async function explainsBadInputs(checks, page, view, values) {
  const good = await settledSaving(page);
  for (const { field: name, typed, limit } of badInputs) {
    const what = `${view}: ${name} "${typed}"`;
    await enter(page, name, typed);
    const control = field(page, name);
    const marked = await eventually(async () => (await control.getAttribute("aria-invalid")) === "true", 2_000);
    checks.ok(`${what} is marked as wrong`, marked);
    const message = await describedBy(control);
    checks.ok(`${what}: the message names the limit`, limit.test(message), `message: "${message}"`);
    checks.equal(`${what}: the last good result stays`, await settledSaving(page), good);
    checks.none(`${what}: axe`, await axeViolations(page));
    await enter(page, name, values[name]);
    const mended = await eventually(async () => (await control.getAttribute("aria-invalid")) !== "true", 2_000);
    checks.ok(`${what}: a good value clears the error`, mended);
  }
  checks.equal(`${view}: the result is the same after all of them`, await settledSaving(page), good);
}

async function speaksEnglish(checks, page, view) {
  const before = await settledSaving(page);
  await languageButton(page, "en").click();
  await savingElement(page, "en").waitFor();
  checks.equal(`${view}: the document's language is English`, await page.locator("html").getAttribute("lang"), "en");
  checks.equal(`${view}: the same saving in English`, await settledSaving(page, "en"), before);
  for (const name of ["town", ...numberFields]) {
    checks.ok(`${view}: English label of ${name}`, await field(page, name, "en").isVisible());
  }
  checks.none(`${view}: axe in English`, await axeViolations(page));
  await takePicture(page, `journey-${view.replaceAll(/\W+/g, "-")}-english`);
  await languageButton(page, "pl").click();
  await savingElement(page).waitFor();
}

async function oneView(checks, browser, address, viewportName, colorScheme, index) {
  const viewport = viewports[viewportName];
  const view = `${viewport.width} px, ${colorScheme}`;
  const values = valuesFor(index);
  await withPage(browser, address, { viewport, colorScheme }, async ({ page, problems }) => {
    await answersBeforeTheFirstClick(checks, page, view);
    await takePicture(page, `journey-${viewportName}-${colorScheme}-first`);
    await agreesWithTheEngine(checks, page, view, values);
    await takePicture(page, `journey-${viewportName}-${colorScheme}-result`);
    checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
    if (index === 0) await explainsBadInputs(checks, page, view, values);
    await speaksEnglish(checks, page, view);
    checks.none(`${view}: console empty, own origin only`, problems);
  });
}

/** What has the focus: its name for the fields we look for, and whether a sighted person sees that it has it. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const visible = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    return { html: element.outerHTML.slice(0, 100), visible };
  });
}

/** Presses Tab until `control` has the focus; false if the page ends first. */
async function tabTo(page, control, unseen) {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return true;
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (now && !now.visible) unseen.add(now.html);
  }
  return false;
}

async function worksByKeyboardAlone(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page, problems }) => {
    const before = await firstResult(page);
    const unseen = new Set();
    const reach = async (what, control) => {
      checks.ok(`keyboard: Tab reaches ${what}`, await tabTo(page, control, unseen));
    };

    await reach("the other language", languageButton(page, "en"));
    await page.keyboard.press("Enter");
    checks.ok("keyboard: Enter changes the language", await eventually(() => savingElement(page, "en").isVisible()));
    await reach("the first language", languageButton(page, "pl"));
    await page.keyboard.press("Space");
    checks.ok("keyboard: Space changes it back", await eventually(() => savingElement(page).isVisible()));

    await reach("the town", field(page, "town"));
    await page.keyboard.type(towns.typed);
    const chosen = await field(page, "town").evaluate((select) => select.selectedOptions[0]?.textContent?.trim());
    checks.equal("keyboard: the town is chosen by typing its name", chosen, towns.typed);
    await reach("the yearly use", field(page, "use"));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(String(household.use));
    await reach("the choice of size", radio(page, "sizeRecommended"));
    await page.keyboard.press("ArrowDown");
    for (const name of ["size", "battery"]) {
      await reach(name, field(page, name));
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(String(household[name]));
    }
    checks.ok("keyboard: the result follows", (await settledSaving(page)) !== before);
    checks.none("keyboard: the focus is always seen", [...unseen]);
    checks.none("keyboard: console empty, own origin only", problems);
  });
}

async function fitsANarrowScreen(checks, browser, address) {
  const viewport = { width: 320, height: 640 };
  await withPage(browser, address, { viewport }, async ({ page }) => {
    await firstResult(page);
    checks.equal("320 px: no sideways scrolling", await horizontalOverflow(page), 0);
    checks.none("320 px: axe", await axeViolations(page));
    await takePicture(page, "journey-320");
  });
}

/** An owner of an older plant finds the energy account, the advice on changing, and the tariffs; a new plant has no advice. */
async function followsTheContract(checks, browser, address) {
  for (const viewportName of Object.keys(viewports)) {
    const view = `contract, ${viewports[viewportName].width} px`;
    await withPage(browser, address, { viewport: viewports[viewportName] }, async ({ page, problems }) => {
      await firstResult(page);
      await heading(page, "depositTitle").waitFor();
      checks.equal(`${view}: no advice for a new plant`, await heading(page, "switchTitle").count(), 0);
      await radio(page, "netMetering").check();
      await heading(page, "creditTitle").waitFor();
      await heading(page, "switchTitle").waitFor();
      await settledSaving(page);
      checks.ok(`${view}: a change is said to be for good`, await eventually(() => page.getByText(texts.pl.forGood).isVisible()));
      checks.equal(`${view}: the tariffs wait to be asked`, await tariffRow(page, "currentGroup").count(), 0);
      await page.getByText(texts.pl.compareTariffs, { exact: true }).click();
      await tariffRow(page, "currentGroup").waitFor();
      const costs = async () => (await tariffRow(page, "otherGroup").getByRole("cell").allTextContents()).join(" ");
      const before = await costs();
      await enter(page, "use", household.use + 1000);
      checks.ok(`${view}: an open table follows`, await eventually(async () => (await costs()) !== before));
      checks.none(`${view}: axe`, await axeViolations(page));
      checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
      await takePicture(page, `journey-contract-${viewportName}`);
      await eventually(async () => page.evaluate(() => location.hash.length > 1));
      await page.waitForTimeout(600);
      await page.reload();
      await heading(page, "creditTitle").waitFor();
      checks.ok(`${view}: the scheme stands in the address`, await radio(page, "netMetering").isChecked());
      await radio(page, "newPlant").check();
      await heading(page, "depositTitle").waitFor();
      checks.none(`${view}: console empty, own origin only`, problems);
    });
  }
}

/** The saving on the page beside the engine's for the same scenario. */
async function savesAsTheEngineSays(checks, page, what, asked) {
  const [shown, computed] = [await settledSaving(page), savingWithoutPage(asked)];
  const near = Math.abs(shown - computed) <= savingTolerance;
  checks.ok(`${what}: the saving equals the engine's`, near, `page ${shown} zł, engine ${computed} zł`);
}

/** A dynamic price with a margin of one's own, phases netted apart, a plant for the common parts, a share elsewhere. */
async function buysAndSharesOtherwise(checks, browser, address) {
  for (const viewportName of Object.keys(viewports)) {
    const view = `other contracts, ${viewports[viewportName].width} px`;
    await withPage(browser, address, { viewport: viewports[viewportName] }, async ({ page, problems }) => {
      await firstResult(page);
      await fillIn(page, household);
      checks.equal(`${view}: no margin at the tariff's price`, await field(page, "margin").count(), 0);
      await radio(page, "dynamicPrice").check();
      await enter(page, "margin", margin.typed);
      await savesAsTheEngineSays(checks, page, `${view}, dynamic price`, withDynamicPrice(scenario(household)));
      checks.ok(`${view}: the bill says how it comes about`, await page.getByText(texts.pl.dynamicBill).isVisible());
      await page.getByText(texts.pl.phasesOpen, { exact: true }).click();
      await table(page, "phases").waitFor();
      checks.equal(`${view}: both ways of netting`, await table(page, "phases").getByRole("rowheader").count(), 2);
      await page.getByText(texts.pl.controlOpen, { exact: true }).click();
      await table(page, "control").waitFor();
      checks.equal(`${view}: three ways to run the battery`, await table(page, "control").getByRole("rowheader").count(), 3);
      checks.none(`${view}: axe with a dynamic price`, await axeViolations(page));
      await takePicture(page, `journey-dynamic-${viewportName}`);
      await radio(page, "tenant").check();
      await enter(page, "flats", 24);
      checks.equal(`${view}: nobody lives in common parts`, await page.getByLabel(texts.pl.persons).count(), 0);
      const tenants = ofTenants(withDynamicPrice(scenario(household)), 24);
      await savesAsTheEngineSays(checks, page, `${view}, tenant plant`, tenants);
      checks.ok(`${view}: the value for a flat`, await page.getByText(texts.pl.perFlat).isVisible());
      checks.none(`${view}: axe with a tenant plant`, await axeViolations(page));
      await takePicture(page, `journey-tenant-${viewportName}`);
      await radio(page, "virtual").check();
      checks.equal(`${view}: no battery with a share elsewhere`, await field(page, "battery").count(), 0);
      checks.equal(`${view}: no phases either`, await table(page, "phases").count(), 0);
      await settledSaving(page);
      checks.none(`${view}: axe with a share elsewhere`, await axeViolations(page));
      checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
      await takePicture(page, `journey-virtual-${viewportName}`);
      checks.none(`${view}: console empty, own origin only`, problems);
    });
  }
}

/** Somebody who is busy by day buys a car and lets it wait for the sun: fields come and go, the engine agrees. */
async function lettingACarWait(checks, browser, address) {
  for (const viewportName of Object.keys(viewports)) {
    const view = `car, ${viewports[viewportName].width} px`;
    await withPage(browser, address, { viewport: viewports[viewportName] }, async ({ page, problems }) => {
      await firstResult(page);
      const values = { ...household, battery: 0 };
      await fillIn(page, values);
      await list(page, "mostly").selectOption({ label: texts.pl.mostlyByDay });
      await page.getByText(texts.pl.devices, { exact: true }).click();
      checks.equal(`${view}: no fields of a car at first`, await field(page, "distance").count(), 0);
      await answer(page, "car", "yes").check();
      await enter(page, "distance", 8000);
      await list(page, "charging").selectOption({ label: texts.pl.chargingSurplus });
      const asked = { household: { mostly: "day" }, car: { km_per_year: 8000, charging: "surplus" } };
      await savesAsTheEngineSays(checks, page, view, { ...scenario(values), ...asked });
      checks.ok(`${view}: both own uses are said`, await page.getByText(texts.pl.withinHour).isVisible());
      checks.none(`${view}: axe`, await axeViolations(page));
      checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
      await takePicture(page, `journey-car-${viewportName}`);
      await answer(page, "car", "no").check();
      checks.ok(`${view}: the fields go with the car`, await eventually(async () => !(await field(page, "distance").count())));
      checks.none(`${view}: console empty, own origin only`, problems);
    });
  }
}

/** An old coal boiler, last winter's coal, and a pump in its place: what it costs, and that the engine agrees. */
async function heatsTheHome(checks, browser, address) {
  for (const [viewportName, colorScheme] of [["phone", "dark"], ["desktop", "light"]]) {
    const view = `heating, ${viewports[viewportName].width} px`;
    await withPage(browser, address, { viewport: viewports[viewportName], colorScheme }, async ({ page, problems }) => {
      await firstResult(page);
      checks.equal(`${view}: nothing of heat before it is asked for`, await heading(page, "heatTitle").count(), 0);
      await fillIn(page, household);
      await list(page, "heatPresent").selectOption({ label: texts.pl.heatCoal });
      await heading(page, "heatTitle").waitFor();
      await list(page, "heatPlanned").selectOption({ label: texts.pl.heatPump });
      checks.none(`${view}: axe on a described house`, await axeViolations(page));
      await radio(page, "heatFuel").check();
      await enter(page, "heatAmount", heating.fuel_amount);
      await page.getByText(texts.pl.heatMore, { exact: true }).click();
      await enter(page, "heatPrice", heating.fuel_price);
      const shown = await settledSaving(page);
      const computed = savingWithoutPage({ ...scenario(household), heating });
      checks.ok(
        `${view}: the saving with a pump equals the engine's`,
        Math.abs(shown - computed) <= savingTolerance,
        `page ${shown} zł, engine ${computed} zł`,
      );
      checks.equal(`${view}: the sources wait to be asked`, await heatRow(page, "heatCoalNow").count(), 0);
      await page.getByText(texts.pl.heatCompare, { exact: true }).click();
      const coal = await heatRow(page, "heatCoalNow").getByRole("cell").first().textContent();
      checks.equal(`${view}: last year's coal costs what was paid`, parseAmount(coal), 8000);
      const pump = await heatRow(page, "heatPumpPlanned").getByRole("cell").first().textContent();
      checks.ok(`${view}: the planned pump has a price`, parseAmount(pump) > 1000, `read ${pump}`);
      checks.none(`${view}: axe`, await axeViolations(page));
      checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
      await takePicture(page, `journey-heating-${viewportName}`);
      checks.none(`${view}: console empty, own origin only`, problems);
    });
  }
}

/** States that the way above does not pass: nothing worth buying, a town without a bill, and every table opened. */
async function showsEveryState(checks, browser, address) {
  for (const viewportName of Object.keys(viewports)) {
    for (const colorScheme of colorSchemes) {
      const view = `states, ${viewports[viewportName].width} px, ${colorScheme}`;
      await withPage(browser, address, { viewport: viewports[viewportName], colorScheme }, async ({ page, problems }) => {
        await firstResult(page);
        await settledSaving(page);
        for (const summary of await page.locator("summary").all()) await summary.click();
        await settledSaving(page);
        checks.none(`${view}: axe with everything open`, await axeViolations(page));
        checks.equal(`${view}: everything open, no sideways scrolling`, await horizontalOverflow(page), 0);
        await takePicture(page, `journey-open-${viewportName}-${colorScheme}`);
        const before = await settledSaving(page);
        await field(page, "town").selectOption({ label: towns.withoutBill });
        const missing = page.getByText(texts.pl.tablesLack).first();
        await missing.waitFor();
        checks.ok(`${view}: a town without a bill says what is missing`, await missing.isVisible());
        checks.equal(`${view}: the last good result stays`, await settledSaving(page), before);
        checks.none(`${view}: axe on a town without a bill`, await axeViolations(page));
        await field(page, "town").selectOption({ label: towns.home });
        await enter(page, "use", 200);
        await page.getByText(texts.pl.doNotBuy).first().waitFor();
        checks.none(`${view}: axe where nothing is worth buying`, await axeViolations(page));
        await takePicture(page, `journey-nothing-${viewportName}-${colorScheme}`);
        checks.none(`${view}: console empty, own origin only`, problems);
      });
    }
  }
}

export default async function journey(checks, browser) {
  checks.equal("amounts are read as a Pole reads them", parseAmount("\u2212 1\u00a0234,56 zł"), -1234.56);
  await withServer(paths.site, async (address) => {
    const views = Object.keys(viewports).flatMap((name) => colorSchemes.map((scheme) => [name, scheme]));
    for (const [index, [viewportName, colorScheme]] of views.entries()) {
      await checks.part(`journey, ${viewportName}, ${colorScheme}`, () =>
        oneView(checks, browser, address, viewportName, colorScheme, index),
      );
    }
    await checks.part("journey through every state", () => showsEveryState(checks, browser, address));
    await checks.part("journey of the contract", () => followsTheContract(checks, browser, address));
    await checks.part("journey of other contracts", () => buysAndSharesOtherwise(checks, browser, address));
    await checks.part("journey of the car", () => lettingACarWait(checks, browser, address));
    await checks.part("journey of heating", () => heatsTheHome(checks, browser, address));
    await checks.part("journey by keyboard", () => worksByKeyboardAlone(checks, browser, address));
    await checks.part("journey at 320 px", () => fitsANarrowScreen(checks, browser, address));
  });
}
