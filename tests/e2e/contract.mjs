// What the browser tests rely on: the names a visitor reads on the page, and the fields of a scenario.
// When a text or a field changes, this is the only file to follow it. Everything is found by role or label.

import { eventually } from "./harness.mjs";

/** The texts of the page, by language. */
export const texts = {
  pl: {
    heading: "Ile prądu da Twój dach i czy to się opłaca?",
    town: "Miejscowość",
    use: "Zużycie prądu w roku",
    area: "Powierzchnia",
    tilt: "Nachylenie",
    direction: "Kierunek w stopniach",
    sizeRecommended: "Polecana przez kalkulator",
    sizeOwn: "Moja własna",
    mostly: "Kiedy zużywacie najwięcej prądu?",
    mostlyByDay: "W dzień (9:00–16:00)",
    devices: "Samochód i urządzenia",
    car: "Czy ładujesz w domu samochód elektryczny?",
    yes: "Tak",
    no: "Nie",
    distance: "Przebieg w roku",
    charging: "Kiedy się ładuje?",
    chargingSurplus: "Z nadwyżki słońca, reszta w nocy do rana",
    withinHour: /Rachunek liczy całe godziny/,
    size: "Moc paneli",
    battery: "Pojemność magazynu",
    saving: "Oszczędność w roku",
    tablesLack: "W naszych tabelach brakuje danych",
    doNotBuy: "Dziś nie polecamy zakupu.",
    language: "Polski",
    newPlant: "Nowa instalacja: net-billing, ceny godzinowe (RCE)",
    netMetering: "Zgłoszona do 31 marca 2022: opusty (net-metering)",
    tenant: "Instalacja na części wspólne bloku (prosument lokatorski)",
    virtual: "Udział w\u00a0elektrowni w\u00a0innym miejscu (prosument wirtualny)",
    flats: "Liczba mieszkań",
    persons: "Liczba domowników",
    perFlat: "Na jedno mieszkanie w\u00a0roku",
    dynamicPrice: "Po cenie dynamicznej: rynkowej, innej w\u00a0każdej godzinie",
    margin: "Marża sprzedawcy, netto",
    dynamicBill: "Energia czynna to suma godzin",
    phasesOpen: "Policz każdą fazę osobno",
    controlOpen: "Porównaj sterowanie",
    control: "Rok z magazynem przy każdym sterowaniu",
    phases: "Licznik w\u00a0roku z\u00a0instalacją",
    depositTitle: "Depozyt prosumencki miesiąc po miesiącu",
    creditTitle: "Konto energii miesiąc po miesiącu",
    switchTitle: "Czy zmienić sposób rozliczania?",
    forGood: "Zmiana jest na zawsze. Nie ma powrotu do poprzedniego sposobu rozliczania.",
    compareTariffs: "Porównaj grupy taryfowe",
    tariffs: "Rachunek roczny w każdej grupie, brutto",
    currentGroup: "G11 (obecna)",
    otherGroup: "G12w",
    heatPresent: "Co ogrzewa dom teraz?",
    heatPlanned: "Planowana pompa ciepła",
    heatFuel: "Z ubiegłorocznego zużycia paliwa",
    heatAmount: "Zużycie w ostatnim roku",
    heatMore: "Dokładniej o ogrzewaniu",
    heatPrice: "Cena obecnego paliwa, brutto",
    heatTitle: "Ogrzewanie",
    heatCompare: "Porównaj źródła ciepła",
    heatTable: "To samo ciepło z każdego źródła, w roku",
    heatCoal: "stary kocioł węglowy, zasypowy",
    heatCoalNow: "stary kocioł węglowy, zasypowy (obecne)",
    heatPump: "powietrzna",
    heatPumpPlanned: "pompa ciepła powietrzna (plan)",
  },
  en: {
    town: "Town",
    use: "Electricity use per year",
    area: "Area",
    tilt: "Slope",
    direction: "Direction in degrees",
    size: "Power of the modules",
    battery: "Capacity of the battery",
    saving: "Saving per year",
    language: "English",
  },
};

/** Towns by name: the one that a fresh page shows, another, one whose name a driver can type key by key,
 * and one whose operator's rates the tables lack. */
export const towns = { home: "Sokołów Podlaski", other: "Żywiec", typed: "Opole", withoutBill: "Warszawa" };

/** Margin of a dynamic price, as typed and as the engine reads it. */
export const margin = { typed: "0,12", value: 0.12 };

/** The household that the journey enters, one value per field. */
export const household = { use: 4200, area: 40, tilt: 30, direction: 170, size: 4, battery: 7 };

