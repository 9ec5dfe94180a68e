//! Topics of chats.

use serde_json::{Map, Value};

/// The topic of the messages without a topic, which every forum has.
pub(crate) const GENERAL: i64 = 1;
/// The colors that the icon of a topic can have. The first one is the usual.
pub(crate) const COLORS: [i64; 6] = [
    7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047,
];
/// The most characters of a name. Further ones are cut off.
const LONGEST_NAME: usize = 128;

/// A topic. Its id is that of the message that tells of its creation.
#[derive(Clone, Debug)]
pub(crate) struct Topic {
    pub(crate) name: String,
    pub(crate) icon_color: i64,
    pub(crate) icon_custom_emoji_id: Option<String>,
    /// Who created it; 0 if that is not known.
    pub(crate) creator: i64,
    pub(crate) is_closed: bool,
    /// Only the general one can be.
    pub(crate) is_hidden: bool,
}

impl Topic {
    pub(super) fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            icon_color: COLORS[0],
            icon_custom_emoji_id: None,
            creator: 0,
            is_closed: false,
            is_hidden: false,
        }
    }

    /// Creates a topic from the members of a `ForumTopic`.
    ///
    /// # Errors
    ///
    /// The server's words for what is wrong.
    pub(crate) fn new(members: &Map<String, Value>, creator: i64) -> Result<Self, &'static str> {
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let name = text("name").and_then(shortened);
        let color = members.get("icon_color").and_then(Value::as_i64);
        let color = color.unwrap_or(COLORS[0]);
        if !COLORS.contains(&color) {
            return Err("invalid icon color specified");
        }
        Ok(Self {
            icon_color: color,
            icon_custom_emoji_id: text("icon_custom_emoji_id").map(str::to_owned),
            creator,
            ..Self::named(&name.ok_or("name must be non-empty")?)
        })
    }

    /// Returns the topic as the members that a `ForumTopic` and a `ForumTopicCreated` have.
    pub(crate) fn members(&self) -> Map<String, Value> {
        let mut members = Map::new();
        members.insert("name".to_owned(), self.name.clone().into());
        members.insert("icon_color".to_owned(), self.icon_color.into());
        if let Some(icon) = &self.icon_custom_emoji_id {
            members.insert("icon_custom_emoji_id".to_owned(), icon.clone().into());
        }
        members
    }
}

/// Returns a name without space around it and as short as names are. `None` if nothing is left.
pub(super) fn shortened(name: &str) -> Option<String> {
    let name: String = name.trim().chars().take(LONGEST_NAME).collect();
    (!name.is_empty()).then_some(name)
}

/// What of a topic is changed.
#[derive(Clone, Debug, Default)]
pub(crate) struct TopicChange {
    pub(crate) name: Option<String>,
    /// An empty one removes the icon.
    pub(crate) icon_custom_emoji_id: Option<String>,
    pub(crate) is_closed: Option<bool>,
    pub(crate) is_hidden: Option<bool>,
}
