//! Random requests.

use crate::decoding::bases::base;
use crate::decoding::damage::{damage_text, damage_tree};
use crate::random::Source;
use crate::targets::with_first_line;

const NAMES: [&str; 10] = [
    "chat_id",
    "text",
    "document",
    "",
    "a%20b",
    "caption\\\"",
    "é",
    "method",
    "name",
    "attach",
];

const CONTENTS: [&str; 12] = [
    "",
    "42",
    "a+b%20c",
    "\"quoted\"",
    "line\r\nline",
    "--boundary",
    "\r\n--b\r\n",
    "%",
    "%zz",
    "%F0%9F%98%80",
    "日本",
    "\u{0}",
];

const TYPES: [&str; 10] = [
    "application/json",
    "Application/JSON; charset=utf-8",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
    "multipart/form-data; boundary=\"b b\"",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "text/plain",
    "",
    "application/json, multipart/form-data; boundary=b",
];

pub(crate) fn create(source: &mut Source) -> Vec<u8> {
    match source.below(10) {
        0 => raw(source),
        1 | 2 => call(source),
        _ => given(source),
    }
}

fn call(source: &mut Source) -> Vec<u8> {
    let text = |source: &mut Source| {
        let mut text = String::new();
        for _ in 0..source.below(4) {
            text.push_str(source.pick::<&str>(&CONTENTS));
            text.push_str(source.pick::<&str>(&NAMES));
        }
        text.retain(|letter| letter != '\n');
        text
    };
    let (name, words) = (text(source), text(source));
    let mut content = source.pick::<&str>(&CONTENTS).as_bytes().to_vec();
    damage_text(&mut content, source);
    with_first_line(
        "CALL",
        &with_first_line(&name, &with_first_line(&words, &content)),
    )
}

fn given(source: &mut Source) -> Vec<u8> {
    let mut query = Vec::new();
    if source.chance(40) {
        query = urlencoded(source);
    }
    let content_type = *source.pick(&TYPES);
    let mut body = match content_type {
        kind if kind.contains("urlencoded") => urlencoded(source),
        kind if kind.contains("multipart") => multipart(source),
        _ => json(source),
    };
    let mut content_type = content_type.as_bytes().to_vec();
    if source.chance(10) {
        damage_text(&mut content_type, source);
    }
    if source.chance(50) {
        damage_text(&mut body, source);
    }
    let is_line = |byte: &u8| *byte != b'\n';
    query.retain(is_line);
    content_type.retain(is_line);
    let head = [b"GIVEN\n", &query[..], b"\n", &content_type, b"\n"].concat();
    [head, body].concat()
}

fn urlencoded(source: &mut Source) -> Vec<u8> {
    let mut pairs = Vec::new();
    for _ in 0..source.below(5) {
        pairs.push(format!(
            "{}{}{}",
            source.pick(&NAMES),
            source.pick(&["=", "", "=="]),
            source.pick(&CONTENTS)
        ));
    }
    let mut text = pairs
        .join(source.pick::<&str>(&["&", "&", "&&", ";"]))
        .into_bytes();
    if source.chance(40) {
        damage_text(&mut text, source);
    }
    text
}

fn json(source: &mut Source) -> Vec<u8> {
    let mut tree = base(
        source.pick::<&str>(&["Message", "InputMedia", "User", "Poll"]),
        source,
        0,
    );
    damage_tree(&mut tree, source);
    tree.text(source, 2).into_bytes()
}

fn multipart(source: &mut Source) -> Vec<u8> {
    let boundary = *source.pick(&["b", "b", "b b", "c"]);
    let mut body = String::new();
    for _ in 0..source.below(5) {
        body.extend([format!("--{boundary}\r\n")]);
        let name = source.pick(&NAMES);
        let disposition = match source.below(7) {
            0 => format!("form-data; name={name}"),
            1 => format!(
                "form-data; name=\"{name}\"; filename=\"{}\"",
                source.pick(&NAMES)
            ),
            2 => format!("form-data; filename*=UTF-8''{name}; name=\"a\""),
            3 => format!("attachment; name=\"{name}\""),
            4 => format!("form-data; name=\"{name}"),
            _ => format!("form-data; name=\"{name}\""),
        };
        body.extend([format!("Content-Disposition: {disposition}\r\n")]);
        if source.chance(30) {
            body.extend([format!("Content-Type: {}\r\n", source.pick(&TYPES))]);
        }
        body.extend([format!("\r\n{}\r\n", source.pick(&CONTENTS))]);
    }
    if source.chance(90) {
        body.extend([format!("--{boundary}--\r\n")]);
    }
    body.into_bytes()
}

fn raw(source: &mut Source) -> Vec<u8> {
    let body = json(source);
    let length = if source.chance(50) {
        body.len()
    } else {
        source.below(1000)
    };
    let path = source.pick(&[
        "/bot1:a/getMe",
        "/",
        "/bot",
        "*",
        "http://a/bot1:a/getMe",
        "/bot%31:a/test/getMe?a=b",
    ]);
    let header = source.pick(&[
        "Transfer-Encoding: chunked",
        "Expect: 100-continue",
        "Connection: close",
        "Content-Type: application/json",
        "Upgrade: websocket",
    ]);
    let verb = source.pick(&["GET", "POST", "HEAD", "OPTIONS", "CONNECT", "FOO", "post"]);
    let mut bytes = format!(
        "{verb} {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n{header}\r\n\r\n"
    )
    .into_bytes();
    bytes.extend(body);
    damage_text(&mut bytes, source);
    with_first_line("RAW", &bytes)
}
