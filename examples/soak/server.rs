//! A server on loopback that fails in every way, and records what it did.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::random::{fraction, random};

const CHAT: &str = r#"{"id":1,"type":"private","first_name":"Ann","accent_color_id":0,"max_reaction_count":11,"accepted_gift_types":{"unlimited_gifts":true,"limited_gifts":true,"unique_gifts":true,"premium_subscription":true,"gifts_from_channels":true}}"#;
const MESSAGE: &str = r#"{"message_id":1,"date":1,"chat":{"id":1,"type":"private","first_name":"Ann"},"text":"Hello"}"#;

/// How the server fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It closes the connection without an answer, and does not perform the request.
    Close,
    /// It never answers, and does not perform the request.
    Stall,
    /// It performs the request and never answers.
    StallPerformed,
    /// It performs the request and closes the connection without an answer.
    ClosePerformed,
    CutResponse,
    WrongLength,
    Garbage,
    Giant,
    Trickle,
    Flood,
    FloodWithoutParameters,
    Internal,
    BadGateway,
    Conflict,
}

impl Fault {
    pub(crate) const ALL: [Self; 14] = [
        Self::Close,
        Self::Stall,
        Self::StallPerformed,
        Self::ClosePerformed,
        Self::CutResponse,
        Self::WrongLength,
        Self::Garbage,
        Self::Giant,
        Self::Trickle,
        Self::Flood,
        Self::FloodWithoutParameters,
        Self::Internal,
        Self::BadGateway,
        Self::Conflict,
    ];
}

/// A request that the server received, as a whole or in part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    pub(crate) id: u64,
    pub(crate) arrived: Instant,
    pub(crate) answered: Instant,
    pub(crate) is_performed: bool,
    pub(crate) fault: Option<Fault>,
    /// The seconds that a flood error asks for.
    pub(crate) retry_after: u64,
}

/// The server. Clones are the same server.
#[derive(Clone)]
pub(crate) struct Server(Arc<Inner>);

struct Inner {
    address: SocketAddr,
    seed: u64,
    faults: f64,
    record: Mutex<Vec<Event>>,
    /// The number of attempts of each call so far.
    attempts: Mutex<HashMap<u64, u64>>,
    connections: AtomicUsize,
}

