//! The answer, wishes and meters.

use super::super::words::{AnswerWords, WishWords};

pub(super) const ANSWER: AnswerWords = AnswerWords {
    net: "{0} netto",
    none: "–",
    years: ("rok", "lata", "lat"),
    years_after: ("roku", "latach", "latach"),
    meter: "Licznik {0}",
    of_meter: "licznik {0}: {1}",
    plant: "instalacja {0}",
    battery: "magazyn {0} o mocy {1}",
    and: " i ",
    nothing: "bez instalacji",
    best: "Z porównanych wyborów najwięcej wart jest ten: {0}.",
    told: "Liczymy taki wybór: {0}.",
    buy_nothing: "Na razie nie kupuj: żadna z porównanych instalacji nie jest warta więcej, niż kosztuje.",
    nothing_because: "Przy podanych cenach, podatku i stopie dyskontowej korzyści w okresie liczenia ({0}) nie pokryłyby ceny, \
                      utrzymania i kosztu pieniądza. Koszt prądu zostaje taki jak teraz: {1} rocznie.",
    nothing_fits: "Na podanych powierzchniach nie mieszczą się panele. Podaj większe powierzchnie albo sam magazyn.",
    nothing_told: "Nie wybrano ani paneli, ani magazynu. Koszt prądu zostaje taki jak teraz: {0} rocznie.",
    saves: "Koszt prądu spada z {0} do {1} rocznie, czyli o {2}.",
    costs_more: "Koszt prądu rośnie z {0} do {1} rocznie, czyli o {2}.",
    worth: "Okres liczenia to {0}. Wartość bieżąca (NPV) dla pieniędzy firmy, {4}: {1}, wewnętrzna stopa zwrotu (IRR): {2}, \
            zwrot po: {3}.",
    not_worth: "Tego nie kupuj: korzyści w okresie liczenia ({0}) nie pokrywają ceny, utrzymania, podatku i kosztu pieniądza. \
                Wartość bieżąca (NPV) dla firmy to {1}.",
    tax: ["bez podatku dochodowego", "po podatku"],
    untaxed: "Podatku dochodowego nie liczymy, bo go nie podano.",
    alone: ["Sama instalacja, bez kredytu: {0}.", "Sama instalacja, bez leasingu: {0}."],
    alone_figures: "NPV {0}, IRR {1}, zwrot po: {2}",
    never: "nie w tym okresie",
    cost: "Koszt prądu w roku",
    cost_note: "netto, bez instalacji",
    saving: "Oszczędność w roku",
    saving_note: "netto, w cenach z roku obliczeń",
    investment: "Koszt inwestycji",
    investment_note: "netto, bez dotacji",
    investment_grant: "netto, po dotacji {0}",
    own_money: "; na początku z pieniędzy firmy {0} netto",
    payback: "Zwrot",
    payback_own: "pieniędzy firmy, {1}",
    payback_alone: "pieniędzy firmy, {1}; samej instalacji: {0}",
    value: "NPV",
    value_note: "wartość bieżąca netto, {1}; okres: {0}",
    rate: "IRR",
    rate_own: "stopa zwrotu w roku, {1}",
    rate_alone: "stopa zwrotu w roku, {1}; samej instalacji: {0}",
    own_use: "Zużycie własne",
    own_use_note: "część produkcji zużyta na miejscu",
    autonomy: "Autonomia",
    autonomy_note: "część zużycia niekupiona z sieci",
    co2: "Mniej CO₂",
    co2_note: "w roku, według emisji prądu z sieci",
    quarters: "{0}: nie znamy mocy kwadransów, więc zastępuje je średnia godziny. To za mało: prawdziwe szczyty, przekroczenia \
               i najtańsza moc umowna są wyższe.",
    weak: "Część cen i stawek to założenia bez pewnego źródła ({0}). Są wypisane z datą na końcu strony; wpisz tam, gdzie możesz, \
           liczby z faktury albo oferty.",
    coverage: "Wskaźnik pokrycia długu (DSCR) spada do {0}. Poniżej 1 w tym roku oszczędności po podatku nie wystarczą na raty i firma \
               dopłaca z innych pieniędzy.",
    meters_title: "Liczniki",
    meters_lead: "Każdy licznik rozlicza się osobno: energia z jednego nie obniża rachunku drugiego. Kwoty netto, bez VAT.",
    meters_caption: "Liczniki obok siebie",
    meters_columns: [
        "Licznik",
        "Panele",
        "Magazyn",
        "Zużycie",
        "Produkcja",
        "Koszt teraz, netto",
        "Koszt z instalacją, netto",
        "Różnica, netto",
    ],
    total: "Razem",
};

pub(super) const WISHES: WishWords = WishWords {
    title: "Twoje życzenia",
    met: [
        "Pobór najwyżej {0}: spełnione, największy pobór to {1}.",
        "Autonomia co najmniej {0}: spełnione, wynosi {1}.",
        "Wydatek najwyżej {0} netto: spełnione, wynosi {1} netto.",
    ],
    missed: [
        "Pobór najwyżej {0}: niespełnione, największy pobór to {1}. Najniższy osiągalny: {2}.",
        "Autonomia co najmniej {0}: niespełnione, wynosi {1}. Najwyższa osiągalna: {2}.",
        "Wydatek najwyżej {0} netto: niespełnione, wynosi {1} netto. Najniższy możliwy: {2} netto.",
    ],
    size: "Instalacja jest za mała. Wystarczy: panele {0} i magazyn {1}.",
    smaller: "Wystarczy mniejsza instalacja: panele {0} i magazyn {1}.",
    too_dear: "Wydatek najwyżej {0} netto: niespełnione, wynosi {1} netto. Wybierz mniejszą instalację.",
    capacity: "Ogranicza pojemność magazynu: potrzeba {0}.",
    power: "Ogranicza moc magazynu: potrzeba {0}.",
    battery_use: "Magazyn by wystarczył, gdyby pilnował szczytów i w razie potrzeby ładował się z sieci. Zmień jego zadanie w danych \
                  licznika.",
    area: "Ograniczają powierzchnie: mieści się na nich {0}.",
    seasons: "Ograniczają noc i zima: brakuje wtedy słońca, a magazyn nie przeniesie energii z lata. Nie pomoże ani większa \
              powierzchnia, ani większy magazyn z tych, które sprawdzamy.",
    budget: "Ogranicza budżet: potrzeba co najmniej {0} netto.",
    closest: "Pokazujemy wynik najbliższy życzeniom.",
    take: "Wpisz: panele {0}, magazyn {1}",
};
