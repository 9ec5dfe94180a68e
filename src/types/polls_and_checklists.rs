//! Section [Available types](https://core.telegram.org/bots/api#available-types): polls, checklists and places.

use super::*;
use crate::telegram_type;

/// Media attached to a poll, one of its options or its explanation. No more than one field is set.
///
/// [Bot API](https://core.telegram.org/bots/api#pollmedia)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PollMedia {
    /// The animation, if that is the media.
    pub animation: Option<Box<Animation>>,
    /// The audio file, if that is the media; never in poll options.
    pub audio: Option<Box<Audio>>,
    /// The file, if the media is a general file; never in poll options.
    pub document: Option<Box<Document>>,
    /// The HTTP link of a poll option.
    pub link: Option<Link>,
    /// The live photo, if that is the media.
    pub live_photo: Option<Box<LivePhoto>>,
    /// The location, if that is the media.
    pub location: Option<Box<Location>>,
    /// The sizes of the photo, if that is the media.
    pub photo: Option<Vec<PhotoSize>>,
    /// The sticker, if that is the media; poll options only.
    pub sticker: Option<Box<Sticker>>,
    /// The venue, if that is the media.
    pub venue: Option<Box<Venue>>,
    /// The video, if that is the media.
    pub video: Option<Box<Video>>,
}

/// Media to send with a poll's description or a quiz explanation.
///
/// [Bot API](https://core.telegram.org/bots/api#inputpollmedia)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputPollMedia {
    /// An animation to send: a GIF or a soundless H.264 video.
    Animation(InputMediaAnimation),
    /// An audio file to send as music.
    Audio(InputMediaAudio),
    /// A file of any type to send.
    Document(InputMediaDocument),
    /// A live photo to send: a still with a short video.
    LivePhoto(InputMediaLivePhoto),
    /// A point on the map to send.
    Location(InputMediaLocation),
    /// A photo to send as media.
    Photo(InputMediaPhoto),
    /// A venue to send: a named place on the map.
    Venue(InputMediaVenue),
    /// A video to send as media.
    Video(Box<InputMediaVideo>),
}

/// Media to send with a poll option.
///
/// [Bot API](https://core.telegram.org/bots/api#inputpolloptionmedia)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputPollOptionMedia {
    /// An animation to send: a GIF or a soundless H.264 video.
    Animation(InputMediaAnimation),
    /// An HTTP link to send as media.
    Link(InputMediaLink),
    /// A live photo to send: a still with a short video.
    LivePhoto(InputMediaLivePhoto),
    /// A point on the map to send.
    Location(InputMediaLocation),
    /// A photo to send as media.
    Photo(InputMediaPhoto),
    /// A sticker to send as media.
    Sticker(InputMediaSticker),
    /// A venue to send: a named place on the map.
    Venue(InputMediaVenue),
    /// A video to send as media.
    Video(Box<InputMediaVideo>),
}

/// An answer one can vote for in a poll.
///
/// [Bot API](https://core.telegram.org/bots/api#polloption)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PollOption {
    /// Id that the option keeps while others are added or deleted.
    pub persistent_id: String,
    /// Text of the option, 1 to 100 characters.
    pub text: String,
    /// Formatting of the option text; custom emoji only.
    pub text_entities: Option<Vec<MessageEntity>>,
    /// Media attached to the option.
    pub media: Option<Box<PollMedia>>,
    /// How many users voted for it; may be 0 when that is unknown.
    pub voter_count: i64,
    /// The user who added the option later, if a user did.
    pub added_by_user: Option<Box<User>>,
    /// The chat that added the option later, if a chat did.
    pub added_by_chat: Option<Box<Chat>>,
    /// When the option was added, as Unix time in seconds; unset for original options.
    pub addition_date: Option<i64>,
}

/// An answer option for a poll to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputpolloption)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputPollOption {
    /// Text of the option, 1 to 100 characters.
    pub text: String,
    /// How to read formatting marks in the text; only custom emoji are allowed.
    pub text_parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `text_parse_mode`.
    pub text_entities: Option<Vec<MessageEntity>>,
    /// Media to attach to the option.
    pub media: Option<Box<InputPollOptionMedia>>,
}

/// Someone's vote in a non-anonymous poll.
///
/// [Bot API](https://core.telegram.org/bots/api#pollanswer)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PollAnswer {
    /// Id of the poll.
    pub poll_id: String,
    /// The chat that voted, for an anonymous voter.
    pub voter_chat: Option<Box<Chat>>,
    /// The user who voted, unless the voter is anonymous.
    pub user: Option<Box<User>>,
    /// Chosen options, counted from 0; empty after a retracted vote.
    pub option_ids: Vec<i64>,
    /// Persistent ids of the chosen options; empty after a retracted vote.
    pub option_persistent_ids: Vec<String>,
}

