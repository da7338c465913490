// What the browser keeps, where it refuses, is full, holds what cannot be read, or holds what another tab has kept: nothing
// is lost without a word.

import { enter, field, firmEnter, firmField, firmStands, firstResult } from "./contract.mjs";
import { axeViolations, eventually, horizontalOverflow, paths, takePicture, viewports, withPage, withServer } from "./harness.mjs";

/** The two pages: how to know that a result stands, how to enter a use, where it is kept, and which hours go with it. */
const pages = [
  { name: "home", file: "", stands: firstResult, put: enter, at: field, key: "autonomia.home", hours: "autonomia.load" },
  { name: "firm", file: "firma.html", stands: firmStands, put: firmEnter, at: firmField, key: "autonomia.firm", hours: "autonomia.firm.hours" },
];

const words = {
  other: /są zapisane inne dane/,
  take: "Wczytaj tamte",
  stay: "Zostaw te",
  full: /brakuje miejsca/,
  blocked: /nie pozwala zapamiętać/,
  saving: "Przejdź do zapisywania",
  copy: "Skopiuj link do tych danych",
  broken: /Nie udało się odczytać danych z\spoprzedniej wizyty/,
  remove: "Usuń uszkodzony zapis",
  close: "Zamknij",
};

const kept = (page, key) => page.evaluate((key) => localStorage.getItem(key), key);
const hash = (page) => page.evaluate(() => location.hash.slice(1));
const notice = (page) => page.locator(".kept");
const press = (page, name) => notice(page).getByRole("button", { name, exact: true }).click();
const says = async (page, text) => eventually(async () => text.test((await notice(page).allTextContents()).join(" ")));
const isGone = (page) => eventually(async () => (await notice(page).count()) === 0);
const plain = (text) => Number(text.replace(/\D/g, ""));

/** Enters a use and waits until the address holds it. */
async function say(page, put, use) {
  const before = await hash(page);
  await put(page, "use", use);
  await page.waitForFunction((before) => ![before, ""].includes(location.hash.slice(1)), before);
}

/** Leaves the page and comes to another address of it, so that it starts anew. */
async function visit(page, address) {
  await page.goto("about:blank");
  await page.goto(address);
}

async function twoTabs(checks, { name, key, stands, put, at }, { context, page }, address) {
  const use = async (tab) => plain(await at(tab, "use").inputValue());
  await put(page, "use", 4200);
  checks.ok(`${name}: entries are kept`, await eventually(async () => (await kept(page, key)) === (await hash(page)) && (await hash(page))));
  const first = await hash(page);
  const second = await context.newPage();
  await second.goto(address);
  await stands(second);
  checks.equal(`${name}: a second tab begins with them`, await use(second), 4200);
  await put(second, "use", 5200);
  checks.ok(`${name}, two tabs: the first is told`, await says(page, words.other), await notice(page).allTextContents());
  await say(page, put, 4300);
  checks.equal(`${name}, two tabs: the other's stays kept`, await kept(page, key), await hash(second));
  checks.none(`${name}, two tabs: axe with the notice`, await axeViolations(page));
  for (const [view, viewport] of Object.entries(viewports)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: view === "phone" ? "dark" : "light" });
    checks.equal(`${name}, two tabs, ${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
    await takePicture(page, `storage-${name}-${view}`, { fullPage: false });
  }
  await press(page, words.take);
  await eventually(async () => (await use(page)) === 5200);
  checks.equal(`${name}, two tabs: the other's can be loaded`, await use(page), 5200);
  await page.goBack();
  checks.ok(`${name}, two tabs: the way back leads to its own`, await eventually(async () => (await use(page)) === 4300), await use(page));
  checks.ok(`${name}, two tabs: then the second is told`, await says(second, words.other));
  await press(second, words.stay);
  checks.ok(`${name}, two tabs: what stays is kept`, await eventually(async () => (await kept(second, key)) === (await hash(second))));
  await say(page, put, 4100);
  checks.ok(`${name}, two tabs: told once`, await isGone(second));
  await second.close();

  await page.evaluate(() => localStorage.clear());
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, first]);
  const link = `${address}#${await hash(page)}`;
  await visit(page, link);
  await stands(page);
  checks.ok(`${name}: a link beside other entries asks`, await says(page, words.other));
  checks.equal(`${name}: and shows what the link says`, await use(page), 4100);
  await say(page, put, 4000);
  checks.equal(`${name}: the entries of before stay until one has chosen`, await kept(page, key), first);
  await press(page, words.stay);
  checks.ok(`${name}: the chosen ones are kept`, await eventually(async () => (await kept(page, key)) === (await hash(page))));
  checks.ok(`${name}: nothing more is said`, await isGone(page));
}

