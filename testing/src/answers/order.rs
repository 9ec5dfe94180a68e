//! The order in which the server reads the parameters of a call.

use telegrammar::schema::FieldInfo;

/// Returns the parameters in the server's order, without the chat, which is looked up later.
pub(super) fn in_order(method: &str, params: &'static [FieldInfo]) -> Vec<&'static FieldInfo> {
    let params = params.iter().filter(|param| param.name != "chat_id");
    let mut params: Vec<_> = params.collect();
    params.sort_by_key(|param| place(method, param.name));
    params
}

/// Returns whether a parameter says how any message is sent. The server reads these after the content, and
/// after the message that is forwarded or copied was looked up.
pub(super) fn is_about_sending(name: &str) -> bool {
    matches!(
        name,
        "reply_parameters" | "suggested_post_parameters" | "reply_markup"
    )
}

fn place(method: &str, name: &str) -> usize {
    let edits = ["MessageMedia", "MessageCaption", "MessageChecklist"];
    match name {
        // The markup of an edit precedes the content, except for texts and locations.
        "reply_markup" if edits.iter().any(|edit| method.ends_with(edit)) => 0,
        "link_preview_options" => 0,
        "media" if method == "sendMediaGroup" => 5,
        "reply_parameters" => 2,
        "suggested_post_parameters" => 3,
        "reply_markup" => 4,
        _ => 1,
    }
}
