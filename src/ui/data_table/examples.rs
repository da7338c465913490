//! Examples of tables.

use super::DataTable;
use leptos::prelude::*;

fn cells(row: &[&str]) -> Vec<String> {
    row.iter().map(|cell| (*cell).to_owned()).collect()
}

/// Figures with a sum.
pub fn figures() -> AnyView {
    let rows = vec![
        cells(&["styczeń", "120 kWh", "340 kWh"]),
        cells(&["luty", "210 kWh", "300 kWh"]),
        cells(&["Razem", "330 kWh", "640 kWh"]),
    ];
    let columns = cells(&["Miesiąc", "Produkcja", "Zużycie"]);
    view! { <DataTable caption="Dwa miesiące" columns=columns rows=rows total=true /> }.into_any()
}

/// Words.
pub fn words() -> AnyView {
    let rows = vec![cells(&["Cena paneli", "4300 zł/kWp", "Założenie"])];
    let columns = cells(&["Liczba", "Wartość", "Pewność"]);
    view! { <DataTable caption="Liczby i ich pewność" columns=columns rows=rows words=true /> }.into_any()
}
