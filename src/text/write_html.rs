//! Writes a text as HTML.

use std::borrow::Cow;

use super::Text;
use super::entity::end;
use super::escape::escape_html;
use super::link;
use super::normal::{is_nested, normalise};
use crate::types::MessageEntity;
use crate::types::MessageEntityType as Type;

impl Text {
    /// Returns the text with its entities as HTML, for `parse_mode` HTML.
    ///
    /// [`parse_html`](super::parse_html) gives the same text and entities. Entities that overlap are
    /// [normalised](Self::normalised) first; addresses are written as the server stores them.
    /// Hashtags, addresses in the text and others that the server finds by itself have no markup.
    /// Nor has an entity with a custom emoji, user, date or format that the server refuses.
    #[must_use]
    pub fn to_html(&self) -> String {
        let entities = nested(self.entities());
        let mut html = String::with_capacity(self.as_str().len() + 16 * entities.len());
        walk(self.as_str(), &entities, |piece| match *piece {
            Piece::Letters(text) => html.push_str(&escape_html(text)),
            Piece::Start(entity, _) => html.push_str(&tags(entity).0),
            Piece::End(entity) => html.push_str(tags(entity).1),
        });
        html
    }
}

/// Returns the tags before and after an entity.
fn tags(entity: &MessageEntity) -> (Cow<'static, str>, &'static str) {
    let fixed = |start, end| (Cow::Borrowed(start), end);
    match &entity.r#type {
        Type::Bold => fixed("<b>", "</b>"),
        Type::Italic => fixed("<i>", "</i>"),
        Type::Underline => fixed("<u>", "</u>"),
        Type::Strikethrough => fixed("<s>", "</s>"),
        Type::Spoiler => fixed("<tg-spoiler>", "</tg-spoiler>"),
        Type::Blockquote => fixed("<blockquote>", "</blockquote>"),
        Type::ExpandableBlockquote => fixed("<blockquote expandable>", "</blockquote>"),
        Type::Code => fixed("<code>", "</code>"),
        Type::Pre => match &entity.language {
            // A zero ends the attribute.
            Some(language) if !language.is_empty() && !language.contains('\0') => {
                let language = escape_html(language);
                let start = format!("<pre><code class=\"language-{language}\">");
                (start.into(), "</code></pre>")
            }
            _ => fixed("<pre>", "</pre>"),
        },
        Type::TextLink => anchor(entity.url.as_deref()),
        Type::TextMention => anchor(entity.user.as_ref().map(|user| mention(user.id)).as_deref()),
        Type::CustomEmoji => {
            let id = escape_html(entity.custom_emoji_id.as_deref().unwrap_or_default());
            (
                format!("<tg-emoji emoji-id=\"{id}\">").into(),
                "</tg-emoji>",
            )
        }
        Type::DateTime => {
            let time = entity.unix_time.unwrap_or_default();
            let format = entity.date_time_format.as_deref().unwrap_or_default();
            let format = escape_html(format);
            let start = format!("<tg-time unix=\"{time}\" format=\"{format}\">");
            (start.into(), "</tg-time>")
        }
        _ => fixed("", ""),
    }
}

fn anchor(url: Option<&str>) -> (Cow<'static, str>, &'static str) {
    let url = url.filter(|url| !url.is_empty());
    url.map_or((Cow::Borrowed(""), ""), |url| {
        (format!("<a href=\"{}\">", escape_html(url)).into(), "</a>")
    })
}

/// Returns the address of a user.
pub(super) fn mention(user_id: i64) -> String {
    format!("tg://user?id={user_id}")
}

/// Returns entities that markup can express.
pub(super) fn nested(entities: &[MessageEntity]) -> Cow<'_, [MessageEntity]> {
    let has_all = entities.iter().all(has_valid_values);
    if has_all && is_nested(entities) {
        return Cow::Borrowed(entities);
    }
    let valid = entities.iter().filter(|entity| has_valid_values(entity));
    let valid: Vec<_> = valid.cloned().collect();
    Cow::Owned(if is_nested(&valid) {
        valid
    } else {
        normalise(valid)
    })
}

/// Returns whether the parsers accept what belongs to an entity: its address, user, emoji or date.
fn has_valid_values(entity: &MessageEntity) -> bool {
    match &entity.r#type {
        Type::CustomEmoji => {
            let id = entity.custom_emoji_id.as_deref().and_then(link::integer);
            id.is_some_and(|id| id != 0)
        }
        Type::DateTime => {
            let format = entity.date_time_format.as_deref().unwrap_or_default();
            let is_time = |time| (1..=i64::from(i32::MAX)).contains(&time);
            entity.unix_time.is_some_and(is_time) && link::date_time_format(format).is_some()
        }
        Type::TextMention => {
            let address = entity.user.as_ref().map(|user| mention(user.id));
            address.is_some_and(|address| link::user_id(&address).is_some())
        }
        // A zero ends the attribute.
        Type::TextLink => !entity.url.as_deref().is_some_and(|url| url.contains('\0')),
        _ => true,
    }
}

/// A part of a text that is written.
pub(super) enum Piece<'a> {
    /// Text between the bounds of entities.
    Letters(&'a str),
    /// The start of an entity, with its text and all that follows.
    Start(&'a MessageEntity, &'a str),
    /// The end of an entity.
    End(&'a MessageEntity),
}

/// Passes the parts of a text in order. The entities are nested.
pub(super) fn walk<'a>(
    text: &'a str,
    entities: &'a [MessageEntity],
    mut write: impl FnMut(&Piece<'a>),
) {
    let mut waiting = entities.iter().peekable();
    let mut open: Vec<&MessageEntity> = Vec::new();
    let (mut offset, mut done) = (0_i64, 0);
    let letters = text
        .char_indices()
        .map(|(index, letter)| (index, letter.len_utf16()));
    for (index, length) in letters.chain([(text.len(), 0)]) {
        let is_bound = open.last().is_some_and(|open| end(open) <= offset)
            || waiting.peek().is_some_and(|next| next.offset <= offset);
        if is_bound || length == 0 {
            let letters = text.get(done..index).unwrap_or_default();
            if !letters.is_empty() {
                write(&Piece::Letters(letters));
            }
            done = index;
        }
        while let Some(closed) = open.pop_if(|open| end(open) <= offset) {
            write(&Piece::End(closed));
        }
        while let Some(entity) = waiting.next_if(|next| next.offset <= offset) {
            write(&Piece::Start(entity, text.get(index..).unwrap_or_default()));
            open.push(entity);
        }
        offset += if length == 2 { 2 } else { 1 };
    }
}
