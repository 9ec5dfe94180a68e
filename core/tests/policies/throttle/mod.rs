//! The throttle, judged by the record of a server in memory.
//!
//! Time is paused, except with a redis server, which needs the feature `redis`.

mod bots;
mod chat_order;
mod cost;
mod ends;
mod floods;
mod limits;
mod many_chats;
mod order;
#[cfg(feature = "redis")]
mod redis_hangs;
#[cfg(feature = "redis")]
mod redis_processes;
#[cfg(feature = "redis")]
mod redis_shared;
#[cfg(feature = "redis")]
mod redis_started;
mod server;
mod shared_budget;
mod slow_budget;
mod unpolled;
mod walk;
