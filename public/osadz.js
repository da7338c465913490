// The page that writes the lines by which the calculator is embedded. The preview is the very element that they make.

const { frame, integrity, pinned, version } = document.querySelector("script[data-pinned]").dataset;
const { contrast, colourOf } = await import(new URL(frame, document.baseURI));

/** Parts that can be hidden, in the order of the page: name, doors, words. The first `LOCKABLE` of a door are its form. */
const PARTS = [
  ["town", "dom firma", "miejscowość", "town", true],
  ["tax", "firma", "podatek dochodowy", "income tax", true],
  ["use", "dom", "zużycie prądu", "electricity use", true],
  ["home", "dom", "domownicy, urządzenia, ogrzewanie", "people, devices, heating", true],
  ["contract", "dom", "umowa z siecią", "contract with the grid", true],
  ["roof", "dom", "dach", "roof", true],
  ["meters", "firma", "liczniki", "meters", true],
  ["size", "dom firma", "wielkość instalacji", "size of the plant", true],
  ["wishes", "firma", "życzenia", "wishes", true],
  ["money", "dom firma", "pieniądze", "money", true],
  ["form", "dom firma", "cały formularz", "the whole form"],
  ["title", "dom firma", "tytuł i wstęp", "title and introduction"],
  ["tools", "dom firma", "przyciski pod formularzem", "buttons under the form"],
  ["charts", "dom", "wykresy roku i dnia", "charts of year and day"],
  ["search", "dom", "szukanie najlepszego wyboru", "search for the best choice"],
  ["ranges", "dom", "zakresy", "ranges"],
  ["bill", "dom firma", "rachunek", "bill"],
  ["account", "dom", "depozyt prosumencki", "prosumer deposit"],
  ["switch", "dom", "zmiana rozliczania", "change of settlement"],
  ["tariffs", "dom", "grupy taryfowe", "tariff groups"],
  ["phases", "dom", "fazy", "phases"],
  ["control", "dom", "sterowanie magazynem", "control of the battery"],
  ["heat", "dom", "ogrzewanie w wyniku", "heating in the result"],
  ["losses", "dom", "straty instalacji", "losses of the plant"],
  ["load", "firma", "profil zużycia", "shape of the use"],
  ["energy", "firma", "energia", "energy"],
  ["capacity", "firma", "opłata mocowa", "capacity charge"],
  ["power", "firma", "moc umowna", "contracted power"],
  ["export", "firma", "energia oddana", "exported energy"],
  ["cash", "dom firma", "przepływy pieniędzy", "cash flow"],
  ["sensitivity", "firma", "wrażliwość", "sensitivity"],
].map(([name, doors, pl, en, lockable = false]) => ({ name, doors: doors.split(" "), pl, en, lockable }));

const SANDBOX =
  "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";

/** The grounds that words of the accent stand on, by theme: style/tokens.css. */
const GROUNDS = { light: ["#ffffff", "#f3f5f7"], dark: ["#12181e", "#1c252e"] };
const LEAST_CONTRAST = 4.5;
/** The height that embed.js begins with, pixels. */
const USUAL_HEIGHT = "800";

const WORDS = {
  pl: {
    all: "wszystko: gotowy scenariusz",
    open: "Otwórz kalkulator energii",
    title: "Kalkulator energii Autonomia",
    copied: "Skopiowano.",
    select: "Przeglądarka nie pozwala kopiować. Linijki są zaznaczone: naciśnij Ctrl+C.",
    noColour: "To nie jest kolor. Zapis: # i trzy albo sześć znaków 0–9, a–f.",
    unread: { light: "W jasnym wyglądzie zostanie kolor kalkulatora: ten ma za mały kontrast.", dark: "W ciemnym wyglądzie zostanie kolor kalkulatora: ten ma za mały kontrast." },
    noLink: "To nie jest link z kalkulatora.",
    otherDoor: "Ten link jest z drugiej strony kalkulatora (dom albo firma).",
  },
  en: {
    all: "everything: a finished scenario",
    open: "Open the energy calculator",
    title: "Energy calculator Autonomia",
    copied: "Copied.",
    select: "The browser does not allow copying. The lines are selected: press Ctrl+C.",
    noColour: "This is no colour. Write # and three or six of 0–9, a–f.",
    unread: { light: "In the light appearance the calculator's own colour stays: this one has too little contrast.", dark: "In the dark appearance the calculator's own colour stays: this one has too little contrast." },
    noLink: "This is no link from the calculator.",
    otherDoor: "This link is of the calculator's other page (home or firm).",
  },
};

