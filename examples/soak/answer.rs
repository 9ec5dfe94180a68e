//! Answers requests, correctly or not.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::fault::Fault;
use crate::plan::{Key, Plan, Work};

const CHAT: &str = r#"{"id":1,"type":"private","first_name":"Ann","accent_color_id":0,"max_reaction_count":11,"accepted_gift_types":{"unlimited_gifts":true,"limited_gifts":true,"unique_gifts":true,"premium_subscription":true,"gifts_from_channels":true}}"#;
const MESSAGE: &str = r#"{"message_id":1,"date":1,"chat":{"id":1,"type":"private","first_name":"Ann"},"text":"Hello"}"#;
/// A giant body is this 128 times, which is beyond the client's limit.
const PIECE_OF_GIANT: [u8; 4096] = [b' '; 4096];
const PIECES_OF_GIANT: usize = 128;

/// Answers a request. Returns whether the connection is over.
pub(crate) async fn answer(stream: &mut TcpStream, plan: &Plan, key: Key) -> io::Result<bool> {
    let result = match plan.work(key.id) {
        Work::Chat => CHAT,
        Work::Message | Work::Document(_) | Work::Edit(_) => MESSAGE,
    };
    let success = response(200, "", &format!(r#"{{"ok":true,"result":{result}}}"#));
    let Some(fault) = plan.fault(key) else {
        return write(stream, &success, false).await;
    };
    match fault {
        // Only the first comes as far as here.
        Fault::Close | Fault::Refuse | Fault::Reset | Fault::CutRequest | Fault::StallUnread => {
            Ok(true)
        }
        Fault::StallRead => {
            // Until the client gives up and closes the connection.
            let _ = stream.read(&mut [0; 1]).await;
            Ok(true)
        }
        Fault::CutResponse => {
            // In the head or in the body.
            let length = success.len() / if plan.variant(key) { 2 } else { 20 };
            write(stream, success.get(..length).unwrap_or_default(), true).await
        }
        Fault::LongLength => {
            let long = success.replace("Content-Length: ", "Content-Length: 9");
            write(stream, &long, true).await
        }
        Fault::ShortLength => {
            let body = success.split_once("\r\n\r\n").map_or("", |(_, body)| body);
            let short = body.len() - 5;
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {short}\r\n\r\n");
            write(stream, &(head + body), false).await
        }
        Fault::Garbage => write(stream, &response(200, "", "\u{1}garbage"), false).await,
        Fault::Giant => giant(stream, plan.variant(key)).await,
        Fault::Trickle => {
            for piece in success.as_bytes().chunks(48) {
                stream.write_all(piece).await?;
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            Ok(false)
        }
        Fault::CloseAfter => write(stream, &success, true).await,
        Fault::Flood | Fault::FloodHeader | Fault::FloodBare | Fault::FloodLong => {
            write(stream, &flood(fault), false).await
        }
        Fault::Internal => write(stream, &refusal(500, "", ""), false).await,
        Fault::Conflict => write(stream, &refusal(409, "", ""), false).await,
        Fault::BadGateway => {
            let page = response(502, "", "<html>Bad Gateway</html>");
            write(stream, &page, false).await
        }
    }
}

async fn write(stream: &mut TcpStream, text: &str, is_over: bool) -> io::Result<bool> {
    stream.write_all(text.as_bytes()).await?;
    Ok(is_over)
}

fn response(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\n\r\n{body}")
}

fn refusal(status: u16, headers: &str, parameters: &str) -> String {
    let body = format!(r#"{{"ok":false,"error_code":{status},"description":"no"{parameters}}}"#);
    response(status, headers, &body)
}

fn flood(fault: Fault) -> String {
    let wait = fault.retry_after().as_secs();
    let header = match fault {
        Fault::FloodBare => String::new(),
        _ => format!("Retry-After: {wait}\r\n"),
    };
    let parameters = match fault {
        Fault::FloodBare | Fault::FloodHeader => String::new(),
        _ => format!(r#","parameters":{{"retry_after":{wait}}}"#),
    };
    refusal(429, &header, &parameters)
}

/// Sends a body that is too large, and tells its length in advance or not.
async fn giant(stream: &mut TcpStream, has_length: bool) -> io::Result<bool> {
    let length = PIECE_OF_GIANT.len() * PIECES_OF_GIANT;
    let head = if has_length {
        format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n")
    } else {
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_owned()
    };
    stream.write_all(head.as_bytes()).await?;
    for _ in 0..PIECES_OF_GIANT {
        stream.write_all(&PIECE_OF_GIANT).await?;
    }
    Ok(true)
}
