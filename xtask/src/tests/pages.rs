//! Pages that are written by hand, and files that are none.

use super::read;
use crate::page::Page;
use crate::prose;

/// Prose between everything, nested lists, columns in another order, and headings that are no entries.
const HTML: &str = r##"<!DOCTYPE html><html><head><title>x</title></head><body>
<div id="dev_page_content">
<p>Words about it.</p>
<h3><a class="anchor" name="recent-changes"></a>Recent changes</h3>
<h4>May 2, 2031</h4>
<p><strong>Bot API 12.4</strong></p>
<ul><li>Added the class <a href="#pebble">Pebble</a><ul><li>and a <em>field</em></li></ul></li></ul>
<h4>April 1, 2031</h4><p><strong>Bot API 12.3</strong></p>
<h3>Stones</h3>
<h4><a class="anchor" name="sorting-stones"></a>Sorting stones</h4>
<p>Prose with a table:</p>
<table class="table"><thead><tr><th>Parameter</th><th>Type</th></tr></thead>
<tbody><tr><td>wrong</td><td>Integer</td></tr></tbody></table>
<h4><a class="anchor" name="throwstone"></a>throwStone</h4>
<p>Throws a stone &amp; waits.<br>On success, an Array of <a href="#pebble">Pebbles</a> that it broke into is returned.</p>
<blockquote><p>Note: returns nothing at night.</p></blockquote>
<ul><li>A list<ul><li>Pebble</li></ul></li></ul>
<table class="table"><thead><tr><th>Required</th><th>Description</th><th>Parameter</th><th>Type</th></tr></thead>
<tbody>
<tr><td>Yes</td><td>How far, 1–50</td><td>distance</td><td>Integer</td></tr>
<tr><td>Optional</td><td>What to shout, 0-64 characters after entities parsing</td><td>shout</td><td>String</td></tr>
<tr><td>Optional</td><td>Who is hit. Defaults to <em>True</em></td><td>at_anybody</td><td>Boolean</td></tr>
<tr><td>Optional</td><td>A JSON-serialized list of 1-5 stones</td><td>stones</td><td>Array of <a href="#stone">Stone</a></td></tr>
<tr><td>Optional</td><td>Where</td><td>place</td><td>Integer or String</td></tr>
</tbody></table>
<h4>Stone</h4>
<p>This object is a stone. It can be one of</p>
<ul><li><a href="#pebble">Pebble</a></li><li><a href="#boulder">Boulder</a></li></ul>
<h4>Pebble</h4>
<p>A small one.</p>
<table class="table"><thead><tr><th>Field</th><th>Type</th><th>Description</th></tr></thead><tbody>
<tr><td>type</td><td>String</td><td>Type of the stone, always “pebble”</td></tr>
<tr><td>color</td><td>String</td><td><em>Optional</em>. Color, one of “red”, “grey” or “blue”</td></tr>
<tr><td>parts</td><td>Array of Array of Float number</td><td>Parts <img alt="🪨"> of it</td></tr>
</tbody></table>
<h4>Boulder</h4>
<p>Currently holds no information.</p>
</div></body></html>"##;

const JSON: &str = r#"{
 "version": "Bot API 12.4", "release_date": "May 2, 2031", "changelog": "x",
 "types": {
  "Stone": {"name": "Stone", "description": ["This object is a stone. It can be one of", "- Pebble", "- Boulder"],
   "subtypes": ["Pebble", "Boulder"]},
  "Pebble": {"name": "Pebble", "description": ["A small one."], "subtype_of": ["Stone"], "fields": [
   {"name": "type", "types": ["String"], "required": true, "description": "Type of the stone, always \"pebble\""},
   {"name": "color", "types": ["String"], "required": false, "description": "Optional. Color, one of \"red\", \"grey\" or \"blue\""},
   {"name": "parts", "types": ["Array of Array of Float"], "required": true, "description": "Parts of it"}]},
  "Boulder": {"name": "Boulder", "description": ["Currently holds no information."]}
 },
 "methods": {
  "throwStone": {"name": "throwStone", "returns": ["Array of Pebble"], "description": ["Throws a stone & waits."], "fields": [
   {"name": "distance", "types": ["Integer"], "required": true, "description": "How far, 1-50"},
   {"name": "shout", "types": ["String"], "required": false, "description": "What to shout, 0-64 characters after entities parsing"},
   {"name": "at_anybody", "types": ["Boolean"], "required": false, "description": "Who is hit. Defaults to True"},
   {"name": "stones", "types": ["Array of Stone"], "required": false, "description": "A JSON-serialized list of 1-5 stones"},
   {"name": "place", "types": ["Integer", "String"], "required": false, "description": "Where"}]}
 }}"#;

