// The calculator in pages of other sites: what they may ask of it, what it tells them, and the page that writes their lines.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chooseOwnSize, enter, field, firstResult, readSaving, settledSaving } from "./contract.mjs";
import { frameOf, heightOf, twoEmbeds, twoTowns, withHost } from "./embed_host.mjs";
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

/** Most bytes of the script that other pages load, as it is shipped. */
const scriptBytes = 4096;

/** What the query of an address may say, and what is made of it. */
async function readsQueriesWithCare(checks) {
  const frame = await import(pathToFileURL(path.join(root, "public/frame.js")));
  const { colourOf, contrast, figuresOf, inkOn, originOf, wishes } = frame;
  const is = (name, got, expected) => checks.equal(`query: ${name}`, JSON.stringify(got), JSON.stringify(expected));
  const full = "?v=1&town=zywiec&lang=en&theme=dark&accent=%230B5394&hide=bill,charts&lock=roof+size&compact=1&results=https://gmina.pl";
  is("everything in its form", wishes(full), {
    town: "zywiec", lang: "en", theme: "dark", accent: "#0b5394", hide: ["bill", "charts"], lock: ["roof", "size"], compact: true,
    results: "https://gmina.pl",
  });
  const nothing = { hide: [], lock: [], compact: false };
  is("nothing", wishes(""), nothing);
  const hostile = [
    "town=../../etc", "town=<script>", "town=%00", `town=${"a".repeat(65)}`, "lang=de", "lang=__proto__", "theme=constructor", "accent=red",
    "accent=%23fff;background:url(//x)", "accent=%2312345", "hide=%22]{}*", "lock=A,B,../", "compact=yes", "results=*", "results=null",
    "results=javascript:alert(1)", "results=https://gmina.pl/", "results=https://gmina.pl@evil.pl", "results=data:text/html,x", "results=/",
  ];
  for (const query of hostile) is(`"${query.slice(0, 40)}" says nothing`, wishes(`?${query}`), nothing);
  is("too long a query says nothing", wishes(`?town=zywiec&x=${"a".repeat(4000)}`), nothing);
  is("a list has an end", wishes(`?hide=${Array.from({ length: 99 }, (_, n) => `p${"abcdefghij"[n % 10]}${"abcdefghij"[Math.floor(n / 10)]}`).join()}`).hide.length, 40);
  is("short colours", colourOf("#A1c"), "#aa11cc");
  is("an origin with a port", originOf("http://localhost:8080"), "http://localhost:8080");
  // WCAG 2.1: white on black 21:1; #777777 on white is the well-known 4.48:1, #767676 the first grey with 4.54:1.
  is("contrast of black and white", contrast("#000000", "#ffffff"), 21);
  is("contrast of greys", ["#777777", "#767676"].map((grey) => contrast(grey, "#ffffff").toFixed(2)), ["4.48", "4.54"]);
  is("a pale accent is left out", inkOn("#ffcc00", ["#ffffff"]) ?? null, null);
  is("a dark one gets white words", inkOn("#7a1f5c", ["#ffffff", "#f3f5f7"]), "#ffffff");
  is("a light one dark words in the dark", inkOn("#ffcc00", ["#12181e"]), "#0b1a2a");
  is("figures without a number", figuresOf("1 2 3 4 NaN 6 7 0.5 9").payback_years, null);
  is("no figures yet", figuresOf("") ?? null, null);
}

/** The script that other pages load, and its copy that stays. */
function scriptIsSmall(checks) {
  const script = fs.readFileSync(path.join(paths.site, "embed.js"));
  checks.ok(`embed.js: ${script.length} bytes of at most ${scriptBytes}`, script.length <= scriptBytes);
  const pinned = fs.readdirSync(paths.site).filter((name) => /^embed-[0-9a-f]{16}\.js$/.test(name));
  checks.equal("embed.js: one copy with a digest in its name", pinned.length, 1);
  checks.ok("embed.js: and it is the same", fs.readFileSync(path.join(paths.site, pinned[0])).equals(script));
}

/** What a watched page complained of, but for what its host and the calculator ask of each other. */
const complaints = (problems, ...sites) =>
  problems.filter((problem) => !sites.some((site) => problem.startsWith(`foreign request: ${site}`)));

