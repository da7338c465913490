//! The list of what is in a pack.

use super::{Finding, LOGOS, MANIFEST, MOST_TABLES, What};
use serde_json::{Map, Value};

/// Longest texts, in characters, by member.
pub const LONGEST: [(&str, usize); 5] = [("name", 80), ("title", 60), ("intro", 600), ("contact", 200), ("link", 300)];

/// Texts of a town in one language; empty where the page's own stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In place of the name in the header.
    pub title: String,
    /// A paragraph below the heading.
    pub intro: String,
    /// A line of the footer, which leads to `link`.
    pub contact: String,
}

/// What a pack says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Name, such as that of the town.
    pub name: String,
    /// Key of the town to be shown first.
    pub town: String,
    /// File names of the tables.
    pub tables: Vec<String>,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    /// File name of the logo.
    pub logo: String,
    /// Address that the line of the footer leads to.
    pub link: String,
    /// Polish texts.
    pub pl: Words,
    /// English texts; the Polish ones where a text is missing.
    pub en: Words,
}

impl Manifest {
    /// What the report writes after the title of a document that the pack names.
    #[must_use]
    pub fn mark(&self) -> String {
        mark(&self.name)
    }
}

/// The same for a pack of this name.
#[must_use]
pub fn mark(name: &str) -> String {
    format!(" · pakiet gminy / town pack: {name}")
}

/// Reads the list; whatever is wrong in it is left empty and told.
pub(super) fn read(text: &str) -> (Manifest, Vec<Finding>) {
    let mut reader = Reader::default();
    let manifest = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(members)) => reader.manifest(&members),
        Ok(_) => {
            reader.found("", What::Kind("object"));
            Manifest::default()
        }
        Err(error) => {
            reader.found("", What::NotJson);
            reader.0.iter_mut().for_each(|finding| finding.row = error.line());
            Manifest::default()
        }
    };
    (manifest, reader.0)
}

#[derive(Default)]
struct Reader(Vec<Finding>);

impl Reader {
    fn found(&mut self, member: &str, what: What) {
        self.0.push(Finding::of(MANIFEST, member, what));
    }

    fn manifest(&mut self, members: &Map<String, Value>) -> Manifest {
        let known = ["version", "name", "town", "tables", "accent", "logo", "link", "texts"];
        self.only(members, "", &known);
        if members.get("version").and_then(Value::as_u64) != Some(1) {
            self.found("version", What::Kind("version"));
        }
        let texts = members.get("texts").and_then(Value::as_object).cloned().unwrap_or_default();
        if members.get("texts").is_some_and(|texts| !texts.is_object()) {
            self.found("texts", What::Kind("object"));
        }
        self.only(&texts, "texts.", &["pl", "en"]);
        Manifest {
            name: self.text(members, "", "name"),
            town: self.text(members, "", "town"),
            tables: self.tables(members),
            accent: self.shaped(members, "accent", "colour", is_colour),
            logo: self.shaped(members, "logo", "logo", is_logo),
            link: self.shaped(members, "link", "link", is_link),
            pl: self.words(&texts, "pl"),
            en: self.words(&texts, "en"),
        }
    }

