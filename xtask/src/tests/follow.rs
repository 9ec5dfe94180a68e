//! What follows for the rules of an entry from its new fields.

use super::{applied, read};

const FACTS: &str = "\
version 12.3 2031-04-01

section Stones

method getUpdates -> Array<Update> long_poll
  allowed_updates?: Array<String> each_of stone|sand

object Update in
  update_id: Integer
  stone?: Stone
  sand?: String
  stated at_most_one_of stone|sand

object Stone in
  weight?: Integer
  color?: String
  shade?: String
  stated at_most_one_of color|shade
";

fn field(name: &str, ty: &str, required: bool) -> String {
    format!(r#"{{"name": "{name}", "types": ["{ty}"], "required": {required}, "description": ""}}"#)
}

#[test]
fn a_new_field_belongs_to_the_rules_of_its_entry_or_is_marked() {
    let update = [
        field("update_id", "Integer", true),
        field("stone", "Stone", false),
        field("gravel", "Stone", false),
        field("sand", "String", false),
    ];
    let stone = [
        field("weight", "Integer", false),
        field("color", "String", false),
        field("tint", "String", false),
        field("shade", "String", false),
        field("size", "Integer", true),
    ];
    let page = format!(
        r#"{{"version": "Bot API 12.3", "release_date": "April 1, 2031",
        "methods": {{"getUpdates": {{"returns": ["Array of Update"], "fields": [{}]}}}},
        "types": {{"Update": {{"fields": [{}]}}, "Stone": {{"fields": [{}]}}}}}}"#,
        field("allowed_updates", "Array of String", false),
        update.join(","),
        stone.join(","),
    );
    let expected = FACTS
        .replace("each_of stone|sand", "each_of stone|gravel|sand")
        .replace(
            "at_most_one_of stone|sand",
            "at_most_one_of stone|gravel|sand",
        )
        .replace("  sand?: String\n", "  gravel?: Stone\n  sand?: String\n")
        .replace(
            "  shade?: String\n",
            "  tint?: String # read: whether it excludes others\n  shade?: String\n  size: Integer\n",
        );
    assert_eq!(applied(FACTS, &read(&page)), expected);
}
