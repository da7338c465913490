// What the browser tests rely on: the names a visitor reads on the page, and the fields of a scenario.
// When a text or a field changes, this is the only file to follow it. Everything is found by role or label.

import { eventually } from "./harness.mjs";

/** The texts of the page, by language. */
export const texts = {
  pl: {
    heading: /Sokołów Podlaski|Autonomia|energii/i,
    town: "Miejscowość",
    use: /Roczne zużycie/,
    area: /Powierzchnia dachu/,
    tilt: /Nachylenie/,
    direction: /Kierunek/,
    size: /Moc instalacji/,
    battery: /Pojemność magazynu/,
    saving: /Oszczędność w roku/,
    language: /English/,
  },
  en: {
    heading: /Sokołów Podlaski|Autonomia|energy/i,
    town: "Town",
    use: /Yearly use/,
    area: /Roof area/,
    tilt: /Tilt/,
    direction: /Direction/,
    size: /System size/,
    battery: /Battery capacity/,
    saving: /Saving a year/,
    language: /Polski/,
  },
};

export const townName = "Sokołów Podlaski";

/** The household that the journey enters, one value per field. */
export const household = { use: 4200, area: 40, tilt: 35, direction: 180, size: 6, battery: 10 };

/** The same household as the engine without a page reads it. */
export function scenario({ use, area, tilt, direction, size, battery }) {
  return {
    town: "sokolow_podlaski",
    yearly_use_kwh: use,
    roof: [{ area_m2: area, tilt_deg: tilt, azimuth_deg: direction }],
    size_kwp: size,
    battery_kwh: battery,
  };
}

/** The yearly saving in an outcome of the engine, PLN gross. */
export function savingOf(outcome) {
  return outcome.saving_pln;
}

/** Largest difference in PLN that rounding on the page explains. */
export const savingTolerance = 1;

/**
 * Bad inputs: field, what is typed, and the limit that the message must name.
 * A visitor who types them keeps the last good result.
 */
export const badInputs = [
  { field: "use", typed: "", limit: /\d/ },
  { field: "use", typed: "-5", limit: /\d/ },
  { field: "use", typed: "abc", limit: /\d/ },
  { field: "use", typed: "1e9", limit: /\d/ },
  { field: "area", typed: "0", limit: /\d/ },
  { field: "tilt", typed: "200", limit: /90/ },
  { field: "size", typed: "-1", limit: /\d/ },
  { field: "battery", typed: "100000", limit: /\d/ },
];

/** A field of the form by its label. */
export function field(page, name, language = "pl") {
  return page.getByLabel(texts[language][name]).first();
}

/** The element that shows the yearly saving. */
export function savingElement(page, language = "pl") {
  return page.getByLabel(texts[language].saving).first();
}

/** The control that changes to the other language. */
export function languageControl(page, language = "pl") {
  const name = texts[language].language;
  return page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();
}

/**
 * Enters a value as a person would: a choice in a list, or text pasted over the old one. Pasted, not typed, because the
 * first digits of a value that is too large are a good value, and the page rightly follows them.
 */
export async function enter(page, name, value, language = "pl") {
  const control = field(page, name, language);
  if ((await control.evaluate((element) => element.tagName)) === "SELECT") {
    await control.selectOption(String(value));
    return;
  }
  await control.focus();
  await page.keyboard.press("ControlOrMeta+A");
  if (value === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(String(value));
  await control.blur();
}

/** "1 234,56 zł" or "PLN 1,234.56" as a number; NaN if there is none. */
export function parseAmount(text, language = "pl") {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]/g, "").replace(/\u2212/g, "-");
  const digits = (language === "pl" ? plain.replace(/\./g, "").replace(",", ".") : plain.replace(/,/g, "")).match(
    /-?\d+(\.\d+)?/,
  );
  return digits ? Number(digits[0]) : NaN;
}

/** The yearly saving as shown now, in PLN. */
export async function readSaving(page, language = "pl") {
  return parseAmount((await savingElement(page, language).textContent()) ?? "", language);
}

/** Waits for a result; returns the yearly saving in PLN, or NaN if none is shown in time. */
export async function firstResult(page, language = "pl") {
  await savingElement(page, language).waitFor();
  let saving = NaN;
  await eventually(async () => Number.isFinite((saving = await readSaving(page, language))));
  return saving;
}

/** Waits until the saving has stayed the same for a while: typing and the worker are over. */
export async function settledSaving(page, language = "pl") {
  let last = NaN;
  let since = Date.now();
  await eventually(async () => {
    const now = await readSaving(page, language);
    if (now !== last) [last, since] = [now, Date.now()];
    return Number.isFinite(now) && Date.now() - since >= 400;
  }, 10_000);
  return last;
}
