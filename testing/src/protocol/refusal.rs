//! Errors that the server returns, with their codes and texts.

use super::envelope::Answer;

/// An error of the real server, for [`Reply::refuse`](crate::Reply::refuse). Others are created with
/// [`Reply::error`](crate::Reply::error).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// 403: the user has blocked the bot.
    BlockedByUser,
    /// 403: the account of the user was deleted.
    UserDeactivated,
    /// 403: the user has never written to the bot.
    CannotInitiateConversation,
    /// 403: the bot was removed from the group.
    KickedFromGroup,
    /// 403: the bot was removed from the supergroup.
    KickedFromSupergroup,
    /// 403: the bot was removed from the channel.
    KickedFromChannel,
    /// 403: the bot is not in the group.
    NotAMemberOfGroup,
    /// 403: the bot is not in the supergroup.
    NotAMemberOfSupergroup,
    /// 403: the bot is not in the channel.
    NotAMemberOfChannel,
    /// 400: there is no such chat, or the bot does not know it.
    ChatNotFound,
    /// 400: there is no such user, or the bot does not know it.
    UserNotFound,
    /// 400: the bot lacks a right of an administrator.
    AdministratorRequired,
    /// 400: the message to edit does not exist.
    MessageToEditNotFound,
    /// 400: the message to delete does not exist.
    MessageToDeleteNotFound,
    /// 400: the message to reply to does not exist.
    MessageToReplyNotFound,
    /// 400: an edit changes nothing.
    MessageNotModified,
    /// 400: the message is too old to be deleted, or is not the bot's.
    MessageCannotBeDeleted,
    /// 400: the text has more than 4096 characters.
    MessageTooLong,
    /// 400: the query was answered, or is too old.
    QueryTooOld,
    /// 400: the id or URL of a file is wrong.
    WrongFile,
    /// 400: the server could not download the URL.
    UrlNotDownloaded,
    /// 400: the file to download is larger than 20 MiB.
    FileTooBig,
    /// 401: the token was revoked.
    Unauthorized,
    /// 404: the server does not know the method.
    MethodNotFound,
    /// 409: another process polls with the same token.
    OtherPoller,
    /// 409: a webhook is set.
    WebhookIsActive,
    /// 413: the request is too large.
    RequestTooLarge,
    /// 500: the server restarts.
    Restart,
}

const NOT_MODIFIED: &str = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
const OTHER_POLLER: &str = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK: &str = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const QUERY: &str =
    "Bad Request: query is too old and response timeout expired or query ID is invalid";

impl Refusal {
    /// Returns the code of the error, which is the status too.
    #[must_use]
    pub fn code(self) -> u16 {
        self.parts().0
    }

    /// Returns the description of the error.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.parts().1
    }

    pub(crate) fn answer(self) -> Answer {
        Answer::error(self.code(), self.description())
    }

    fn parts(self) -> (u16, &'static str) {
        match self {
            Self::BlockedByUser => (403, "Forbidden: bot was blocked by the user"),
            Self::UserDeactivated => (403, "Forbidden: user is deactivated"),
            Self::CannotInitiateConversation => (
                403,
                "Forbidden: bot can't initiate conversation with a user",
            ),
            Self::KickedFromGroup => (403, "Forbidden: bot was kicked from the group chat"),
            Self::KickedFromSupergroup => {
                (403, "Forbidden: bot was kicked from the supergroup chat")
            }
            Self::KickedFromChannel => (403, "Forbidden: bot was kicked from the channel chat"),
            Self::NotAMemberOfGroup => (403, "Forbidden: bot is not a member of the group chat"),
            Self::NotAMemberOfSupergroup => {
                (403, "Forbidden: bot is not a member of the supergroup chat")
            }
            Self::NotAMemberOfChannel => {
                (403, "Forbidden: bot is not a member of the channel chat")
            }
            Self::ChatNotFound => (400, "Bad Request: chat not found"),
            Self::UserNotFound => (400, "Bad Request: user not found"),
            Self::AdministratorRequired => (400, "Bad Request: CHAT_ADMIN_REQUIRED"),
            Self::MessageToEditNotFound => (400, "Bad Request: message to edit not found"),
            Self::MessageToDeleteNotFound => (400, "Bad Request: message to delete not found"),
            Self::MessageToReplyNotFound => (400, "Bad Request: message to be replied not found"),
            Self::MessageNotModified => (400, NOT_MODIFIED),
            Self::MessageCannotBeDeleted => (400, "Bad Request: message can't be deleted"),
            Self::MessageTooLong => (400, "Bad Request: message is too long"),
            Self::QueryTooOld => (400, QUERY),
            Self::WrongFile => (400, "Bad Request: wrong file identifier/HTTP URL specified"),
            Self::UrlNotDownloaded => (400, "Bad Request: failed to get HTTP URL content"),
            Self::FileTooBig => (400, "Bad Request: file is too big"),
            Self::Unauthorized => (401, "Unauthorized"),
            Self::MethodNotFound => (404, "Not Found: method not found"),
            Self::OtherPoller => (409, OTHER_POLLER),
            Self::WebhookIsActive => (409, WEBHOOK),
            Self::RequestTooLarge => (413, "Request Entity Too Large"),
            Self::Restart => (500, "Internal Server Error: restart"),
        }
    }
}