/// Everything that is compared with the facts.
fn described(page: &Page) -> Vec<String> {
    let version = page.version.as_ref().expect("a version");
    let mut lines = vec![format!("{} {}", version.number, version.date)];
    for entry in &page.entries {
        let returns = entry.returns.as_deref().unwrap_or("-");
        lines.push(format!("{} {returns} {:?}", entry.name, entry.variants));
        for field in &entry.fields {
            let facts = prose::facts(&field.ty, &field.prose);
            let facts: Vec<_> = facts.iter().map(crate::document::Fact::text).collect();
            lines.push(format!(
                "  {} {} {} {}",
                field.name,
                field.ty,
                field.required,
                facts.join(" ")
            ));
        }
    }
    lines
}

#[test]
fn both_formats_say_the_same() {
    let (mut html, mut json) = (read(HTML), read(JSON));
    // One of them has methods first.
    for page in [&mut html, &mut json] {
        page.entries.sort_by(|one, other| one.name.cmp(&other.name));
    }
    assert_eq!(described(&html), described(&json));
    assert_eq!(
        described(&html),
        [
            "12.4 2031-05-02",
            "Boulder - []",
            "Pebble - []",
            "  type String true const pebble",
            "  color String false values red|grey|blue",
            "  parts Array<Array<Float>> true ",
            r#"Stone - ["Pebble", "Boulder"]"#,
            "throwStone Array<Pebble> []",
            "  distance Integer true in 1..=50",
            "  shout String false len 0..=64 after_entities",
            "  at_anybody Boolean false default true",
            "  stones Array<Stone> false items 1..=5",
            "  place Integer64|String false ",
        ]
    );
    assert_eq!(html.entries[3].section.as_deref(), Some("Stones"));
}

#[test]
fn what_is_no_page_is_an_error() {
    for (text, says) in [
        ("", "is empty"),
        (" \n", "is empty"),
        ("Hello", "neither"),
        ("[1]", "neither"),
        ("{", "cut off"),
        (r#"{"methods": }"#, "not valid JSON"),
        ("{}", "no object `methods`"),
        (r#"{"methods": {}, "types": {}}"#, "no method and no type"),
        (
            r#"{"methods": {"a": 5}, "types": {}}"#,
            "`methods.a` is not an object",
        ),
        (
            r#"{"methods": {"a": {"fields": [{}]}}, "types": {}}"#,
            "invalid field",
        ),
        (
            r#"{"methods": {"a": {"fields": [{"name": "b", "types": ["c d"], "required": true, "description": ""}]}}, "types": {}}"#,
            "is not a type",
        ),
        (
            "<html><body><p>502 Bad Gateway</p></body></html>",
            "no method",
        ),
        (
            "<html><body><h4>getMe</h4><table><thead><tr><th>Parameter",
            "cut off",
        ),
        ("<html><body><h4>getMe</h4><p>Returns", "cut off"),
        (
            "<html><body><h4>getMe</h4><h4>getMe</h4></body></html>",
            "two entries",
        ),
        (
            "<h4>getMe</h4><table><tr><th>Parameter</th><th>Type</th><th>Required</th><th>Description</th></tr><tr><td>a</td></tr></table>",
            "columns",
        ),
    ] {
        let error = Page::read(text).expect_err(text);
        assert!(error.contains(says), "{text}: {error}");
    }
}

#[test]
fn a_page_whose_version_cannot_be_read_is_an_error() {
    for (text, known, unknown) in [
        (HTML, "Bot API 12.4", "Bot API"),
        (HTML, "Bot API 12.4", "Words about it"),
        (HTML, "May 2, 2031", "Maytember 2, 2031"),
        (JSON, "Bot API 12.4", "nonsense"),
        (JSON, "Bot API 12.4", "Bot API 12.four"),
        (JSON, "May 2, 2031", "2031-05-02"),
        (JSON, "release_date", "date"),
    ] {
        let text = text.replace(known, unknown);
        let error = Page::read(&text).expect_err(unknown);
        assert!(error.contains("no version"), "{unknown}: {error}");
    }
}

#[test]
fn a_table_with_unknown_columns_is_an_error_that_names_its_entry() {
    for (known, unknown) in [
        ("<th>Parameter</th>", "throwStone"),
        ("<th>Field</th>", "Pebble"),
        ("<th>Type</th>", "throwStone"),
        ("<th>Description</th>", "throwStone"),
    ] {
        // The first table belongs to no entry.
        let (before, entries) = HTML.split_once("<h4>Sorting").unwrap_or(("", HTML));
        let text = format!("{before}{}", entries.replace(known, "<th>Name</th>"));
        let error = Page::read(&text).expect_err(known);
        let start = format!("the table of `{unknown}` has unknown columns: `");
        assert!(error.starts_with(&start), "{known}: {error}");
    }
    let error = Page::read(&JSON.replace("\"description\": \"How far", "\"text\": \"How far"));
    let error = error.expect_err("a field without a description");
    assert!(
        error.contains("`throwStone` has an invalid field"),
        "{error}"
    );
}

#[test]
fn a_page_that_is_cut_anywhere_is_refused() {
    for text in [HTML, JSON] {
        for end in (0..text.trim_end().len()).filter(|end| text.is_char_boundary(*end)) {
            let error = Page::read(&text[..end]).expect_err(&text[..end]);
            assert!(!error.is_empty());
        }
    }
}
