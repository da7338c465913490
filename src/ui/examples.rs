//! Every example of every component, for the gallery and its checks.

use super::{
    bill_table, chart, chart_account, chart_cash, chart_day, chart_month, choice, data_table, disclosure, edit_tools,
    error_summary, figure, file_desk, file_drop, file_view, firm_view, header, notice, number_field, plane_editor,
    plate, section, study_state, study_view, switches,
};
use leptos::prelude::AnyView;

/// One example.
pub struct Example {
    /// `component/example`.
    pub name: &'static str,
    /// Makes it.
    pub view: fn() -> AnyView,
}

/// All of them.
pub const ALL: &[Example] = &[
    Example { name: "bill_table/two_lines", view: bill_table::examples::two_lines },
    Example { name: "chart/three_columns", view: chart::examples::three_columns },
    Example { name: "chart_account/deposit", view: chart_account::examples::deposit },
    Example { name: "chart_account/energy", view: chart_account::examples::energy },
    Example { name: "chart_account/paid_out", view: chart_account::examples::paid_out },
    Example { name: "chart_cash/ten_years_to_payback", view: chart_cash::examples::ten_years_to_payback },
    Example { name: "chart_day/round_numbers", view: chart_day::examples::round_numbers },
    Example { name: "chart_month/year", view: chart_month::examples::year },
    Example { name: "choice/radios", view: choice::examples::radios },
    Example { name: "choice/select", view: choice::examples::select },
    Example { name: "choice/select_wrong", view: choice::examples::select_wrong },
    Example { name: "data_table/figures", view: data_table::examples::figures },
    Example { name: "data_table/words", view: data_table::examples::words },
    Example { name: "disclosure/closed", view: disclosure::examples::closed },
    Example { name: "disclosure/open", view: disclosure::examples::open },
    Example { name: "edit_tools/usual", view: edit_tools::examples::usual },
    Example { name: "error_summary/two_errors", view: error_summary::examples::two_errors },
    Example { name: "figure/pair", view: figure::examples::pair },
    Example { name: "study_view/every_part", view: study_view::examples::every_part },
    Example { name: "study_state/working", view: study_state::examples::working },
    Example { name: "study_state/failed", view: study_state::examples::failed },
    Example { name: "file_desk/empty", view: file_desk::examples::empty },
    Example { name: "file_desk/in_use", view: file_desk::examples::in_use },
    Example { name: "file_drop/empty", view: file_drop::examples::empty },
    Example { name: "file_drop/failed", view: file_drop::examples::failed },
    Example { name: "file_drop/reading", view: file_drop::examples::reading },
    Example { name: "file_view/refused", view: file_view::examples::refused },
    Example { name: "file_view/understood", view: file_view::examples::understood },
    Example { name: "header/firm", view: header::examples::firm },
    Example { name: "notice/after_a_stop", view: notice::examples::after_a_stop },
    Example { name: "notice/message", view: notice::examples::message },
    Example { name: "number_field/empty", view: number_field::examples::empty },
    Example { name: "number_field/with_slider", view: number_field::examples::with_slider },
    Example { name: "number_field/wrong", view: number_field::examples::wrong },
    Example { name: "plane_editor/removable", view: plane_editor::examples::removable },
    Example { name: "plane_editor/wrong", view: plane_editor::examples::wrong },
    Example { name: "plate/curves", view: plate::examples::curves },
    Example { name: "plate/calendar", view: plate::examples::calendar },
    Example { name: "plate/map", view: plate::examples::map },
    Example { name: "section/every_piece", view: section::examples::every_piece },
    Example { name: "section/folded", view: section::examples::folded },
    Example { name: "firm_view/result", view: firm_view::examples::result },
    Example { name: "switches/language", view: switches::examples::language },
    Example { name: "switches/theme", view: switches::examples::theme },
];
