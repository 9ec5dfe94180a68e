//! The page on which people look at what bots do, and talk to them.

/// A file of the page.
pub(crate) struct Asset {
    path: &'static str,
    pub(crate) mime_type: &'static str,
    pub(crate) text: &'static str,
}

/// Lists files of this folder.
macro_rules! assets {
    ($($mime_type:literal: $($name:literal),+;)+) => {
        [$($(Asset {
            path: concat!("/page/", $name),
            mime_type: concat!($mime_type, "; charset=utf-8"),
            text: include_str!($name),
        },)+)+]
    };
}

/// The files. The first one is the page itself.
const ASSETS: [Asset; 15] = assets! {
    "text/html": "index.html";
    "text/css": "layout.css", "chat.css", "calls.css";
    "text/javascript": "app.js", "feed.js", "dom.js", "text.js", "message.js", "chat.js", "sidebar.js", "composer.js", "suggest.js", "buttons.js", "calls.js";
};

/// Returns the file at a path of the server.
pub(crate) fn asset(path: &str) -> Option<&'static Asset> {
    static FILES: &[Asset] = &ASSETS;
    match path {
        "/" => FILES.first(),
        _ => FILES.iter().find(|asset| asset.path == path),
    }
}
