//! A connection of a server with canned responses.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;

/// Answers each request with what is returned for the last part of its path.
pub(crate) fn serve<'a>(
    stream: TcpStream,
    answer: impl Fn(&str) -> Cow<'a, str>,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
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
        io::copy(&mut io::Read::take(&mut stream, length), &mut io::sink())?;
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
