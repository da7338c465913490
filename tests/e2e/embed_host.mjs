// A page of another site that embeds the calculator, and what is tried on it in every browser (embed.mjs, firefox.mjs).
// `page` and `frame` are those of Playwright or of Puppeteer: only what both have is used here.

import http from "node:http";
import { eventually, paths, startServer } from "./harness.mjs";

/** Where the calculator lies on its site. */
const base = "/gmina/oze/";

/** A page of the other site: in it scripts of its own, what it hears, and a frame that wishes it ill. */
const around = (calculator, inner) => `<!doctype html>
<html lang="pl">
<meta charset="utf-8">
<title>Konsultacje</title>
<link rel="icon" href="data:,">
<style>body { margin: 2rem } iframe { width: 100% }</style>
<script>
  const heard = [], results = [];
  addEventListener("message", ({ data }) => heard.push(data));
  addEventListener("autonomia-result", ({ target, detail }) => results.push({ id: target.id, ...detail }));
</script>
<script src="${calculator}embed.js"></script>
<h1>Konsultacje</h1>
${inner}
<iframe id="ill" src="/ill.html" title="Inna ramka"></iframe>
</html>`;

/** A frame that says whatever it is told to say to the page around it. */
const ill = `<!doctype html><html lang="pl"><meta charset="utf-8"><title>Inna ramka</title>
<script>addEventListener("message", ({ data }) => data.map((message) => parent.postMessage(message, "*")))</script></html>`;

/**
 * Runs `use({host, calculator})` while both sites are served: the host at `localhost`, the calculator at `127.0.0.1`,
 * which are different sites to a browser. `pages` names what stands in each page of the host, given the calculator.
 */
export async function withHost(pages, use, folder = paths.site) {
  let calculator;
  const server = http.createServer(({ url }, answer) => {
    const inner = pages[new URL(url, "http://localhost").pathname.slice(1)];
    const text = url === "/ill.html" ? ill : inner && around(calculator, inner(calculator));
    answer.writeHead(text ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(text ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `http://localhost:${server.address().port}`;
  const served = await startServer(folder, base, 0, [host]);
  calculator = served.address;
  try {
    return await use({ host, calculator });
  } finally {
    served.stop();
    server.closeAllConnections();
    server.close();
  }
}

/** The page with two towns that both browsers open. */
export const twoTowns = () => `
<autonomia-kalkulator id="one" town="zywiec" compact results height="300"></autonomia-kalkulator>
<autonomia-kalkulator id="two" town="poznan" lang="en" height="300"></autonomia-kalkulator>`;

/** The frame of an element of the host, once it has a result. */
export async function frameOf(page, id) {
  await show(page, id);
  let found;
  await eventually(async () => {
    const handle = await page.$(`#${id} iframe, iframe#${id}`);
    found = await handle?.contentFrame();
    const figures = () => document.getElementById("answer")?.dataset.figures ?? "";
    return found && (await found.evaluate(figures).catch(() => "")) !== "";
  }, 30_000);
  return found;
}

/** The height that an element's frame has, as its style says. */
export const heightOf = (page, id) =>
  page.evaluate((id) => parseFloat(document.querySelector(`#${id} iframe`).style.height), id);

/** The height of what a frame shows. */
const contentOf = (frame) => frame.evaluate(() => document.documentElement.getBoundingClientRect().height);

/** The height of an element's frame once it has stayed the same for a while: studies add what they find. */
export async function settledHeight(page, id) {
  let last = 0;
  let since = Date.now();
  await eventually(async () => {
    const now = await heightOf(page, id);
    if (now !== last) [last, since] = [now, Date.now()];
    return Date.now() - since >= 1_500;
  }, 30_000);
  return last;
}

/** Browsers let a frame of another site rest while it is out of sight. */
const show = (page, id) => page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);

/** Whether the frame stays as high as its content, not a pixel less. */
export const fits = async (page, id, frame) => {
  await show(page, id);
  return eventually(async () => {
    const [height, content] = [await heightOf(page, id), await contentOf(frame)];
    return height >= content && height < content + 1 && height > 800;
  }, 10_000);
};

/** Sends messages from inside a frame to the page around it, and waits until that has heard them all. */
async function post(page, frame, messages) {
  const end = `end ${Math.random()}`;
  await frame.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, "*")), [...messages, end]);
  return eventually(() => page.evaluate((end) => heard.includes(end), end));
}

