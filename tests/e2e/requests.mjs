// What a whole visit asks the network for: the files of the calculator, and nothing else, whatever is entered.

import path from "node:path";
import { enter, firmEnter, firmStands, firstResult, household, settledSaving, workshop } from "./contract.mjs";
import { eventually, paths, root, withPage, withServer } from "./harness.mjs";

const meterFile = "Masz dane godzinowe z portalu operatora? Wczytaj plik";

/** A home: what is entered, every study, a file of the meter, the link. */
async function visitAsAHome(page) {
  await firstResult(page);
  for (const name of ["use", "area", "tilt"]) await enter(page, name, household[name]);
  await settledSaving(page);
  for (const summary of await page.locator(".details section > details > summary").all()) await summary.click();
  await eventually(async () => (await page.locator(".details progress").count()) === 0, 30_000);
  await page.getByLabel(meterFile, { exact: true }).first().setInputFiles(path.join(root, "tests/fixtures/tauron.csv"));
  await page.getByText(/Pełnych dni jest/).first().waitFor({ timeout: 20_000 });
  await page.getByRole("button", { name: "Kopiuj link" }).click();
  return page.evaluate(() => [location.hash.slice(1), ...Object.values(localStorage)]);
}

/** A firm: what is entered, the search, the firm saved as a file. */
async function visitAsAFirm(page, address) {
  await page.goto(`${address}firma.html`);
  await firmStands(page);
  await firmEnter(page, "use", workshop.use);
  await firmStands(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Zapisz do pliku" }).click();
  await saved;
  return page.evaluate(() => [location.hash.slice(1), ...Object.values(localStorage)]);
}

export default async function requests(checks, browser) {
  await withServer(paths.site, (address) =>
    withPage(browser, address, {}, async ({ context, page, problems }) => {
      const log = [];
      context.on("request", (request) => log.push({ url: request.url(), method: request.method(), body: request.postData() }));
      await page.reload();
      const said = [...(await visitAsAHome(page)), ...(await visitAsAFirm(page, address))].filter((text) => text.length > 3);
      const foreign = log.filter(({ url }) => !url.startsWith(address) && !/^(data|blob):/.test(url)).map(({ url }) => url);
      checks.none(`a whole visit: ${log.length} requests, all for files of the calculator's own folder`, foreign);
      const carrying = log.filter(({ url, method, body }) => method !== "GET" || body || /[?#]/.test(url.slice(address.length)) || said.some((text) => url.includes(text)));
      checks.none("a whole visit: none carries anything with it", carrying.map(({ method, url }) => `${method} ${url}`));
      checks.ok("a whole visit: programs for later were among them", ["studies", "files", "firm-file"].every((name) => log.some(({ url }) => url.includes(`/${name}`))));
      const cookies = await context.cookies();
      checks.equal("a whole visit: no cookie", cookies.length, 0);
      checks.none("a whole visit: console empty, own origin only", problems);
    }),
  );
}
