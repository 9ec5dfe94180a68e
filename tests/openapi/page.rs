//! The page of a document: what it says, what it contains, and what it must not contain.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use telegrammar::openapi::{Document, MethodEntry, Methods, document, page};
use telegrammar::{telegram_method, telegram_type};

/// The text of an article, without tags, and with white space as one space.
fn article(page: &str, name: &str) -> String {
    let start = format!("<article id=\"{name}\"");
    let (_, rest) = page
        .split_once(&start)
        .unwrap_or_else(|| panic!("no {name}"));
    let (article, _) = rest.split_once("</article>").expect("an end");
    let (_, article) = article.split_once('>').expect("the end of a tag");
    let mut text = String::new();
    for part in article.split('<').skip(1) {
        let (_, content) = part.split_once('>').expect("the end of a tag");
        write!(text, "{content} ").expect("a string takes everything");
    }
    let text = text.replace("&quot;", "\"").replace("&#39;", "'");
    let text = text.replace("&gt;", ">").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_says_of_a_method_what_the_first_page_said() {
    let page = page();
    let facts: [(&str, &[&str]); 5] = [
        (
            "getUserProfilePhotos",
            &[
                "Lists the profile pictures of a user",
                "POST /getUserProfilePhotos",
                "Body Required",
                "user_id integer int64 Required Whose pictures to list.",
                "offset integer int64 How many pictures to skip; all are listed if unset.",
                "limit integer int64 How many pictures to return at most. Between 1 and 100, default 100.",
                "Responses 200 response attributes ok boolean Required The call succeeded. Always true.",
                "result object UserProfilePhotos Required attributes of UserProfilePhotos",
                "default response attributes ok boolean Required The call failed. Always false.",
                "error_code integer Required",
                "description string Required",
                "parameters object ResponseParameters What the bot can do about it",
                "attributes of ResponseParameters",
                "curl \\ -X POST \"https://api.telegram.org/bot$TOKEN/getUserProfilePhotos\" \\ -H \"Content-Type: application/json\" \\ -d '{\"user_id\":42,\"limit\":100}'",
                "Rust let result = GetUserProfilePhotos::new(42).limit(100) .send(&bot) .await?;",
                "Request example { \"user_id\": 42, \"limit\": 100 }",
                "Response example (200) { \"ok\": true, \"result\": { \"total_count\": 5, \"photos\": [ [ { \"file_id\": ",
                "Response example (default) { \"ok\": false, \"error_code\": 429, \"description\": ",
                "\"parameters\": { \"retry_after\": 5 }",
            ],
        ),
        (
            "UserProfilePhotos",
            &[
                "A user's profile pictures.",
                "total_count integer int64 Required How many the user has in all.",
                "photos array of array of object PhotoSize Required The pictures asked for, each in up to 4 sizes.",
                "attributes of PhotoSize",
            ],
        ),
        (
            "PhotoSize",
            &[
                "file_id string Required",
                "width integer int64 Required Width in pixels.",
                "file_size integer int64 Size in bytes.",
            ],
        ),
        (
            "Error",
            &["The response to a call that failed.", "404", "429"],
        ),
        (
            "ResponseParameters",
            &[
                "What to do about a failed request.",
                "migrate_to_chat_id integer int64 The id of the supergroup the group turned into; may need 52 bits, so store it in 64.",
                "retry_after integer int64 How many seconds to wait before trying again, when a flood limit was hit.",
            ],
        ),
    ];
    for (name, facts) in facts {
        let text = article(&page, name);
        for fact in facts {
            assert!(text.contains(fact), "{name} lacks {fact:?}: {text}");
        }
    }
}

/// The values of an attribute.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    let parts = page.split(&*start).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn all_methods_and_types_are_on_the_page_and_every_link_leads_somewhere() {
    let page = page();
    let ids = values(&page, "id");
    let unique: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an address is there twice");
    let mut names: Vec<_> = Methods::bot_api().iter().map(MethodEntry::name).collect();
    names.dedup();
    assert_eq!(names.len(), 185);
    let schemas = document().json().pointer("/components/schemas").unwrap();
    let schemas = schemas.to_value();
    // Requests are methods, inputs are what bots send of a type; chats and files are words in the text.
    let structs: BTreeSet<_> = Methods::bot_api()
        .iter()
        .map(MethodEntry::struct_name)
        .collect();
    let types = schemas.as_object().unwrap().keys().map(String::as_str);
    let types = types.filter(|name| {
        let is_input = name
            .strip_suffix("Input")
            .is_some_and(|name| schemas.get(name).is_some());
        !is_input && !structs.contains(name) && !["ChatId", "InputFile"].contains(name)
    });
    let types: Vec<_> = types.collect();
    assert!(types.len() >= 400, "{} types", types.len());
    for name in names.iter().chain(&types) {
        assert!(page.contains(&format!("<article id=\"{name}\"")), "{name}");
    }
    for link in values(&page, "href")
        .iter()
        .filter_map(|link| link.strip_prefix('#'))
    {
        assert!(unique.contains(link), "#{link} leads nowhere");
    }
    for name in values(&page, "data-type") {
        assert!(unique.contains(name), "{name} cannot be unfolded");
    }
}

