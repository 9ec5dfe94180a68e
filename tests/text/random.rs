//! Random texts, the same in every run.

use telegrammar::text::Text;
use telegrammar::types::{MessageEntity, MessageEntityType, User};

/// A small generator of numbers (xorshift), of which only spread and repeatability matter.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    pub(crate) fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    pub(crate) fn string(&mut self, parts: &[&str], most: usize) -> String {
        (0..self.below(most + 1))
            .map(|_| self.pick(parts))
            .collect()
    }
}

/// What texts consist of: reserved, wide, joined and combining characters.
pub(crate) const LETTERS: [&str; 40] = [
    "a",
    "b",
    "Z",
    " ",
    "\n",
    "\r",
    "\t",
    "é",
    "e\u{301}",
    "🚀",
    "👨‍👩‍👧",
    "🇩🇪",
    "ж",
    "漢",
    "\u{0}",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "_",
    "*",
    "[",
    "]",
    "(",
    ")",
    "~",
    "`",
    "#",
    "+",
    "-",
    "=",
    "|",
    "{",
    "}",
    ".",
    "!",
    "\\",
    "/",
    "&amp;",
];

/// Pieces of markup, valid and broken.
pub(crate) const MARKUP: [&str; 48] = [
    "<b>",
    "</b>",
    "<i",
    "</i>",
    "<u>",
    "</u >",
    "</>",
    "<",
    ">",
    "<a href=",
    "\"",
    "'",
    "t.me",
    "</a>",
    "<pre>",
    "</pre>",
    "<code class='language-x'>",
    "</code>",
    "<blockquote expandable>",
    "</blockquote>",
    "<tg-emoji emoji-id='7'>",
    "</tg-emoji>",
    "&lt;",
    "&#x1F680",
    "&#55357;",
    "*",
    "_",
    "__",
    "~",
    "||",
    "`",
    "```",
    "```x\n",
    "[",
    "](",
    ")",
    "![",
    "(tg://emoji?id=7)",
    "(tg://time?unix=7&format=r)",
    "\n>",
    ">",
    "\\",
    "\r\n",
    "\u{0}",
    "🚀",
    "e\u{301}",
    "a",
    "\n",
];

const TYPES: [MessageEntityType; 13] = [
    MessageEntityType::Bold,
    MessageEntityType::Italic,
    MessageEntityType::Underline,
    MessageEntityType::Strikethrough,
    MessageEntityType::Spoiler,
    MessageEntityType::Blockquote,
    MessageEntityType::ExpandableBlockquote,
    MessageEntityType::Code,
    MessageEntityType::Pre,
    MessageEntityType::TextLink,
    MessageEntityType::TextMention,
    MessageEntityType::CustomEmoji,
    MessageEntityType::DateTime,
];

/// A text with entities anywhere, which may overlap.
pub(crate) fn text(random: &mut Random) -> Text {
    let text = random.string(&LETTERS, 30);
    let length = text.encode_utf16().count();
    let mut entities = Vec::new();
    for _ in 0..random.below(8) {
        let offset = random.below(length + 1);
        let size = random.below(length + 2);
        let number = |number: usize| i64::try_from(number).expect("a small number");
        let r#type = TYPES[random.below(TYPES.len())].clone();
        let mut entity = MessageEntity::new(r#type.clone(), number(offset), number(size));
        match r#type {
            MessageEntityType::Pre => {
                entity.language = (random.below(2) == 0).then(|| "c\"#".to_owned());
            }
            MessageEntityType::TextLink => {
                let urls = ["http://t.me/", "https://a.b/c_(d)\\?e=\"&f<"];
                entity.url = Some(random.pick(&urls).to_owned());
            }
            MessageEntityType::TextMention => entity.user = Some(Box::new(User::new(7, false, ""))),
            MessageEntityType::CustomEmoji => entity.custom_emoji_id = Some("77".to_owned()),
            MessageEntityType::DateTime => {
                entity.unix_time = Some(1_700_000_000);
                entity.date_time_format = (random.below(2) == 0).then(|| "wDT".to_owned());
            }
            _ => {}
        }
        entities.push(entity);
    }
    Text::from_parts(text, entities)
}
