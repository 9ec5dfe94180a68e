//! Section [Games](https://core.telegram.org/bots/api#games).

use super::*;
use crate::telegram_type;

/// A game, created and edited in `@BotFather`. Its short name is its id.
///
/// [Bot API](https://core.telegram.org/bots/api#game)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Game {
    /// Title of the game.
    pub title: String,
    /// What the game is about.
    pub description: String,
    /// Picture for the game message, in several sizes.
    pub photo: Vec<PhotoSize>,
    /// Short text or high scores in the game message, at most 4096 characters. `setGameScore` may
    /// update it, and so can `editMessageText`.
    pub text: Option<String>,
    /// Formatting of `text`: links, mentions, commands and so on.
    pub text_entities: Option<Vec<MessageEntity>>,
    /// Animation for the game message, uploaded in `@BotFather`.
    pub animation: Option<Box<Animation>>,
}

/// An empty placeholder for a game button. The game itself is set up in `@BotFather`.
///
/// [Bot API](https://core.telegram.org/bots/api#callbackgame)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CallbackGame {}

/// One row of a game's high score table.
///
/// [Bot API](https://core.telegram.org/bots/api#gamehighscore)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GameHighScore {
    /// Place in the table.
    pub position: i64,
    /// Who has this score.
    pub user: User,
    /// The score.
    pub score: i64,
}