#[test]
fn the_page_is_deterministic_small_and_loads_nothing() {
    let page = page();
    assert!(page == telegrammar::openapi::page());
    // Compressed, it is a tenth of this; below 1 MB with any compression that is one.
    println!("{} bytes", page.len());
    assert!(page.len() < 2_500_000, "{} bytes", page.len());
    assert!(values(&page, "src").is_empty());
    assert!(!page.contains("@import") && !page.contains("url("));
    assert!(page.contains("default-src 'none'"));
    assert_eq!(page.matches("<link ").count(), 1);
    assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"));
    // Texts are no markup.
    assert_eq!(page.matches("<script>").count(), 2);
}

/// Something with <b>marks</b> & "quotes".
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Thing {
    /// A `<script>` in [a link](javascript:alert) and [another](https://example.org/?a="b").
    #[telegram(len = 2..=5)]
    name: String,
    /// Which sort it is of.
    sort: Sort,
    /// What is in it.
    parts: Vec<Thing>,
}

/// A sort.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Sort {
    /// Not large.
    Small,
    Unknown(String),
}

/// Makes a [`Thing`].
///
/// - It may be small.
#[telegram_method("makeThing", unlisted, returns = Thing, one_of(thing, copies))]
struct MakeThing {
    /// How many.
    #[telegram(range = 50..=60)]
    count: u16,
    /// The one to copy.
    thing: Option<Thing>,
    /// How many to copy.
    copies: Option<u8>,
    /// The type.
    #[telegram(default = "it's")]
    r#type: Option<String>,
}

#[test]
fn own_methods_have_a_page_with_samples_that_fit() {
    let methods = Methods::new().with::<MakeThing>();
    let page = Document::builder()
        .methods(methods)
        .title("Things & more")
        .server("https://things.example.org/", "Mine")
        .page();
    let method = article(&page, "makeThing");
    let facts = [
        "Things & more makeThing POST /makeThing Makes a Thing . It may be small.",
        "count integer Required How many. Between 50 and 60.",
        "type string The type. Default \"it's\".",
        "Rules",
        "\"type\":\"it'\\''s\"}'",
        "-X POST \"https://things.example.org/makeThing\"",
        "-d '{\"count\":50,\"thing\":{\"name\":\"name\",\"sort\":\"small\",\"parts\":[",
        "MakeThing::new(50) .thing(thing) .r#type(\"it's\") .send(&bot) .await?;",
        "\"result\": { \"name\": \"name\", \"sort\": \"small\", \"parts\": [",
    ];
    for fact in facts {
        assert!(method.contains(fact), "{fact:?}: {method}");
    }
    let thing = article(&page, "Thing");
    assert!(
        thing.contains("Something with &lt;b>marks&lt;/b> & \"quotes\"."),
        "{thing}"
    );
    assert!(thing.contains("2 to 5 characters."), "{thing}");
    assert!(!page.contains("javascript:") && !page.contains("<b>marks"));
    assert!(page.contains("href=\"https://example.org/?a=&quot;b&quot;\""));
    assert!(article(&page, "Sort").contains("\"small\" Not large. Later versions may have more."));
    assert!(!method.contains("Bot API"), "it is not Telegram's");
}
