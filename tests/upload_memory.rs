//! Uploads of any size need little memory. A separate process, because its peak is measured.
#![cfg(all(feature = "reqwest", target_os = "linux"))]

use std::fs::File;

use telegrammar::{Bot, InputFile, Server, telegram_method};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const SIZE: u64 = 256 << 20;
/// A few chunks of 256 KiB, buffers of the connection, and what the allocator retains.
const ALLOWED_KIB: u64 = 6 << 10;

#[telegram_method("sendFile", unlisted, returns = u64)]
struct SendFile {
    file: InputFile,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_file_is_never_loaded_into_memory() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(discard(stream));
        }
    });
    let server = Server::new(&server).unwrap();
    let bot = Bot::builder("4242:Loopback_Secret_Of_No_Real_Bot_00000")
        .server(server)
        .build()
        .unwrap();
    // Memory that the first call allocates permanently does not count.
    let warm = SendFile::new(InputFile::bytes("x")).send(&bot).await;
    assert!(warm.unwrap() < 1000);

    let name = format!("telegrammar-upload-{}.bin", std::process::id());
    let path = std::env::temp_dir().join(name);
    let sparse = File::create(&path).and_then(|file| file.set_len(SIZE));
    let before = peak_kib();
    let received = match sparse {
        Ok(()) => SendFile::new(path.clone()).send(&bot).await.ok(),
        Err(_) => None,
    };
    let grown = peak_kib() - before;
    std::fs::remove_file(path).unwrap();
    let received = received.expect("the file is sent");
    assert!((SIZE..SIZE + 1000).contains(&received), "{received}");
    assert!(grown < ALLOWED_KIB, "{grown} KiB");
    println!("256 MiB sent, peak memory grew by {grown} KiB");
}

/// Returns the peak memory of this process.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let value = line.unwrap().trim().trim_end_matches(" kB");
    value.parse().unwrap()
}

/// Counts the bytes of each body and responds with the count.
async fn discard(mut stream: TcpStream) {
    let mut buffer = vec![0; 256 << 10];
    let mut filled = 0;
    loop {
        let read = stream.read(&mut buffer[filled..]).await.unwrap();
        if read == 0 {
            return;
        }
        filled += read;
        let text = String::from_utf8_lossy(&buffer[..filled]);
        let Some((head, _)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let head = head.to_ascii_lowercase();
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.unwrap().parse().unwrap();
        let mut count = filled - head.len() - 4;
        while count < length {
            count += stream.read(&mut buffer).await.unwrap();
        }
        filled = 0;
        let answer = format!(r#"{{"ok":true,"result":{count}}}"#);
        let len = answer.len();
        let response = format!("HTTP/1.1 200 OK\r\ncontent-length: {len}\r\n\r\n{answer}");
        stream.write_all(response.as_bytes()).await.unwrap();
    }
}
