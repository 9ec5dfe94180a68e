//! An API of your own, declared as that of Telegram is: six methods of a library, their document, their
//! page, and calls that are answered within the program.
//!
//! ```text
//! cargo run --features openapi --example own_api -- OUT_DIR
//! ```
//!
//! Without a folder, it writes to the one for temporary files.

use std::convert::Infallible;
use std::path::PathBuf;
use std::{env, fs};

use serde_json::json;
use telegrammar::openapi::{Document, Methods};
use telegrammar::transport::{Request, Response};
use telegrammar::{Bot, telegram_method, telegram_type};
use tower::service_fn;

/// A book of the library.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Book {
    /// Its number on the shelf.
    id: i64,
    /// Its title.
    #[telegram(len = 1..=200)]
    title: String,
    /// In which language it is.
    language: Option<Language>,
    /// Who has it, if somebody has.
    reader_id: Option<i64>,
}

/// A language that the library has books in.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Language {
    /// English.
    English,
    /// German.
    German,
    Unknown(String),
}

/// Returns one book.
#[telegram_method("getBook", unlisted, repeatable, returns = Book)]
struct GetBook {
    /// The number of the book.
    book_id: i64,
}

/// Lists books, the newest first.
#[telegram_method("findBooks", unlisted, repeatable, returns = Vec<Book>)]
struct FindBooks {
    /// What their titles contain.
    #[telegram(len = 1..=64)]
    query: Option<String>,
    /// How many to return at most.
    #[telegram(range = 1..=50, default = 10)]
    limit: Option<u8>,
}

/// Adds a book.
#[telegram_method("addBook", unlisted, returns = Book)]
struct AddBook {
    /// Its title.
    #[telegram(len = 1..=200)]
    title: String,
    /// In which language it is.
    language: Option<Language>,
}

/// Removes a book, or all books of a language.
#[telegram_method("removeBooks", unlisted, returns = bool, one_of(book_id, language))]
struct RemoveBooks {
    /// The number of the book.
    book_id: Option<i64>,
    /// The language.
    language: Option<Language>,
}

/// Lends a book to a reader.
#[telegram_method("lendBook", unlisted, returns = bool)]
struct LendBook {
    /// The number of the book.
    book_id: i64,
    /// Who gets it.
    reader_id: i64,
    /// For how many days.
    #[telegram(range = 1..=90, default = 28)]
    days: Option<u16>,
}

/// Takes a book back.
#[telegram_method("returnBook", unlisted, returns = bool)]
struct ReturnBook {
    /// The number of the book.
    book_id: i64,
}

/// The library itself. Any service from a request to a response is a transport.
async fn library(request: Request) -> Result<Response, Infallible> {
    let body = match request.method() {
        "findBooks" => json!({"ok": true, "result": [{"id": 1, "title": "Walden"}]}),
        "lendBook" => json!({"ok": true, "result": true}),
        _ => json!({"ok": false, "error_code": 404, "description": "Not Found"}),
    };
    Ok(Response::new(200, body.to_string()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let methods = Methods::new()
        .with::<GetBook>()
        .with::<FindBooks>()
        .with::<AddBook>()
        .with::<RemoveBooks>()
        .with::<LendBook>()
        .with::<ReturnBook>();
    let builder = Document::builder()
        .methods(methods.clone())
        .title("Library")
        .version("1.0.0")
        .description("Who has which book.")
        .server("https://library.example.org/api", "The library");

    let temporary = || env::temp_dir().join("telegrammar-own-api");
    let folder = env::args_os().nth(1).map_or_else(temporary, PathBuf::from);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), builder.page())?;
    fs::write(
        folder.join("openapi.json"),
        format!("{:#}\n", builder.build()),
    )?;
    println!("written   {}", folder.display());

    let bot = Bot::builder("123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0")
        .transport(service_fn(library))
        .build()?;
    for book in FindBooks::new().query("wal").send(&bot).await? {
        println!("found     {}, {}", book.id, book.title);
    }
    // By name, as a command line or an agent calls a method. The rules are those of the struct.
    for days in [14, 365] {
        let parameters = json!({"book_id": 1, "reader_id": 7, "days": days});
        match methods.call(&bot, "lendBook", &parameters)?.await {
            Ok(result) => println!("lent      {result}"),
            Err(error) => println!("refused   {error}"),
        }
    }
    Ok(())
}
