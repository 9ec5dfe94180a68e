//! Users, and what they do. Each thing is an action of `/control/…`.

mod action;
mod boosts;
mod business;
mod conversation;
mod moderation;
mod payments;
mod shares;
mod sight;
mod standing;
mod topic;
mod user;

pub use action::Action;
pub use payments::Payment;
pub use user::User;
