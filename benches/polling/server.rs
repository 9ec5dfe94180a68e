//! A server that always has a hundred updates: each `getUpdates` gets those of a file, with ids that go on from the
//! last answer. It prints its URL, and ends with its standard input.

use std::borrow::Cow;
use std::io::{self, Read};
use std::net::TcpListener;
use std::sync::atomic::{AtomicU64, Ordering};

#[path = "../calling/connection.rs"]
mod connection;

const KEY: &str = "\"update_id\":";
/// As many digits as in the file, so that all answers have the same length.
const FIRST: u64 = 100_000_000;

static NEXT: AtomicU64 = AtomicU64::new(FIRST);

fn main() -> io::Result<()> {
    let path = std::env::args()
        .nth(1)
        .ok_or_else(|| io::Error::other("no file"))?;
    let batch: &str = std::fs::read_to_string(path)?.leak();
    std::thread::spawn(|| {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let stream = stream?;
        std::thread::spawn(move || connection::serve(stream, |method| answer(method, batch)));
    }
    Ok(())
}

fn answer(method: &str, batch: &str) -> Cow<'static, str> {
    if method.eq_ignore_ascii_case("getUpdates") {
        numbered(batch).into()
    } else {
        r#"{"ok":true,"result":true}"#.into()
    }
}

/// Returns the batch with new ids.
fn numbered(batch: &str) -> String {
    let mut pieces = batch.split(KEY);
    let mut answer = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        answer += KEY;
        answer += &id.to_string();
        answer += piece.trim_start_matches(|digit: char| digit.is_ascii_digit());
    }
    answer
}
