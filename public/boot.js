// Starts the calculator. An external file, because the content security policy forbids inline script.
// The bundler writes the hashed names of the other files into this script's own tag.

const { glue, offline, version, wasm, wasmIntegrity } = document.querySelector("script[data-wasm]").dataset;
const address = (path) => new URL(path, document.baseURI).href;

// The one way from text to markup or to a script's address, in browsers that enforce trusted types: the program's own
// still markup, which holds nothing that could run, and the two workers of this folder.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (/<(script|i?frame|object|embed|base)|\son\w+\s*=|srcdoc|javascript:/i.test(text) ? null : text),
  createScriptURL: (url) => ([address("worker.js"), address("sw.js")].includes(url) ? url : null),
});

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

/** Fetches with the digest enforced, so a damaged or exchanged file never runs. */
async function start() {
  // Both at once: neither needs the other until both are here.
  const program = fetch(address(wasm), { integrity: wasmIntegrity });
  program.catch(() => {}); // the rejection is reported below, by the call that awaits it
  const { default: init } = await import(address(glue));
  await init({ module_or_path: program });
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
