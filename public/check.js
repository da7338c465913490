// The page "Sprawdź pakiet": reads the files of a town's pack, has them judged by the program `pack` in a worker, and shows
// every problem by file, row and column, in Polish with English below. Nothing leaves the browser.

const { glue, pack, wasm, wasmIntegrity } = document.querySelector("script[data-wasm]").dataset;
const address = (path) => new URL(path, document.baseURI).href;

// As in boot.js: the address of the one worker, and no markup from text at all.
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => (url === address("worker.js") ? url : null),
});

const { LARGEST_LOGO, accentIn, decode } = await import(address(pack));

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .check { max-width: 82rem; margin: 0 auto; padding: var(--space-4) var(--space-3) var(--space-5); }
  .check .drop { margin: var(--space-4) 0; }
  .check [lang="en"] { color: var(--muted); }
  .check td [lang="en"], .check li [lang="en"] { display: block; font-size: var(--text-small); }
  .check table { min-width: 44rem; }
  .check__swatches { display: flex; flex-wrap: wrap; gap: var(--space-3); list-style: none; padding: 0; }
  .check__swatch { border: 1px solid var(--line-strong); border-radius: var(--radius); padding: var(--space-3); min-width: 15rem; }
  .check__swatch span { display: block; }
  .check__button { margin-top: var(--space-2); padding: var(--space-1) var(--space-2); border-radius: var(--radius); width: fit-content; }
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const result = document.getElementById("result");

function element(name, properties = {}, ...children) {
  const { lang, scope, ...others } = properties;
  const node = Object.assign(document.createElement(name), others);
  if (lang) node.lang = lang;
  if (scope) node.scope = scope;
  node.append(...children);
  return node;
}

/** A text in Polish with its English below. */
const both = (name, pl, en) => element(name, {}, pl, " ", element("span", { lang: "en" }, en));

let worker;

/** What the program says of the files, `[name, text, name, text, …]`. */
function judge(files) {
  return new Promise((resolve, reject) => {
    if (!worker) {
      worker = new Worker(address("worker.js"), { type: "module" });
      worker.postMessage([address(glue), address(wasm), wasmIntegrity]);
    }
    worker.onmessage = ({ data }) => resolve(JSON.parse(data));
    worker.onerror = (event) => {
      worker = undefined;
      reject(new Error(event.message));
    };
    worker.postMessage(files);
  });
}

function table(lines) {
  const heads = [["Plik", "File"], ["Wiersz", "Row"], ["Kolumna", "Column"], ["Co jest nie tak", "What is wrong"], ["Co wpisać", "What to write"]];
  const head = element("tr", {}, ...heads.map(([pl, en]) => Object.assign(both("th", pl, en), { scope: "col" })));
  const rows = lines.map(({ file, row, column, pl, en }) =>
    element("tr", {},
      element("th", { scope: "row" }, file),
      element("td", {}, row > 0 ? String(row) : "–"),
      element("td", {}, column || "–"),
      both("td", pl.what, en.what),
      both("td", pl.mend, en.mend)));
  const whole = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
  const around = element("div", { className: "table table--words" }, whole);
  around.tabIndex = 0;
  around.setAttribute("role", "region");
  around.setAttribute("aria-label", "Lista uwag");
  return around;
}

const decimal = (value) => value.toFixed(1).replace(".", ",");

/** The accent as both themes show it, and whether it had to change. */
function accent(given) {
  const names = { light: ["jasny motyw", "light theme", "#ffffff", "#ffffff"], dark: ["ciemny motyw", "dark theme", "#12181e", "#0b1a2a"] };
  const swatches = Object.entries(names).map(([theme, [pl, en, paper, ink]]) => {
    const { colour, contrast, changed } = accentIn(theme, given);
    const said = both("span", `${pl}: ${colour}, kontrast ${decimal(contrast)}:1 (potrzeba 4,5:1)`, `${en}: contrast ${contrast.toFixed(1)}:1, needed 4.5:1`);
    const why = changed ? both("span", `zmieniony z ${given}, bo tekst byłby nieczytelny`, `changed, as text in ${given} could not be read`) : "";
    const sample = element("span", { className: "check__button" }, "Przycisk, button");
    const swatch = element("li", { className: "check__swatch" }, said, why, sample);
    swatch.style.setProperty("background", paper);
    [said, why].filter(Boolean).forEach((node) => {
      node.style.setProperty("color", colour);
      node.querySelector("[lang]").style.setProperty("color", colour);
    });
    sample.style.setProperty("background", colour);
    sample.style.setProperty("color", ink);
    return swatch;
  });
  return [both("h3", "Kolor", "Colour"), element("ul", { className: "check__swatches" }, ...swatches)];
}

