//! The output of the macro, formatted and stored in `expansions/`, and its size. `BLESS=1 cargo
//! test -p telegrammar-macros` overwrites the files.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use proc_macro2::{Group, Span, TokenStream, TokenTree};

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
    let text = without_description(outcome.expansion).to_string();
    input.write_all(text.as_bytes()).expect("it reads");
    drop(input);
    let output = rustfmt.wait_with_output().expect("it ends");
    assert!(output.status.success(), "not Rust:\n{text}");
    String::from_utf8(output.stdout).expect("text")
}

/// Removes what the feature `openapi` adds: the rest must be what is generated without it.
fn without_description(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_end = matches!(&token, TokenTree::Ident(word) if word == "describe");
        match token {
            TokenTree::Group(group) => {
                let inner = without_description(group.stream());
                let mut group = Group::new(group.delimiter(), inner);
                group.set_span(Span::call_site());
                out.push(group.into());
            }
            _ if is_end => {
                // The path before it, and the `!` and the arguments after it.
                let is_path = |token: &mut TokenTree| match token {
                    TokenTree::Punct(punct) => punct.as_char() == ':',
                    TokenTree::Ident(word) => {
                        ["telegrammar", "renamed", "__private"].contains(&&*word.to_string())
                    }
                    _ => false,
                };
                while out.pop_if(is_path).is_some() {}
                tokens.by_ref().take(2).for_each(drop);
            }
            token => out.push(token),
        }
    }
    out.into_iter().collect()
}

/// Returns what the feature `openapi` adds to a definition.
fn description(source: &str) -> String {
    let outcome = run(source);
    let whole = outcome.expansion.to_string();
    let start = whole.find("describe !");
    let text = start
        .and_then(|start| whole.get(start..))
        .unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_feature_openapi_adds_the_whole_documentation_and_the_types() {
    let source = r#"
        /// Finds dogs.
        ///
        /// All of them.
        #[telegram_method("findDogs", unlisted, returns = bool)]
        struct FindDogs {
            /// The breed.
            ///
            /// In any case.
            breed: Option<Breed>,
        }
    "#;
    let text = description(source);
    if !cfg!(feature = "openapi") {
        assert_eq!(text, "");
        return;
    }
    for part in [
        r#"concat ! (" Finds dogs." , "\n" , "" , "\n" , " All of them.")"#,
        r#"concat ! (" The breed." , "\n" , "" , "\n" , " In any case.")"#,
        "< Breed as :: telegrammar :: __private :: type_check :: AnyParam > :: shape",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let photos = description(PHOTOS);
    let (lines, size) = (photos.matches("Member {").count(), photos.len());
    println!("GetUserProfilePhotos: {lines} members, {size} bytes of description");
    assert!(photos.contains("Available methods"), "{photos}");
}

#[test]
fn the_feature_openapi_adds_the_values_that_the_page_lists() {
    let topic = |name: &str| {
        let field = "/// The color.\nicon_color: Option<i64>,";
        description(&format!(
            "#[telegram_method({name})] struct CreateForumTopic {{ chat_id: i64, name: String, {field} }}"
        ))
    };
    let listed = "values : & [:: telegrammar :: __private :: Literal :: Int (7322096) ,";
    let text = topic(r#""createForumTopic""#);
    assert_eq!(text.contains(listed), cfg!(feature = "openapi"), "{text}");
    assert_eq!(
        text.contains("may_grow : true"),
        cfg!(feature = "openapi"),
        "{text}"
    );
    // The page says nothing of other definitions.
    let text = topic(r#""createTopic", unlisted, returns = bool"#);
    assert!(!text.contains("Literal :: Int"), "{text}");
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
