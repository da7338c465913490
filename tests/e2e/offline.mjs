// Without a network: after one visit everything works; a new version comes whole or not at all; what was entered stays.

import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { enter, firstResult, household, readSaving, settledSaving } from "./contract.mjs";
import { axeViolations, eventually, paths, root, startServer, takePicture, viewports, withPage } from "./harness.mjs";

const base = "/gmina/oze/";
const withWorkers = { serviceWorkers: "allow" };
const meterFile = "Masz dane godzinowe z portalu operatora? Wczytaj plik";
const notice = { pl: /Nowa wersja kalkulatora jest gotowa/, en: /A new version of the calculator is ready/ };

const read = (folder, name) => fs.readFileSync(path.join(folder, name), "utf8");

/** Writes a file of a bundle; its packed copies would be sent in its place. */
function write(folder, name, text) {
  fs.writeFileSync(path.join(folder, name), text);
  for (const suffix of [".br", ".gz"]) fs.rmSync(path.join(folder, name + suffix), { force: true });
}

function listOf(folder) {
  return JSON.parse(/= (\{"files".*\});/.exec(read(folder, "sw.js"))[1]);
}

/** Makes another version of the bundle in `folder`: its pages carry `mark`, and the worker's list follows. */
export function makeVersion(folder, mark) {
  const { version, pages, files } = listOf(folder);
  const next = crypto.createHash("sha256").update(mark).digest("hex").slice(0, 16);
  let worker = read(folder, "sw.js").replace(version, next);
  for (const page of Object.keys(pages)) {
    const changed = read(folder, page).replace(version, next).replace("<head>", `<head><meta name="mark" content="${mark}">`);
    write(folder, page, changed);
    worker = worker.replace(files[page], `sha256-${crypto.createHash("sha256").update(changed).digest("base64")}`);
  }
  write(folder, "sw.js", worker);
}

/** Changes the text of the worker in `folder`. */
function changeWorker(folder, from, to) {
  const worker = read(folder, "sw.js");
  if (!worker.includes(from)) throw new Error(`sw.js lacks ${from}`);
  write(folder, "sw.js", worker.replace(from, to));
}

/** Runs `use(folder, server)` with a copy of the site and a server for it; `server.stop()` and `server.start()` move it. */
export async function withCopy(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "autonomia-offline-"));
  fs.cpSync(paths.site, folder, { recursive: true });
  let running = await startServer(folder, base);
  const { address } = running;
  const server = {
    address,
    stop: () => running.stop(),
    start: async () => (running = await startServer(folder, base, new URL(address).port)),
  };
  try {
    await use(folder, server);
  } finally {
    server.stop();
    fs.rmSync(folder, { recursive: true });
  }
}

/** Whether the page comes to this saving; what stands there first may still be searched for a better size. */
const comesTo = (page, saving) => eventually(async () => (await readSaving(page)) === saving, 20_000);

/** Waits until this page's files are kept and the worker answers for the page. */
function isKept(page) {
  return eventually(() => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === "activated" && navigator.serviceWorker.controller !== null;
  }), 20_000);
}

/** What a town lays beside the calculator is kept too, but of no version. */
const ofNoVersion = "pakiet";
const keptVersions = async (page) => {
  const names = await page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
  return names.filter((name) => name !== ofNoVersion);
};
const keptFiles = (page) =>
  page.evaluate(async () => {
    const lists = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname.split("/").at(-1));
  });
const markOf = (page) => page.evaluate(() => document.querySelector("meta[name=mark]")?.content ?? "");
const isStarted = (page) => eventually(async () => (await page.locator("#start").count()) === 0, 15_000);
const programs = (names) => names.filter((name) => name.endsWith(".wasm"));