impl Server {
    pub(crate) async fn start(seed: u64, faults: f64) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let server = Self(Arc::new(Inner {
            address: listener.local_addr()?,
            seed,
            faults,
            record: Mutex::default(),
            attempts: Mutex::default(),
            connections: AtomicUsize::new(0),
        }));
        let accepting = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = accepting.clone();
                server.0.connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(async move {
                    let _ = server.serve(stream).await;
                    server.0.connections.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Ok(server)
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    pub(crate) fn connections(&self) -> usize {
        self.0.connections.load(Ordering::SeqCst)
    }

    pub(crate) fn record(&self) -> Vec<Event> {
        let record = self.0.record.lock().unwrap_or_else(PoisonError::into_inner);
        record.clone()
    }

    /// Answers the requests on a connection. It ends when either side closes it.
    async fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        loop {
            let Some((id, is_chat)) = receive(&mut stream).await? else {
                return Ok(());
            };
            let arrived = Instant::now();
            let result = if is_chat { CHAT } else { MESSAGE };
            let fault = self.fault(id);
            let (is_performed, retry_after) = match fault {
                Some(Fault::Flood | Fault::FloodWithoutParameters) => (false, 1),
                Some(
                    Fault::Close
                    | Fault::Stall
                    | Fault::Internal
                    | Fault::BadGateway
                    | Fault::Conflict,
                ) => (false, 0),
                _ => (true, 0),
            };
            let at = {
                let mut record = self.0.record.lock().unwrap_or_else(PoisonError::into_inner);
                record.push(Event {
                    id,
                    arrived,
                    answered: arrived,
                    is_performed,
                    fault,
                    retry_after,
                });
                record.len() - 1
            };
            let is_over = answer(&mut stream, fault, result).await?;
            let mut record = self.0.record.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(event) = record.get_mut(at) {
                event.answered = Instant::now();
            }
            if is_over {
                return Ok(());
            }
        }
    }

    /// Chooses how to fail, by the call and the number of its attempts so far.
    fn fault(&self, id: u64) -> Option<Fault> {
        let attempt = {
            let attempts = self.0.attempts.lock();
            let mut attempts = attempts.unwrap_or_else(PoisonError::into_inner);
            let count = attempts.entry(id).or_default();
            *count += 1;
            *count - 1
        };
        let Inner { seed, faults, .. } = &*self.0;
        if fraction(*seed, &[id, attempt, 3]) >= *faults {
            return None;
        }
        let count = u64::try_from(Fault::ALL.len()).unwrap_or(1);
        let chosen = usize::try_from(random(*seed, &[id, attempt, 4]) % count);
        Fault::ALL.get(chosen.unwrap_or_default()).copied()
    }
}

/// Reads a request. Returns the id of the call, and whether it asks for a chat.
async fn receive(stream: &mut TcpStream) -> io::Result<Option<(u64, bool)>> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 2048];
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .filter_map(|line| line.split_once(':'))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .and_then(|(_, length)| length.trim().parse().ok())
                .unwrap_or(0);
            if body.len() >= length {
                let chat = body.split("\"chat_id\":").nth(1).unwrap_or_default();
                let digits = chat.split(|it: char| !it.is_ascii_digit()).next();
                let id: u64 = digits.and_then(|id| id.parse().ok()).unwrap_or_default();
                return Ok(Some((id.saturating_sub(1), head.contains("/getChat "))));
            }
        }
        match stream.read(&mut buffer).await? {
            0 => return Ok(None),
            read => bytes.extend_from_slice(buffer.get(..read).unwrap_or_default()),
        }
    }
}

fn response(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\n\r\n{body}")
}

/// Answers a request. Returns whether the connection is over.
async fn answer(stream: &mut TcpStream, fault: Option<Fault>, result: &str) -> io::Result<bool> {
    let success = response(200, "", &format!(r#"{{"ok":true,"result":{result}}}"#));
    let refused = |status: u16, headers: &str, parameters: &str| {
        let body =
            format!(r#"{{"ok":false,"error_code":{status},"description":"no"{parameters}}}"#);
        (response(status, headers, &body), false)
    };
    let (bytes, is_over) = match fault {
        None => (success, false),
        Some(Fault::Close | Fault::ClosePerformed) => return Ok(true),
        Some(Fault::Stall | Fault::StallPerformed) => {
            // Until the client gives up and closes the connection.
            let _ = stream.read(&mut [0; 1]).await;
            return Ok(true);
        }
        Some(Fault::CutResponse) => {
            let half = success.get(..success.len() / 2).unwrap_or_default();
            (half.to_owned(), true)
        }
        Some(Fault::WrongLength) => (
            success.replace("Content-Length: ", "Content-Length: 9"),
            true,
        ),
        Some(Fault::Garbage) => (response(200, "", "\u{1}garbage"), false),
        Some(Fault::Giant) => (response(200, "", &"[0],".repeat(100_000)), true),
        Some(Fault::Trickle) => {
            for piece in success.as_bytes().chunks(16) {
                stream.write_all(piece).await?;
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            return Ok(false);
        }
        Some(Fault::Flood) => refused(
            429,
            "Retry-After: 1\r\n",
            r#","parameters":{"retry_after":1}"#,
        ),
        Some(Fault::FloodWithoutParameters) => refused(429, "Retry-After: 1\r\n", ""),
        Some(Fault::Internal) => refused(500, "", ""),
        Some(Fault::Conflict) => refused(409, "", ""),
        Some(Fault::BadGateway) => (response(502, "", "<html>Bad Gateway</html>"), false),
    };
    stream.write_all(bytes.as_bytes()).await?;
    Ok(is_over)
}
