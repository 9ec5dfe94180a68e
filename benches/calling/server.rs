//! A server with canned responses, in a separate process so that its instructions do not count.

use std::io::{self, BufRead, BufReader, Read};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use super::connection;

/// The command-line option that starts this program as the server.
pub(crate) const ARGUMENT: &str = "serve";

/// Starts the server. It ends with its standard input, and so at the latest with this process.
pub(super) fn start() -> io::Result<(Child, String)> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg(ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut address = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout).read_line(&mut address)?;
    }
    Ok((child, format!("http://{}", address.trim())))
}

/// Runs the server process: prints its address, and serves each connection.
pub(crate) fn run() -> io::Result<()> {
    std::thread::spawn(|| {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let stream = stream?;
        std::thread::spawn(move || connection::serve(stream, |method| answer(method).into()));
    }
    Ok(())
}

fn answer(method: &str) -> &'static str {
    match method {
        "getMe" => super::ME,
        "getUserProfilePhotos" => super::PHOTOS,
        _ => super::MESSAGE,
    }
}
