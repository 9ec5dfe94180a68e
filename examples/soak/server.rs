//! A server on loopback that fails in every way, and records what it does.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::answer::answer;
use crate::fault::Fault;
use crate::plan::{Key, Plan};
use crate::receive::{peek, receive, receive_part};
use crate::record::Record;

/// How long a request remains unread: longer than a client waits.
const UNREAD: Duration = Duration::from_millis(2500);

/// The server. Clones are the same server.
#[derive(Clone)]
pub(crate) struct Server(Arc<Inner>);

struct Inner {
    plan: Plan,
    record: Record,
    connections: AtomicUsize,
    addresses: Addresses,
    /// A port at which nothing listens, and that nobody else can have.
    _closed: TcpSocket,
}

/// Where the server is.
#[derive(Clone, Copy)]
pub(crate) struct Addresses {
    pub(crate) open: SocketAddr,
    /// Connections are refused here.
    pub(crate) closed: SocketAddr,
    /// Connections are accepted and closed here.
    pub(crate) closing: SocketAddr,
}

impl Server {
    pub(crate) async fn start(plan: Plan, record: Record) -> io::Result<Self> {
        let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(any).await?;
        let closing = TcpListener::bind(any).await?;
        let closed = TcpSocket::new_v4()?;
        closed.bind(any)?;
        let server = Self(Arc::new(Inner {
            plan,
            record,
            connections: AtomicUsize::new(0),
            addresses: Addresses {
                open: listener.local_addr()?,
                closed: closed.local_addr()?,
                closing: closing.local_addr()?,
            },
            _closed: closed,
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
        tokio::spawn(async move {
            let mut is_reset = false;
            while let Ok((stream, _)) = closing.accept().await {
                is_reset = !is_reset;
                if is_reset {
                    let _ = stream.set_zero_linger();
                }
            }
        });
        Ok(server)
    }

    pub(crate) fn addresses(&self) -> Addresses {
        self.0.addresses
    }

    pub(crate) fn connections(&self) -> usize {
        self.0.connections.load(Ordering::SeqCst)
    }

    /// Answers the requests on a connection. It ends when either side closes it.
    async fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        while let Some(key) = peek(&stream).await? {
            self.0.record.arrived(key);
            if self.exchange(&mut stream, key).await? {
                break;
            }
        }
        Ok(())
    }

    /// Reads a request and answers it. Returns whether the connection is over.
    async fn exchange(&self, stream: &mut TcpStream, key: Key) -> io::Result<bool> {
        let Inner { plan, record, .. } = &*self.0;
        match plan.fault(key) {
            Some(Fault::StallUnread) => {
                tokio::time::sleep(UNREAD).await;
                return Ok(true);
            }
            Some(Fault::CutRequest) => {
                let upload = plan.work(key.id).upload();
                let half = upload.map_or(100, |upload| upload.size / 2);
                receive_part(stream, half).await?;
                stream.set_zero_linger()?;
                return Ok(true);
            }
            _ => {}
        }
        let Some(content) = receive(stream).await? else {
            return Ok(true);
        };
        record.received(key, content, plan.performs(key));
        let is_over = answer(stream, plan, key).await?;
        record.finished(key);
        Ok(is_over)
    }
}
