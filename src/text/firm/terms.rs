//! Words for the rows and units of the tables for firms.

use super::Lang;

/// Identifier, Polish, English.
type Terms = &'static [(&'static str, &'static str, &'static str)];

/// The words of a row or unit that only firms know; none for those that homes know too.
pub(super) fn of(lang: Lang, id: &str) -> Option<&'static str> {
    TERMS.iter().find(|(key, ..)| *key == id).map(|(_, pl, en)| match lang {
        Lang::Pl => *pl,
        Lang::En => *en,
    })
}

const TERMS: Terms = &[
    ("firm_costs.pv_per_kwp_below_10", "Cena paneli poniżej 10 kWp", "Price of modules below 10 kWp"),
    ("firm_costs.pv_per_kwp_from_10", "Cena paneli od 10 do 50 kWp", "Price of modules of 10 to 50 kWp"),
    ("firm_costs.pv_per_kwp_from_50", "Cena paneli od 50 do 500 kWp", "Price of modules of 50 to 500 kWp"),
    ("firm_costs.pv_per_kwp_from_500", "Cena paneli od 500 kWp", "Price of modules from 500 kWp"),
    ("firm_costs.rows_per_kwp", "Dopłata za konstrukcję rzędów", "Extra for frames of rows"),
    ("firm_costs.carport_per_kwp", "Dopłata za wiatę", "Extra for a carport"),
    ("firm_costs.battery_fixed", "Magazyn: koszt stały", "Battery: fixed cost"),
    ("firm_costs.battery_per_kwh", "Magazyn: koszt za pojemność", "Battery: cost of capacity"),
    ("firm_costs.inverter_per_kw", "Wymiana falownika", "Replacing the inverter"),
    ("firm_costs.upkeep", "Przeglądy i serwis, od ceny", "Upkeep, of the price"),
    ("firm_costs.insurance", "Ubezpieczenie, od ceny", "Insurance, of the price"),
    (
        "firm_assumptions.energy_price_low_voltage",
        "Cena energii w grupach C (bez dystrybucji)",
        "Price of energy in groups C (without network)",
    ),
    (
        "firm_assumptions.energy_price_medium_voltage",
        "Cena energii w grupach B (bez dystrybucji)",
        "Price of energy in groups B (without network)",
    ),
    ("firm_assumptions.market_margin", "Marża sprzedawcy ponad RDN", "Margin of the seller above the market price"),
    ("firm_assumptions.sale_margin", "Marża kupującego nadwyżkę", "Margin of the buyer of surplus"),
    ("firm_assumptions.discount_rate", "Stopa dyskontowa (nominalna)", "Discount rate (nominal)"),
    ("firm_assumptions.inflation", "Inflacja", "Inflation"),
    (
        "firm_assumptions.reinvestment_rate",
        "Stopa lokowania zysków (do MIRR)",
        "Rate at which gains are put out (for MIRR)",
    ),
    ("firm_assumptions.residual", "Wartość na koniec, od ceny", "Worth at the end, of the price"),
    ("firm_assumptions.loan_rate", "Oprocentowanie kredytu", "Rate of a loan"),
    ("firm_assumptions.lease_rate", "Oprocentowanie leasingu", "Rate of a lease"),
    ("firm_assumptions.savings", "Roczna korzyść wobec policzonej", "Yearly gain over that computed"),
    ("firm_assumptions.generation", "Produkcja wobec policzonej", "Generation over that computed"),
    ("firm_taxes.cit", "CIT", "CIT"),
    ("firm_taxes.cit_small", "CIT małego podatnika", "CIT of a small taxpayer"),
    ("firm_taxes.pit_linear", "PIT liniowy", "Flat PIT"),
    ("firm_taxes.pit_scale_low", "PIT według skali, niższa stawka", "PIT by the scale, low rate"),
    ("firm_taxes.pit_scale_high", "PIT według skali, wyższa stawka", "PIT by the scale, high rate"),
    ("firm_taxes.pit_scale_threshold", "PIT według skali, próg dochodu", "PIT by the scale, threshold"),
    ("firm_taxes.pit_scale_reduction", "PIT według skali, kwota zmniejszająca", "PIT by the scale, reduction"),
    ("firm_taxes.depreciation_pv", "Amortyzacja paneli", "Depreciation of modules"),
    ("firm_taxes.depreciation_battery", "Amortyzacja magazynu", "Depreciation of a battery"),
    ("firm_taxes.one_off_new_assets", "Jednorazowa amortyzacja, limit w roku", "Write-off at once, limit of a year"),
    (
        "firm_taxes.one_off_de_minimis",
        "Jednorazowa amortyzacja de minimis, limit w roku",
        "Write-off at once as de minimis aid, limit of a year",
    ),
    ("net_pln_per_kwp", "zł/kWp netto", "zł/kWp net"),
    ("net_pln_per_kw", "zł/kW netto", "zł/kW net"),
    ("net_pln", "zł netto", "zł net"),
    ("percent_a_year", "% rocznie", "% a year"),
    ("eur", "EUR", "EUR"),
];
