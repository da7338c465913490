// The same in Firefox, driven over WebDriver BiDi: a first result, embedding, no network, an update, a town's pack, the page
// for firms, a sub-folder behind nginx.
// FIREFOX names the browser (xtask/setup.sh); where there is none, this is left out and says so.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { twoEmbeds, twoTowns, withHost } from "./embed_host.mjs";
import { eventually, paths, withServer } from "./harness.mjs";
import { makeVersion, withCopy } from "./offline.mjs";
import { breakPack, withPack } from "./pack.mjs";
import { hasServers, nginx, withSite } from "./servers.mjs";

const executable = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const notice = /Nowa wersja kalkulatora jest gotowa/;

/** Runs `use(browser)` with a Firefox that knows nobody and calls nobody. */
async function withFirefox(use) {
  const { launch } = await import("puppeteer-core");
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "autonomia-firefox-"));
  const browser = await launch({
    browser: "firefox",
    executablePath: executable,
    headless: true,
    env: { ...process.env, HOME: home },
    defaultViewport: { width: 1280, height: 900 },
  });
  try {
    await use(browser);
  } finally {
    await browser.close();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

/** Runs `use({page, problems, requests})` with a page in a profile of its own, which is watched. */
async function withPage(browser, use) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const problems = [];
  const requests = [];
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => requests.push(request.url()));
  try {
    return await use({ page, problems, requests });
  } catch (error) {
    error.stack = [error.stack, ...problems].join("\n");
    throw error;
  } finally {
    await context.close();
  }
}

const figures = (page) => page.evaluate(() => document.getElementById("answer")?.dataset.figures ?? "").catch(() => "");

/** The figures of the answer once they have stayed the same for a while. */
async function settledFigures(page) {
  let last = "";
  let since = Date.now();
  await eventually(async () => {
    const now = await figures(page);
    if (now !== last) [last, since] = [now, Date.now()];
    return now !== "" && Date.now() - since >= 1_500;
  }, 40_000);
  return last;
}

const comesTo = (page, expected) => eventually(async () => (await figures(page)) === expected, 30_000);
const markOf = (page) => page.evaluate(() => document.querySelector("meta[name=mark]")?.content ?? "").catch(() => undefined);

/** Waits until the worker answers for the page and everything is kept. */
const isKept = (page) =>
  eventually(
    () => page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state === "activated" && navigator.serviceWorker.controller !== null;
    }).catch(() => false),
    40_000,
  );

async function answers(checks, browser) {
  await withServer(paths.site, (address) =>
    withPage(browser, async ({ page, problems, requests }) => {
      await page.goto(address);
      const found = await settledFigures(page);
      checks.ok("Firefox: a result before the first click", found.split(" ").length > 5, found);
      const ranges = () => page.evaluate(() => [...document.querySelectorAll(".figure__range")].filter((range) => !range.hidden).length);
      checks.ok("Firefox: ranges, from a program for later", await eventually(async () => (await ranges()) >= 5, 30_000));
      await page.goto(`${address}firma.html`);
      const firm = await settledFigures(page);
      checks.ok("Firefox: the page for firms has a result", firm.split(" ").length > 5 && firm !== found, firm);
      const foreign = requests.filter((url) => !url.startsWith(address) && !/^(data|blob|about):/.test(url));
      checks.none(`Firefox: of ${requests.length} requests none leaves the calculator's folder`, foreign);
      checks.none("Firefox: no error", problems);
    }),
  );
}

async function isEmbedded(checks, browser) {
  await withHost({ "two.html": twoTowns }, ({ host }) =>
    withPage(browser, async ({ page, problems }) => {
      await page.goto(`${host}/two.html`);
      await twoEmbeds(checks, "Firefox", page);
      checks.none("Firefox: two embeds: no error", problems);
    }),
  );
}

