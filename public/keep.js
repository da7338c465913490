// Says what became of what the browser keeps (boot.js); fetched only where there is something to say.

const WORDS = {
  pl: {
    full: "W pamięci przeglądarki brakuje miejsca, więc tych danych nie będzie tu przy następnej wizycie.",
    blocked: "Przeglądarka nie pozwala zapamiętać danych tej strony, więc nie będzie ich tu przy następnej wizycie.",
    home: "Zachowa je link; godzin z\u00a0plików w\u00a0nim nie ma.",
    firm: "Zachowa je link, a\u00a0razem z\u00a0godzinami z\u00a0liczników: plik firmy.",
    show: "Przejdź do zapisywania",
    broken: "Nie udało się odczytać danych z\u00a0poprzedniej wizyty. Liczymy bez nich, a\u00a0uszkodzony zapis zostaje w\u00a0przeglądarce.",
    remove: "Usuń uszkodzony zapis",
    other:
      "W tej przeglądarce są zapisane inne dane: z\u00a0innej karty lub z\u00a0poprzedniej wizyty. Wczytać je, czy zostawić te i\u00a0zapisać zamiast nich?",
    take: "Wczytaj tamte",
    stay: "Zostaw te",
    close: "Zamknij",
  },
  en: {
    full: "The browser's storage is full, so these entries will not be here at your next visit.",
    blocked: "The browser does not let this page remember anything, so these entries will not be here at your next visit.",
    home: "The link keeps them, but for the hours of files.",
    firm: "The link keeps them; together with the hours of meters the firm's file does.",
    show: "Go to saving",
    broken: "What was stored at an earlier visit could not be read. We calculate without it; the damaged entry stays in the browser.",
    remove: "Remove the damaged entry",
    other:
      "This browser holds other entries, from another tab or an earlier visit. Load them, or keep these and store them instead?",
    take: "Load those",
    stay: "Keep these",
    close: "Close",
  },
};

const said = new Set();
const waiting = [];

function show() {
  const [make] = waiting;
  if (!make) return;
  const lang = document.documentElement.lang === "en" ? "en" : "pl";
  const { text, buttons } = make(WORDS[lang]);
  const notice = document.createElement("div");
  Object.assign(notice, { className: "notice new-version kept", lang });
  notice.setAttribute("role", "status");
  (document.getElementById("main") ?? document.body).append(notice);
  const line = Object.assign(document.createElement("p"), { className: "notice__text", textContent: text });
  const button = ([textContent, act]) => {
    const onclick = () => {
      notice.remove();
      act?.();
      waiting.shift();
      show();
    };
    return Object.assign(document.createElement("button"), { type: "button", className: "button", textContent, onclick });
  };
  const made = buttons.map(button);
  // A little later, so that readers of the screen know the place before its words.
  requestAnimationFrame(() => notice.append(line, ...made));
}

/** The buttons that copy the link and save the file stand together. */
function goToSaving() {
  document.querySelector(".tools .button--main")?.focus();
}

function removeBroken() {
  for (const key of Object.keys(localStorage)) {
    if (/^autonomia\..*\.broken$/.test(key)) localStorage.removeItem(key);
  }
}

/** Shows what is stored under `key`. The browser's way back leads to what this page held. */
function take(key) {
  history.pushState(null, "", `#${localStorage.getItem(key)}`);
  location.reload();
}

/** `what` is said once, and one thing at a time. */
export function tell(what, key) {
  if (said.has(what)) return;
  said.add(what);
  const made = (words) => {
    if (what === "other") {
      return { text: words.other, buttons: [[words.take, () => take(key)], [words.stay, globalThis.kept.stay]] };
    }
    const close = [words.close];
    if (what === "broken") return { text: words.broken, buttons: [[words.remove, removeBroken], close] };
    const way = document.getElementById("firm.open") ? words.firm : words.home;
    return { text: `${words[what]} ${way}`, buttons: [[words.show, goToSaving], close] };
  };
  if (waiting.push(made) === 1) show();
}