    /// Tells of members that no pack has.
    fn only(&mut self, members: &Map<String, Value>, before: &str, known: &[&str]) {
        for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
            let known = known.iter().map(|&name| name.to_owned()).collect();
            self.found(&format!("{before}{name}"), What::Member(known));
        }
    }

    /// A text of at most so many characters; empty where there is none.
    fn text(&mut self, members: &Map<String, Value>, before: &str, name: &str) -> String {
        let most = LONGEST.iter().find(|(member, _)| *member == name).map_or(80, |(_, most)| *most);
        match members.get(name) {
            None => String::new(),
            Some(Value::String(text)) if text.chars().count() <= most => text.clone(),
            Some(Value::String(_)) => {
                self.found(&format!("{before}{name}"), What::TooLong(most));
                String::new()
            }
            Some(_) => {
                self.found(&format!("{before}{name}"), What::Kind("text"));
                String::new()
            }
        }
    }

    fn shaped(
        &mut self,
        members: &Map<String, Value>,
        name: &str,
        kind: &'static str,
        fits: fn(&str) -> bool,
    ) -> String {
        let text = self.text(members, "", name);
        if text.is_empty() || fits(&text) {
            return text;
        }
        self.found(name, What::Kind(kind));
        String::new()
    }

    fn tables(&mut self, members: &Map<String, Value>) -> Vec<String> {
        let list = match members.get("tables") {
            None => return Vec::new(),
            Some(Value::Array(list)) if list.len() <= MOST_TABLES => list,
            Some(Value::Array(_)) => {
                self.found("tables", What::TooMany(MOST_TABLES));
                return Vec::new();
            }
            Some(_) => {
                self.found("tables", What::Kind("list"));
                return Vec::new();
            }
        };
        let names: Vec<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        if names.len() < list.len() {
            self.found("tables", What::Kind("list"));
        }
        names
    }

    fn words(&mut self, texts: &Map<String, Value>, lang: &str) -> Words {
        let (before, within) = (format!("texts.{lang}"), format!("texts.{lang}."));
        let members = match texts.get(lang) {
            None => return Words::default(),
            Some(Value::Object(members)) => members,
            Some(_) => {
                self.found(&before, What::Kind("object"));
                return Words::default();
            }
        };
        self.only(members, &within, &["title", "intro", "contact"]);
        Words {
            title: self.text(members, &within, "title"),
            intro: self.text(members, &within, "intro"),
            contact: self.text(members, &within, "contact"),
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_logo(text: &str) -> bool {
    let plain = |stem: &str| {
        !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    text.rsplit_once('.').is_some_and(|(stem, kind)| LOGOS.contains(&kind) && plain(stem))
}

fn is_link(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty()) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, What)> {
        read(text).1.into_iter().map(|finding| (finding.column, finding.what)).collect()
    }

    #[test]
    fn the_list_that_is_shipped_changes_nothing() {
        let (manifest, findings) = read(include_str!("../../public/pakiet/pakiet.json"));
        assert_eq!((manifest, findings), (Manifest::default(), Vec::new()));
    }

    #[test]
    fn every_member_is_read() {
        let text = r##"{ "version": 1, "name": "N", "town": "t", "tables": ["towns.csv"], "accent": "#AB01cd",
            "logo": "logo-1.svg", "link": "https://gmina.pl", "texts": { "pl": { "title": "T", "intro": "I", "contact": "C" } } }"##;
        let (manifest, findings) = read(text);
        assert_eq!(findings, []);
        assert_eq!(
            (manifest.accent.as_str(), manifest.logo.as_str(), manifest.pl.contact.as_str()),
            ("#AB01cd", "logo-1.svg", "C")
        );
    }

    #[test]
    fn what_is_wrong_is_named_by_its_member() {
        let of = |member: &str, what: What| vec![(member.to_owned(), what)];
        assert_eq!(found(r#"{ "version": 2 }"#), of("version", What::Kind("version")));
        assert_eq!(found(r#"{ "version": 1, "accent": "red" }"#), of("accent", What::Kind("colour")));
        assert_eq!(found(r#"{ "version": 1, "logo": "../logo.svg" }"#), of("logo", What::Kind("logo")));
        assert_eq!(found(r#"{ "version": 1, "link": "javascript:alert(1)" }"#), of("link", What::Kind("link")));
        assert_eq!(found(r#"{ "version": 1, "tables": "towns.csv" }"#), of("tables", What::Kind("list")));
        assert_eq!(
            found(r#"{ "version": 1, "texts": { "pl": { "title": 1 } } }"#),
            of("texts.pl.title", What::Kind("text"))
        );
        let long = format!(r#"{{ "version": 1, "texts": {{ "en": {{ "title": "{}" }} }} }}"#, "x".repeat(61));
        assert_eq!(found(&long), of("texts.en.title", What::TooLong(60)));
        assert!(
            matches!(&found(r#"{ "version": 1, "tabels": [] }"#)[..], [(member, What::Member(_))] if member == "tabels")
        );
        let (_, findings) = read("{\n\"version\": 1,\n}");
        assert_eq!((findings[0].row, &findings[0].what), (3, &What::NotJson));
    }
}
