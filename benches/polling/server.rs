//! A server that always has a hundred updates: each `getUpdates` gets those of a file, with ids that go on from the
//! last answer. It prints its URL, and ends with its standard input.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};

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
        let mut stream = BufReader::new(stream?);
        std::thread::spawn(move || serve(&mut stream, batch));
    }
    Ok(())
}

fn serve(stream: &mut BufReader<TcpStream>, batch: &str) -> io::Result<()> {
    stream.get_ref().set_nodelay(true)?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let path = line.split(' ').nth(1).unwrap_or_default();
        let polls = path.rsplit('/').next().unwrap_or_default().to_lowercase() == "getupdates";
        let mut length = 0;
        while line.trim_end() != "" {
            line.clear();
            stream.read_line(&mut line)?;
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().map_err(io::Error::other)?;
            }
        }
        io::copy(&mut stream.take(length), &mut io::sink())?;
        let answer = if polls {
            numbered(batch)
        } else {
            r#"{"ok":true,"result":true}"#.to_owned()
        };
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            answer.len()
        );
        stream.get_mut().write_all((head + &answer).as_bytes())?;
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
