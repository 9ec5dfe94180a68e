//! Every union of the facts with another object in one of its variants: the compiler rejects each
//! exactly once, at the content.

use crate::checked::Crate;
use crate::facts::{Entry, read};

/// The code before all definitions.
const HEAD: &str = "\
#![allow(dead_code)]
pub use telegrammar::{telegram_type, types as t};
pub type Other = t::MessageId;
";

/// Returns the name of a variant that holds the object.
fn short<'a>(union: &Entry, object: &'a str) -> &'a str {
    let short = object.strip_prefix(union.name);
    let is_name = |short: &&str| short.starts_with(|first: char| first.is_ascii_uppercase());
    short.filter(is_name).unwrap_or(object)
}

#[test]
fn another_object_in_a_variant_is_reported_at_its_type() {
    let facts = read();
    let mut all = Crate::new("variants", HEAD);
    let unions = facts.values().filter(|entry| entry.kind == "union");
    for union in unions {
        // A union with a rule of its own about its variants is complete.
        let is_open = union.direction() != "out"
            && !union
                .stated
                .iter()
                .any(|rule| rule.starts_with("tell_apart"));
        let unknown = if is_open {
            "Unknown(telegrammar::Unknown),\n"
        } else {
            ""
        };
        for wrong in 0..=union.variants.len() {
            let variants = union.variants.iter().enumerate().map(|(at, variant)| {
                let (name, right) = (short(union, variant.name), variant.name);
                if at == wrong {
                    let other = if at % 2 == 0 {
                        "Other"
                    } else {
                        "t::MaskPosition"
                    };
                    format!("{name}(«{other}»),\n")
                } else {
                    format!("{name}(t::{right}),\n")
                }
            });
            let (name, variants) = (union.name, variants.collect::<String>());
            let source = format!("#[telegram_type]\npub enum {name} {{\n{variants}{unknown}}}\n");
            let is_wrong = wrong < union.variants.len();
            let codes: &[_] = if is_wrong { &["H04"] } else { &[] };
            all.add("another object in a variant", &source, codes);
        }
    }
    all.check();
}
