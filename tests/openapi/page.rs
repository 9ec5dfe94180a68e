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
                "result object UserProfilePhotos Required A user's profile pictures. attributes of UserProfilePhotos",
                "default response attributes Error",
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
            &[
                "The response to a call that failed.",
                "ok boolean Required The call failed. Always false.",
                "error_code integer Required",
                "description string Required",
                "parameters object ResponseParameters What the bot can do about it",
                "attributes of ResponseParameters",
                "404",
                "429",
            ],
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
    // `reference.mjs` compresses it.
    assert!(page.len() < 2_000_000, "{} bytes", page.len());
    assert!(values(&page, "src").is_empty());
    let (_, style) = page.split_once("<style>").expect("a style");
    let (style, _) = style.split_once("</style>").expect("its end");
    assert!(!style.contains("@import") && !style.contains("url("));
    assert!(page.contains("default-src 'none'"));
    assert_eq!(page.matches("<link ").count(), 1);
    assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"));
    // Texts are no markup.
    assert_eq!(page.matches("<script>").count(), 2);
}

#[test]
fn articles_are_text_where_scripts_run() {
    let page = page();
    // So a browser reads no elements but those of the contents and of the overview.
    let outside: String = page
        .split("<noscript>")
        .map(|part| {
            part.split_once("</noscript>")
                .map_or(part, |(_, rest)| rest)
        })
        .collect();
    let elements = outside.matches('<').count() - outside.matches("</").count();
    assert!(elements < 6_000, "{elements} elements");
    assert_eq!(
        page.matches("<noscript>").count(),
        page.matches("<article").count() - 1
    );
    assert_eq!(
        page.matches("</noscript>").count(),
        page.matches("<noscript>").count()
    );
}

/// Searches.
#[telegram_method("search", unlisted, returns = Found)]
struct Search {
    /// For what.
    results: String,
}

/// Overviews.
#[telegram_method("overview", unlisted, returns = bool)]
struct Overview {}

/// What was found.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Found {
    /// The contents.
    contents: Option<String>,
}

#[test]
fn names_of_methods_are_no_addresses_of_the_page_itself() {
    let methods = Methods::new().with::<Search>().with::<Overview>();
    let page = Document::builder().methods(methods).page();
    let ids = values(&page, "id");
    let unique: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for name in [
        "search",
        "overview",
        "Found",
        "search.results",
        "Found.contents",
    ] {
        assert!(unique.contains(name), "{name}");
    }
    let outside = page.split_once("<main").expect("articles").0;
    for id in values(outside, "id") {
        assert!(id.starts_with("page-"), "{id}");
    }
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
/// - It may be small:
///   1. `</noscript><script>alert(1)</script>`
///   2. [out](javascript:alert), [in](JAVASCRIPT:alert), [data](data:text/html,x), <javascript:alert>
///
/// | a | </table> |
/// |---|---|
/// | 1 | <img src=x onerror=alert(1)> |
///
/// > "quoted"
///
/// ```html
/// </code></pre></noscript><script>alert(2)</script>
/// ```
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
        "Things & more makeThing POST /makeThing Makes a Thing . It may be small: &lt;/noscript>&lt;script>alert(1)&lt;/script> out, in, data, &lt;javascript:alert> a &lt;/table> 1 &lt;img src=x onerror=alert(1)> \"quoted\" &lt;/code>&lt;/pre>&lt;/noscript>&lt;script>alert(2)&lt;/script>",
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
    for link in values(&page, "href") {
        let schemes = ["#", "https://", "data:,"];
        assert!(schemes.iter().any(|it| link.starts_with(it)), "{link}");
    }
    assert!(!page.contains("<b>marks") && !page.contains("<img"));
    assert_eq!(page.matches("<script>").count(), 2);
    assert_eq!(
        page.matches("</noscript>").count(),
        page.matches("<article").count() - 1
    );
    assert!(page.contains("href=\"https://example.org/?a=&quot;b&quot;\""));
    assert!(article(&page, "Sort").contains("\"small\" Not large. Later versions may have more."));
    assert!(!method.contains("Bot API"), "it is not Telegram's");
}
