//! The same definition always expands to the same tokens.

use super::cases::{all, valid};
use super::run::run;

fn expand(source: &str) -> String {
    let outcome = run(source);
    let (item, expansion, sink) = (outcome.item, outcome.expansion, outcome.sink);
    quote::quote!(#item #expansion #sink).to_string()
}

#[test]
fn a_hundred_expansions_are_identical() {
    for case in valid().iter().take(12) {
        let first = expand(&case.source);
        for _ in 1..100 {
            assert!(expand(&case.source) == first, "{}", case.title);
        }
    }
}

#[test]
fn two_expansions_of_each_case_are_identical() {
    for case in all() {
        assert!(
            expand(&case.source) == expand(&case.source),
            "{}",
            case.title
        );
    }
}
