// Starts the calculator. An external file, because the content security policy forbids inline script.
// The bundler writes the hashed names of the other files into this script's own tag.

const { frame, glue, keep, offline, pack, version, wasm, wasmIntegrity } = document.querySelector("script[data-wasm]").dataset;
const address = (path) => new URL(path, document.baseURI).href;

// The one way from text to markup or to a script's address, in browsers that enforce trusted types: the program's own
// still markup, which holds nothing that could run, and the two workers of this folder.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (/<(script|i?frame|object|embed|base)|\son\w+\s*=|srcdoc|javascript:/i.test(text) ? null : text),
  createScriptURL: (url) => ([address("worker.js"), address("sw.js")].includes(url) ? url : null),
});

/** Whether the address asks for something that frame.js knows: the page is shown inside another one, most likely. */
const asks = /[?&](v|town|lang|theme|accent|hide|lock|compact|results)=/.test(location.search);

const NOT_STARTED = {
  pl: {
    title: "Kalkulator się nie uruchomił",
    advice:
      "Proszę odświeżyć stronę. Jeśli to nie pomoże, proszę użyć aktualnej przeglądarki (Firefox, Chrome, Edge lub Safari).",
  },
  en: {
    title: "The calculator did not start",
    advice: "Please reload the page. If that does not help, use a current browser (Firefox, Chrome, Edge or Safari).",
  },
};

const STOPPED = {
  pl: {
    title: "Kalkulator się zatrzymał",
    advice: "W programie jest błąd; wyniki na tej stronie nie będą się już zmieniać. Proszę odświeżyć stronę.",
  },
  en: {
    title: "The calculator has stopped",
    advice: "The program has an error; the results on this page no longer change. Please reload the page.",
  },
};

function element(name, text, attributes = {}) {
  const node = document.createElement(name);
  node.textContent = text;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** Says in both languages, at the top of the page, what happened and what to do; once only. */
function showNotice(texts, cause) {
  if (document.getElementById("failure")) return;
  const notice = element("div", "", { id: "failure", class: "failure", role: "alert" });
  for (const [lang, { title, advice }] of Object.entries(texts)) {
    const part = element("div", "", { lang });
    part.append(element("p", title, { class: "failure__title" }), element("p", advice));
    notice.append(part);
  }
  notice.append(element("p", String(cause), { class: "failure__cause", lang: "en" }));
  const home = document.querySelector("main") ?? document.body;
  home.prepend(notice);
}

/** What a town has laid beside the site (pack.js); nothing where it is as it was shipped or cannot be fetched. */
async function townPack() {
  const answer = await fetch(address("pakiet/pakiet.json"), { cache: "no-cache" });
  const list = answer.ok ? (await answer.text()).trim() : "";
  if (list && list !== '{ "version": 1 }') return (await import(address(pack))).readPack(list);
}

/** Longest wait for it once the program answers, in milliseconds; after that the page does without. */
const PATIENCE = 8_000;

// What the page keeps in this browser. Nothing is lost without a word (keep.js): where the browser refuses, where what it
// kept cannot be read, and where another tab or an earlier visit has kept something else. That stays as it is until
// somebody has chosen; meanwhile the address of this tab holds its own entries.
const mine = new Map();
let [undecided, decided] = [false, false];

const isSaid = (key) => /\.(home|firm)$/.test(key);
const isTaste = (key) => /\.(lang|theme|town)$/.test(key);

function tell(what, key) {
  import(address(keep)).then((module) => module.tell(what, key)).catch(() => (undecided = false));
}

function load(key) {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Puts a text into storage, or takes it out; returns the name of what keeps the browser from it. */
function store(key, text) {
  try {
    if (text == null) localStorage.removeItem(key);
    else if (load(key) !== text) localStorage.setItem(key, text);
  } catch ({ name }) {
    return name;
  }
}

/** Stores all that is this page's own; another tab may have changed some of it. False where `wanted` is refused. */
function storeMine(wanted) {
  let stored = true;
  for (const [key, text] of mine) {
    const refusal = store(key, text);
    if (!refusal) continue;
    // Hours of another file must not come back.
    if (!isSaid(key)) store(key);
    tell(/quota/i.test(refusal) ? "full" : "blocked");
    stored &&= key !== wanted;
  }
  return stored;
}

/** Asks what is to be kept, where it is not the same. */
function compare(key, other) {
  const own = mine.get(key) ?? "";
  if (undecided || decided || !other || other === own) return;
  undecided = true;
  if (own && !location.hash) history.replaceState(null, "", `#${own}`);
  tell("other", key);
}

/** What cannot be used is kept beside, for whoever can read it. */
function setAside(key) {
  const text = load(key);
  if (!text) return;
  store(key);
  if (store(`${key}.broken`, text)) store(key, text);
  mine.delete(key);
}

// What the program calls (src/ui/storage.rs), and what keep.js does once somebody has chosen.
globalThis.kept = {
  read(key) {
    const text = load(key);
    if (isSaid(key)) {
      mine.set(key, location.hash.slice(1) || text);
      compare(key, text);
    } else if (text && !isTaste(key)) mine.set(key, text);
    return text;
  },
  write(key, text) {
    if (isTaste(key)) return !store(key, text);
    mine.set(key, text);
    return undecided || storeMine(key);
  },
  unreadable(key) {
    setAside(key);
    tell("broken");
  },
  stay() {
    [undecided, decided] = [false, true];
    storeMine();
  },
  forget() {
    if (!undecided) [...mine.keys()].forEach(setAside);
  },
};

addEventListener("storage", ({ key, newValue }) => {
  if (mine.has(key) && isSaid(key)) compare(key, newValue);
});

/** Fetches with the digest enforced, so a damaged or exchanged file never runs. */
async function start() {
  // All at once: none needs another until all are here.
  const laid = townPack().catch(() => {});
  const program = fetch(address(wasm), { integrity: wasmIntegrity });
  program.catch(() => {}); // the rejection is reported below, by the call that awaits it
  const finish = asks ? await (await import(address(frame))).prepare() : undefined;
  const { default: init } = await import(address(glue));
  await program;
  const town = await Promise.race([laid, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  globalThis.autonomiaPack = town?.parts;
  await init({ module_or_path: program });
  town?.dress();
  finish?.();
}

// A WebAssembly trap (a Rust panic ends in one) leaves the program unusable, while the page still looks alive.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) showNotice(STOPPED, error.message);
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (reason instanceof WebAssembly.RuntimeError) showNotice(STOPPED, reason.message);
});

try {
  await start();
  document.getElementById("start")?.remove();
  // A convenience: where the browser refuses, the page works all the same.
  import(address(offline)).then(({ keepOffline }) => keepOffline(version)).catch(() => {});
} catch (error) {
  const main = document.getElementById("start");
  main?.querySelectorAll(":scope > p").forEach((line) => line.remove());
  showNotice(NOT_STARTED, error);
  console.error(error);
}