/** Two towns in one page; every request of the frames goes to their own folder. */
async function twoTownsInOnePage(checks, browser) {
  await withHost({ "two.html": twoTowns }, ({ host, calculator }) =>
    withPage(browser, "about:blank", {}, async ({ context, page, problems }) => {
      const asked = [];
      context.on("request", (request) => {
        // Whose frame asks for a page of its own is not known yet when it asks.
        const inside = request.isNavigationRequest() || request.frame() !== page.mainFrame();
        if (inside && !request.url().startsWith(host)) asked.push(request.url());
      });
      await page.goto(`${host}/two.html`);
      await frameOf(page, "one");
      const result = await eventually(() => page.evaluate(() => results.find(({ id }) => id === "one")), 10_000);
      const whole = result && Number.isFinite(result.figures.saving_pln_per_year) && result.figures.autonomy > 0;
      checks.ok("results: the page that asked gets figures", whole, JSON.stringify(result));
      checks.none("results: the other calculator tells none", await page.evaluate(() => results.filter(({ id }) => id !== "one")));
      const one = await frameOf(page, "one");
      const told = await one.evaluate(() => document.querySelector(".page__intro .frame-line")?.innerText ?? "");
      checks.ok("results: the visitor reads who gets them", told.includes(host) && told.includes("dostaje"), told);
      await twoEmbeds(checks, "Chromium", page);
      checks.none("two embeds: axe in the first", await axeViolations(one));
      checks.none("two embeds: axe in the second", await axeViolations(await frameOf(page, "two")));
      await page.setViewportSize(viewports.desktop);
      await page.evaluate(() => document.getElementById("one").scrollIntoView());
      await takePicture(page, "embed-two-desktop", { fullPage: false });
      const foreign = asked.filter((url) => !url.startsWith(calculator) && !/^(data|blob):/.test(url));
      checks.none(`two embeds: of ${asked.length} requests of the frames none leaves the calculator's folder`, foreign);
      await page.evaluate(() => document.getElementById("one").setAttribute("town", "lodz"));
      const changed = await eventually(async () => {
        const frame = await frameOf(page, "one");
        return (await frame?.evaluate(() => document.getElementById("town")?.value).catch(() => "")) === "lodz";
      }, 20_000);
      checks.ok("two embeds: another town by attribute", changed);
      checks.none("two embeds: console empty", complaints(problems, host, calculator));
    }),
  );
}

/** The text after # of a home whose owner has chosen everything. */
async function someScenario(browser, address) {
  return withPage(browser, address, {}, async ({ page }) => {
    await firstResult(page);
    await field(page, "town").selectOption("zywiec");
    await chooseOwnSize(page);
    await enter(page, "use", 5100);
    await enter(page, "size", 4);
    const saving = await settledSaving(page);
    const kept = () => page.evaluate(() => localStorage.getItem("autonomia.home") === location.hash.slice(1) && location.hash.slice(1));
    return { scenario: await eventually(kept), saving };
  });
}

const shown = (frame, selector) => frame.locator(selector).first().isVisible();

