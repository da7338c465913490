// A town's pack: what lies in pakiet/ beside the site. Loaded only where there is one. Its tables are handed to the program,
// which reads them as it reads its own; its texts, colour and logo are put on the page here, as text and never as markup.
//
// A pack that cannot be used is left out whole, and a notice says so; sprawdz.html tells what is wrong with it.

/** Limits, as src/pack.rs and src/pack/manifest.rs have them. */
export const LARGEST_TABLE = 400_000;
export const LARGEST_LOGO = 200_000;
const LONGEST = { title: 60, intro: 600, contact: 200 };

const REFUSED = {
  pl: {
    text: "Danych miejscowych (pakietu gminy) nie udało się wczytać. Kalkulator liczy na danych wbudowanych.",
    link: "Sprawdź pakiet",
  },
  en: {
    text: "The local data (the town's pack) could not be read. The calculator uses its built-in data.",
    link: "Check the pack",
  },
};
const SOURCE = {
  pl: { before: "Część danych pochodzi z pakietu", link: "Sprawdź pakiet" },
  en: { before: "Some of the data come from the town's pack", link: "Check the pack" },
};

const address = (name) => new URL(`pakiet/${name}`, document.baseURI).href;

async function fetchFile(name, largest) {
  const answer = await fetch(address(name), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${name}: status ${answer.status}`);
  const blob = await answer.blob();
  if (blob.size > largest) throw new Error(`${name}: ${blob.size} bytes`);
  return blob;
}

/** The text of a table: UTF-8, or what Polish spreadsheets write where nobody tells them to; lines end as those here. */
export function decode(bytes) {
  const read = (name) => new TextDecoder(name, { fatal: name === "utf-8" }).decode(bytes).replaceAll("\r", "");
  try {
    return read("utf-8");
  } catch {
    return read("windows-1250");
  }
}

/** Relative luminance and contrast: WCAG 2.1, definitions of both. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const hex = (colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** What the accent stands on, or what stands on it, in both themes (style/tokens.css). */
const GROUNDS = { light: ["#ffffff", "#f3f5f7"], dark: ["#12181e", "#1c252e", "#0b1a2a"] };
/** Least contrast of text: WCAG 2.1, level AA. */
const LEAST = 4.5;

/** The accent in a theme: as given, or darkened or lightened until text in it can be read; with its least contrast. */
export function accentIn(theme, given) {
  const grounds = GROUNDS[theme].map(parts);
  const least = (colour) => Math.min(...grounds.map((ground) => contrast(colour, ground)));
  const end = theme === "light" ? 0 : 255;
  for (let step = 0; step <= 50; step += 1) {
    const colour = hex(parts(given).map((part) => part + (end - part) * (step / 50)));
    if (least(parts(colour)) >= LEAST) return { colour, contrast: least(parts(colour)), changed: step > 0 };
  }
  return undefined;
}

/** A style sheet beside those of the page, made without inline style. */
function sheetFor(accent) {
  const sheet = new CSSStyleSheet();
  const rules = [
    ".header__logo { display: block; height: 2.75rem; width: auto; max-width: 11rem; object-fit: contain; }",
    ".lead + .lead { margin-top: var(--space-2); }",
  ];
  if (accent) {
    const [light, dark] = ["light", "dark"].map((theme) => `--accent: ${accentIn(theme, accent).colour};`);
    rules.push(`:root { ${light} }`, `:root[data-theme="dark"] { ${dark} }`);
    rules.push(`@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }`);
  }
  sheet.replaceSync(rules.join("\n"));
  return sheet;
}

function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/** Keeps `tell(language)` called whenever the page changes its language. */
function speak(tell) {
  const now = () => tell(document.documentElement.lang === "en" ? "en" : "pl");
  new MutationObserver(now).observe(document.documentElement, { attributeFilter: ["lang"] });
  now();
}

function sayRefused() {
  const text = element("p", { className: "notice__text" });
  const link = element("a", { className: "button", href: "./sprawdz.html" });
  const notice = element("div", { id: "pack-refused", className: "notice" });
  notice.setAttribute("role", "status");
  (document.querySelector(".page__intro") ?? document.body).prepend(notice);
  speak((lang) => {
    [text.textContent, link.textContent] = [REFUSED[lang].text, REFUSED[lang].link];
  });
  notice.append(text, link);
}

/** Puts the town's words and logo on the page. */
function dress({ name, link, tables, texts }, logo) {
  const brand = document.querySelector(".header__brand");
  if (logo) brand?.before(element("img", { className: "header__logo", src: logo, alt: name }));
  const intro = element("p", { className: "lead", id: "pack-intro" });
  document.querySelector(".page__intro")?.append(intro);
  const contact = link ? element("a", { href: link, rel: "noopener" }) : element("span");
  const [before, check] = [element("span"), element("a", { href: "./sprawdz.html" })];
  const source = element("p", {}, before, check);
  document.querySelector(".footer")?.prepend(element("p", { id: "pack-contact" }, contact), ...(tables.length ? [source] : []));
  speak((lang) => {
    const words = { ...texts.pl, ...texts[lang] };
    if (brand) brand.textContent = words.title || "Autonomia";
    intro.textContent = words.intro ?? "";
    intro.hidden = !words.intro;
    contact.textContent = words.contact ?? "";
    contact.parentElement.hidden = !words.contact;
    before.textContent = `${SOURCE[lang].before} „${name}”: ${tables.join(", ")}. `;
    check.textContent = SOURCE[lang].link;
  });
}

const isText = (value, longest) => value === undefined || (typeof value === "string" && value.length <= longest);

/** The list as an object of the shape that is used here; an error says what is not. */
function shaped(text) {
  const { version, name = "", town = "", tables = [], accent, logo, link, texts = {} } = JSON.parse(text);
  const good =
    version === 1 && isText(name, 80) && isText(town, 80) &&
    Array.isArray(tables) && tables.length <= 40 && tables.every((table) => /^[a-z_]+\.csv$/.test(table)) &&
    (accent === undefined || /^#[0-9a-f]{6}$/i.test(accent)) &&
    (logo === undefined || /^[\w-]+\.(svg|png|webp)$/.test(logo)) &&
    (link === undefined || /^https:\/\/\S{1,300}$/.test(link)) &&
    [texts.pl ?? {}, texts.en ?? {}].every((words) => Object.entries(LONGEST).every(([key, most]) => isText(words[key], most)));
  if (!good) throw new Error("pakiet.json");
  return { name, town, tables, accent, logo, link, texts };
}

const asAddress = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    Object.assign(reader, { onload: () => resolve(reader.result), onerror: reject });
    reader.readAsDataURL(blob);
  });

/**
 * Reads the pack whose list is `text`. `parts` are for the program: the town to be shown first, what is written beside
 * the pack's sources, and then file names and texts of the tables in turns; `dress` is to be called once the page stands.
 */
export async function readPack(text) {
  try {
    const pack = shaped(text);
    const tables = pack.tables.map(async (name) => [name, decode(await (await fetchFile(name, LARGEST_TABLE)).arrayBuffer())]);
    const logo = pack.logo ? fetchFile(pack.logo, LARGEST_LOGO).then(asAddress) : undefined;
    const [shown, ...read] = await Promise.all([logo, ...tables]);
    const parts = [pack.town, ` · pakiet gminy / town pack: ${pack.name}`, ...read.flat()];
    const sheet = sheetFor(pack.accent);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    let refused = false;
    // The program calls this where it cannot read the tables.
    globalThis.autonomiaPackRefused = () => {
      refused = true;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
    return { parts, dress: () => (refused ? sayRefused() : dress(pack, shown)) };
  } catch (error) {
    console.info(error);
    return { parts: undefined, dress: sayRefused };
  }
}