const byId = (id) => document.getElementById(id);
const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;
const words = () => WORDS[document.documentElement.lang] ?? WORDS.pl;
const folder = new URL("./", document.baseURI).href;
/** Where a copy of this very version may lie for good: beside the folder, with the version in its name. */
const keptFolder = folder.replace(/\/$/, `-${version.slice(0, 8)}/`);
const preview = document.createElement("autonomia-kalkulator");

function makeElement(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A box to tick for each part that the door has. */
function makeBoxes() {
  const box = (list, name, pl, en) => {
    const id = `${list}.${name}`;
    const spans = [["pl", pl], ["en", en]].map(([lang, textContent]) => makeElement("span", { className: "said", lang, textContent }));
    const input = makeElement("input", { className: "radios__input", type: "checkbox", id, value: name });
    return makeElement("span", { className: "radios__item" }, input, makeElement("label", { className: "radios__label", htmlFor: id }, ...spans));
  };
  const parts = PARTS.filter(({ doors }) => doors.includes(chosen("door")));
  const lockable = parts.filter(({ lockable }) => lockable).map(({ name, pl, en }) => box("lock", name, pl, en));
  byId("lock").replaceChildren(box("lock", "all", WORDS.pl.all, WORDS.en.all), ...lockable);
  byId("hide").replaceChildren(...parts.map(({ name, pl, en }) => box("hide", name, pl, en)));
}

const ticked = (list) => [...byId(list).querySelectorAll("input:checked")].map(({ value }) => value).join(" ");

/** The scenario of a link, and what is wrong with it. */
function readScenario() {
  const text = byId("scenario").value.trim();
  const scenario = text.split("#").pop();
  if (!text) return { scenario: "", wrong: "" };
  if (!/^[\w-]{4,20000}$/.test(scenario)) return { scenario: "", wrong: words().noLink };
  // A link of a firm begins with its mark and version (firm/link.rs); base64 of a home's version never does.
  const isFirm = /^f\d/.test(scenario);
  return isFirm === (chosen("door") === "firma") ? { scenario, wrong: "" } : { scenario: "", wrong: words().otherDoor };
}

/** The accent, and what becomes of it. */
function readAccent() {
  const text = byId("accent").value.trim();
  const accent = colourOf(text);
  if (!text || !accent) return { accent: "", wrong: text ? words().noColour : "" };
  const shown = { auto: ["light", "dark"], light: ["light"], dark: ["dark"] }[chosen("theme")];
  const unread = shown.filter((theme) => GROUNDS[theme].some((ground) => contrast(accent, ground) < LEAST_CONTRAST));
  return { accent, wrong: unread.map((theme) => words().unread[theme]).join(" ") };
}

/** What is asked of the calculator: attributes of the element, without those that say nothing. */
function attributes() {
  const { scenario, wrong } = readScenario();
  const { accent, wrong: wrongAccent } = readAccent();
  byId("scenario.said").textContent = wrong;
  byId("accent.said").textContent = wrongAccent;
  const typed = byId("height").value.trim();
  const height = /^\d{3,5}$/.test(typed) && typed !== USUAL_HEIGHT ? typed : "";
  const all = {
    town: byId("town").value,
    door: chosen("door") === "firma" ? "firma" : "",
    lang: chosen("lang"),
    theme: chosen("theme") === "auto" ? "" : chosen("theme"),
    accent,
    hide: ticked("hide"),
    lock: byId("lock.all").checked ? "all" : ticked("lock"),
    scenario,
    height,
  };
  const flags = ["compact", "results"].filter((name) => byId(name).checked).map((name) => [name, ""]);
  return [...Object.entries(all).filter(([, value]) => value), ...flags];
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const inMarkup = (entries) =>
  entries.map(([name, value]) => (value === "" ? name : `${name}="${escape(value)}"`)).join(" ");

/** The address of a plain frame. */
function plainAddress(entries, from) {
  const said = Object.fromEntries(entries);
  const url = new URL(said.door === "firma" ? "firma.html" : "./", from);
  const query = new URLSearchParams({ v: 1 });
  for (const name of ["town", "lang", "theme", "accent", "hide", "lock"]) if (said[name]) query.set(name, said[name]);
  if ("compact" in said) query.set("compact", 1);
  return Object.assign(url, { search: query, hash: said.scenario ?? "" }).href;
}

function writeLines(entries) {
  let from = folder;
  try {
    from = new URL(byId("folder").value.replace(/\/?$/, "/"), folder).href;
  } catch {
    // What is no address yet is written as this page's own.
  }
  const script = chosen("version") === "pinned" ? [["src", from + pinned], ["integrity", integrity], ["crossorigin", "anonymous"]] : [["src", `${from}embed.js`]];
  const address = plainAddress(entries, from);
  const { open, title } = WORDS[chosen("lang")];
  byId("script").value = [
    `<script ${inMarkup([...script, ["async", ""]])}></script>`,
    `<autonomia-kalkulator ${inMarkup(entries)}>`,
    `  <a href="${escape(address)}">${open}</a>`,
    "</autonomia-kalkulator>",
  ].join("\n");
  const plain = [["src", address], ["title", title], ["width", "100%"], ["height", Object.fromEntries(entries).height ?? USUAL_HEIGHT], ["loading", "lazy"], ["sandbox", SANDBOX]];
  byId("plain").value = `<iframe ${inMarkup(plain)}></iframe>`;
}

function follow() {
  const entries = attributes();
  for (const { name } of [...preview.attributes]) {
    if (name !== "style" && !entries.some(([wanted]) => wanted === name)) preview.removeAttribute(name);
  }
  for (const [name, value] of entries) if (preview.getAttribute(name) !== value) preview.setAttribute(name, value);
  writeLines(entries);
  if (!preview.isConnected) byId("preview").append(preview);
}

function speak(lang) {
  document.documentElement.lang = lang;
  for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  byId("copied").textContent = "";
  follow();
}

async function copy(id) {
  byId(id).select();
  const done = await navigator.clipboard?.writeText(byId(id).value).then(() => true, () => false);
  byId("copied").textContent = done ? words().copied : words().select;
}

/** Puts the towns of the pack beside the site (pack.js) before the others; key and name are the first two columns. */
async function addTownsOfPack() {
  const of = async (name) => {
    const answer = await fetch(new URL(`pakiet/${name}`, folder), { cache: "no-cache" });
    return answer.ok ? answer.text() : "";
  };
  const { tables = [] } = JSON.parse(await of("pakiet.json"));
  if (!tables.includes("towns.csv")) return;
  const [, ...rows] = (await of("towns.csv")).split(/\r?\n/);
  const list = byId("town");
  const options = rows.map((row) => row.split(/[,;]/)).filter(([id, name]) => /^[a-z0-9-]{1,64}$/.test(id) && name);
  for (const [id] of options) [...list.options].find(({ value }) => value === id)?.remove();
  list.prepend(...options.map(([id, name]) => new Option(name, id)));
  list.selectedIndex = 0;
}

byId("form").addEventListener("submit", (event) => event.preventDefault());
byId("form").addEventListener("change", ({ target }) => {
  if (target.name === "door") makeBoxes();
  if (target.name === "version") byId("folder").value = target.value === "pinned" ? keptFolder : folder;
  follow();
});
for (const button of document.querySelectorAll("[data-lang]")) button.addEventListener("click", () => speak(button.dataset.lang));
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button.dataset.copy));

byId("folder").value = folder;
makeBoxes();
let known;
try {
  known = localStorage.getItem("autonomia.lang");
} catch {
  // Where storage is refused the page speaks Polish at first.
}
// Before the preview begins. Where there is no pack, or none that can be read, the built-in towns are there.
await addTownsOfPack().catch(() => {});
speak(known === "en" ? "en" : "pl");