/** Parts hidden and locked, a colour, a language, a theme. */
async function obeysTheTown(checks, page) {
  const frame = await frameOf(page, "dressed");
  const style = (name) => frame.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(), name);
  checks.equal("dressed: accent", await style("--accent"), "#ffcc00");
  checks.equal("dressed: words on the accent can be read", await style("--accent-ink"), "#0b1a2a");
  checks.equal("dressed: dark", await frame.evaluate(() => document.documentElement.dataset.theme), "dark");
  checks.equal("dressed: English", await frame.evaluate(() => document.documentElement.lang), "en");
  for (const [part, selector] of [["bill", `[aria-labelledby="bill.title"]`], ["charts", `[aria-labelledby="month.title"]`], ["contract", `[data-part="contract"]`]]) {
    checks.ok(`dressed: ${part} is hidden`, !(await shown(frame, selector)));
  }
  checks.ok("dressed: sources cannot be hidden", await shown(frame, `[aria-labelledby="sources.title"]`));
  checks.ok("dressed: no head, no foot", !(await shown(frame, ".header")) && !(await shown(frame, ".footer")));
  const line = await frame.locator("main > .frame-line").innerText();
  checks.ok("dressed: one line in their place", /Autonomia · open the whole calculator · What you type here/.test(line), line);
  const link = frame.getByRole("link", { name: "open the whole calculator" });
  checks.ok("dressed: the line leads to the whole page", /oze\/(#.*)?$/.test(await link.evaluate((element) => element.href)));
  const roof = frame.locator(`[data-part="roof"]`);
  checks.ok("dressed: the roof says who has set it", (await roof.innerText()).startsWith("Set by the town"));
  checks.ok("dressed: the roof is locked", await roof.locator("input").first().isDisabled());
  checks.ok("dressed: the use is not", await frame.locator(`[data-part="use"] input[type=text]`).first().isEnabled());
  checks.ok("dressed: what would put another scenario in place is away", !(await shown(frame, ".tools__reset")));
  checks.none("dressed: axe", await axeViolations(frame));
  await frame.evaluate(() => (document.documentElement.dataset.theme = "light"));
  const left = await eventually(async () => (await style("--accent")) === "#0b5394");
  checks.ok("dressed: in the light the pale accent is left out", left, await style("--accent"));
}

/** A frozen scenario: every figure to be read, none to be changed. */
async function cannotBeChanged(checks, page, saving) {
  const frame = await frameOf(page, "frozen");
  const settled = await eventually(async () => (await readSaving(frame)) === saving, 20_000);
  checks.ok("frozen: the scenario of the link", settled, `${await readSaving(frame)}, not ${saving}`);
  const controls = frame.locator("form.form").locator("input:visible, select:visible, textarea:visible");
  const enabled = await controls.evaluateAll((all) => all.filter((control) => !control.matches(":disabled, [readonly]")).map(({ outerHTML }) => outerHTML.slice(0, 120)));
  checks.none("frozen: no control of the form can be used", enabled);
  const before = await frame.evaluate(() => document.getElementById("answer").dataset.figures);
  await frame.evaluate(() => {
    for (const control of document.querySelectorAll("form.form fieldset :is(input, select, button)")) control.click();
    dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
  });
  await frame.locator(".details summary").last().click();
  const table = frame.locator(".details details[open] table").first();
  checks.ok("frozen: figures open to what they rest on", await eventually(() => table.isVisible()));
  const takes = frame.locator(".study-view__takes button:visible");
  checks.equal("frozen: no other design can be taken", await takes.count(), 0);
  checks.equal("frozen: the figures are the same", await frame.evaluate(() => document.getElementById("answer").dataset.figures), before);
  checks.none("frozen: axe", await axeViolations(frame));
}

async function framesOfManyKinds(checks, browser) {
  let scenario, saving;
  const pages = {
    "many.html": (calculator) => `
<autonomia-kalkulator id="dressed" town="opole" lang="en" theme="dark" accent="#fc0" hide="bill charts contract sources" lock="roof" compact></autonomia-kalkulator>
<autonomia-kalkulator id="frozen" scenario="${calculator}#${scenario}" lock="all"></autonomia-kalkulator>`,
    "plain.html": (calculator) => `
<iframe id="plain" src="${calculator}?town=kielce&amp;lang=en" title="Kalkulator" height="600"></iframe>
<iframe id="sandboxed" src="${calculator}?v=1&amp;town=kielce&amp;compact=1" sandbox="allow-scripts" title="Kalkulator" height="600"></iframe>`,
  };
  await withHost(pages, async ({ host, calculator }) => {
    ({ scenario, saving } = await someScenario(browser, calculator));
    await withPage(browser, `${host}/many.html`, {}, async ({ page, problems }) => {
      await obeysTheTown(checks, page);
      await cannotBeChanged(checks, page, saving);
      for (const [name, viewport] of Object.entries(viewports)) {
        await page.setViewportSize(viewport);
        for (const id of ["dressed", "frozen"]) {
          await page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
          await takePicture(page, `embed-${id}-${name}`, { fullPage: false });
        }
      }
      checks.none("many kinds: console empty", complaints(problems, host, calculator));
    });
    await withPage(browser, `${host}/plain.html`, {}, async ({ page, problems }) => {
      const plain = await frameOf(page, "plain");
      checks.equal("plain frame: town", await plain.evaluate(() => document.getElementById("town").value), "kielce");
      checks.ok("plain frame: it scrolls", await plain.evaluate(() => document.documentElement.scrollHeight > innerHeight));
      const sandboxed = await frameOf(page, "sandboxed");
      checks.equal("without an origin: it has none", await sandboxed.evaluate(() => self.origin), "null");
      checks.equal("without an origin: town", await sandboxed.evaluate(() => document.getElementById("town").value), "kielce");
      checks.ok("without an origin: a result", Number.isFinite(await firstResult(sandboxed)));
      const before = await settledSaving(sandboxed);
      await field(sandboxed, "use").fill("6000");
      checks.ok("without an origin: it follows what is entered", await eventually(async () => (await readSaving(sandboxed)) !== before, 20_000));
      checks.ok("without an origin: what cannot work is away", !(await shown(sandboxed, `[aria-labelledby="ranges.title"]`)) && (await shown(sandboxed, "main > .frame-line")));
      checks.none("frames without the script: no uncaught error", problems.filter((problem) => problem.startsWith("uncaught")));
    });
  });
}

/** What is said in an embedded page stays apart from the visitor's own. */
async function keepsApart(checks, browser) {
  await withServer(paths.site, (address) =>
    withPage(browser, address, {}, async ({ context, page, problems }) => {
      await firstResult(page);
      await enter(page, "use", 4321);
      const kept = (key) => page.evaluate((key) => Object.getPrototypeOf(localStorage).constructor === Storage && localStorage.getItem(key), key);
      const own = await eventually(() => kept("autonomia.home"));
      await page.goto(`${address}?v=1&town=zywiec`);
      await firstResult(page);
      checks.equal("kept apart: an embedded page starts anew", await field(page, "use").inputValue(), "3500");
      await enter(page, "use", 2345);
      await eventually(() => page.evaluate(() => location.hash.length > 1));
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByRole("button", { name: "Kopiuj link" }).click();
      const link = await eventually(() => page.evaluate(() => navigator.clipboard.readText()));
      checks.ok("kept apart: its link leads to the whole calculator", link.startsWith(`${address}#`), link);
      await page.goto(`${address}?v=1&town=zywiec`);
      await firstResult(page);
      checks.equal("kept apart: it knows what was said in it", await field(page, "use").inputValue(), "2345");
      await page.goto(address);
      await firstResult(page);
      checks.equal("kept apart: the visitor's own is untouched", await kept("autonomia.home"), own);
      checks.equal("kept apart: and is what the calculator shows", await field(page, "use").inputValue(), "4321");
      checks.none("kept apart: console empty, own origin only", problems);
    }),
  );
}

const lines = (page, id) => page.locator(`#${id}`).inputValue();

/** The page that writes the lines: choices, preview, lines, both languages. */
async function writesTheLines(checks, browser) {
  await withServer(paths.site, async (address) => {
    for (const [name, viewport] of Object.entries(viewports)) {
      for (const colorScheme of colorSchemes) {
        const view = `lines, ${viewport.width} px, ${colorScheme}`;
        await withPage(browser, `${address}osadz.html`, { viewport, colorScheme }, async ({ page, problems }) => {
          const frame = await frameOf(page, "preview");
          checks.ok(`${view}: the preview is the real thing`, frame && (await eventually(async () => (await heightOf(page, "preview")) > 800)));
          checks.none(`${view}: axe`, await axeViolations(page));
          checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
          await takePicture(page, `embed-lines-${name}-${colorScheme}`);
          if (name === "desktop" && colorScheme === "light") await followsTheChoices(checks, page, address);
          // A preview that makes way for the next one gives up what it was still fetching.
          const given = problems.filter((problem) => !/console error: Fetch API cannot load \S+\.wasm/.test(problem));
          checks.none(`${view}: console empty, own origin only`, given);
        });
      }
    }
  });
}

async function followsTheChoices(checks, page, address) {
  const script = `<script src="${address}embed.js" async></script>`;
  checks.ok("lines: the script by its stable name", (await lines(page, "script")).startsWith(script), await lines(page, "script"));
  await page.locator("#town").selectOption("zywiec");
  await page.locator("[id='lock.roof']").check();
  await page.locator("#accent").fill("#ffcc00");
  await page.locator("#accent").blur();
  checks.ok("lines: a pale accent is said", /za mały kontrast/.test(await page.locator("[id='accent.said']").innerText()));
  await page.locator("#scenario").fill("https://example.org/");
  await page.locator("#scenario").blur();
  checks.ok("lines: what is no link is said", /nie jest link/.test(await page.locator("[id='scenario.said']").innerText()));
  await page.locator("#scenario").fill("");
  await page.locator("#compact").check();
  const element = `<autonomia-kalkulator town="zywiec" lang="pl" accent="#ffcc00" lock="roof" compact>`;
  checks.ok("lines: the element with all choices", (await lines(page, "script")).includes(element), await lines(page, "script"));
  const plain = `src="${address}?v=1&amp;town=zywiec&amp;lang=pl&amp;accent=%23ffcc00&amp;lock=roof&amp;compact=1"`;
  checks.ok("lines: the plain frame says the same", (await lines(page, "plain")).includes(plain), await lines(page, "plain"));
  const preview = await eventually(async () => {
    const frame = await frameOf(page, "preview");
    return frame?.evaluate(() => document.getElementById("town").value + document.querySelector("[data-part=roof]").disabled).catch(() => "");
  });
  checks.equal("lines: the preview follows", preview, "zywiectrue");
  await page.locator("[id='version.pinned']").check();
  const pinned = /<script src="http:\S+\/embed-[0-9a-f]{16}\.js" integrity="sha384-[\w+/=]{64}" crossorigin="anonymous" async><\/script>/;
  checks.ok("lines: for good: by digest, from a folder of its own", pinned.test(await lines(page, "script")), await lines(page, "script"));
  await page.locator("[id='door.firma']").check();
  checks.equal("lines: parts of the other door", await page.locator("[id$='.meters']").count(), 2);
  await page.getByRole("button", { name: "English" }).click();
  checks.ok("lines: English", await page.getByRole("heading", { level: 1, name: "Embed the calculator in your site" }).isVisible());
  checks.none("lines: axe in English", await axeViolations(page));
}

export default async function embed(checks, browser) {
  await checks.part("queries", () => readsQueriesWithCare(checks));
  await checks.part("script", () => scriptIsSmall(checks));
  for (const part of [twoTownsInOnePage, framesOfManyKinds, keepsApart, writesTheLines]) {
    await checks.part(part.name, () => part(checks, browser));
  }
}