/// A poll or quiz.
///
/// [Bot API](https://core.telegram.org/bots/api#poll)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Poll {
    /// Id of the poll.
    pub id: String,
    /// The question, 1 to 300 characters.
    pub question: String,
    /// Formatting of the question; custom emoji only.
    pub question_entities: Option<Vec<MessageEntity>>,
    /// The options to choose from.
    pub options: Vec<PollOption>,
    /// How many users voted.
    pub total_voter_count: i64,
    /// Whether voting is over.
    pub is_closed: bool,
    /// Whether votes are anonymous.
    pub is_anonymous: bool,
    /// Kind of poll: `"regular"` or `"quiz"`.
    pub r#type: PollType,
    /// Whether one may choose several options.
    pub allows_multiple_answers: bool,
    /// Whether one may change one's vote.
    pub allows_revoting: bool,
    /// Whether only those may vote who joined the poll's original chat over 24 hours ago.
    pub members_only: bool,
    /// Countries whose users may vote, as two-letter ISO 3166-1 codes, `"FT"` being anonymous
    /// numbers. All if unset.
    pub country_codes: Option<Vec<String>>,
    /// The right options of a quiz, counted from 0. Known once closed, or if the bot sent it or
    /// got it in private.
    pub correct_option_ids: Option<Vec<i64>>,
    /// What users see after a wrong answer or behind the quiz's lamp icon, 0 to 200 characters.
    pub explanation: Option<String>,
    /// Formatting and special parts of the explanation.
    pub explanation_entities: Option<Vec<MessageEntity>>,
    /// Media attached to the explanation.
    pub explanation_media: Option<Box<PollMedia>>,
    /// How many seconds the poll stays open.
    pub open_period: Option<i64>,
    /// When the poll closes automatically, as Unix time in seconds.
    pub close_date: Option<i64>,
    /// Description of the poll; only inside a `Message`.
    pub description: Option<String>,
    /// Formatting and special parts of the description.
    pub description_entities: Option<Vec<MessageEntity>>,
    /// Media attached to the description; only inside a `Message`.
    pub media: Option<Box<PollMedia>>,
}

/// One task of a checklist.
///
/// [Bot API](https://core.telegram.org/bots/api#checklisttask)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChecklistTask {
    /// Id of the task.
    pub id: i64,
    /// What there is to do.
    pub text: String,
    /// Formatting and special parts of the text.
    pub text_entities: Option<Vec<MessageEntity>>,
    /// The user who did the task, if a user did.
    pub completed_by_user: Option<Box<User>>,
    /// The chat that did the task, if a chat did.
    pub completed_by_chat: Option<Box<Chat>>,
    /// When the task was done, as Unix time in seconds; 0 if it is not.
    pub completion_date: Option<i64>,
}

/// A list of tasks to tick off.
///
/// [Bot API](https://core.telegram.org/bots/api#checklist)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Checklist {
    /// Title of the list.
    pub title: String,
    /// Formatting and special parts of the title.
    pub title_entities: Option<Vec<MessageEntity>>,
    /// The tasks on the list.
    pub tasks: Vec<ChecklistTask>,
    /// Whether others than its creator may add tasks.
    pub others_can_add_tasks: bool,
    /// Whether others than its creator may tick and untick tasks.
    pub others_can_mark_tasks_as_done: bool,
}

/// A task for a checklist to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputchecklisttask)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputChecklistTask {
    /// Id of the task, a positive number no other task on the list has.
    pub id: i64,
    /// What there is to do, 1 to 100 characters after parsing.
    pub text: String,
    /// How to read formatting marks in the text.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the text, instead of `parse_mode`: bold, italic, underline, strikethrough,
    /// spoiler, custom emoji and date-time only.
    pub text_entities: Option<Vec<MessageEntity>>,
}

/// A checklist to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputchecklist)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputChecklist {
    /// Title of the list, 1 to 255 characters after parsing.
    pub title: String,
    /// How to read formatting marks in the title.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the title, instead of `parse_mode`: bold, italic, underline, strikethrough,
    /// spoiler, custom emoji and date-time only.
    pub title_entities: Option<Vec<MessageEntity>>,
    /// The tasks to put on the list, 1 to 30.
    pub tasks: Vec<InputChecklistTask>,
    /// Whether other users may add tasks.
    pub others_can_add_tasks: Option<bool>,
    /// Whether other users may tick and untick tasks.
    pub others_can_mark_tasks_as_done: Option<bool>,
}

/// A place on the map.
///
/// [Bot API](https://core.telegram.org/bots/api#location)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Location {
    /// Latitude in degrees, as the sender gave it.
    pub latitude: f64,
    /// Longitude in degrees, as the sender gave it.
    pub longitude: f64,
    /// How far off the location may be, in meters from 0 to 1500.
    pub horizontal_accuracy: Option<f64>,
    /// For how many seconds after sending a live location may be updated; active live locations
    /// only.
    pub live_period: Option<i64>,
    /// Where the user is heading, in degrees from 1 to 360; active live locations only.
    pub heading: Option<i64>,
    /// How close another member must come to set off an alert, in meters; sent live locations
    /// only.
    pub proximity_alert_radius: Option<i64>,
}

/// A place with a name and an address.
///
/// [Bot API](https://core.telegram.org/bots/api#venue)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Venue {
    /// Where it is; never a live location.
    pub location: Location,
    /// Name of the place.
    pub title: String,
    /// Address of the place.
    pub address: String,
    /// Foursquare id of the place.
    pub foursquare_id: Option<String>,
    /// Foursquare category, such as `"arts_entertainment/aquarium"` or `"food/icecream"`.
    pub foursquare_type: Option<String>,
    /// Google Places id of the place.
    pub google_place_id: Option<String>,
    /// Google Places category of the place.
    pub google_place_type: Option<String>,
}
