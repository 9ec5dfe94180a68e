//! Makes a document while building, as a program may that serves it.

use telegrammar::openapi::Methods;

fn main() {
    let count = Methods::bot_api().iter().count();
    println!("cargo::rustc-env=METHODS={count}");
    println!("cargo::rerun-if-changed=build.rs");
}
