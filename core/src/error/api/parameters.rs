//! Members of a response that telegrammar does not know.

use crate::json::decode::{Reader, to_text};

/// Returns a member of an envelope's `parameters` as JSON. The first with the name counts.
pub(super) fn parameter(body: &[u8], name: &str) -> Option<String> {
    let (text, _) = to_text(body);
    let mut reader = Reader::new(&text, true);
    let mut found = None;
    if reader.token().ok()? != b'{' {
        return None;
    }
    // What is behind the parameters does not matter.
    let _ = reader.members(&mut |reader, member, first| {
        if member != "parameters" || first != b'{' {
            return reader.skip(first);
        }
        reader.members(&mut |reader, member, first| {
            let json = reader.slice(first)?;
            if member == name && found.is_none() {
                found = Some(json.to_owned());
            }
            Ok(())
        })
    });
    found
}
