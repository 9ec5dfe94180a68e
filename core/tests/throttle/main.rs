//! The throttle, judged by the record of a server in memory, in paused time.

mod bots;
mod cost;
mod ends;
mod floods;
mod limits;
mod many_chats;
mod order;
mod server;
