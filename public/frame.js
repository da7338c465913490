// What a page does that somebody shows inside another page, or opens with a question: boot.js loads this where the address
// has one of the names below after "?". What each means, and why: docs/embedding.md.
//
// Nothing of a query is trusted. What does not have the form it must have counts as not said.

/** Longest query that is looked at. */
const LONGEST_QUERY = 4_000;
/** Most names in a list. */
const MOST_NAMES = 40;
/** Least contrast of text with its ground: WCAG 2.1, 1.4.3 (AA). */
const LEAST_CONTRAST = 4.5;
/** The colours of words upon the accent: the page's own in light and in dark. */
const INKS = ["#ffffff", "#0b1a2a"];

/** Figures of the answer in the order in which the page writes them (src/view/plain.rs). */
const FIGURES = [
  "pv_kwp",
  "battery_kwh",
  "saving_pln_per_year",
  "investment_pln",
  "payback_years",
  "generation_kwh_per_year",
  "consumption_kwh_per_year",
  "autonomy",
  "co2_avoided_kg_per_year",
];

/** The style sheet of embedded pages, with its digest; the bundler writes both. */
const sheet = "bundle:frame-style";

/** An origin as browsers write it; nothing for what is none, or is one without a name. */
export function originOf(text) {
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.origin === text ? text : undefined;
}

/** `#rgb` or `#rrggbb` as `#rrggbb` in small letters; nothing for anything else. */
export function colourOf(text) {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text ?? "") ?? [];
  return digits && `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}`.toLowerCase();
}

