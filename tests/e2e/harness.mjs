// What every browser test shares: the server, the browser, a watched page, axe, pictures and the count of checks.
//
// Environment: CHROMIUM (the browser), XTASK (the project's static server), GALLERY (the built gallery), HEADLESS (the
// engine without a page). ./test sets all four; each has a default for runs by hand after ./test.

import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const outputFolder = path.join(root, "tests/e2e/out");

const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const fromRoot = (file) => path.resolve(root, file);
export const paths = {
  site: path.join(root, "dist"),
  gallery: fromRoot(process.env.GALLERY ?? path.join(target, "gallery")),
  xtask: fromRoot(process.env.XTASK ?? path.join(target, "xtask/debug/xtask")),
  headless: fromRoot(process.env.HEADLESS ?? path.join(target, "release/examples/headless")),
  bench: fromRoot(process.env.BENCH ?? path.join(target, "release/examples/bench")),
  benchSite: path.join(target, "bench"),
  scenarios: path.join(root, "tests/scenarios"),
};

/** The sizes at which everything is looked at. */
export const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
export const colorSchemes = ["light", "dark"];

/** No look-ups, updates or other conversations of the browser's own; they would only add noise and waiting. */
const browserArguments = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

export function launchBrowser() {
  // Chromium's sandbox does not start for root, which is what build servers run as.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: isRoot ? [...browserArguments, "--no-sandbox"] : browserArguments,
  });
}

/** Starts the static server that ./run uses, on a free port or the one asked for; pages of `embedders` may frame its own. */
export async function startServer(folder, base = "/", port = 0, embedders = []) {
  const allowed = embedders.flatMap((origin) => ["--embed-in", origin]);
  const server = spawn(paths.xtask, ["serve", "--dir", folder, "--port", String(port), "--base", base, ...allowed], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise((resolve, reject) => {
    let printed = "";
    server.stdout.on("data", (data) => {
      printed += data;
      if (printed.includes("\n")) resolve(printed.trim());
    });
    server.once("error", (error) => reject(new Error(`cannot start ${paths.xtask}: ${error.message}`)));
    server.once("exit", (code) => reject(new Error(`the server ended with status ${code}`)));
  });
  return { address, stop: () => server.kill() };
}

/** Runs `use(address)` while a server runs. */
export async function withServer(folder, use, base = "/") {
  const server = await startServer(folder, base);
  try {
    return await use(server.address);
  } finally {
    server.stop();
  }
}

/**
 * Runs `use({page, problems, requests})` with a page in a profile of its own.
 *
 * `problems` gathers whatever a visitor's developer console would show (messages of any kind, errors, violations of the
 * content security policy), failed requests and requests to another origin. `requests` lists every address asked for.
 */
export async function withPage(browser, address, settings, use) {
  const context = await browser.newContext({
    viewport: viewports.desktop,
    colorScheme: "light",
    locale: "pl-PL",
    timezoneId: "Europe/Warsaw",
    reducedMotion: "reduce",
    // What is kept for use without a network is fetched beside the page; only offline.mjs wants that.
    serviceWorkers: "block",
    ...settings,
  });
  context.setDefaultTimeout(8_000);
  const watched = { context, page: await context.newPage(), problems: [], requests: [] };
  watch(watched, new URL(address).origin);
  try {
    await watched.page.goto(address);
    return await use(watched);
  } catch (error) {
    // What the page complained of is often why the test could not go on.
    error.stack = [error.stack, ...watched.problems].join("\n");
    throw error;
  } finally {
    await context.close();
  }
}

/** What Playwright itself says on a page that may have no service worker. */
const saidByPlaywright = "Service Worker registration blocked by Playwright";

function watch({ context, page, problems, requests }, origin) {
  page.on("console", (message) => {
    if (message.text() !== saidByPlaywright) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error}`));
  context.on("request", (request) => {
    const url = request.url();
    requests.push(url);
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) problems.push(`foreign request: ${url}`);
  });
  context.on("requestfailed", (request) => {
    // A page that is left gives up what it was still fetching; nothing that a server or a policy does is called so.
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    problems.push(`failed request: ${request.url()} (${request.failure()?.errorText})`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
}

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs every axe rule on the page, or on the elements that `include` selects; one line per element at fault, preceded
 * by the example that it stands in.
 */
export async function axeViolations(page, { include, disabledRules = [] } = {}) {
  // Unlike a script element, an evaluated script is not subject to the page's content security policy.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(
    async ([include, disabledRules]) => {
      const rules = Object.fromEntries(disabledRules.map((rule) => [rule, { enabled: false }]));
      const { violations } = await globalThis.axe.run(include ? { include: [[include]] } : document, {
        resultTypes: ["violations"],
        rules,
        elementRef: true,
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ element, html }) => {
          const example = element?.closest("[data-example]")?.dataset.example ?? "page";
          return `${example}: ${id} (${help}) at ${html.slice(0, 160)}`;
        }),
      );
    },
    [include, disabledRules],
  );
}

/** How far the page reaches beyond the right edge of the window, in CSS pixels. */
export function horizontalOverflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Keeps a picture of the whole page, or of the window alone, in tests/e2e/out/. */
export async function takePicture(page, name, { fullPage = true } = {}) {
  fs.mkdirSync(outputFolder, { recursive: true });
  await page.screenshot({ path: path.join(outputFolder, `${name}.png`), fullPage });
}

/** Repeats `attempt` until it returns something truthy; returns the last value when the time is over. */
export async function eventually(attempt, milliseconds = 5_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await attempt();
    if (value || Date.now() >= end) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Counts checks and prints each one. */
export class Checks {
  passed = 0;
  failed = 0;

  /** `detail` (a text or a list) is printed when the check fails. */
  ok(name, condition, detail = "") {
    if (condition) {
      this.passed += 1;
      console.log(`ok      ${name}`);
    } else {
      this.failed += 1;
      const lines = Array.isArray(detail) ? detail : [String(detail)];
      console.log([`FAILED  ${name}`, ...lines.filter(Boolean).map((line) => `        ${line}`)].join("\n"));
    }
    return Boolean(condition);
  }

  equal(name, actual, expected) {
    return this.ok(name, actual === expected, `got ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
  }

  /** Passes if the list is empty, and prints it if not. */
  none(name, findings) {
    return this.ok(name, findings.length === 0, findings);
  }

  /** Runs one part; an error in it counts as one failed check and does not keep the other parts from running. */
  async part(name, run) {
    try {
      await run();
    } catch (error) {
      const lines = stripVTControlCharacters(error.stack).split("\n");
      // Of the call stack only our own frames tell something.
      const telling = lines.filter((line) => !/^\s+at /.test(line) || /tests\/e2e\/(?!harness|run-all)/.test(line));
      this.ok(`${name} ran to its end`, false, telling);
    }
  }

  get summary() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}
