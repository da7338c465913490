// The first load stays small: what the page asks for before anybody clicks, in bytes as sent to a current browser.

import fs from "node:fs";
import path from "node:path";
import { paths, withPage, withServer } from "./harness.mjs";
import { firstResult } from "./contract.mjs";

/** HTML, CSS, JavaScript, WebAssembly and data together, Brotli. */
const budgetBytes = 400_000;

/** The size of a file as the server sends it: the Brotli copy where there is one. */
function sentBytes(file) {
  const compressed = `${file}.br`;
  return fs.statSync(fs.existsSync(compressed) ? compressed : file).size;
}

export default async function sizes(checks, browser) {
  await withServer(paths.site, (address) =>
    withPage(browser, address, {}, async ({ page, requests }) => {
      await firstResult(page);
      await page.waitForLoadState("networkidle");
      const asked = [...new Set(requests)].filter((url) => url.startsWith(address));
      const files = asked.map((url) => new URL(url).pathname.slice(1) || "index.html");
      const sizes = files.map((file) => [file, sentBytes(path.join(paths.site, file))]);
      const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
      for (const [file, bytes] of sizes) console.log(`${String(bytes).padStart(10)}  ${file}`);
      console.log(`${String(total).padStart(10)}  first load in all`);
      checks.ok("first load asks for the program", files.some((file) => file.endsWith(".wasm")), files);
      checks.ok(`first load: ${total} bytes of at most ${budgetBytes}`, total <= budgetBytes);
      // The worker imports the glue once more, from the browser's cache; the program itself is handed over compiled.
      const repeated = requests.filter((url, index) => requests.indexOf(url) !== index && !url.endsWith(".js"));
      checks.none("first load asks for no page, style or program twice", repeated);
    }),
  );
}
