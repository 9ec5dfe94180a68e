//! The documents of the Bot API: their text, their order, and what refers to what.

use telegrammar::openapi::{document, schema_document};

#[test]
fn sizes() {
    let document = document();
    let text = document.to_string();
    std::fs::write("/tmp/o/openapi.json", format!("{document:#}")).unwrap();
    std::fs::write("/tmp/o/openapi-min.json", &text).unwrap();
    let old = document.to_3_0();
    std::fs::write("/tmp/o/openapi-3.0.json", format!("{:#}", old.document)).unwrap();
    let schema = schema_document();
    std::fs::write("/tmp/o/schema.json", format!("{schema:#}")).unwrap();
    println!("{} {:?}", text.len(), old.losses);
}
