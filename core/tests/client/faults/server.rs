//! A server that injects a fault into each connection.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::loopback::receive;

/// How long the server does nothing. More than any test takes.
const WAIT: Duration = Duration::from_secs(600);

/// What the server does with each connection.
#[derive(Clone)]
pub(super) enum Fault {
    /// Refuses it.
    Refuse,
    /// Reads this many bytes of a request of this size, and no more.
    Stall(usize, usize),
    /// Reads this many bytes of a request of this size, and closes.
    Cut(usize, usize),
    /// Reads the request, writes this, and closes.
    Answer(Vec<u8>),
    /// Reads the request, writes this, and waits.
    Hold(Vec<u8>),
    /// Reads the request, writes the first, and then the second again and again, after this wait.
    Repeat(Vec<u8>, Vec<u8>, Duration),
}

impl Fault {
    /// Returns the size of the request.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Stall(_, size) | Self::Cut(_, size) => *size,
            _ => 10,
        }
    }

    /// Returns the URL of a server, and what keeps its port.
    pub(super) async fn serve(self) -> (String, Option<TcpSocket>) {
        if let Self::Refuse = self {
            // A port that is bound and does not listen.
            let socket = TcpSocket::new_v4().unwrap();
            socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
            let url = format!("http://{}", socket.local_addr().unwrap());
            return (url, Some(socket));
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(self.clone().inject(stream));
            }
        });
        (url, None)
    }

    async fn inject(self, mut stream: TcpStream) {
        match self {
            Self::Refuse => {}
            Self::Stall(read, _) => {
                let _ = stream.read_exact(&mut vec![0; read]).await;
                tokio::time::sleep(WAIT).await;
            }
            Self::Cut(read, _) => {
                let _ = stream.read_exact(&mut vec![0; read]).await;
            }
            Self::Answer(bytes) => {
                receive(&mut stream).await;
                let _ = stream.write_all(&bytes).await;
                let _ = stream.shutdown().await;
            }
            Self::Hold(bytes) => {
                receive(&mut stream).await;
                let _ = stream.write_all(&bytes).await;
                tokio::time::sleep(WAIT).await;
            }
            Self::Repeat(first, next, wait) => {
                receive(&mut stream).await;
                let _ = stream.write_all(&first).await;
                while stream.write_all(&next).await.is_ok() {
                    tokio::time::sleep(wait).await;
                }
            }
        }
    }
}
