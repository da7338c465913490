// What the program beside the page finds: ranges of the figures, the best of all designs, and what becomes of both when the
// program cannot be had.

import fs from "node:fs";
import path from "node:path";
import { field, firstResult, household, languageButton, radio, settledSaving } from "./contract.mjs";
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

/** The words that these tests rely on. */
const words = {
  objective: "Co ma być najlepsze?",
  budget: "Koszt na początku najwyżej",
  budgetField: "Koszt na początku, z VAT",
  autonomy: "Samowystarczalność co najmniej",
  autonomyField: "Samowystarczalność",
  unsure: "Nie znam którejś liczby dokładnie",
  low: "Zużycie prądu w roku: od",
  high: "Zużycie prądu w roku: do",
  take: /^Weź ten wybór/,
  undo: "Cofnij",
  fetch: /^Pobierz i/,
  failed: "Tej części kalkulatora nie udało się wczytać.",
};

/** What is fetched after the first result, Brotli: one of the two variants with its glue. */
const laterBytes = 300_000;
/** From a settled page to the ranges, milliseconds; the cores may be busy with other tests. */
const patienceMs = 15_000;

const range = /^(od|from) .*(do|to) .*\d/;
/** The ranges under the key figures. */
const ranges = (page) => page.locator(".figure__range:visible").allTextContents();
const part = (page, title) => page.locator(`section[aria-labelledby="${title}"]`);
const facts = (page, title) => part(page, title).locator(".study-view__list").first().innerText();
const settled = (page) => eventually(async () => (await part(page, "ranges.title").locator("progress").count()) === 0, patienceMs);

async function saysHowSure(checks, page, view) {
  const there = await eventually(async () => (await ranges(page)).length >= 5, patienceMs);
  checks.ok(`${view}: ranges stand under the key figures`, there, (await ranges(page)).join(" | "));
  checks.ok(`${view}: each says from where to where`, (await ranges(page)).every((text) => range.test(text)));
  await settled(page);
  const before = await ranges(page);
  await part(page, "ranges.title").getByText(words.unsure, { exact: true }).click();
  const ends = [page.getByLabel(words.low, { exact: true }), page.getByLabel(words.high, { exact: true })];
  await ends[0].fill("2500");
  await ends[1].fill("2000");
  checks.ok(`${view}: ends the wrong way round are said`, await eventually(async () => (await ends[1].getAttribute("aria-invalid")) === "true"));
  await ends[1].fill("6000");
  checks.ok(`${view}: a range of use changes the ranges`, await eventually(async () => (await ranges(page)).join() !== before.join(), patienceMs));
  await eventually(async () => page.evaluate(() => location.hash.length > 1));
  await page.waitForTimeout(600);
  await page.reload();
  await firstResult(page);
  await eventually(async () => (await ranges(page)).length >= 5, patienceMs);
  await settled(page);
  await part(page, "ranges.title").getByText(words.unsure, { exact: true }).click();
  checks.equal(`${view}: the address keeps the range`, await page.getByLabel(words.high, { exact: true }).inputValue(), "6000");
  await page.getByLabel(words.high, { exact: true }).fill("");
  await page.getByLabel(words.low, { exact: true }).fill("");
}

async function findsTheBest(checks, page, view) {
  const search = part(page, "search.title");
  checks.ok(`${view}: the best choice is said`, await eventually(async () => /kWp/.test(await facts(page, "search.title")), patienceMs));
  const best = await facts(page, "search.title");
  await search.getByLabel(words.objective, { exact: true }).selectOption({ label: words.budget });
  await search.getByLabel(words.budgetField, { exact: true }).fill("12000");
  checks.ok(`${view}: a budget gives another choice`, await eventually(async () => (await facts(page, "search.title")) !== best, patienceMs));
  await search.getByLabel(words.objective, { exact: true }).selectOption({ label: words.autonomy });
  const atBudget = await facts(page, "search.title");
  await search.getByLabel(words.autonomyField, { exact: true }).fill("100");
  await eventually(async () => (await facts(page, "search.title")) !== atBudget, patienceMs);
  checks.ok(`${view}: a wish out of reach gets the closest choice`, await eventually(async () => (await search.getByRole("button", { name: words.take }).count()) === 1, patienceMs), await facts(page, "search.title"));
  checks.none(`${view}: axe`, await axeViolations(page));
  checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
  await search.getByLabel(words.objective, { exact: true }).selectOption({ index: 0 });
  await eventually(async () => (await facts(page, "search.title")) === best, patienceMs);
  const button = search.getByRole("button", { name: words.take });
  const [kwp] = /\d+(,\d+)?/.exec(await button.innerText());
  await button.click();
  checks.ok(`${view}: the choice is taken over`, await eventually(async () => (await field(page, "size").inputValue()) === kwp));
  await page.getByRole("button", { name: words.undo, exact: true }).click();
  checks.ok(`${view}: and can be undone`, await eventually(async () => (await field(page, "size").count()) === 0));
}

/** The programs are fetched after the first result, and stay within their weight. */
function checkWeight(checks, requests) {
  const files = [...new Set(requests)].map((url) => path.basename(new URL(url).pathname)).filter((name) => name.startsWith("studies"));
  const bytes = files.reduce((sum, name) => sum + fs.statSync(path.join(paths.site, `${name}.br`)).size, 0);
  checks.equal("studies: one variant of the program is fetched", files.length, 2);
  checks.ok(`studies: ${bytes} bytes of at most ${laterBytes} after the first result`, bytes <= laterBytes);
}

export default async function studies(checks, browser) {
  await withServer(paths.site, async (address) => {
    for (const viewportName of Object.keys(viewports)) {
      for (const colorScheme of colorSchemes) {
        const view = `studies, ${viewports[viewportName].width} px, ${colorScheme}`;
        await withPage(browser, address, { viewport: viewports[viewportName], colorScheme }, async ({ page, problems, requests }) => {
          await firstResult(page);
          checks.ok(`${view}: nothing is fetched before the first result`, !requests.some((url) => url.includes("studies")));
          await saysHowSure(checks, page, view);
          await findsTheBest(checks, page, view);
          await settled(page);
          await takePicture(page, `studies-${viewportName}-${colorScheme}`);
          checkWeight(checks, requests);
          await languageButton(page, "en").click();
          checks.ok(`${view}: and in English`, await eventually(async () => /gross/.test(await facts(page, "search.title")), patienceMs));
          checks.none(`${view}: console empty, own origin only`, problems);
        });
      }
    }
    await withPage(browser, address, { viewport: viewports.phone }, async ({ page, context, requests }) => {
      await context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) });
      });
      await page.reload();
      await firstResult(page);
      requests.length = 0;
      await page.waitForTimeout(2_000);
      checks.ok("studies: nothing is fetched where data are saved", !requests.some((url) => url.includes("studies")), requests);
      await part(page, "ranges.title").getByRole("button", { name: words.fetch }).click();
      checks.ok("studies: but on request", await eventually(async () => (await ranges(page)).length >= 5, patienceMs));
    });
    await withPage(browser, address, { viewport: viewports.phone }, async ({ page }) => {
      await page.route(/studies/, (route) => route.abort());
      await firstResult(page);
      checks.ok("studies: a missing program is said", await eventually(async () => page.getByText(words.failed).first().isVisible(), patienceMs));
      await radio(page, "sizeOwn").check();
      await field(page, "use").fill(String(household.use));
      checks.ok("studies: the page itself goes on", (await settledSaving(page)) > 0);
    });
  });
}
