//! A server with canned responses, in a separate process so that its instructions do not count.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

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
        let mut stream = BufReader::new(stream?);
        std::thread::spawn(move || serve(&mut stream));
    }
    Ok(())
}

fn serve(stream: &mut BufReader<TcpStream>) -> io::Result<()> {
    stream.get_ref().set_nodelay(true)?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let path = line.split(' ').nth(1).unwrap_or_default();
        let method = path.rsplit('/').next().unwrap_or_default().to_owned();
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
        let answer = answer(&method);
        // Head and body in one write, and the head as long as the real server's.
        let response = format!(
            "HTTP/1.1 200 OK\r\nServer: nginx/1.18.0\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: keep-alive\r\n\
             Strict-Transport-Security: max-age=31536000; includeSubDomains; preload\r\n\
             Access-Control-Allow-Origin: *\r\n\r\n{answer}",
            answer.len()
        );
        stream.get_mut().write_all(response.as_bytes())?;
    }
}

fn answer(method: &str) -> &'static str {
    match method {
        "getMe" => super::ME,
        "getUserProfilePhotos" => super::PHOTOS,
        _ => super::MESSAGE,
    }
}
