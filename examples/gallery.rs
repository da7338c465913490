//! Every component in every state, on one page: for looking at, and for the accessibility checks.

#[cfg(target_arch = "wasm32")]
fn main() {
    use autonomia::text::Lang;
    use autonomia::ui::{examples, locale::Locale, mount, theme};
    use leptos::prelude::*;

    mount(|| {
        Locale::provide(Lang::Pl);
        theme::Repaint::provide(Signal::stored(theme::Theme::Auto));
        let section = |example: &examples::Example| {
            view! {
                <section data-example=example.name aria-label=example.name>
                    <h2>{example.name}</h2>
                    {(example.view)()}
                </section>
            }
        };
        view! {
            <main id="main" class="gallery">
                <h1>"Komponenty"</h1>
                {examples::ALL.iter().map(section).collect_view()}
            </main>
        }
        .into_any()
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
