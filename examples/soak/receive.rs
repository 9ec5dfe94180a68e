//! Reads requests.

use std::io;
use std::time::Duration;

use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

use crate::plan::{CONTENT, Key};

/// The end of a body in chunked encoding.
const LAST_CHUNK: &[u8] = b"\r\n0\r\n\r\n";

/// Returns which attempt the next request is, and leaves the request unread. `None` if the client
/// has closed the connection.
pub(crate) async fn peek(stream: &TcpStream) -> io::Result<Option<Key>> {
    let mut buffer = [0; 2048];
    loop {
        let length = stream.peek(&mut buffer).await?;
        if length == 0 {
            return Ok(None);
        }
        if let Some(key) = buffer.get(..length).and_then(key) {
            return Ok(Some(key));
        }
        // The rest of the head is on its way.
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Returns the attempt that is told by the parameter `chat_id`, of JSON or of a form.
fn key(bytes: &[u8]) -> Option<Key> {
    let text = String::from_utf8_lossy(bytes);
    let (_, chat) = text.split_once("\"chat_id\"")?;
    let digits = chat.trim_start_matches([':', '\r', '\n']);
    let (digits, _) = digits.split_once(|it: char| !it.is_ascii_digit())?;
    Key::of_chat(digits.parse().ok()?)
}

/// Reads a request to its end. Returns the number of bytes of its file; `None` if it has no end.
pub(crate) async fn receive(stream: &mut TcpStream) -> io::Result<Option<usize>> {
    let mut buffer = [0; 8192];
    let mut head = Vec::new();
    let (mut body, is_chunked) = loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok(None);
        }
        head.extend_from_slice(buffer.get(..read).unwrap_or_default());
        if let Some(end) = head.windows(4).position(|end| end == b"\r\n\r\n") {
            let body = head.split_off(end + 4);
            let text = String::from_utf8_lossy(&head).to_ascii_lowercase();
            let length = text.split_once("content-length: ");
            let length = length.and_then(|(_, length)| length.lines().next()?.parse().ok());
            break (Body::new(&body, length), length.is_none());
        }
    };
    while !body.is_complete(is_chunked) {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok(None);
        }
        body.add(buffer.get(..read).unwrap_or_default());
    }
    Ok(Some(body.content))
}

/// What is known of a body that is being read. It is not stored.
struct Body {
    /// The bytes that are still to come, if their number is known.
    rest: usize,
    content: usize,
    tail: Vec<u8>,
}

impl Body {
    fn new(first: &[u8], length: Option<usize>) -> Self {
        let mut body = Self {
            rest: length.unwrap_or_default(),
            content: 0,
            tail: Vec::new(),
        };
        body.add(first);
        body
    }

    fn add(&mut self, bytes: &[u8]) {
        self.rest = self.rest.saturating_sub(bytes.len());
        self.content += bytes
            .iter()
            .map(|byte| usize::from(*byte == CONTENT))
            .sum::<usize>();
        let new = bytes.len().saturating_sub(LAST_CHUNK.len());
        self.tail
            .extend_from_slice(bytes.get(new..).unwrap_or_default());
        let old = self.tail.len().saturating_sub(LAST_CHUNK.len());
        self.tail.drain(..old);
    }

    fn is_complete(&self, is_chunked: bool) -> bool {
        if is_chunked {
            self.tail == LAST_CHUNK
        } else {
            self.rest == 0
        }
    }
}

/// Reads at least so many bytes, or what there is.
pub(crate) async fn receive_part(stream: &mut TcpStream, length: usize) -> io::Result<()> {
    let mut buffer = [0; 1024];
    let mut read = 0;
    while read < length {
        let size = buffer.len().min(length - read);
        match stream
            .read(buffer.get_mut(..size).unwrap_or_default())
            .await?
        {
            0 => return Ok(()),
            more => read += more,
        }
    }
    Ok(())
}