/** The same household as the engine without a page reads it (docs/headless.md). */
export function scenario({ use, area, tilt, direction, size, battery, heating = {} }) {
  return {
    heating,
    town: "sokolow-podlaski",
    consumption: { kwh_per_year: use },
    planes: [{ area_m2: area, tilt_deg: tilt, azimuth_deg: direction }],
    pv_kwp: size,
    battery_kwh: battery,
  };
}

/** The same household with energy at a dynamic price. */
export function withDynamicPrice(scenario) {
  const energy = { dynamic: { margin_net_pln_per_kwh: margin.value } };
  return { ...scenario, tariff: { ...scenario.tariff, energy } };
}

/** The same figures for the common parts of a building. */
export function ofTenants(scenario, flats) {
  return { ...scenario, scheme: "tenant", building: { flats } };
}
/** The same household with an old coal boiler and an air pump in its place. */
export const heating = { present: "coal_old", planned: "air", fuel_amount: 5, fuel_price: 1600 };

/** Homes whose figures must be the same everywhere. */
export const sameScenarios = {
  usual: {},
  "pump, car and dynamic price": {
    ...withDynamicPrice({}),
    heating: { present: "coal_old", planned: "air" },
    car: { km_per_year: 12_000, charging: "surplus" },
    pv_kwp: 5,
    battery_kwh: 8,
  },
  "share of a plant elsewhere": { scheme: "virtual", pv_kwp: 4, battery_kwh: 0, seed: 7 },
};

/** The yearly saving in the engine's answer, PLN gross. */
export function savingOf(answer) {
  return answer.outcome.money.yearly_saving;
}

/** Largest difference in PLN that rounding on the page explains. */
export const savingTolerance = 1;

/**
 * Bad inputs: field, what is typed, and the limit that the message must name.
 * A visitor who types them keeps the last good result.
 */
export const badInputs = [
  { field: "use", typed: "", limit: /200/ },
  { field: "use", typed: "-5", limit: /200/ },
  { field: "use", typed: "abc", limit: /200/ },
  { field: "use", typed: "1e9", limit: /50\s?000/ },
  { field: "area", typed: "0", limit: /2/ },
  { field: "tilt", typed: "200", limit: /90/ },
  { field: "size", typed: "-1", limit: /50/ },
  { field: "battery", typed: "100000", limit: /60/ },
];

/** A field of the form by its label; sliders have labels of their own. */
export function field(page, name, language = "pl") {
  const role = name === "town" ? "combobox" : "textbox";
  return page.getByRole(role, { name: texts[language][name], exact: true });
}

/** An answer to a question that shares its words with others: yes to "car". */
export function answer(page, question, name, language = "pl") {
  const group = page.getByRole("group", { name: texts[language][question], exact: true });
  return group.getByRole("radio", { name: texts[language][name], exact: true });
}

/** A list by its label. */
export function list(page, name, language = "pl") {
  return page.getByRole("combobox", { name: texts[language][name], exact: true });
}

/** A radio button by its label. */
export function radio(page, name, language = "pl") {
  return page.getByRole("radio", { name: texts[language][name], exact: true });
}

/** A heading of the second level by its words. */
export function heading(page, name, language = "pl") {
  return page.getByRole("heading", { level: 2, name: texts[language][name], exact: true });
}

/** The table that a caption names. */
export function table(page, name, language = "pl") {
  return page.getByRole("table", { name: texts[language][name] });
}

/** The row of the table of heat sources that a source heads. */
export function heatRow(page, name, language = "pl") {
  const table = page.getByRole("table", { name: texts[language].heatTable });
  return table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: texts[language][name], exact: true }) });
}

/** The row of the tariff table that a group heads. */
export function tariffRow(page, name, language = "pl") {
  const table = page.getByRole("table", { name: texts[language].tariffs });
  return table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: texts[language][name], exact: true }) });
}

/** The element that shows the yearly saving: the description beside its term. */
export function savingElement(page, language = "pl") {
  const term = page.getByRole("term").filter({ hasText: texts[language].saving });
  return term.first().locator("xpath=following-sibling::dd[1]");
}

/** The button that changes to a language. */
export function languageButton(page, language) {
  return page.getByRole("button", { name: texts[language].language, exact: true });
}

/** Opens the fields for the visitor's own size of system and battery. */
export async function chooseOwnSize(page) {
  await radio(page, "sizeOwn").check();
}

/**
 * Pastes text over the old one. Pasted, not typed, because the first digits of a value that is too large are a good
 * value, and the page rightly follows them.
 */
