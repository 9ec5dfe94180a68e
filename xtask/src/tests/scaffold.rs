//! What is taken out of the catalogue is declared again.

use std::collections::BTreeMap;
use std::path::Path;

use super::round_trip::{Random, seeds};
use super::{FACTS, document};
use crate::scaffold::{Catalogue, rust_type, scaffold};

fn catalogue() -> Catalogue {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the repository");
    Catalogue::read(root).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns the fields and variants of every definition, without the boxes that save memory.
fn declared(catalogue: &Catalogue) -> BTreeMap<String, Vec<String>> {
    let unboxed = |ty: &str| match ty.split_once("Box<") {
        Some((before, after)) => format!("{before}{}", after.replacen('>', "", 1)),
        None => ty.to_owned(),
    };
    let describe = |definition| {
        let parts = catalogue.parts(definition);
        let parts = parts
            .iter()
            .map(|part| format!("{}: {}", part.name, unboxed(&part.ty)));
        parts.collect()
    };
    let definitions = catalogue.definitions();
    let all = definitions
        .iter()
        .map(|definition| (definition.ident.clone(), describe(definition)));
    all.collect()
}

#[test]
fn the_catalogue_lacks_nothing() {
    let mut catalogue = catalogue();
    let report = scaffold(&document(FACTS), "", &mut catalogue);
    assert_eq!(report, [""; 0]);
    assert_eq!(catalogue.changed().count(), 0);
}

#[test]
fn optional_objects_of_received_types_are_boxed() {
    let facts = document(FACTS);
    let mut catalogue = catalogue();
    let definitions = catalogue.definitions();
    let message = definitions.iter().find(|it| it.name == "Message");
    let parts = catalogue.parts(message.expect("the definition"));
    let entry = facts.entry("Message").expect("the entry");
    let objects = entry
        .fields()
        .filter(|field| field.optional && facts.entry(&field.ty).is_some());
    let mut boxed = 0;
    // The only field of a `ChatOwnerLeft` is a box.
    for field in objects.filter(|field| field.name != "chat_owner_left") {
        let part = parts.iter().find(|part| part.name == field.name);
        let ty = rust_type(&facts, entry, field, &mut catalogue);
        boxed += usize::from(ty.contains("Box<"));
        assert_eq!(Some(ty), part.map(|part| part.ty.clone()), "{}", field.name);
    }
    assert!(boxed > 50, "{boxed}");
}

/// Takes definitions and fields out. Closed sets stay, because their names are a matter of taste.
fn take_out(catalogue: &mut Catalogue, random: &mut Random) {
    for _ in 0..30 {
        let definitions = catalogue.definitions();
        let definitions: Vec<_> = definitions
            .iter()
            .filter(|it| !it.name.contains('.') && it.head != it.end)
            // A struct for one of two results is a matter for a person.
            .filter(|it| {
                definitions
                    .iter()
                    .filter(|other| other.name == it.name)
                    .count()
                    == 1
            })
            .collect();
        let taken = definitions[random.below(definitions.len())];
        let lines = &mut catalogue.files[taken.file].lines;
        let above = lines[..taken.head]
            .iter()
            .rev()
            .take_while(|line| !line.is_empty())
            .count();
        lines.drain(taken.head - above - 1..=taken.end);
    }
    for _ in 0..40 {
        let definitions = catalogue.definitions();
        let definitions: Vec<_> = definitions
            .iter()
            .filter(|it| !it.name.contains('.'))
            .collect();
        let owner = definitions[random.below(definitions.len())];
        let parts = catalogue.parts(owner);
        let parts: Vec<_> = parts.iter().filter(|part| part.name != "Unknown").collect();
        if parts.len() > 2 {
            let line = parts[random.below(parts.len())].line;
            let lines = &mut catalogue.files[owner.file].lines;
            let above = lines[..line]
                .iter()
                .rev()
                .take_while(|line| line.trim().starts_with(['/', '#']))
                .count();
            lines.drain(line - above..=line);
        }
    }
}

#[test]
fn what_was_taken_out_is_declared_again() {
    let facts = document(FACTS);
    let whole = declared(&catalogue());
    let (mut same, mut all) = (0, 0);
    for seed in seeds().take(2) {
        let mut catalogue = catalogue();
        take_out(&mut catalogue, &mut Random(seed));
        let before = declared(&catalogue);
        let report = scaffold(&facts, "", &mut catalogue);
        assert!(report.len() > 30, "seed {seed}: {report:#?}");
        assert_eq!(scaffold(&facts, "", &mut catalogue), [""; 0], "seed {seed}");
        let found = declared(&catalogue);
        for (ident, parts) in &whole {
            let found = found
                .get(ident)
                .unwrap_or_else(|| panic!("seed {seed}: no {ident}"));
            if before.get(ident) != Some(parts) {
                all += 1;
                if found == parts {
                    same += 1;
                } else {
                    println!("{ident}: {found:#?} for {parts:#?}");
                }
            }
        }
    }
    // Names of variants that the page does not determine, and wrappers of several alternatives.
    println!("{same} of {all}");
    assert!(
        same * 100 >= all * 90,
        "{same} of {all} definitions are as they were"
    );
}

#[test]
fn what_the_facts_no_longer_have_is_named_with_its_line() {
    let facts = FACTS.replace("  foursquare_id?: String\n", "");
    let facts = facts.replace("values regular|quiz hedged", "values regular hedged");
    let facts = facts.replace(
        "  file_unique_id: String\n",
        "  file_unique_id?: Array<String>\n",
    );
    let mut catalogue = catalogue();
    let report = scaffold(&document(&facts), "", &mut catalogue);
    let has = |end: &str| {
        report
            .iter()
            .any(|line| line.contains(".rs:") && line.ends_with(end))
    };
    for end in [
        ": remove or rename foursquare_id",
        ": remove the word Quiz",
        ": file_unique_id is of the type Array<String> now",
        ": file_unique_id is optional now",
    ] {
        assert!(has(end), "{end}: {report:#?}");
    }
}

#[test]
fn a_method_with_two_results_has_two_structs() {
    let method = "method editMessageTune -> Message|True by inline_message_id repeatable\n  chat_id?: Integer64|String\n  \
                  message_id?: Integer\n  inline_message_id?: String\n  tune: Array<Array<Float>>\n\nmethod stopPoll ";
    let facts = FACTS.replacen("method stopPoll ", method, 1);
    let mut catalogue = catalogue();
    scaffold(&document(&facts), "", &mut catalogue);
    let declared = declared(&catalogue);
    assert_eq!(
        declared["EditMessageTune"],
        ["chat_id: ChatId", "message_id: i64", "tune: Vec<Vec<f64>>"]
    );
    assert_eq!(
        declared["EditInlineMessageTune"],
        ["inline_message_id: String", "tune: Vec<Vec<f64>>"]
    );
}

#[test]
fn what_is_first_in_its_section_is_declared_in_the_file_of_its_section() {
    for (section, entry, file) in [
        ("Games", "method openGame -> True once", "methods/games.rs"),
        (
            "Stickers",
            "method wipeStickers -> True once",
            "methods/stickers.rs",
        ),
        (
            "Getting updates",
            "method skipUpdates -> True once",
            "methods/getting_updates.rs",
        ),
    ] {
        let title = format!("section {section}\n\n");
        let facts = FACTS.replacen(&title, &format!("{title}{entry}\n\n"), 1);
        is_declared(&facts, entry, file);
    }
    for (section, file) in [
        ("Games", "types/games.rs"),
        ("Stickers", "types/stickers.rs"),
        ("Inline mode", "types/inline_mode.rs"),
        ("Available types", "types/users_and_chats.rs"),
    ] {
        let title = format!("section {section}\n\n");
        let entry = "object Rock in\n  weight: Integer";
        let (before, after) = FACTS.rsplit_once(&title).expect(section);
        is_declared(&format!("{before}{title}{entry}\n\n{after}"), entry, file);
    }
}

/// Scaffolds one new entry, which comes to a file, between empty lines.
#[track_caller]
fn is_declared(facts: &str, entry: &str, file: &str) {
    let mut catalogue = catalogue();
    let report = scaffold(&document(facts), "", &mut catalogue);
    let name = entry.split(' ').nth(1).expect("a name");
    assert_eq!(report.len(), 1, "{report:#?}");
    assert!(
        report[0].starts_with(&format!("{name}: declared in ")),
        "{report:?}"
    );
    assert!(report[0].ends_with(file), "{report:?}");
    let file = catalogue
        .files
        .iter()
        .find(|it| it.is_changed)
        .expect("a file");
    let added: Vec<_> = file
        .lines
        .windows(2)
        .filter(|pair| pair[0].is_empty() && pair[1].is_empty())
        .collect();
    assert!(added.is_empty());
    let docs = format!("/// TODO(docs): what `{name}` is.");
    let at = file
        .lines
        .iter()
        .position(|line| *line == docs)
        .expect("its documentation");
    assert_eq!(file.lines[at - 1], "");
    let declared = file.lines.iter().skip(at).position(String::is_empty);
    assert!(declared.is_some_and(|length| length <= 10), "{declared:?}");
}

/// Returns the code of a definition.
fn code(catalogue: &Catalogue, name: &str) -> Vec<String> {
    let definitions = catalogue.definitions();
    let own = definitions.iter().find(|it| it.name == name).expect(name);
    let lines = &catalogue.files[own.file].lines[own.head + 1..own.end];
    let code = lines.iter().map(|line| line.trim());
    code.filter(|line| !line.starts_with('/'))
        .map(str::to_owned)
        .collect()
}

const TAKEN: &str = "method openGame -> True once\n  new: String\n  send: Boolean\n  validate?: Boolean\n  \
    self: String\n  type: String\n  async: Boolean\n  gen: Integer\n  kind: String values self|unknown|1\n\n";

#[test]
fn names_that_are_no_fields_in_rust_are_others() {
    let title = "section Games\n\n";
    let facts = FACTS.replacen(title, &format!("{title}{TAKEN}"), 1);
    let mut catalogue = catalogue();
    scaffold(&document(&facts), "", &mut catalogue);
    assert_eq!(
        code(&catalogue, "openGame"),
        [
            "#[telegram(rename = \"new\")]",
            "pub new_value: String,",
            "#[telegram(rename = \"send\")]",
            "pub send_value: bool,",
            "#[telegram(rename = \"validate\")]",
            "pub validate_value: Option<bool>,",
            "#[telegram(rename = \"self\")]",
            "pub self_value: String,",
            "pub r#type: String,",
            "pub r#async: bool,",
            "pub r#gen: i64,",
            "pub kind: Kind,",
        ]
    );
    assert_eq!(
        code(&catalogue, "openGame.kind"),
        [
            "#[telegram(rename = \"self\")]",
            "SelfValue,",
            "#[telegram(rename = \"unknown\")]",
            "UnknownValue,",
            "#[telegram(rename = \"1\")]",
            "Value1,",
        ]
    );
    assert_eq!(scaffold(&document(&facts), "", &mut catalogue), [""; 0]);

    // They are renamed as others are, and others become one of them.
    let later = facts.replacen("  new: String\n", "  newest: String\n", 1);
    let later = later.replacen("  gen: Integer\n", "  validate_all: Integer\n", 1);
    let later = later.replacen("  type: String\n  async", "  crate: String\n  async", 1);
    let new = document(&later);
    let (version, _) = new.version().expect("a version");
    let renamed = ["new -> newest", "type -> crate", "gen -> validate_all"];
    let retired = renamed.map(|names| format!("openGame {names} {version}\n"));
    let retired = retired.concat();
    scaffold(&new, &retired, &mut catalogue);
    let code = code(&catalogue, "openGame");
    for lines in [
        ["#[telegram(rename = \"newest\")]", "pub new_value: String,"],
        [
            "#[telegram(rename = \"crate\")]",
            "pub crate_value: String,",
        ],
        ["pub r#async: bool,", "pub validate_all: i64,"],
    ] {
        assert!(code.windows(2).any(|pair| pair == lines), "{code:#?}");
    }
}