async function worksWithoutANetwork(checks, browser) {
  await withCopy((folder, server) =>
    withPage(browser, server.address, withWorkers, async ({ context, page, problems }) => {
      await firstResult(page);
      checks.ok("first visit: the calculator is kept", await isKept(page));
      const online = await settledSaving(page);
      checks.none("first visit: console empty, own origin only", problems.splice(0));
      const { files, vectors, plain } = listOf(folder);
      const kept = await keptFiles(page);
      const [used, useless] = [plain, vectors].map((twin) => twin.every((name) => kept.includes(name)));
      checks.ok("of a program in two builds one is kept", used !== useless, kept);
      const missing = Object.keys(files).filter((name) => ![...kept, ...plain, ...vectors].includes(name));
      checks.none("everything else is kept, programs for later too", missing);
      const extra = kept.filter((name) => !(name in files) && name !== `${ofNoVersion}.json`);
      checks.none("nothing is kept that no page needs", extra);

      server.stop();
      await context.setOffline(true);
      await page.reload();
      checks.ok("offline: the same result", await comesTo(page, online));
      const ranges = page.locator(".figure__range:visible");
      checks.ok("offline: ranges, from a program for later", await eventually(async () => (await ranges.count()) >= 5, 20_000));
      await page.getByLabel(meterFile, { exact: true }).first().setInputFiles(path.join(root, "tests/fixtures/tauron.csv"));
      await page.getByText(/Pełnych dni jest/).first().waitFor({ timeout: 20_000 });
      checks.ok("offline: a file of a meter is read", true);
      await page.goto(`${server.address}?z=poczty#`);
      checks.ok("offline: the folder's own address, with a question mark", await comesTo(page, online));
      for (const other of Object.keys(listOf(folder).pages).filter((name) => name !== "index.html")) {
        await page.goto(`${server.address}${other}`);
        checks.ok(`offline: ${other} starts`, await isStarted(page));
      }
      checks.none("offline: no uncaught error", problems.filter((problem) => problem.startsWith("uncaught")));
    }),
  );
}

/** A scenario is saved, the site is updated, the new version takes over, the scenario is still there. */
async function anUpdateKeepsWhatWasEntered(checks, browser) {
  await withCopy((folder, server) =>
    withPage(browser, server.address, withWorkers, async ({ page, problems }) => {
      await firstResult(page);
      await enter(page, "use", household.use);
      const saving = await settledSaving(page);
      // The page keeps what is said a moment after the last change.
      const stored = () => page.evaluate(() => localStorage.getItem("autonomia.home"));
      const address = () => page.evaluate(() => location.hash.slice(1));
      await eventually(async () => (await address()) !== "" && (await stored()) === (await address()));
      await isKept(page);
      const [first] = await keptVersions(page);
      makeVersion(folder, "second");
      await page.reload();
      await firstResult(page);
      checks.equal("update, first reload: still the version before, at once", await markOf(page), "");
      const said = page.getByRole("status").filter({ hasText: notice.pl });
      await said.waitFor({ timeout: 20_000 });
      checks.none("update: axe with the notice", await axeViolations(page));
      await takePicture(page, "offline-notice-desktop", { fullPage: false });
      await page.setViewportSize(viewports.phone);
      await takePicture(page, "offline-notice-phone", { fullPage: false });
      await said.getByRole("button", { name: "Później" }).click();
      checks.equal("update: the notice can be put off", await page.getByText(notice.pl).count(), 0);
      checks.ok("update: the files of the running page stay", (await keptVersions(page)).includes(first));
      await page.reload();
      await firstResult(page);
      checks.equal("update, second reload: the new version", await markOf(page), "second");
      checks.equal("update: what was entered is kept", await settledSaving(page), saving);
      checks.ok("update: no notice any more", !(await page.getByText(notice.pl).isVisible()));
      await page.reload();
      await firstResult(page);
      const gone = await eventually(async () => !(await keptVersions(page)).includes(first));
      checks.ok("update: the version before is removed once no page runs it", gone, await keptVersions(page));
      checks.none("update: console empty, own origin only", problems);
    }),
  );
}

/** Two windows: one takes the new version, the other runs on and finds its files. */
async function aRunningPageKeepsItsVersion(checks, browser) {
  await withCopy((folder, server) =>
    withPage(browser, server.address, withWorkers, async ({ context, page }) => {
      await firstResult(page);
      await isKept(page);
      const program = programs(Object.keys(listOf(folder).files)).find((name) => name.startsWith("files-"));
      makeVersion(folder, "second");
      // The server has the new version only, under other names.
      for (const suffix of ["", ".br", ".gz"]) fs.rmSync(path.join(folder, program + suffix));
      fs.writeFileSync(path.join(folder, "files-0000000000000000.wasm"), "new");
      const digest = crypto.createHash("sha256").update("new").digest("base64");
      const { files } = listOf(folder);
      changeWorker(folder, `"${program}":"${files[program]}"`, `"files-0000000000000000.wasm":"sha256-${digest}"`);
      const other = await context.newPage();
      await other.goto(server.address);
      await eventually(async () => (await keptVersions(page)).length === 2, 20_000);
      await page.getByText(notice.pl).waitFor();
      await other.reload();
      await eventually(async () => (await markOf(other).catch(() => "")) === "second");
      const status = await page.evaluate(async (name) => (await fetch(name, { cache: "reload" })).status, `./${program}`);
      checks.equal("two windows: the older one still gets its own program", status, 200);
      await page.getByRole("button", { name: "Odśwież stronę" }).click();
      const taken = await eventually(async () => (await markOf(page).catch(() => "")) === "second");
      checks.ok("two windows: the notice's button brings the new version", taken);
    }),
  );
}