async function noRoom(checks, { name, key, put }, { page }) {
  await page.evaluate((key) => {
    localStorage.removeItem(key);
    let piece = "x".repeat(1 << 20);
    for (let place = 0; piece; place += 1) {
      try {
        localStorage.setItem(`filler.${place}`, piece);
      } catch {
        piece = piece.slice(0, piece.length / 2);
      }
    }
  }, key);
  await put(page, "use", 4500);
  checks.ok(`${name}, full: it is said`, await says(page, words.full), await notice(page).allTextContents());
  checks.none(`${name}, full: axe with the notice`, await axeViolations(page));
  await press(page, words.saving);
  checks.equal(`${name}, full: the way leads to the link`, await page.evaluate(() => document.activeElement.textContent), words.copy);
  await say(page, put, 4600);
  checks.equal(`${name}, full: nothing was kept`, await kept(page, key), null);
  checks.ok(`${name}, full: said once`, await isGone(page));
}

async function unreadable(checks, { name, key, hours, stands, at }, { page }, address) {
  const good = await hash(page);
  const put = (entries) =>
    page.evaluate((entries) => {
      localStorage.clear();
      for (const [key, text] of entries) localStorage.setItem(key, text);
    }, entries);
  await put([[key, "?rubbish?"]]);
  await visit(page, address);
  await stands(page);
  checks.ok(`${name}, unreadable: it is said`, await says(page, words.broken), await notice(page).allTextContents());
  checks.equal(`${name}, unreadable: it is set aside`, await kept(page, `${key}.broken`), "?rubbish?");
  checks.none(`${name}, unreadable: axe with the notice`, await axeViolations(page));
  await press(page, words.remove);
  checks.equal(`${name}, unreadable: it can be removed`, await kept(page, `${key}.broken`), null);
  // Half of a series: the length says 8760.
  await put([[key, good], [hours, "uEQCAgIC"]]);
  await visit(page, address);
  await stands(page);
  checks.ok(`${name}, half a series: it is said`, await says(page, words.broken));
  checks.equal(`${name}, half a series: it is set aside`, await kept(page, `${hours}.broken`), "uEQCAgIC");
  checks.equal(`${name}, half a series: the rest stays`, plain(await at(page, "use").inputValue()), 4600);
  await press(page, words.close);
  checks.ok(`${name}, half a series: the notice goes`, await isGone(page));
}

async function refused(checks, browser, { name, stands, put }, address) {
  await withPage(browser, "about:blank", {}, async ({ context, page, problems }) => {
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
    });
    await page.goto(address);
    await stands(page);
    checks.equal(`${name}, refused: nothing is said before something is entered`, await notice(page).count(), 0);
    await put(page, "use", 4200);
    checks.ok(`${name}, refused: it is said`, await says(page, words.blocked), await notice(page).allTextContents());
    checks.ok(`${name}, refused: the address keeps it`, await hash(page));
    await press(page, words.close);
    await put(page, "use", 4300);
    await stands(page);
    checks.ok(`${name}, refused: said once`, await isGone(page));
    checks.none(`${name}, refused: console empty`, problems.filter((problem) => !problem.startsWith("foreign request")));
  });
}

export default async function storage(checks, browser) {
  await withServer(paths.site, async (site) => {
    for (const kind of pages) {
      const address = site + kind.file;
      await checks.part(`storage, ${kind.name}`, () =>
        withPage(browser, address, {}, async (watched) => {
          await kind.stands(watched.page);
          await twoTabs(checks, kind, watched, address);
          await noRoom(checks, kind, watched);
          await unreadable(checks, kind, watched, address);
          checks.none(`${kind.name}, storage: console empty, own origin only`, watched.problems);
        }),
      );
      await checks.part(`storage refused, ${kind.name}`, () => refused(checks, browser, kind, address));
    }
  });
}