function summary({ towns, first, groups, changes, accent: colour }) {
  const items = [both("li", `Pierwsza na liście: ${first}. Grupy taryfowe: ${groups.join(", ") || "brak pełnych stawek"}.`, `First town: ${first}. Tariff groups: ${groups.join(", ") || "no complete rates"}.`)];
  if (towns.length > 0) {
    const names = towns.map(([id, name]) => `${name} (${id})`).join(", ");
    items.push(both("li", `Miejscowości z pakietu: ${names}.`, `Towns of the pack: ${names}.`));
  }
  for (const [name, rows, replaced] of changes) {
    items.push(both("li", `${name}: wierszy ${rows}, zastępują wbudowanych ${replaced}.`, `${name}: ${rows} rows, in place of ${replaced} built-in ones.`));
  }
  return [both("h3", "Co zmienia", "What it changes"), element("ul", {}, ...items), ...(colour ? accent(colour) : [])];
}

function show(report) {
  const { good, lines } = report;
  const wrong = lines.filter(({ remark }) => !remark).length;
  const title = good
    ? both("h2", "Pakiet jest w porządku.", "The pack is good.")
    : both("h2", `Do poprawy: ${wrong}. Kalkulator pominie ten pakiet.`, `To be mended: ${wrong}. The calculator leaves this pack out.`);
  result.replaceChildren(title, ...(lines.length > 0 ? [table(lines)] : []), ...(good ? summary(report) : []));
  result.focus();
}

const failed = (error) =>
  result.replaceChildren(both("p", "Tych plików nie udało się przeczytać.", "These files could not be read."), element("p", { lang: "en" }, String(error)));

/** A file as the program takes it. A logo is no text: it goes by its name alone. */
async function taken(name, blob) {
  if (!/\.(json|csv)$/.test(name)) return [name, ""];
  return [name, decode(await blob.arrayBuffer())];
}

/** Judges files, given as `[name, blob]`; the size of a logo is judged here, as the program sees no pictures. */
async function check(files) {
  result.replaceChildren(both("p", "Sprawdzamy…", "Checking…"));
  try {
    const report = await judge((await Promise.all(files.map(([name, blob]) => taken(name, blob)))).flat());
    const large = files.filter(([name, { size }]) => /\.(svg|png|webp)$/.test(name) && size > LARGEST_LOGO);
    for (const [file] of large) {
      const limit = LARGEST_LOGO / 1000;
      report.good = false;
      report.lines.push({
        file, row: 0, column: "", remark: false,
        pl: { what: `Logo jest za duże, najwięcej ${limit} kB.`, mend: "Zmniejsz obraz." },
        en: { what: `The logo is too large, at most ${limit} kB.`, mend: "Make the picture smaller." },
      });
    }
    show(report);
  } catch (error) {
    failed(error);
  }
}

/** The pack that lies beside this page. */
async function checkBeside() {
  try {
    const read = async (name) => {
      const answer = await fetch(address(`pakiet/${name}`), { cache: "no-cache" });
      return answer.ok ? [[name, await answer.blob()]] : [];
    };
    const list = await read("pakiet.json");
    let named = [];
    try {
      const { tables = [], logo } = JSON.parse(await list[0][1].text());
      named = [...tables, logo].filter((name) => typeof name === "string" && /^[\w-]+\.\w+$/.test(name));
    } catch {
      // What is wrong with the list, the program says.
    }
    await check([...list, ...(await Promise.all([...new Set(named)].map(read))).flat()]);
  } catch (error) {
    failed(error);
  }
}

/** The files of what was dropped, folders opened. */
async function dropped(items) {
  const opened = async (entry) => {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const inside = await new Promise((resolve, reject) => entry.createReader().readEntries(resolve, reject));
    return (await Promise.all(inside.map(opened))).flat();
  };
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  return (await Promise.all(entries.map(opened))).flat();
}

const named = (files) => [...files].map((file) => [file.name, file]);
const drop = document.getElementById("drop");
const input = document.getElementById("files");
input.onchange = () => check(named(input.files));
document.getElementById("beside").onclick = checkBeside;
drop.ondragover = (event) => {
  event.preventDefault();
  drop.classList.add("drop--over");
};
drop.ondragleave = () => drop.classList.remove("drop--over");
drop.ondrop = async (event) => {
  event.preventDefault();
  drop.classList.remove("drop--over");
  dropped(event.dataTransfer.items).then((files) => check(named(files)), failed);
};
