// The same figures everywhere: a scenario gives natively, on the page, in its worker and in the program that studies a
// home the same outcome. Between the programs of the site, whatever the compiler was asked for, to the last bit; against
// the native program, whose sines and powers are those of the machine, within 1e-9.
//
// What is tested are the shipped files, by their own messages; examples/bench.rs writes and reads those.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { sameScenarios } from "./contract.mjs";
import { paths, withPage, withServer } from "./harness.mjs";

/** Largest difference between the native program and a browser, as a share of the number. */
const tolerance = 1e-9;
/** Numbers below this (a grosz, a hundredth of a kWh) are what is left of larger ones: 0 natively, 4e-12 in the browser.
 * They are held to the tolerance of one of this size. */
const smallest = 1e-2;

/** The figures that the native program computes. */
function native(scenario) {
  const run = spawnSync(paths.bench, ["figures"], { input: scenario, encoding: "utf8", maxBuffer: 1e8 });
  if (run.error || run.status !== 0) throw new Error(`${paths.bench}: ${run.error ?? run.stderr}`);
  return run.stdout.trim();
}

/** Where two values differ by more than `share`, and how many numbers were compared. */
function differences(one, other, share) {
  const found = [];
  let numbers = 0;
  let largest = 0;
  const walk = (one, other, place) => {
    if (typeof one === "number" && typeof other === "number") {
      numbers += 1;
      const apart = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other), smallest);
      largest = Math.max(largest, apart);
      if (apart > share) found.push(`${place}: ${one} and ${other}`);
    } else if (one && other && typeof one === "object" && typeof other === "object") {
      const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
      for (const key of keys) walk(one[key], other[key], `${place}.${key}`);
    } else if (one !== other) found.push(`${place}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`);
  };
  walk(one, other, "");
  return { found: found.slice(0, 12), numbers, largest };
}

/** Loads the program of a bundle that `mark` names, in the page; as a value that later calls use. */
function loadEngine(page, mark) {
  return page.evaluateHandle(async (mark) => {
    const { dataset } = document.querySelector("script[data-wasm]");
    const name = (part) => (mark ? dataset[`${mark}${part}`] : dataset[part.toLowerCase()]);
    const engine = await import(new URL(name("Glue"), document.baseURI).href);
    await engine.default({ module_or_path: fetch(new URL(name("Wasm"), document.baseURI)) });
    return engine;
  }, mark);
}

/** Asks the page's own program, in a worker or on the page itself, and returns the bytes of its answers. */
function askPageProgram(page, where, questions) {
  return page.evaluate(
    async ([where, questions]) => {
      const { dataset } = document.querySelector("script[data-wasm]");
      const glue = new URL(dataset.glue, document.baseURI).href;
      const module = await WebAssembly.compileStreaming(fetch(dataset.wasm));
      let program;
      if (where === "worker") {
        program = new Worker(new URL("worker.js", glue), { type: "module" });
        program.postMessage([glue, module]);
      } else {
        // The program serves messages where it finds the scope of a worker; here the window stands in for one.
        globalThis.DedicatedWorkerGlobalScope = Window;
        globalThis.postMessage = (data) => program.onmessage({ data });
        program = { postMessage: (data) => globalThis.onmessage(new MessageEvent("message", { data })) };
        const { initSync } = await import(`${glue}?on-the-page`);
        initSync({ module });
      }
      const answers = [];
      for (const question of questions) {
        const answer = new Promise((resolve, reject) => {
          program.onmessage = ({ data }) => resolve([...data]);
          program.onerror = ({ message }) => reject(new Error(message));
        });
        program.postMessage(Uint8Array.from(question));
        answers.push(await answer);
      }
      return answers;
    },
    [where, questions],
  );
}

