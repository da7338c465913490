// Starting: at any depth of a site, with a notice a person understands when something goes wrong.

import { firstResult } from "./contract.mjs";
import { axeViolations, paths, takePicture, withPage, withServer } from "./harness.mjs";

/** The smallest WebAssembly module that traps at once, as a Rust panic does. */
const trappingModule = [
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic number, version
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00], // type 0: nothing in, nothing out
  ...[0x03, 0x02, 0x01, 0x00], // function 0 has type 0
  ...[0x08, 0x01, 0x00], // start with function 0
  ...[0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b], // its code: unreachable
];

/** The titles of boot.js's two notices. */
const notStarted = { pl: "Kalkulator się nie uruchomił", en: "The calculator did not start" };
const stopped = { pl: "Kalkulator się zatrzymał", en: "The calculator has stopped" };

async function worksInASubfolder(checks, browser) {
  const use = (address) =>
    withPage(browser, address, {}, async ({ page, problems }) => {
      checks.ok("below /gmina/oze/: a result is shown", Number.isFinite(await firstResult(page)));
      checks.none("below /gmina/oze/: console empty, own origin only", problems);
    });
  await withServer(paths.site, use, "/gmina/oze/");
}

/** The server's headers, and its refusal of what is not in the folder. */
async function sendsTheHeaders(checks, address) {
  const answer = await fetch(address);
  const policy = answer.headers.get("content-security-policy") ?? "";
  const isStrict = /default-src 'none'/.test(policy) && !/unsafe-inline/.test(policy);
  checks.ok("policy: nothing inline, own origin only", isStrict, policy);
  checks.equal("types are not guessed", answer.headers.get("x-content-type-options"), "nosniff");
  checks.equal("no address is passed on", answer.headers.get("referrer-policy"), "no-referrer");
  checks.equal("the page itself is asked for anew", answer.headers.get("cache-control"), "no-cache");
  checks.ok("camera, place and the like are off", /camera=\(\).*geolocation=\(\)/.test(answer.headers.get("permissions-policy") ?? ""));
  checks.equal("a sandboxed frame may load the files", answer.headers.get("access-control-allow-origin"), "*");
  const outside = await fetch(`${address}%2e%2e/Cargo.toml`);
  checks.equal("nothing outside the folder is served", outside.status, 404);
}

/** Shows that a notice stands, is announced and is accessible. */
async function checkNotice(checks, page, name, text) {
  const notice = page.getByRole("alert").filter({ hasText: text.pl });
  await notice.waitFor();
  const shown = (await notice.textContent()) ?? "";
  checks.ok(`${name}: the notice speaks Polish and English`, shown.includes(text.pl) && shown.includes(text.en), shown);
  checks.none(`${name}: axe`, await axeViolations(page));
  await takePicture(page, name.replaceAll(" ", "-"));
}

async function aMissingFileIsExplained(checks, browser, address) {
  await withPage(browser, "about:blank", {}, async ({ context, page }) => {
    await context.route("**/*.wasm", (route) => route.abort());
    await page.goto(address);
    await checkNotice(checks, page, "missing program", notStarted);
  });
}

async function aChangedFileIsRefused(checks, browser, address) {
  await withPage(browser, "about:blank", {}, async ({ context, page }) => {
    await context.route("**/*.wasm", async (route) => {
      const answer = await route.fetch();
      const body = Buffer.from(await answer.body());
      body[body.length - 1] ^= 1;
      await route.fulfill({ response: answer, body });
    });
    await page.goto(address);
    await checkNotice(checks, page, "changed program", notStarted);
  });
}

async function aPanicIsExplained(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page }) => {
    await firstResult(page);
    await page.evaluate((bytes) => {
      setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))));
    }, trappingModule);
    await checkNotice(checks, page, "panic", stopped);
  });
}

/** Text cannot become a script: neither as markup nor as the address of a worker. */
async function textStaysText(checks, browser, address) {
  await withPage(browser, address, {}, async ({ page }) => {
    await firstResult(page);
    const refused = (attempt) => page.evaluate(attempt).then(() => false, (error) => /TypeError|Trusted/.test(String(error)));
    const markup = await refused(() => (document.createElement("div").innerHTML = "<img src=x onerror=alert(1)>"));
    checks.ok("markup with a script in it is refused", markup);
    checks.ok("a foreign worker is refused", await refused(() => void new Worker("./boot.js")));
    checks.ok("a second policy is refused", await refused(() => void trustedTypes.createPolicy("other", {})));
  });
}

/** In a frame without an origin: no storage, no worker, a stranger to its own files. */
async function worksInASandboxedFrame(checks, browser, address) {
  await withPage(browser, "about:blank", {}, async ({ context, page, problems }) => {
    const host = `<!doctype html><title>Host</title><iframe src="${address}" sandbox="allow-scripts" width="900" height="700"></iframe>`;
    await context.route(`${address}host.html`, (route) => route.fulfill({ contentType: "text/html", body: host }));
    await page.goto(`${address}host.html`);
    const saving = await firstResult(page.frameLocator("iframe"));
    checks.ok("in a sandboxed frame: a result is shown", Number.isFinite(saving));
    checks.none("in a sandboxed frame: no uncaught error", problems.filter((problem) => problem.startsWith("uncaught")));
  });
}

async function withoutJavaScript(checks, browser, address) {
  await withPage(browser, address, { javaScriptEnabled: false }, async ({ page }) => {
    const advice = page.getByText(/potrzebuje do tego JavaScript/);
    checks.ok("without JavaScript: the page says what it needs", await advice.isVisible());
  });
}

export default async function start(checks, browser) {
  await checks.part("start in a sub-folder", () => worksInASubfolder(checks, browser));
  await withServer(paths.site, async (address) => {
    await checks.part("headers", () => sendsTheHeaders(checks, address));
    for (const run of [aMissingFileIsExplained, aChangedFileIsRefused, aPanicIsExplained, textStaysText, worksInASandboxedFrame, withoutJavaScript]) {
      await checks.part(run.name, () => run(checks, browser, address));
    }
  });
}
