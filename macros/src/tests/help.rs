//! Help that is followed: what it says to type makes the error disappear.

use super::run::run;
use crate::facts::{self, Shape};

/// Returns the code in backticks of the help of each error with this code.
fn helps(source: &str, code: &str) -> Vec<String> {
    let errors = run(source).sink.errors;
    let errors = errors.iter().filter(|error| error.code.name() == code);
    let helps = errors.filter_map(|error| error.help.clone());
    let typed = |help: String| help.split('`').nth(1).map(ToOwned::to_owned);
    helps.filter_map(typed).collect()
}

#[track_caller]
fn has_no_error(source: &str) {
    let errors = run(source).sink.errors;
    let heads: Vec<_> = errors.iter().map(|error| &error.head).collect();
    assert!(heads.is_empty(), "{source}: {heads:#?}");
}

#[test]
fn the_fields_that_are_missing_complete_a_definition() {
    let methods = facts::method_names().map(|name| (format!("telegram_method(\"{name}\")"), name));
    let objects = facts::type_names().filter_map(facts::ty);
    let objects = objects.filter(|ty| matches!(ty.shape, Shape::Object(_)));
    let types = objects.map(|ty| (format!("telegram_type(\"{}\")", ty.name), ty.name));
    let (mut count, mut keywords) = (0, 0);
    for (attribute, name) in methods.chain(types) {
        let fields: Vec<_> = ["H02", "H10"]
            .into_iter()
            .flat_map(|code| helps(&format!("#[{attribute}] struct X {{}}"), code))
            .collect();
        count += fields.len();
        keywords += fields.iter().filter(|field| field.contains("r#")).count();
        has_no_error(&format!(
            "#[{attribute}] struct X {{ {} }}",
            fields.concat()
        ));
        // The same help for fields without names.
        if let [help] = helps(&format!("#[{attribute}] struct X(fn());"), "A02").as_slice() {
            let without_targets = helps(&format!("#[{attribute}] {help}"), "H10").concat();
            let body = help.trim_start_matches("struct X");
            let body = body.trim().trim_matches(['{', '}', ';']);
            let comma = if body.trim().is_empty() { "" } else { "," };
            has_no_error(&format!(
                "#[{attribute}] struct X {{ {body}{comma} {without_targets} }}"
            ));
        } else {
            panic!("{name}: no help");
        }
    }
    assert!(
        count > 1000 && keywords > 10,
        "{count} fields, {keywords} keywords"
    );
}

#[test]
fn a_retired_name_is_replaced_as_the_help_says() {
    let mut count = 0;
    for retired in facts::all_retired() {
        let owners = if retired.owner == "*" {
            vec![
                "sendMessage",
                "sendVideo",
                "sendPoll",
                "ChatPermissions",
                "InlineQueryResultArticle",
            ]
        } else {
            vec![retired.owner]
        };
        for owner in owners {
            let attribute = match (facts::method(owner), facts::ty(owner)) {
                (Some(_), _) => format!("telegram_method(\"{owner}\")"),
                (None, Some(_)) => format!("telegram_type(\"{owner}\")"),
                (None, None) => continue,
            };
            let source = format!(
                "#[{attribute}] struct X {{ {}: Option<i64> }}",
                retired.name
            );
            let errors = run(&source).sink.errors;
            let about = errors.iter().filter(|error| error.code.name() == "H01");
            let helps: Vec<_> = about.filter_map(|error| error.help.clone()).collect();
            if retired.owner == "*" && !helps.iter().any(|help| help.starts_with("replaced")) {
                continue;
            }
            count += 1;
            let [help] = helps.as_slice() else {
                panic!("{source}: {helps:?}");
            };
            assert!(help.starts_with("replaced by `"), "{source}: {help}");
            let Some((_, field)) = help.split_once(": `") else {
                continue;
            };
            let source = format!(
                "#[{attribute}] struct X {{ {} }}",
                field.trim_end_matches('`')
            );
            let codes = run(&source).codes();
            assert!(
                !codes.contains(&"H01") && !codes.contains(&"H03"),
                "{source}: {codes:?}"
            );
        }
    }
    assert!(count > 90, "{count}");
}

#[test]
fn a_definition_of_the_wrong_form_is_replaced_as_the_help_says() {
    let mut count = 0;
    for ty in facts::type_names().filter_map(facts::ty) {
        let attribute = format!("telegram_type(\"{}\")", ty.name);
        if let Shape::Object(_) | Shape::Marker = ty.shape {
            let wrong = format!("#[{attribute}] enum X {{ A, B }}");
            let helps = helps(&wrong, "T03");
            assert_eq!(helps.len(), 1, "{wrong}");
            has_no_error(&format!("#[{attribute}] {}", helps.concat()));
            count += 1;
        }
    }
    for owner in facts::owners_of_words() {
        let fields = match facts::ty(owner) {
            Some(ty) => ty.fields().to_vec(),
            None => facts::method(owner).unwrap().fields,
        };
        for field in fields.iter().filter(|field| field.values.len() > 1) {
            let attribute = format!("telegram_type(\"{owner}.{}\")", field.name);
            let helps = helps(&format!("#[{attribute}] struct X;"), "T03");
            // Numbers are no words.
            if let [help] = helps.as_slice() {
                has_no_error(&format!("#[{attribute}] {help}"));
                count += 1;
            }
        }
    }
    assert!(count > 400, "{count}");
}

#[test]
fn bounds_are_completed_as_the_help_says() {
    let keys = [
        "min",
        "max",
        "min_len",
        "max_len",
        "min_items",
        "max_items",
        "max_bytes",
    ];
    let values = ["0", "1", "5", "50", "500", "5000", "-5", "1.5"];
    let mut count = 0;
    for (owner, field, ty) in [
        ("\"frob\", unlisted, returns = bool", "a", "i64"),
        ("\"frob\", unlisted, returns = bool", "a", "f64"),
        ("\"frob\", unlisted, returns = bool", "a", "String"),
        ("\"frob\", unlisted, returns = bool", "a", "Vec<i64>"),
        ("\"getUpdates\"", "limit", "Option<i64>"),
        ("\"setChatTitle\"", "title", "String"),
        ("\"setMyCommands\"", "commands", "Vec<BotCommand>"),
    ] {
        for (key, value) in keys.iter().flat_map(|key| values.map(|value| (key, value))) {
            let definition = |keys: &str| {
                let chat = if owner == "\"setChatTitle\"" {
                    "chat_id: i64,"
                } else {
                    ""
                };
                format!(
                    "#[telegram_method({owner})] struct X {{ {chat} #[telegram({keys})] {field}: {ty} }}"
                )
            };
            let wrong = definition(&format!("{key} = {value}"));
            let helps = helps(&wrong, "D01");
            assert_eq!(helps.len(), 1, "{wrong}");
            let is_whole = !value.contains(['.', '-']) && value != "0";
            if is_whole {
                has_no_error(&definition(&helps.concat()));
                count += 1;
            }
        }
    }
    assert!(count > 200, "{count}");
}