/** What is entered stays through a new version, and everything works while the server is away. */
async function staysThroughUpdateAndOffline(checks, browser) {
  await withCopy((folder, server) =>
    withPage(browser, async ({ page, problems }) => {
      await page.goto(server.address);
      const typical = await settledFigures(page);
      await page.select("#town", "kielce");
      const said = await eventually(async () => {
        const now = await settledFigures(page);
        return now !== typical && now;
      });
      await eventually(() => page.evaluate(() => localStorage.getItem("autonomia.home") === location.hash.slice(1)));
      checks.ok("Firefox: the calculator is kept", await isKept(page));
      makeVersion(folder, "second");
      await page.goto(server.address);
      checks.ok("Firefox: update: what was entered is there", await comesTo(page, said), await figures(page));
      checks.equal("Firefox: update: at first the version before", await markOf(page), "");
      const told = () => page.evaluate(() => document.getElementById("new-version")?.textContent ?? "");
      checks.ok("Firefox: update: a notice says so", await eventually(async () => notice.test(await told()), 30_000));
      await page.reload();
      checks.ok("Firefox: update: after reloading the new version", await eventually(async () => (await markOf(page)) === "second"));
      checks.ok("Firefox: update: what was entered is kept", await comesTo(page, said), await figures(page));
      checks.none("Firefox: update: no error", problems.splice(0));
      server.stop();
      await page.reload();
      checks.ok("Firefox: offline: the same result", await comesTo(page, said), await figures(page));
      checks.equal("Firefox: offline: the new version", await markOf(page), "second");
      checks.none("Firefox: offline: nothing uncaught", problems.filter((problem) => problem.startsWith("uncaught")));
    }),
  );
}

/** A town's pack is shown; a broken one is left out whole, with a notice. */
async function showsAPack(checks, browser) {
  await withPack(({ address, pack }) =>
    withPage(browser, async ({ page, problems }) => {
      const brand = () => page.evaluate(() => document.querySelector(".header__brand")?.textContent ?? "");
      const town = () => page.evaluate(() => document.getElementById("town")?.value ?? "");
      await page.goto(address);
      await settledFigures(page);
      checks.equal("Firefox: pack: the town's title", await brand(), "Energia w Sokołowie");
      checks.equal("Firefox: pack: its town is chosen", await town(), "sokolow-podlaski-gmina");
      await page.evaluate(() => localStorage.clear());
      breakPack(pack);
      await page.goto("about:blank");
      await page.goto(address);
      await settledFigures(page);
      checks.equal("Firefox: broken pack: nothing of it is shown", await brand(), "Autonomia");
      const said = await page.evaluate(() => document.getElementById("pack-refused")?.textContent ?? "");
      checks.ok("Firefox: broken pack: a notice", /nie udało się wczytać/.test(said), said);
      checks.none("Firefox: pack: no error", problems);
    }),
  );
}

/** The site in a sub-folder of nginx, with the lines that a town copies. */
async function standsBehindNginx(checks, browser) {
  if (!hasServers) return console.log("LEFT OUT: nginx is not there (apt could not fetch it).");
  await withSite(nginx, (address) =>
    withPage(browser, async ({ page, problems, requests }) => {
      await page.goto(address);
      const found = await settledFigures(page);
      checks.ok("Firefox: nginx: a result in a sub-folder", found.split(" ").length > 5, found);
      const foreign = requests.filter((url) => !url.startsWith(address) && !/^(data|blob|about):/.test(url));
      checks.none("Firefox: nginx: no request leaves the folder", foreign);
      checks.none("Firefox: nginx: no error", problems);
    }),
  );
}

export default async function firefox(checks) {
  if (!fs.existsSync(executable)) {
    console.log("LEFT OUT: Firefox is not there (apt could not install it); nothing is tested in it.");
    return;
  }
  await withFirefox(async (browser) => {
    console.log(`# ${await browser.version()}`);
    for (const part of [answers, isEmbedded, staysThroughUpdateAndOffline, showsAPack, standsBehindNginx]) {
      await checks.part(`Firefox: ${part.name}`, () => part(checks, browser));
    }
  });
}
