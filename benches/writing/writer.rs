//! A baseline: the minimum work, by a writer specialised for this data.

use std::hint::black_box;

use super::arguments::{BUTTONS, CHAT, REPLY_TO, TEXT, USER};

fn integer(out: &mut Vec<u8>, value: i64) {
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// Writes a text with its quotes. Copies everything between escapes at once.
fn text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut start = 0;
    for (index, byte) in text.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.extend_from_slice(&text.as_bytes()[start..index]);
        out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
        start = index + 1;
    }
    out.extend_from_slice(&text.as_bytes()[start..]);
    out.push(b'"');
}

pub(super) fn message() -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    out.extend_from_slice(b"{\"chat_id\":");
    integer(&mut out, black_box(CHAT));
    out.extend_from_slice(b",\"text\":");
    text(&mut out, black_box(TEXT));
    out.extend_from_slice(b",\"reply_parameters\":{\"message_id\":");
    integer(&mut out, black_box(REPLY_TO));
    out.extend_from_slice(b"},\"reply_markup\":{\"inline_keyboard\":[");
    for (index, row) in black_box(&BUTTONS).iter().enumerate() {
        out.extend_from_slice(if index == 0 { b"[" } else { b",[" });
        for (index, (label, data)) in row.iter().enumerate() {
            let start: &[u8] = if index == 0 {
                b"{\"text\":"
            } else {
                b",{\"text\":"
            };
            out.extend_from_slice(start);
            text(&mut out, label);
            out.extend_from_slice(b",\"callback_data\":");
            text(&mut out, data);
            out.push(b'}');
        }
        out.push(b']');
    }
    out.extend_from_slice(b"]}}");
    out
}

pub(super) fn photos() -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    out.extend_from_slice(b"{\"user_id\":");
    integer(&mut out, black_box(USER));
    out.extend_from_slice(b",\"offset\":");
    integer(&mut out, black_box(42));
    out.extend_from_slice(b",\"limit\":");
    integer(&mut out, black_box(100));
    out.push(b'}');
    out
}