/** A file is missing, or not the one that the list means: an upload broken off. */
async function aBrokenUpdateChangesNothing(checks, browser) {
  await withCopy((folder, server) =>
    withPage(browser, server.address, withWorkers, async ({ context, page }) => {
      await firstResult(page);
      await isKept(page);
      const before = await settledSaving(page);
      const versions = await keptVersions(page);
      for (const [what, spoil] of [
        ["a missing file", () => write(folder, "worker.js", "") ?? fs.rmSync(path.join(folder, "worker.js"))],
        ["a changed file", () => write(folder, "worker.js", "// another file")],
      ]) {
        makeVersion(folder, what);
        spoil();
        const failed = await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          const found = new Promise((resolve) => registration.addEventListener("updatefound", resolve, { once: true }));
          registration.update().catch(() => {});
          await found;
          const { installing } = registration;
          await new Promise((resolve) => installing.addEventListener("statechange", resolve, { once: true }));
          return installing.state;
        });
        checks.equal(`${what}: the new version is refused`, failed, "redundant");
        const same = await eventually(async () => String(await keptVersions(page)) === String(versions));
        checks.ok(`${what}: only the version before is kept`, same, await keptVersions(page));
      }
      server.stop();
      await context.setOffline(true);
      await page.reload();
      checks.ok("broken update: the version before works, offline too", await comesTo(page, before));
      checks.equal("broken update: and it is the version before", await markOf(page), "");
    }),
  );
}

/** A browser that is told to save data keeps what the page has loaded anyway. */
async function savingDataKeepsWhatIsLoaded(checks, browser) {
  await withCopy(async (folder, server) => {
    changeWorker(folder, "navigator.connection?.saveData", "true");
    await withPage(browser, "about:blank", withWorkers, async ({ context, page }) => {
      // Worker and page are told apart from each other.
      await page.addInitScript(() => {
        Object.defineProperty(NetworkInformation.prototype, "saveData", { get: () => true });
      });
      await page.goto(server.address);
      await firstResult(page);
      await isKept(page);
      const online = await settledSaving(page);
      const kept = programs(await keptFiles(page));
      checks.equal("saving data: one program is kept, the page's own", kept.length, 1);
      server.stop();
      await context.setOffline(true);
      await page.reload();
      checks.ok("saving data: the page works offline", await comesTo(page, online));
    });
  });
}

/** A town that takes the calculator away takes the copies in browsers away too. */
async function takenAwayMeansGone(checks, browser) {
  await withCopy((folder, server) =>
    withPage(browser, server.address, withWorkers, async ({ page }) => {
      await firstResult(page);
      await isKept(page);
      write(folder, "sw.js", read(path.join(root, "deploy"), "sw-remove.js"));
      await page.evaluate(() => localStorage.setItem("another", "stays"));
      await page.reload();
      const gone = await eventually(async () => (await keptVersions(page)).length === 0, 20_000);
      checks.ok("taken away: nothing is kept any more", gone, await keptVersions(page));
      const stays = await page.evaluate(() => localStorage.getItem("another"));
      checks.equal("taken away: what others keep stays", stays, "stays");
    }),
  );
}

export default async function offline(checks, browser) {
  const parts = [
    worksWithoutANetwork,
    anUpdateKeepsWhatWasEntered,
    aRunningPageKeepsItsVersion,
    aBrokenUpdateChangesNothing,
    savingDataKeepsWhatIsLoaded,
    takenAwayMeansGone,
  ];
  for (const part of parts) await checks.part(part.name, () => part(checks, browser));
}