/** Asks the program that studies a home, and returns the bytes of its last answers. */
function askStudies(page, name, questions) {
  return page.evaluate(
    async ([name, questions]) => {
      const script = document.querySelector("script[data-wasm]");
      const mark = (part) => script.getAttribute(`data-${name}-${part}`);
      const address = (part) => new URL(mark(part), document.baseURI).href;
      const program = new Worker(new URL("worker.js", address("glue")), { type: "module" });
      program.postMessage([address("glue"), address("wasm"), mark("integrity")]);
      const answers = [];
      for (const [slot, question] of questions.entries()) {
        answers.push(
          await new Promise((resolve, reject) => {
            let last;
            program.onmessage = ({ data: [, , content] }) => {
              if (typeof content !== "number") last = [...content];
              // The last message of a question is an answer, and it alone is followed by silence.
              else last = undefined;
              if (last) setTimeout(() => last && resolve(last), 60);
            };
            program.onerror = ({ message }) => reject(new Error(message));
            program.postMessage([slot, 1, Uint8Array.from(question)]);
          }),
        );
      }
      program.terminate();
      return answers;
    },
    [name, questions],
  );
}

async function compare(checks, site, engines, name, scenario) {
  const text = JSON.stringify(scenario);
  const [plain, simd] = engines;
  const figures = (engine) => engine.evaluate((engine, text) => engine.figures(text), text);
  const ofPlain = await figures(plain);
  checks.ok(`${name}: with and without vector instructions to the last bit`, (await figures(simd)) === ofPlain);
  const expected = JSON.parse(ofPlain);
  checks.ok(`${name}: every figure is there`, Object.values(expected).flat().every(Boolean), ofPlain.slice(0, 300));

  const { found, numbers, largest } = differences(JSON.parse(native(text)), expected, tolerance);
  console.log(`${name}: ${numbers} numbers, native and Chromium at most ${largest.toExponential(1)} apart`);
  checks.none(`${name}: native and Chromium within ${tolerance}`, found);

  const questions = await plain.evaluate(
    (engine, text) => [false, true].map((best) => [...engine.ask_engine(text, best)]),
    text,
  );
  for (const where of ["page", "worker"]) {
    const answers = await askPageProgram(site, where, questions);
    const told = await plain.evaluate(
      (engine, answers) => answers.map((answer) => engine.told_by_engine(Uint8Array.from(answer))),
      answers,
    );
    const same = [expected.outcome, expected.best].map((value) => JSON.stringify(value));
    checks.ok(
      `${name}: the page's program, on the ${where}, to the last bit`,
      told.every((text, index) => JSON.stringify(JSON.parse(text)) === same[index]),
      differences(JSON.parse(told[0]), expected.outcome, 0).found,
    );
  }

  const asked = await plain.evaluate(
    (engine, text) => engine.ask_studies(text).map((question) => [...question]),
    text,
  );
  for (const program of ["studies", "studies-simd"]) {
    const answers = await askStudies(site, program, asked);
    const told = await plain.evaluate(
      (engine, answers) => answers.map((answer) => engine.told_by_studies(Uint8Array.from(answer))),
      answers,
    );
    const { found } = differences(told.map((text) => JSON.parse(text)), expected.studies, 0);
    checks.none(`${name}: ${program} in a worker, to the last bit`, found);
  }
}

export default async function same(checks, browser) {
  const scenarios = { ...sameScenarios };
  for (const name of ["zywiec"]) {
    scenarios[name] = JSON.parse(fs.readFileSync(path.join(paths.scenarios, `${name}.json`), "utf8"));
  }
  await withServer(paths.site, (siteAddress) =>
    withServer(paths.benchSite, (address) =>
      withPage(browser, siteAddress, {}, async (site) =>
        withPage(browser, address, {}, async (bench) => {
          const engines = [await loadEngine(bench.page, ""), await loadEngine(bench.page, "benchSimd")];
          for (const [name, scenario] of Object.entries(scenarios)) {
            await compare(checks, site.page, engines, name, scenario);
          }
          checks.none("same figures: the console stays empty", [...site.problems, ...bench.problems]);
        }),
      ),
    ),
  );
}
