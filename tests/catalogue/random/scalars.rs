//! Random strings and numbers, in all notations of JSON.

use serde_json::{Value, json};

use super::{Source, Tree};

/// Characters that are encoded, counted or decoded differently.
const CHARACTERS: [&str; 6] = [
    "abcxyzABCXYZ0189 ",
    "\"\\/{}[]:,<>&'%.@_",
    "\u{0}\u{1}\u{8}\t\n\u{c}\r\u{1f}\u{7f}",
    "éßЖקع\u{301}\u{200d}\u{feff}\u{2028}",
    "漢字ツ\u{d7ff}\u{e000}\u{fffd}\u{ffff}",
    "😀🦀👩🏽\u{10000}\u{10ffff}",
];

const EDGES: [i64; 12] = [
    0,
    1,
    -1,
    i64::MAX,
    i64::MIN,
    (1 << 31) - 1,
    -(1 << 31),
    1 << 32,
    (1 << 52) - 1,
    (1 << 53) + 1,
    -1_001_234_567_890,
    1_767_225_600,
];

impl Source {
    pub(super) fn text(&mut self) -> String {
        let length = match self.below(100) {
            0..10 => 0,
            10..80 => 1 + self.below(12),
            80..99 => self.below(80),
            _ => 4_000 + self.below(200),
        };
        let classes = 1 + self.below(CHARACTERS.len());
        let characters: Vec<char> = CHARACTERS[..classes].concat().chars().collect();
        (0..length).map(|_| *self.pick(&characters)).collect()
    }

    /// Returns a text as JSON, with unnecessary escapes.
    pub(super) fn quoted(&mut self, text: &str) -> String {
        let plain = json!(text).to_string();
        let share = *self.pick(&[0, 0, 20, 100]);
        if share == 0 {
            return plain;
        }
        let mut quoted = String::from("\"");
        for character in text.chars() {
            let must = character < ' ' || character == '"' || character == '\\';
            if character == '/' && self.chance(50) {
                quoted.push_str("\\/");
            } else if must || self.chance(share) {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let digits = format!("{unit:04x}");
                    let upper = self.chance(50);
                    quoted.push_str("\\u");
                    quoted.push_str(&if upper { digits.to_uppercase() } else { digits });
                }
            } else {
                quoted.push(character);
            }
        }
        quoted.push('"');
        quoted
    }

    pub(super) fn text_leaf(&mut self, text: &str) -> Tree {
        Tree::Leaf(self.quoted(text), json!(text))
    }

    /// Returns an integer of any magnitude, often at a boundary.
    pub(super) fn integer(&mut self) -> i64 {
        if self.chance(50) {
            return *self.pick(&EDGES);
        }
        let bits = self.below(64);
        self.next().cast_signed() >> bits
    }

    /// Returns an integer as JSON, possibly with a point or an exponent.
    pub(super) fn integer_leaf(&mut self, integer: i64) -> Tree {
        let is_exact = integer.unsigned_abs() < 1 << 53;
        let text = match self.below(10) {
            0 if is_exact => format!("{integer}.0"),
            1 if is_exact => format!("{integer}e0"),
            2 if is_exact && integer % 10 == 0 => format!("{}E+1", integer / 10),
            3 => format!(" {integer}\n"),
            _ => integer.to_string(),
        };
        Tree::Leaf(text, json!(integer))
    }

    /// Returns a number with a fraction, such as a coordinate.
    pub(super) fn float_leaf(&mut self) -> Tree {
        let whole = self.integer() >> 40;
        let text = match self.below(4) {
            0 => whole.to_string(),
            1 => format!("{whole}.{}", self.below(1_000_000)),
            2 => format!("{}.5e-{}", whole >> 8, self.below(9)),
            _ => format!("0.{:06}", self.below(1_000_000)),
        };
        let float: f64 = text.parse().unwrap_or_default();
        Tree::Leaf(text, json!(float))
    }

    /// Returns any JSON except a bare null, for unknown members.
    pub(super) fn anything(&mut self, depth: usize) -> String {
        let count = self.below(3);
        match self.below(if depth == 0 { 4 } else { 6 }) {
            0 => self.chance(50).to_string(),
            1 => self.integer().to_string(),
            2 => "1.250e-7".to_owned(),
            3 => {
                let text = self.text();
                self.quoted(&text)
            }
            4 => {
                let items: Vec<_> = (0..count).map(|_| self.anything(depth - 1)).collect();
                format!("[null,{} ]", items.join(",")).replace(", ]", "]")
            }
            _ => {
                let member = |source: &mut Self| {
                    let name = source.text();
                    let name = source.quoted(&name);
                    format!("{name} :{}", source.anything(depth - 1))
                };
                let members: Vec<_> = (0..count).map(|_| member(self)).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    pub(super) fn anything_leaf(&mut self) -> Tree {
        let text = self.anything(3);
        let value: Value = serde_json::from_str(&text).expect("JSON");
        Tree::Leaf(text, value)
    }
}