/** Two calculators in one page of another site: each follows its own content, and nobody else's word. */
export async function twoEmbeds(checks, who, page) {
  const [one, two] = [await frameOf(page, "one"), await frameOf(page, "two")];
  const town = (frame) => frame.evaluate(() => document.getElementById("town").value);
  checks.equal(`${who}: two embeds: the first shows its town`, await town(one), "zywiec");
  checks.equal(`${who}: two embeds: the second shows its own`, await town(two), "poznan");
  checks.equal(`${who}: two embeds: and its language`, await two.evaluate(() => document.documentElement.lang), "en");
  checks.ok(`${who}: two embeds: the first is as high as its content`, await fits(page, "one", one), await heightOf(page, "one"));
  checks.ok(`${who}: two embeds: so is the second`, await fits(page, "two", two), await heightOf(page, "two"));

  await show(page, "one");
  const before = await settledHeight(page, "one");
  const open = (frame, open) => frame.evaluate((open) => {
    for (const part of document.querySelectorAll(".details details")) part.open = open;
  }, open);
  await open(one, true);
  checks.ok(`${who}: two embeds: what opens makes its frame grow`, await eventually(async () => (await heightOf(page, "one")) > before + 100));
  const opened = await settledHeight(page, "one");
  await open(one, false);
  checks.ok(`${who}: two embeds: what closes makes it shrink`, await eventually(async () => (await heightOf(page, "one")) < opened - 100));

  await show(page, "two");
  const stands = { one: await settledHeight(page, "one"), two: await settledHeight(page, "two") };
  const bad = [
    ...[0, -5, 50_001, 1e12, "900", null, [900], { px: 900 }].map((px) => ({ v: 1, type: "height", px })),
    { v: 2, type: "height", px: 900 }, { type: "height", px: 900 }, { v: 1, type: "size", px: 900 }, null, 900, "height", [],
    { v: 1, type: "result", door: "home", figures: { saving_pln_per_year: "much" } },
    { v: 1, type: "result", door: "house", figures: {} }, { v: 1, type: "result", door: "home" },
  ];
  await page.evaluate(() => results.splice(0));
  await post(page, one, bad);
  const good = [{ v: 1, type: "height", px: stands.two + 50.2 }, { v: 1, type: "result", door: "home", figures: { saving_pln_per_year: 1 } }];
  const end = `end ${Math.random()}`;
  await page.evaluate((messages) => {
    messages.forEach((message) => postMessage(message, "*"));
    document.getElementById("ill").contentWindow.postMessage(messages, "*");
  }, [...good, end]);
  await eventually(() => page.evaluate((end) => heard.filter((message) => message === end).length === 2, end));
  const now = { one: await heightOf(page, "one"), two: await heightOf(page, "two") };
  checks.equal(`${who}: hostile messages change no height`, JSON.stringify(now), JSON.stringify(stands));
  checks.equal(`${who}: hostile messages are no result`, await page.evaluate(() => results.length), 0);
  await post(page, two, good);
  checks.equal(`${who}: a frame may set its own height, rounded up`, await heightOf(page, "two"), stands.two + 51);
  checks.equal(`${who}: without "results" nothing is handed on`, await page.evaluate(() => results.length), 0);
  await post(page, one, good.slice(1));
  checks.equal(`${who}: with it a result is`, await page.evaluate(() => results.map(({ id, door }) => `${id} ${door}`).join()), "one home");
}
