//! Results that cannot be decoded, and the paths in their errors.

use std::collections::BTreeMap;

use super::*;

fn photos(photo: &str) -> String {
    format!(
        r#"{{"total":2,"photos":[[{{"id":"a","width":1}},{photo},{{"id":"c","width":3}}],[]]}}"#
    )
}

#[test]
fn a_wrong_type_is_located_at_any_depth() {
    for (photo, path, problem) in [
        (
            r#"{"id":"b","width":"wide"}"#,
            "result.photos[0][1].width",
            r#"invalid type: string "wide", expected i32"#,
        ),
        (
            r#"{"width":1.5,"id":"b"}"#,
            "result.photos[0][1].width",
            "invalid type: floating point `1.5`, expected i32",
        ),
        (
            r#"{"id":["b"],"width":1}"#,
            "result.photos[0][1].id",
            "invalid type: sequence, expected a string",
        ),
        (
            r#"{"id":{"b":{}},"width":1}"#,
            "result.photos[0][1].id",
            "invalid type: map, expected a string",
        ),
        (
            r#"{"id":null,"width":1}"#,
            "result.photos[0][1].id",
            "invalid type: null, expected a string",
        ),
        (
            r#"{"id":"b"}"#,
            "result.photos[0][1]",
            "missing field `width`",
        ),
        ("{}", "result.photos[0][1]", "missing field `id`"),
        (
            "7",
            "result.photos[0][1]",
            "invalid type: integer `7`, expected struct Photo",
        ),
        (
            r#"{"id":"b","width":3000000000}"#,
            "result.photos[0][1].width",
            "invalid value: integer `3000000000`, expected i32",
        ),
        (
            r#"{"id":"b","width":99999999999999999999}"#,
            "result.photos[0][1].width",
            "invalid type: floating point `1e+20`, expected i32",
        ),
        (
            r#"{"id":"b","width":1,"ratio":1e999}"#,
            "result.photos[0][1].ratio",
            "number out of range",
        ),
        (
            r#"{"id":"\ud800","width":1}"#,
            "result.photos[0][1].id",
            "unexpected end of hex escape",
        ),
    ] {
        let (found, words) = misfit::<Photos>(&photos(photo));
        assert_eq!((found.as_str(), words.as_str()), (path, problem), "{photo}");
    }
}

#[test]
fn a_result_of_the_wrong_type_is_located() {
    for (result, problem) in [
        (
            "true",
            "invalid type: boolean `true`, expected struct Photos",
        ),
        (
            "\"x\"",
            "invalid type: string \"x\", expected struct Photos",
        ),
        ("null", "invalid type: null, expected struct Photos"),
        ("{}", "missing field `photos`"),
    ] {
        let (path, words) = misfit::<Photos>(result);
        assert_eq!((path.as_str(), words.as_str()), ("result", problem));
    }
    let (path, _) = misfit::<Photos>(r#"{"photos":{"0":[]}}"#);
    assert_eq!(path, "result.photos");
}

#[test]
fn white_space_does_not_affect_the_path() {
    let (path, _) = misfit::<Photos>(
        "{\"update_id\":7,\n\"photos\" : [ [\r\n { \"id\" : \"b\" ,\n\t\"width\" :\n \"wide\"\n } ] ] }",
    );
    assert_eq!(path, "result.photos[0][0].width");
}

#[test]
fn multibyte_characters_do_not_affect_the_path() {
    let (path, _) =
        misfit::<Photos>(r#"{"née":"😀ééé\u00e9","photos":[[{"id":"日本語","width":"広い"}]]}"#);
    assert_eq!(path, "result.photos[0][0].width");
}

#[test]
fn brackets_in_texts_do_not_affect_the_path() {
    let (path, _) = misfit::<Photos>(
        r#"{"a]}":"[{\"photos\":[","\\":"\\\"","photos":[[{"id":"]}],{\"","width":[]}]]}"#,
    );
    assert_eq!(path, "result.photos[0][0].width");
}

#[test]
fn keys_that_are_not_identifiers_are_quoted() {
    for (key, expected) in [
        (r"plain_9", ".plain_9"),
        (r"two words", r#"["two words"]"#),
        (r#"qu\"ote"#, r#"["qu\"ote"]"#),
        (r"\u0061b", ".ab"),
        ("", r#"[""]"#),
    ] {
        let (path, _) = misfit::<BTreeMap<String, Vec<i64>>>(&format!(
            r#"{{"before":[],"{key}":[1,2,"three"]}}"#
        ));
        assert_eq!(path, format!("result{expected}[2]"));
    }
}

#[test]
fn a_long_text_is_shortened_in_its_middle() {
    let body = format!(r#"{{"ok":true,"result":"{}"}}"#, "é".repeat(5000));
    let error = answer::<i64>(200, &body).unwrap_err();
    let text = error.to_string();
    assert!(text.contains("invalid type: string \"éé"), "{text}");
    assert!(text.ends_with("é\", expected i64"), "{text}");
    for text in [text, format!("{error:?}")] {
        assert!(text.chars().count() < 400, "{text}");
    }
}
