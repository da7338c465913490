// Lets the browser keep the calculator for use without a network (sw.js), and says when a new version is ready.

const READY = {
  pl: { text: "Nowa wersja kalkulatora jest gotowa.", action: "Odśwież stronę", later: "Później" },
  en: { text: "A new version of the calculator is ready.", action: "Reload the page", later: "Later" },
};

/** Longest wait for a quiet moment after the start, in milliseconds. */
const PATIENCE = 5_000;

function sayNewVersion() {
  if (document.getElementById("new-version")) return;
  const { lang } = document.documentElement;
  const { text, action, later } = READY[lang] ?? READY.pl;
  const notice = document.createElement("div");
  Object.assign(notice, { id: "new-version", className: "notice new-version", lang });
  notice.setAttribute("role", "status");
  (document.querySelector("main") ?? document.body).append(notice);
  const line = document.createElement("p");
  Object.assign(line, { className: "notice__text", textContent: text });
  const button = (textContent, onclick) =>
    Object.assign(document.createElement("button"), { type: "button", className: "button", textContent, onclick });
  const buttons = [button(action, () => location.reload()), button(later, () => notice.remove())];
  // A little later, so that readers of the screen know the place before its words.
  requestAnimationFrame(() => notice.append(line, ...buttons));
}

/** `version` is that of the running page. Nothing here is needed for a result, so every refusal is silent. */
export async function keepOffline(version) {
  // Inside another site's page a copy would be kept for every such site, and the page around would not work anyway.
  if (window !== window.top) return;
  const { serviceWorker, locks } = navigator;
  if (!serviceWorker || !locks) return;
  const folder = new URL("./", document.baseURI).href;
  // Held as long as the page lives: its version's files are not removed before (sw.js).
  locks.request(`autonomia ${folder} ${version}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  serviceWorker.addEventListener("message", ({ data }) => {
    if (data !== version) sayNewVersion();
  });
  await new Promise((resolve) => {
    if (window.requestIdleCallback) requestIdleCallback(resolve, { timeout: PATIENCE });
    else setTimeout(resolve, PATIENCE);
  });
  await serviceWorker.register(new URL("sw.js", folder).href);
}