/** Relative luminance of `#rrggbb`: WCAG 2.1. */
function luminance(colour) {
  const parts = [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21: WCAG 2.1. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour of words upon an accent that can be read on every ground; nothing for an accent that cannot. */
export function inkOn(accent, grounds) {
  if (!grounds.every((ground) => contrast(accent, ground) >= LEAST_CONTRAST)) return undefined;
  return INKS.find((ink) => contrast(accent, ink) >= LEAST_CONTRAST);
}

/** What the query of an address asks for. */
export function wishes(search) {
  const query = new URLSearchParams(search.length <= LONGEST_QUERY ? search : "");
  const one = (name, form) => (form.test(query.get(name) ?? "") ? query.get(name) : undefined);
  const list = (name) => {
    const names = (query.get(name) ?? "").split(/[\s,+]+/).filter((word) => /^[a-z]{2,20}$/.test(word));
    return [...new Set(names)].slice(0, MOST_NAMES);
  };
  return {
    town: one("town", /^[a-z0-9][a-z0-9-]{0,63}$/),
    lang: one("lang", /^(pl|en)$/),
    theme: one("theme", /^(auto|light|dark)$/),
    accent: colourOf(query.get("accent")),
    hide: list("hide"),
    lock: list("lock"),
    compact: /^(1|true|)$/.test(query.get("compact") ?? "0"),
    results: originOf(query.get("results")),
  };
}

/** The text of the page's figures as numbers with names; nothing where there are none yet. */
export function figuresOf(text) {
  const words = (text ?? "").split(" ");
  if (words.length !== FIGURES.length) return undefined;
  const number = (word) => (Number.isFinite(Number(word)) ? Number(word) : null);
  return Object.fromEntries(FIGURES.map((name, place) => [name, number(words[place])]));
}

/** The browser's storage; nothing where it is refused. */
function realStorage() {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

// Puts a storage of its own in place of the browser's before the program starts. What a visitor says in an embedded page
// lies under names of its own, and is neither mixed with what they said in the calculator itself nor with another town's.
// Where nothing was kept yet the wishes hold. A page that starts from a link keeps nothing, so that the link always shows
// what it shows now; nor does one whose browser refuses storage, without a word.
function keepApart({ town, lang, theme, lock }) {
  const real = location.hash.length > 1 ? undefined : realStorage();
  const own = (key) => `${key}?${new URLSearchParams({ town: town ?? "", lock })}`;
  const wished = { "autonomia.town": town, "autonomia.lang": lang, "autonomia.theme": theme };
  const kept = {
    getItem: (key) => real?.getItem(own(key)) ?? wished[key] ?? null,
    setItem: (key, value) => real?.setItem(own(key), value),
    removeItem: (key) => real?.removeItem(own(key)),
  };
  Object.defineProperty(window, "localStorage", { value: kept, configurable: true });
}

/** Loads the style sheet of embedded pages, so that nothing is seen that is to be left out. */
function dress() {
  const { href, integrity } = sheet;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", integrity, crossOrigin: "anonymous" });
  return new Promise((resolve, reject) => {
    Object.assign(link, { onload: resolve, onerror: () => reject(new Error(`cannot load ${href}`)) });
    link.href = new URL(href, document.baseURI).href;
    document.head.append(link);
  });
}

/** A text in both languages; the sheet shows the one of the page. */
function said(name, { pl, en }) {
  const part = (lang, words) => {
    const span = Object.assign(document.createElement("span"), { lang, className: "said" });
    span.append(...[words].flat());
    return span;
  };
  const element = document.createElement(name);
  element.append(part("pl", pl), part("en", en));
  return element;
}

/** Keeps the accent where it can be read in the theme that is shown. */
function colour(accent) {
  const root = document.documentElement;
  const follow = () => {
    const style = getComputedStyle(root);
    const ink = inkOn(accent, ["--paper", "--raised"].map((name) => style.getPropertyValue(name).trim()));
    for (const [name, value] of [["--accent", accent], ["--accent-ink", ink]]) {
      if (ink) root.style.setProperty(name, value);
      else root.style.removeProperty(name);
    }
  };
  follow();
  new MutationObserver(follow).observe(root, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
}

/** What is locked can be read and not be changed, and says so. */
function lockParts(lock) {
  for (const part of document.querySelectorAll("fieldset[data-part]")) {
    if (!lock.includes("all") && !lock.includes(part.dataset.part)) continue;
    const legend = said("legend", { pl: "Ustawione przez gminę", en: "Set by the town" });
    legend.className = "form__locked";
    part.prepend(legend);
    part.removeAttribute("role");
    part.disabled = true;
  }
}

/** A link to the whole calculator with what is said now. */
function wholeCalculator(words) {
  const link = Object.assign(document.createElement("a"), { target: "_blank", rel: "noopener", textContent: words });
  const follow = () => (link.href = location.pathname + location.hash);
  follow();
  for (const event of ["pointerenter", "focus", "click"]) link.addEventListener(event, follow);
  return link;
}

/** A quiet line of this page among the program's. */
function addLine(place, words) {
  const line = said("p", words);
  line.className = "frame-line";
  document.querySelector(place)?.append(line);
}

/** Without an origin of its own a page has no workers: what needs one is away, and a line says where it is. */
function sayAlone() {
  addLine("main", {
    pl: ["Zakresy, porównania i wczytywanie plików są w całym kalkulatorze: ", wholeCalculator("otwórz go"), "."],
    en: ["Ranges, comparisons and reading of files are in the whole calculator: ", wholeCalculator("open it"), "."],
  });
}

/** The one line of a compact page. */
function sayWhose(results) {
  const stays = { pl: " · To, co tu wpisujesz, nie opuszcza Twojej przeglądarki.", en: " · What you type here does not leave your browser." };
  addLine("main", {
    pl: ["Autonomia · ", wholeCalculator("otwórz cały kalkulator"), results ? "" : stays.pl],
    en: ["Autonomia · ", wholeCalculator("open the whole calculator"), results ? "" : stays.en],
  });
}

/** Links of the page lead on inside the frame only where the page they lead to knows that it is in one. */
function lead() {
  for (const link of document.querySelectorAll(".header a, .footer a")) {
    if (link.closest(".doors")) link.search = location.search;
    else Object.assign(link, { target: "_blank", rel: "noopener" });
  }
}

/** Tells the page around how high this one is: no secret, so whoever it is may hear it. */
function tellHeight() {
  const root = document.documentElement;
  let last;
  const tell = () => {
    const px = Math.ceil(root.getBoundingClientRect().height);
    if (px !== last) parent.postMessage({ v: 1, type: "height", px }, "*");
    last = px;
  };
  new ResizeObserver(tell).observe(root);
}

/** Tells the page around the figures of each result, where it is of the origin that asked, and says so to the visitor. */
function tellResults(origin) {
  const answer = document.getElementById("answer");
  if (!answer) return;
  addLine(".page__intro", {
    pl: `Liczby z ramki z wynikiem dostaje też strona, w której jest ten kalkulator: ${origin}. Reszta zostaje w Twojej przeglądarce.`,
    en: `The figures in the box with the result also go to the page that this calculator stands in: ${origin}. The rest stays in your browser.`,
  });
  document.documentElement.dataset.results = origin;
  let last;
  const tell = () => {
    const text = answer.dataset.figures;
    const figures = figuresOf(text);
    if (!figures || text === last) return;
    last = text;
    const door = location.pathname.endsWith("/firma.html") ? "firm" : "home";
    parent.postMessage({ v: 1, type: "result", door, figures }, origin);
  };
  tell();
  new MutationObserver(tell).observe(answer, { attributeFilter: ["data-figures"] });
}

/** Makes the page ready before the program starts. Returns what is left to do once it stands. */
export async function prepare() {
  const wished = wishes(location.search);
  const { hide, lock, compact, accent, results } = wished;
  const framed = parent !== window;
  const alone = self.origin === "null";
  keepApart(wished);
  const marks = { hide: hide.join(" "), lock: lock.join(" "), compact, alone };
  Object.assign(document.documentElement.dataset, marks);
  await dress();
  if (accent) colour(accent);
  return () => {
    lockParts(lock);
    if (alone) sayAlone();
    if (compact) sayWhose(framed && results);
    lead();
    if (framed && results) tellResults(results);
    if (framed) tellHeight();
  };
}
