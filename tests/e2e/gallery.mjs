// Every component's examples, in both colour schemes and at both widths: shown, painted, accessible, without noise.

import fs from "node:fs";
import path from "node:path";
import {
  axeViolations,
  colorSchemes,
  horizontalOverflow,
  paths,
  root,
  takePicture,
  viewports,
  withPage,
  withServer,
} from "./harness.mjs";

/** Folders of src/ui that hold whole pages, not components. */
const notComponents = new Set(["page", "firm"]);

/** Rules about a document's structure: examples are fragments, gathered in no meaningful order. */
const documentRules = [
  "heading-order",
  "landmark-no-duplicate-banner",
  "landmark-no-duplicate-contentinfo",
  "landmark-no-duplicate-main",
  "landmark-unique",
  "region",
];

function components() {
  return fs
    .readdirSync(path.join(root, "src/ui"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notComponents.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Name, size and blank canvases of every example on the page. */
function readExamples(page) {
  return page.locator("[data-example]").evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height, right } = element.getBoundingClientRect();
      const isBlank = (canvas) => {
        if (canvas.width === 0 || canvas.height === 0) return true;
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const pixels = new Uint32Array(data.buffer);
        return pixels.every((pixel) => pixel === pixels[0]);
      };
      const blankCanvases = [...element.querySelectorAll("canvas")].filter(isBlank).length;
      return { name: element.dataset.example, width, height, right, blankCanvases };
    }),
  );
}

async function checkOneView(checks, browser, address, viewportName, colorScheme) {
  const viewport = viewports[viewportName];
  const view = `gallery, ${viewport.width} px, ${colorScheme}`;
  await withPage(browser, address, { viewport, colorScheme }, async ({ page, problems }) => {
    await page.locator("[data-example]").first().waitFor();
    // Charts take turns, one in a frame, or in every other one where frames are slow.
    await page.evaluate(async () => {
      const turns = 2 * document.querySelectorAll("canvas").length + 4;
      for (let frame = 0; frame < turns; frame += 1) await new Promise(requestAnimationFrame);
    });
    const examples = await readExamples(page);
    checks.none(
      `${view}: every component has an example`,
      components().filter((component) => !examples.some(({ name }) => name.startsWith(`${component}/`))),
    );
    const names = examples.map(({ name }) => name);
    checks.none(
      `${view}: examples are named component/name, each once`,
      names.filter((name, index) => !/^[\w-]+\/[\w-]+$/.test(name) || names.indexOf(name) !== index),
    );
    const violations = await axeViolations(page, { include: "[data-example]", disabledRules: documentRules });
    for (const { name, width, height, right, blankCanvases } of examples) {
      const faults = violations.filter((violation) => violation.startsWith(`${name}: `));
      if (width === 0 || height === 0) faults.push("takes no room on the page");
      if (right > viewport.width + 1) faults.push(`reaches ${Math.round(right - viewport.width)} px beyond the window`);
      if (blankCanvases > 0) faults.push(`${blankCanvases} canvas without a drawing`);
      checks.none(`${view}: ${name}`, faults);
    }
    checks.equal(`${view}: no sideways scrolling`, await horizontalOverflow(page), 0);
    await takePicture(page, `gallery-${viewportName}-${colorScheme}`);
    checks.none(`${view}: console empty, own origin only`, problems);
  });
}

export default async function gallery(checks, browser) {
  await withServer(paths.gallery, async (address) => {
    for (const viewportName of Object.keys(viewports)) {
      for (const colorScheme of colorSchemes) {
        await checkOneView(checks, browser, address, viewportName, colorScheme);
      }
    }
  });
}
