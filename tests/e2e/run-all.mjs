// Runs every browser test, or those named: node run-all.mjs journey gallery
// The last line counts the checks; with SUMMARY=FILE it goes to that file instead, for a caller that prints more.

import fs from "node:fs";
import { Checks, launchBrowser, outputFolder } from "./harness.mjs";

const all = [
  "gallery", "start", "storage", "offline", "pack", "servers", "journey", "firm", "firm_files", "studies", "files", "same", "smooth",
  "sizes", "embed", "requests", "firefox",
];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = chosen.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(", ")}; there are ${all.join(", ")}`);
  process.exit(2);
}

fs.rmSync(outputFolder, { recursive: true, force: true });
fs.mkdirSync(outputFolder, { recursive: true });
const checks = new Checks();
const browser = await launchBrowser();
try {
  for (const name of chosen) {
    console.log(`\n# ${name}`);
    const started = Date.now();
    await checks.part(name, async () => {
      const { default: run } = await import(`./${name}.mjs`);
      await run(checks, browser);
    });
    console.log(`# ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
} finally {
  await browser.close();
}
if (process.env.SUMMARY) fs.writeFileSync(process.env.SUMMARY, `${checks.summary}\n`);
else console.log(`\n${checks.summary}`);
process.exit(checks.failed > 0 ? 1 : 0);
