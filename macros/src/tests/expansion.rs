//! The output of the macro, formatted and stored in `expansions/`, and its size. `BLESS=1 cargo
//! test -p telegrammar-macros` overwrites the files.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::run::run;

const PHOTOS: &str = r#"
    #[telegram_method("getUserProfilePhotos")]
    pub struct GetUserProfilePhotos {
        /// Whose pictures to list.
        pub user_id: i64,
        /// How many of the newest pictures to skip.
        pub offset: Option<i64>,
        /// How many pictures to return.
        #[telegram(range = 1..=100, default = 100)]
        pub limit: Option<i64>,
    }
"#;

const UNIT: &str = r#"
    #[telegram_method("getMe")]
    pub struct GetMe;
"#;

const LIFETIMES: &str = r#"
    #[telegram_method("newMethod", unlisted, returns = bool, crate = renamed)]
    pub(crate) struct NewMethod<'a, 'b: 'a> {
        pub text: &'a str,
        #[telegram(len = 1..=64)]
        pub caption: Option<Cow<'b, str>>,
        #[telegram(range = LEAST..=10)]
        pub count: Option<i64>,
        #[telegram(skip)]
        pub cache: Cache,
    }
"#;

/// Formats the expansion with `rustfmt`, a statement or item to a line: every path is absolute, and
/// at the usual width its first 27 columns would break most lines in three.
fn formatted(source: &str) -> String {
    let outcome = run(source);
    assert!(outcome.sink.errors.is_empty(), "{:?}", outcome.sink.errors);
    let mut rustfmt = Command::new("rustfmt")
        .args([
            "--edition",
            "2024",
            "--config",
            "max_width=200,use_small_heuristics=Max",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rustfmt, which the toolchain's file asks for");
    let mut input = rustfmt.stdin.take().expect("a pipe");
    let text = outcome.expansion.to_string();
    input.write_all(text.as_bytes()).expect("it reads");
    drop(input);
    let output = rustfmt.wait_with_output().expect("it ends");
    assert!(output.status.success(), "not Rust:\n{text}");
    String::from_utf8(output.stdout).expect("text")
}

/// Returns the lines of code, without blank lines, documentation and attributes.
fn code(text: &str) -> usize {
    let lines = text.lines().map(str::trim_start);
    lines
        .filter(|line| !(line.is_empty() || line.starts_with("//") || line.starts_with("#[")))
        .count()
}

#[test]
fn the_expansion_equals_its_snapshot() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/expansions");
    let cases = [
        ("get_user_profile_photos.rs", PHOTOS),
        ("unit.rs", UNIT),
        ("lifetimes.rs", LIFETIMES),
    ];
    for (name, source) in cases {
        let (file, text) = (folder.join(name), formatted(source));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &text).expect("a writable file");
        }
        let stored = fs::read_to_string(&file).expect("the file");
        assert_eq!(text, stored, "{name}");
    }
}

/// Returns all parameters of a method, as its definition in the catalogue has them.
fn method(name: &str) -> (usize, String) {
    let facts = crate::facts::method(name).expect("a method");
    let fields = facts.fields.iter().map(|field| {
        let ty = field.ty.rust_type();
        let ty = if field.required {
            ty
        } else {
            format!("Option<{ty}>")
        };
        let ident = if field.name == "type" {
            "r#type"
        } else {
            field.name
        };
        format!("/// What it is for.\n {ident}: {ty},")
    });
    let fields: String = fields.collect();
    let text = format!("#[telegram_method(\"{name}\")] pub struct Method {{ {fields} }}");
    (facts.fields.len(), text)
}

/// The maximum number of lines for a method with four fields. About half of them are generated for
/// any method: `new`, `validate`, `send`, and the heads of the four impls.
const FOUR_FIELDS: usize = 82;

/// The maximum number of lines for each further field: a description with its rules and default,
/// access, a setter, and deserialization.
const FURTHER_FIELD: usize = 10;

/// The maximum number of lines for each text with entities: a function that sets both.
const FORMATTED: usize = 18;

#[test]
fn the_expansion_is_small() {
    let photos = formatted(PHOTOS);
    println!(
        "GetUserProfilePhotos: {} lines of code of {}",
        code(&photos),
        photos.lines().count()
    );
    for name in [
        "getUpdates",
        "sendMessage",
        "sendPoll",
        "sendInvoice",
        "setWebhook",
    ] {
        let (fields, source) = method(name);
        let text = formatted(&source);
        let lines = code(&text);
        println!(
            "{name}: {fields} fields, {lines} lines of code of {}",
            text.lines().count()
        );
        let pairs = source.matches("entities: ").count();
        let most = FOUR_FIELDS + FURTHER_FIELD * fields.saturating_sub(4) + FORMATTED * pairs;
        assert!(lines <= most, "{name}: {lines} lines for {fields} fields");
    }
}
