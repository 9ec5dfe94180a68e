//! Each kind of change, from a page to the facts.

use super::{applied, diff, read};

const FACTS: &str = "\
version 12.3 2031-04-01

section Stones

method throwStone -> Array<Pebble> once
  distance: Integer in 1..=50
  shout?: String len 0..=64 after_entities
  at_anybody?: Boolean default true
  stones?: Array<Stone> items 1..=5
  place?: Integer64|String
  stated conflicts shout|place

method getStones -> Array<Stone> repeatable
  limit?: Integer in 1..=100 default 10

section Stones

union Stone both tag type
  Pebble = pebble
  Boulder = boulder

object Pebble both
  type: String const pebble
  color?: String values red|grey hedged
  parts: Array<Array<Float>>

object Boulder both
  type: String const boulder
";

/// Returns a page with these methods and types.
fn page(methods: &str, types: &str) -> String {
    format!(
        r#"{{"version": "Bot API 12.3", "release_date": "April 1, 2031", "methods": {{{methods}}}, "types": {{{types}}}}}"#
    )
}

/// Applies a page with these methods and types to the facts above. Returns the changes and the lines
/// of the facts that are new.
fn changed(methods: &str, types: &str) -> (Vec<String>, Vec<String>) {
    let page = read(&page(methods, types));
    let changes = diff(FACTS, &page);
    let text = applied(FACTS, &page);
    let before: Vec<_> = FACTS.lines().collect();
    let new = text.lines().filter(|line| !before.contains(line));
    (changes, new.map(str::to_owned).collect())
}

fn field(name: &str, ty: &str, required: bool, description: &str) -> String {
    format!(
        r#"{{"name": "{name}", "types": ["{ty}"], "required": {required}, "description": "{description}"}}"#
    )
}

fn throw(more: &[String]) -> String {
    let mut fields = vec![
        field("distance", "Integer", true, "1-50"),
        field("shout", "String", false, "0-64 characters after entities parsing"),
        field("at_anybody", "Boolean", false, "Defaults to True"),
        field("stones", "Array of Stone", false, "A list of 1-5 stones"),
        r#"{"name": "place", "types": ["Integer", "String"], "required": false, "description": ""}"#.to_owned(),
    ];
    fields.extend_from_slice(more);
    format!(
        r#""throwStone": {{"returns": ["Array of Pebble"], "fields": [{}]}}"#,
        fields.join(",")
    )
}

const GET: &str = r#""getStones": {"returns": ["Array of Stone"], "fields": [
    {"name": "limit", "types": ["Integer"], "required": false, "description": "Values between 1-100 are accepted. Defaults to 10."}]}"#;

const TYPES: &str = r#"
 "Stone": {"subtypes": ["Pebble", "Boulder"]},
 "Pebble": {"fields": [
  {"name": "type", "types": ["String"], "required": true, "description": "Type, always \"pebble\""},
  {"name": "color", "types": ["String"], "required": false, "description": "One of \"red\", \"grey\""},
  {"name": "parts", "types": ["Array of Array of Float"], "required": true, "description": ""}]},
 "Boulder": {"fields": [{"name": "type", "types": ["String"], "required": true, "description": "Type, always \"boulder\""}]}"#;

#[test]
fn the_same_page_changes_nothing() {
    let methods = format!("{},{GET}", throw(&[]));
    assert_eq!(changed(&methods, TYPES), (vec![], vec![]));
    // The order of entries and fields is of no importance.
    let methods = format!("{GET},{}", throw(&[]));
    assert_eq!(changed(&methods, TYPES), (vec![], vec![]));
}

#[test]
fn new_members_come_to_their_place_with_their_limits() {
    let more = [
        field("speed", "Integer", true, "Speed; must be between 2 and 9"),
        field(
            "reason",
            "String",
            false,
            "Only if the stone is large, 1-10 characters",
        ),
        field("count", "Integer", false, "At most 7 of them"),
    ];
    let (changes, lines) = changed(&format!("{},{GET}", throw(&more)), TYPES);
    assert_eq!(
        changes,
        [
            "+ throwStone.speed",
            "+ throwStone.reason",
            "+ throwStone.count"
        ]
    );
    assert_eq!(
        lines,
        [
            "  speed: Integer in 2..=9",
            "  reason?: String len 1..=10 # read: a condition",
            "  count?: Integer # read: a limit",
        ]
    );
}

