// How fast the engine is in Chromium, beside the same work natively: node bench.mjs [PART OF A NAME…], after ./bench.
//
// In each round every place does every piece of work once more, so that what else the machine does falls on all alike.
// Shortest times are compared: they hold the least of it.

import { spawnSync } from "node:child_process";
import { launchBrowser, paths, withPage, withServer } from "./harness.mjs";

const rounds = Number(process.env.ROUNDS ?? 5);
/** For how long a piece of work is repeated in a round, in ms, and how often at least. */
const budgetMs = 150;
const leastRepeats = 2;
/** What the table marks. */
const target = 2;

/** Where the worker finds its script, which the bundle does not hold. */
const workerScript = "measure.js";

const places = ["native", "page", "worker", "page, simd", "worker, simd"];

/** Runs in the page and in a worker alike: milliseconds of each repetition, the checksum last. */
async function measure(glue, wasm, name, repeats) {
  const engine = await import(glue);
  await engine.default({ module_or_path: wasm });
  const times = [];
  let sum = engine.run(name);
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    // Clocks of browsers are coarse: short work is done several times within one reading.
    const inner = repeats >= 20 ? 10 : 1;
    const started = performance.now();
    for (let again = 0; again < inner; again += 1) sum = engine.run(name);
    times.push((performance.now() - started) / inner);
  }
  return [...times, sum];
}

function natively(name, repeats) {
  const run = spawnSync(paths.bench, [name, String(repeats)], { encoding: "utf8" });
  if (run.error || run.status !== 0) throw new Error(`${paths.bench}: ${run.error ?? run.stderr}`);
  return JSON.parse(run.stdout);
}

function inPage(page, program, name, repeats) {
  return page.evaluate(
    async ([source, { glue, wasm }, name, repeats]) => {
      globalThis.measure ??= new Function(`return (${source})`)();
      return globalThis.measure(glue, wasm, name, repeats);
    },
    [measure.toString(), program, name, repeats],
  );
}

function inWorker(page, program, name, repeats) {
  return page.evaluate(
    async ([address, { glue, wasm }, name, repeats]) => {
      globalThis.workers ??= {};
      const worker = (globalThis.workers[glue] ??= new Worker(address, { type: "module" }));
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage([glue, wasm, name, repeats]);
      });
    },
    [workerScript, program, name, repeats],
  );
}

/** The addresses of the two programs that the bundle holds. */
function programs(page) {
  return page.evaluate(() => {
    const { dataset } = document.querySelector("script[data-wasm]");
    const address = (file) => new URL(file, document.baseURI).href;
    return {
      plain: { glue: address(dataset.glue), wasm: address(dataset.wasm) },
      simd: { glue: address(dataset.benchSimdGlue), wasm: address(dataset.benchSimdWasm) },
    };
  });
}

async function run(page, chosen) {
  const { plain, simd } = await programs(page);
  const all = await page.evaluate(async (glue) => (await import(glue)).names(), plain.glue);
  const names = all.filter((name, index) => index === 0 || chosen.every((part) => name.includes(part)));
  const shortest = Object.fromEntries(names.map((name) => [name, places.map(() => Infinity)]));
  const sums = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const once = Math.min(...shortest[name]);
      const fit = Number.isFinite(once) ? Math.ceil(budgetMs / once) : leastRepeats;
      const repeats = Math.max(leastRepeats, Math.min(fit, 200));
      const measured = [
        natively(name, repeats),
        await inPage(page, plain, name, repeats),
        await inWorker(page, plain, name, repeats),
        await inPage(page, simd, name, repeats),
        await inWorker(page, simd, name, repeats),
      ];
      sums[name] = new Set(measured.slice(1).map((times) => times.pop()));
      measured.forEach((times, place) => {
        shortest[name][place] = Math.min(shortest[name][place], ...times);
      });
    }
  }
  print(names, shortest);
  for (const name of names) {
    if (sums[name].size !== 1) console.log(`${name}: not the same everywhere: ${[...sums[name]].join(", ")}`);
  }
}

function print(names, shortest) {
  const digits = (ms) => ms.toPrecision(3);
  const [bareNative] = shortest[names[0]];
  console.log(`| what | ${places.map((place) => `${place}, ms`).join(" | ")} | worker to native | simd to native | bare loops, native | bare loops, worker |`);
  console.log(`|---|${places.map(() => "---|").join("")}---|---|---|---|`);
  for (const name of names) {
    const times = shortest[name];
    const [native, , worker, , simd] = times;
    const ratio = (time) => `${(time / native).toFixed(2)}${time / native > target ? " (!)" : ""}`;
    const bare = (time, of) => (time / of).toPrecision(3);
    console.log(
      `| ${name} | ${times.map(digits).join(" | ")} | ${ratio(worker)} | ${ratio(simd)} | ` +
        `${bare(native, bareNative)} | ${bare(worker, shortest[names[0]][2])} |`,
    );
  }
}

const browser = await launchBrowser();
try {
  await withServer(paths.benchSite, (address) =>
    // Functions made of text are not what the site's policy allows; the site has none.
    withPage(browser, address, { bypassCSP: true }, async ({ context, page }) => {
      await context.route(`**/${workerScript}`, (route) =>
        route.fulfill({
          contentType: "text/javascript",
          body: `onmessage = async ({ data }) => postMessage(await (${measure})(...data));`,
        }),
      );
      await run(page, process.argv.slice(2));
    }),
  );
} finally {
  await browser.close();
}
