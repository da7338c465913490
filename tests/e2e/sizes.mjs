// The first load stays small: what the page asks for before anybody clicks, in bytes as sent to a current browser.

import fs from "node:fs";
import path from "node:path";
import { paths, withPage, withServer } from "./harness.mjs";
import { firmStands, firstResult } from "./contract.mjs";

/** The size of a file as the server sends it: the Brotli copy where there is one. */
function sentBytes(file) {
  const compressed = `${file}.br`;
  return fs.statSync(fs.existsSync(compressed) ? compressed : file).size;
}

/**
 * The pages, how to know that the first result stands, and the budget of each: HTML, CSS, JavaScript, WebAssembly and data
 * together, Brotli.
 */
const pages = [
  { name: "home", file: "", stands: firstResult, budgetBytes: 400_000 },
  { name: "firm", file: "firma.html", stands: firmStands, budgetBytes: 440_000 },
];

export default async function sizes(checks, browser) {
  for (const { name, file, stands, budgetBytes } of pages) {
    await withServer(paths.site, (address) =>
      withPage(browser, address + file, {}, async ({ page, requests }) => {
        await stands(page);
        await page.waitForLoadState("networkidle");
        const all = [...new Set(requests)].filter((url) => url.startsWith(address));
        // A second after the start programs for later follow (studies.mjs); on busy cores the network is still not idle then.
        const later = all.findIndex((url) => /\/studies[^/]*$/.test(url));
        const asked = later < 0 ? all : all.slice(0, later);
        const files = asked.map((url) => new URL(url).pathname.slice(1) || "index.html");
        const sizes = files.map((file) => [file, sentBytes(path.join(paths.site, file))]);
        const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
        for (const [file, bytes] of sizes) console.log(`${String(bytes).padStart(10)}  ${file}`);
        console.log(`${String(total).padStart(10)}  first load in all`);
        checks.ok(`${name}: first load asks for the program`, files.some((file) => file.endsWith(".wasm")), files);
        checks.ok(`${name}: first load: ${total} bytes of at most ${budgetBytes}`, total <= budgetBytes);
        // The worker imports the glue once more, from the browser's cache; the program itself is handed over compiled.
        const repeated = requests.filter((url, index) => requests.indexOf(url) !== index && !url.endsWith(".js"));
        checks.none(`${name}: first load asks for no page, style or program twice`, repeated);
      }),
    );
  }
}