#[test]
fn limits_needs_types_and_results_change_in_their_line() {
    let methods = throw(&[])
        .replace("1-50", "1-60")
        .replace(r#""required": true"#, r#""required": false"#)
        .replace(r#"["Array of Pebble"]"#, r#"["Pebble"]"#)
        .replace("Defaults to True", "Defaults to False")
        .replace(r#"["Array of Stone"]"#, r#"["Array of Pebble"]"#);
    let types = TYPES.replace(r#"\"red\", \"grey\""#, r#"\"red\", \"grey\", \"blue\""#);
    let (changes, lines) = changed(&format!("{methods},{GET}"), &types);
    assert_eq!(
        changes,
        [
            "throwStone: Array<Pebble> -> Pebble",
            "throwStone.distance: required -> optional",
            "throwStone.stones: Array<Stone> -> Array<Pebble>",
            "throwStone.distance: in 1..=50 -> in 1..=60",
            "throwStone.at_anybody: default true -> default false",
            "Pebble.color: values red|grey -> values red|grey|blue",
        ]
    );
    assert_eq!(
        lines,
        [
            "method throwStone -> Pebble once",
            "  distance?: Integer in 1..=60",
            "  at_anybody?: Boolean default false",
            "  stones?: Array<Pebble> items 1..=5 # read: another type",
            "  color?: String values red|grey|blue hedged",
        ]
    );
}

#[test]
fn what_is_renamed_is_renamed_in_rules_too() {
    let methods = throw(&[]).replace(r#""shout""#, r#""shout_text""#);
    let (changes, lines) = changed(&format!("{methods},{GET}"), TYPES);
    assert_eq!(changes, ["throwStone.shout -> shout_text"]);
    assert_eq!(
        lines,
        [
            "  shout_text?: String len 0..=64 after_entities # read: a rename",
            "  stated conflicts shout_text|place"
        ]
    );
}

#[test]
fn a_mark_hides_no_later_change() {
    let renamed = throw(&[]).replace(r#""shout""#, r#""shout_text""#);
    let first = applied(FACTS, &read(&page(&format!("{renamed},{GET}"), TYPES)));
    assert!(first.contains("  shout_text?: String len 0..=64 after_entities # read: a rename\n"));
    let narrow = renamed.replace("0-64 characters", "0-32 characters");
    let narrow = read(&page(&format!("{narrow},{GET}"), TYPES));
    assert_eq!(
        diff(&first, &narrow),
        ["throwStone.shout_text: len 0..=64 -> len 0..=32"]
    );
    let second = applied(&first, &narrow);
    assert!(second.contains("  shout_text?: String len 0..=32 after_entities # read: a rename\n"));
    // What is not stated any more is marked once, and found when it is stated again.
    let silent = renamed.replace("0-64 characters after entities parsing", "");
    let silent = read(&page(&format!("{silent},{GET}"), TYPES));
    assert_eq!(
        diff(&second, &silent),
        ["throwStone.shout_text: `len 0..=32` is not on the page any more: 32"]
    );
    let third = applied(&second, &silent);
    let line = "  shout_text?: String len 0..=32 after_entities # read: a rename, the page no longer states `len`\n";
    assert!(third.contains(line), "{third}");
    assert_eq!(
        diff(&third, &read(&page(&format!("{renamed},{GET}"), TYPES))),
        ["throwStone.shout_text: len 0..=32 -> len 0..=64"]
    );
}

#[test]
fn new_types_know_their_direction_and_tag() {
    let methods = format!(
        r#"{},{GET},"sendRock": {{"returns": ["Rock"], "fields": [{}]}}"#,
        throw(&[]),
        field("tool", "Tool", true, "What with")
    );
    let types = format!(
        r#"{},"Sand": {{"description": ["Holds no information."]}},"Gravel": {{"fields": [{},{}]}},
        "Rock": {{"fields": [{}]}}, "Tool": {{"subtypes": ["Sling", "Hand"]}}, "Sling": {{"fields": [{}]}}, "Hand": {{"fields": [{}]}}"#,
        TYPES.replace(
            r#"["Pebble", "Boulder"]"#,
            r#"["Pebble", "Gravel", "Boulder"]"#
        ),
        field("type", "String", true, "Type, always gravel"),
        field("finer", "Sand", false, "Optional. What is between"),
        field("inner", "Rock", false, "Optional. What is in it"),
        field("kind", "String", true, "Kind, always sling"),
        field("kind", "String", true, "Kind, always hand"),
    );
    let (_, lines) = changed(&methods, &types);
    assert_eq!(
        lines,
        [
            "method sendRock -> Rock once # read: the class of a new verb",
            "  tool: Tool",
            "  Gravel = gravel",
            "marker Sand both empty_object",
            "object Gravel both",
            "  type: String const gravel",
            "  finer?: Sand",
            "object Rock in",
            "  inner?: Rock recursive",
            "union Tool out tag kind",
            "  Sling = sling",
            "  Hand = hand",
            "object Sling out",
            "  kind: String const sling",
            "object Hand out",
            "  kind: String const hand",
        ]
    );
}

#[test]
fn what_is_removed_goes_with_its_lines() {
    let types = TYPES.replace(r#"["Pebble", "Boulder"]"#, r#"["Pebble"]"#);
    let types = types
        .split(",\n \"Boulder\"")
        .next()
        .unwrap_or_default()
        .to_owned();
    let methods = throw(&[]).replace(
        &format!(
            "{},",
            field("stones", "Array of Stone", false, "A list of 1-5 stones")
        ),
        "",
    );
    let (changes, lines) = changed(&methods, &types);
    assert_eq!(
        changes,
        [
            "- method getStones",
            "- type Boulder",
            "- throwStone.stones",
            "- Stone.Boulder",
        ]
    );
    assert_eq!(lines, [""; 0]);
}
