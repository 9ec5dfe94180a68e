//! Section [Available types](https://core.telegram.org/bots/api#available-types): business accounts and stories.

use super::*;
use crate::telegram_type;

/// A user's date of birth.
///
/// [Bot API](https://core.telegram.org/bots/api#birthdate)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Birthdate {
    /// Day of the month, 1 to 31.
    pub day: i64,
    /// Month of the year, 1 to 12.
    pub month: i64,
    /// Year of birth, if the user shares it.
    pub year: Option<i64>,
}

/// The start page of a Telegram Business account.
///
/// [Bot API](https://core.telegram.org/bots/api#businessintro)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusinessIntro {
    /// Title of the start page.
    pub title: Option<String>,
    /// Message text on the start page.
    pub message: Option<String>,
    /// Sticker shown on the start page.
    pub sticker: Option<Box<Sticker>>,
}

/// Where a Telegram Business account is located.
///
/// [Bot API](https://core.telegram.org/bots/api#businesslocation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusinessLocation {
    /// The street address of the business.
    pub address: String,
    /// The point on the map, if given.
    pub location: Option<Box<Location>>,
}

/// One stretch of the week when a business is open.
///
/// [Bot API](https://core.telegram.org/bots/api#businessopeninghoursinterval)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusinessOpeningHoursInterval {
    /// The minute it opens, counted from the start of Monday; 0 to 10080.
    pub opening_minute: i64,
    /// The minute it closes, counted from the start of Monday; 0 to 11520, so it may run past the
    /// week's end.
    pub closing_minute: i64,
}

/// When a business is open during the week.
///
/// [Bot API](https://core.telegram.org/bots/api#businessopeninghours)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BusinessOpeningHours {
    /// The time zone of the hours, by its unique name.
    pub time_zone_name: String,
    /// The stretches of the week when the business is open.
    pub opening_hours: Vec<BusinessOpeningHoursInterval>,
}

/// A user's rating, earned by spending Telegram Stars.
///
/// [Bot API](https://core.telegram.org/bots/api#userrating)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserRating {
    /// The user's level: higher means a more reliable buyer, and a negative one is a warning sign.
    pub level: i64,
    /// The rating as a number; more is better.
    pub rating: i64,
    /// The rating at which the present level begins.
    pub current_level_rating: i64,
    /// The rating at which the next level begins; absent at the top level.
    pub next_level_rating: Option<i64>,
}

/// Where a clickable area lies on a story.
///
/// [Bot API](https://core.telegram.org/bots/api#storyareaposition)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryAreaPosition {
    /// Horizontal position of the center, in percent of the media width.
    pub x_percentage: f64,
    /// Vertical position of the center, in percent of the media height.
    pub y_percentage: f64,
    /// Width of the rectangle, in percent of the media width.
    pub width_percentage: f64,
    /// Height of the rectangle, in percent of the media height.
    pub height_percentage: f64,
    /// Clockwise turn of the rectangle in degrees, 0 to 360.
    pub rotation_angle: f64,
    /// Radius of the rounded corners, in percent of the media width.
    pub corner_radius_percentage: f64,
}

/// The postal address of a location.
///
/// [Bot API](https://core.telegram.org/bots/api#locationaddress)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LocationAddress {
    /// The country, as its ISO 3166-1 alpha-2 code in two capital letters.
    pub country_code: String,
    /// The state it is in, if any.
    pub state: Option<String>,
    /// The city it is in.
    pub city: Option<String>,
    /// The street address in the city.
    pub street: Option<String>,
}

/// What a clickable area on a story shows or opens.
///
/// [Bot API](https://core.telegram.org/bots/api#storyareatype)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StoryAreaType {
    /// A story area for a location; at most 10 per story.
    Location(StoryAreaTypeLocation),
    /// A story area that suggests a reaction; at most 5 per story.
    SuggestedReaction(StoryAreaTypeSuggestedReaction),
    /// A story area that opens a link; at most 3 per story.
    Link(StoryAreaTypeLink),
    /// A story area that shows the weather; at most 3 per story.
    Weather(StoryAreaTypeWeather),
    /// A story area for a unique gift; at most 1 per story.
    UniqueGift(StoryAreaTypeUniqueGift),
}

/// A story area for a location; at most 10 per story.
///
/// [Bot API](https://core.telegram.org/bots/api#storyareatypelocation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryAreaTypeLocation {
    /// Latitude of the location in degrees.
    pub latitude: f64,
    /// Longitude of the location in degrees.
    pub longitude: f64,
    /// The address of the location, if given.
    pub address: Option<Box<LocationAddress>>,
}

/// A story area that suggests a reaction; at most 5 per story.
///
/// [Bot API](https://core.telegram.org/bots/api#storyareatypesuggestedreaction)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryAreaTypeSuggestedReaction {
    /// The reaction that is suggested.
    pub reaction_type: ReactionType,
    /// Give the area a dark background.
    pub is_dark: Option<bool>,
    /// Flip the corner of the area.
    pub is_flipped: Option<bool>,
}

/// A story area that opens a link; at most 3 per story.
///
/// [Bot API](https://core.telegram.org/bots/api#storyareatypelink)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryAreaTypeLink {
    /// The HTTP or `tg://` link that a tap opens.
    pub url: String,
}

/// A story area that shows the weather; at most 3 per story.
///
/// [Bot API](https://core.telegram.org/bots/api#storyareatypeweather)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryAreaTypeWeather {
    /// The temperature in degrees Celsius.
    pub temperature: f64,
    /// An emoji for the weather.
    pub emoji: String,
    /// Background color of the area, as an ARGB number.
    pub background_color: i64,
}

/// A story area for a unique gift; at most 1 per story.
///
/// [Bot API](https://core.telegram.org/bots/api#storyareatypeuniquegift)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryAreaTypeUniqueGift {
    /// The gift's unique name, as in `UniqueGift`.
    pub name: String,
}

/// A clickable area on a story's photo or video.
///
/// [Bot API](https://core.telegram.org/bots/api#storyarea)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoryArea {
    /// Where the area lies on the media.
    pub position: StoryAreaPosition,
    /// What the area shows or opens.
    pub r#type: StoryAreaType,
}

/// The place a supergroup is attached to.
///
/// [Bot API](https://core.telegram.org/bots/api#chatlocation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatLocation {
    /// The point on the map; never a live location.
    pub location: Location,
    /// The address in the owner's words, 1 to 64 characters.
    pub address: String,
}
