//! Texts that are stored in `golden/`. `BLESS=1` overwrites them.

use std::fs;
use std::path::Path;

#[track_caller]
pub(crate) fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/openapi/golden")
        .join(name);
    let text = format!("{text}\n");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &text).expect("a writable file");
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let mut differing = text.lines().zip(stored.lines()).enumerate();
    let first = differing.find(|(_, (new, old))| new != old);
    assert!(
        text == stored,
        "{name} differs, first at {first:?}; `BLESS=1` stores the new text"
    );
}