export async function enter(page, name, value, language = "pl") {
  const control = field(page, name, language);
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

/** The texts of the page for firms, by language. */
export const firmTexts = {
  pl: {
    heading: "Ile prądu może zrobić Twoja firma i czy to się opłaca?",
    door: "Firma",
    doorHome: "Dom",
    town: "Miejscowość",
    trade: "Czym zajmuje się firma",
    bakery: "piekarnia",
    use: "Zużycie prądu w\u00a0roku",
    group: "Grupa taryfowa",
    operator: "Operator sieci",
    contracted: "Moc umowna",
    area: "Wielkość",
    tilt: "Nachylenie",
    tax: "Podatek dochodowy",
    taxed: "CIT 19%",
    sizeBest: "Najlepsza, szukana dla firmy",
    sizeOwn: "Moja własna",
    size: "Moc paneli",
    sizeSlider: /Moc paneli/,
    battery: "Pojemność magazynu",
    saving: "Oszczędność w roku",
    addMeter: "Dodaj licznik",
    removeMeter: "Usuń licznik 2",
    meters: "Liczniki",
    second: "Licznik 2",
    first: "Licznik 1",
    ownRates: "Stawki sieciowe z\u00a0mojej faktury",
    ratesNeeded: /W\u00a0naszych tabelach brakuje/,
    variable: /Stawka zmienna sieciowa netto/,
    fixed: "Stawka stała sieciowa netto, za kW i\u00a0miesiąc",
    subscription: "Abonament netto, za miesiąc",
    example: "Przykład: szkoła",
    school: "szkoła",
    undo: "Cofnij",
    redo: "Ponów",
    bank: "Drukuj dla banku",
    save: "Zapisz do pliku",
    open: "Otwórz z\u00a0pliku",
    summary: /Licznik 1, Zużycie prądu w\s?roku/,
    energy: "Umowa na energię",
    market: "cena rynkowa (RDN) co godzinę",
    net: "netto",
  },
  en: {
    heading: "How much electricity can your firm make, and is it worth it?",
    saving: "Saved in a year",
    use: "Electricity use per year",
    trade: "What the firm does",
  },
};

/** A town whose distribution company's network rates for firms the tables lack. */
export const firmTowns = { home: "Sokołów Podlaski", withoutRates: "Gdańsk" };

/** A workshop as the journey enters it. */
export const workshop = { use: 80_000, contracted: 38, area: 300, tilt: 20, size: 35, battery: 20 };

/** The same workshop as the engine without a page reads it (docs/headless-firm.md). */
export function firmScenario({ use, contracted, area, tilt, size, battery }, { trade = "bakery", group = "C12a", tax = null } = {}) {
  return {
    town: "sokolow-podlaski",
    meters: [
      {
        usage: { trade, kwh_per_year: use },
        contract: { group, contracted_kw: contracted },
        surfaces: [{ area_m2: area, tilt_deg: tilt }],
        plant: { pv_kwp: size, battery_kwh: battery },
      },
    ],
    money: { tax },
  };
}

/** Bad inputs of a firm: field, what is typed, and the limit that the message must name. */
export const firmBadInputs = [
  { field: "use", typed: "", limit: /500/ },
  { field: "use", typed: "-5", limit: /20\s?000\s?000/ },
  { field: "contracted", typed: "abc", limit: /20\s?000/ },
  { field: "area", typed: "0", limit: /200\s?000/ },
];

/** The yearly saving in the engine's answer for a firm, PLN net. */
export function firmSavingOf({ money }) {
  return money.cost_before - money.cost_after;
}

/** A field of the page for firms by its label. */
export function firmField(page, name, language = "pl") {
  const lists = ["town", "trade", "group", "operator", "tax"];
  return page.getByRole(lists.includes(name) ? "combobox" : "textbox", { name: firmTexts[language][name], exact: true });
}

/** The element that shows a firm's yearly saving: the description beside its term. */
export function firmSavingElement(page, language = "pl") {
  const term = page.getByRole("term").filter({ hasText: firmTexts[language].saving });
  return term.first().locator("xpath=following-sibling::dd[1]");
}

/** Whether nothing is worked on: no progress bar in the answer. */
async function firmRests(page) {
  return (await page.locator("#answer progress").count()) === 0;
}

/** Waits until the result of a firm has stayed the same for a while; returns its yearly saving in PLN net. */
export async function firmStands(page, language = "pl") {
  let last = NaN;
  let since = Date.now();
  await firmSavingElement(page, language).waitFor({ timeout: 20_000 });
  await eventually(async () => {
    const now = parseAmount((await firmSavingElement(page, language).textContent()) ?? "", language);
    if (now !== last || !(await firmRests(page))) [last, since] = [now, Date.now()];
    return Number.isFinite(now) && Date.now() - since >= 600;
  }, 30_000);
  return last;
}

/** Pastes text over the old one in a field of the page for firms. */
export async function firmEnter(page, name, value, language = "pl") {
  const control = firmField(page, name, language);
  await control.focus();
  await page.keyboard.press("ControlOrMeta+A");
  if (value === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(String(value));
  await control.blur();
}
