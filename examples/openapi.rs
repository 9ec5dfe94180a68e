//! Writes the documents of the Bot API to a folder: for tools `openapi.json` (OpenAPI 3.1),
//! `openapi-3.0.json`, `schema.json` (JSON Schema of all types) and `tools.json` (the methods as tools of language
//! models), for people the page `index.html`.
//!
//! ```text
//! cargo run --features openapi --example openapi -- OUT_DIR
//! ```
//!
//! Without a folder, it only prints the sizes.

use std::path::PathBuf;
use std::{env, fs, io};

use telegrammar::openapi;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    if let Some(folder) = &folder {
        fs::create_dir_all(folder)?;
    }
    let document = openapi::document();
    let files = [
        ("openapi.json", format!("{document:#}\n")),
        (
            "openapi-3.0.json",
            format!("{:#}\n", document.to_3_0().document),
        ),
        ("schema.json", format!("{:#}\n", openapi::schema_document())),
        ("tools.json", format!("{}\n", openapi::tools())),
        ("index.html", openapi::page()),
    ];
    for (name, text) in files {
        if let Some(folder) = &folder {
            fs::write(folder.join(name), &text)?;
        }
        println!("{name:<16} {:>8} bytes", text.len());
    }
    Ok(())
}
