//! The calls in Rust that the page shows: they are stored as a module, so the compiler checks them, and run.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use telegrammar::Bot;
use telegrammar::openapi::page;
use telegrammar::transport::{Body, Request, Response};
use tower::service_fn;

use crate::golden::assert_golden;

/// The stored functions, one per method, and `all`, which calls each of them.
#[allow(clippy::all, clippy::pedantic, unused_variables, non_snake_case)]
mod stored {
    use serde_json::json;
    use telegrammar::methods::*;
    use telegrammar::types::*;
    use telegrammar::{Bot, InputFile};

    type Result = std::result::Result<(), Box<dyn std::error::Error>>;

    include!("golden/rust.txt");
}

/// The code of an article below a title.
fn code(article: &str, title: &str) -> Option<String> {
    let start = format!("<h3>{title}</h3><pre tabindex=\"0\"><code>");
    let (_, rest) = article.split_once(&start)?;
    let (code, _) = rest.split_once("</code>")?;
    let code = code.replace("&quot;", "\"").replace("&#39;", "'");
    let code = code.replace("&lt;", "<").replace("&gt;", ">");
    Some(code.replace("&amp;", "&"))
}

/// The articles of the methods, with their names.
fn methods(page: &str) -> Vec<(&str, &str)> {
    let articles = page.split("<article id=\"").skip(1);
    let articles = articles.filter_map(|article| article.split_once("\" class=\"method\""));
    articles.collect()
}

#[test]
fn the_calls_on_the_page_compile() {
    let page = page();
    let (mut functions, mut all) = (String::new(), String::new());
    for (name, article) in methods(&page) {
        let code = code(article, "Rust").expect("a call");
        write!(
            functions,
            "async fn {name}(bot: &Bot) -> Result {{\n{code}\nOk(())\n}}\n\n"
        )
        .expect("a string takes everything");
        writeln!(all, "all.push((\"{name}\", {name}(bot).await));").expect("as before");
    }
    let text = format!(
        "{functions}pub(super) async fn all(bot: &Bot) -> Vec<(&'static str, Result)> {{\nlet mut all = Vec::new();\n{all}all\n}}"
    );
    assert_golden("rust.txt", &text);
}

#[tokio::test]
async fn the_calls_on_the_page_send_its_requests_and_take_its_responses() {
    let page = page();
    let methods = methods(&page);
    let responses: BTreeMap<String, String> = methods
        .iter()
        .map(|(name, article)| {
            let response = code(article, "Response example (200)").expect("a response");
            ((*name).to_owned(), response)
        })
        .collect();
    let sent: Arc<Mutex<BTreeMap<&str, Value>>> = Arc::default();
    let requests = Arc::clone(&sent);
    let bot = Bot::builder("123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0")
        .transport(service_fn(move |request: Request| {
            let body = match request.body() {
                Body::Json(json) => serde_json::from_slice(json).expect("JSON"),
                _ => Value::Null,
            };
            requests.lock().unwrap().insert(request.method(), body);
            let response = responses[request.method()].clone();
            async move { Ok::<_, Infallible>(Response::new(200, response)) }
        }))
        .build()
        .unwrap();
    let mut uploads = 0;
    for (name, result) in stored::all(&bot).await {
        if let Err(error) = result {
            // The file is not there.
            assert!(error.to_string().contains("photo.jpg"), "{name}: {error}");
            uploads += 1;
        }
    }
    let sent = sent.lock().unwrap();
    assert_eq!((sent.len(), uploads), (183, 2));
    let mut compared = 0;
    for (name, article) in methods {
        let example = code(article, "Request example").unwrap_or_else(|| "{}".to_owned());
        let example: Value = serde_json::from_str(&example).expect("JSON");
        if let Some(sent) = sent.get(name).filter(|body| !body.is_null()) {
            assert_eq!(*sent, example, "{name}");
            compared += 1;
        }
    }
    assert!(compared > 170, "{compared} bodies are JSON");
}
