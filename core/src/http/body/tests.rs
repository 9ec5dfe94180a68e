//! Cases that cannot be tested through the public interface: files that are read without a runtime.

use std::fs::{self, File};
use std::task::{Context, Poll, Waker};

use super::boundary::boundary;
use super::file::{FileReader, PIECE};

#[test]
fn without_a_runtime_a_file_is_read_when_polled() {
    let name = format!("telegrammar-reader-{}.bin", std::process::id());
    let path = std::env::temp_dir().join(name);
    let content: Vec<u8> = (0..=250).cycle().take(2 * PIECE + 5).collect();
    fs::write(&path, &content).unwrap();
    for (len, expected) in [
        (None, content.len()),
        (Some(7), 7),
        (Some(0), 0),
        (Some(1 << 40), content.len()),
    ] {
        let mut reader = FileReader::new(File::open(&path).unwrap(), len);
        let mut found = Vec::new();
        let mut cx = Context::from_waker(Waker::noop());
        while let Poll::Ready(Some(piece)) = reader.poll_next(&mut cx) {
            let piece = piece.unwrap();
            assert!((1..=PIECE).contains(&piece.len()));
            found.extend_from_slice(&piece);
        }
        assert!(found == content[..expected], "{len:?}: {}", found.len());
    }
    fs::remove_file(path).unwrap();
}

#[test]
fn boundaries_differ_and_need_no_quotes() {
    let (one, other) = (boundary(), boundary());
    assert_ne!(one, other);
    assert!(one.len() <= 70);
    assert!(one.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
}
