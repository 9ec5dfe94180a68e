//! The command line.

use std::path::Path;

use crate::allow::AllowList;
use crate::files::Folder;

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
Usage: telegrammar-mcp [OPTIONS]

Serves the Model Context Protocol on stdin and stdout. The token is that of TELEGRAM_BOT_TOKEN.

  --allow LIST  The methods that may be called, separated by commas; * stands for any letters.
                Default: all.
  --mode MODE   methods: each allowed method is a tool. search: five tools find, describe and call
                them. Default: methods with --allow, otherwise search.
  --files DIR   The folder that files may be uploaded from. Default: no uploads.
  --url URL     Another Bot API server.
  --fake        A fake server that starts and ends with this one, and needs no token.
  --help        Prints this.";

/// How the methods are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Each method is a tool.
    Methods,
    /// Five tools find, describe and call methods.
    Search,
}

/// The options of the command line.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) allow: AllowList,
    pub(crate) mode: Mode,
    pub(crate) files: Option<Folder>,
    pub(crate) url: Option<String>,
    pub(crate) is_fake: bool,
}

impl Options {
    /// Reads the arguments; `None` if help is asked for.
    pub(crate) fn parse(
        arguments: impl IntoIterator<Item = String>,
    ) -> Result<Option<Self>, String> {
        let (mut allow, mut mode, mut files, mut url) = (None, None, None, None);
        let mut is_fake = false;
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            // `--name value` or `--name=value`.
            let (name, joined) = match argument.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (argument, None),
            };
            match (name.as_str(), &joined) {
                ("--help" | "-h", None) => return Ok(None),
                ("--fake", None) => {
                    is_fake = true;
                    continue;
                }
                ("--allow" | "--mode" | "--files" | "--url", _) => {}
                _ => return Err(format!("there is no option `{name}` of this form")),
            }
            let value = joined.or_else(|| arguments.next());
            let value = value.ok_or_else(|| format!("`{name}` needs a value"))?;
            let is_new = match name.as_str() {
                "--allow" => allow.replace(AllowList::parse(&value)?).is_none(),
                "--mode" => mode.replace(Mode::parse(&value)?).is_none(),
                "--files" => files.replace(Folder::open(Path::new(&value))?).is_none(),
                _ => url.replace(value).is_none(),
            };
            if !is_new {
                return Err(format!("`{name}` is given twice"));
            }
        }
        if is_fake && url.is_some() {
            return Err("`--fake` and `--url` name two servers".to_owned());
        }
        let default = match allow {
            Some(_) => Mode::Methods,
            None => Mode::Search,
        };
        Ok(Some(Self {
            allow: allow.unwrap_or_default(),
            mode: mode.unwrap_or(default),
            files,
            url,
            is_fake,
        }))
    }
}

impl Mode {
    fn parse(text: &str) -> Result<Self, String> {
        match text {
            "methods" => Ok(Self::Methods),
            "search" => Ok(Self::Search),
            _ => Err(format!("`{text}` is no mode: `methods` or `search`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Options};

    fn parse(arguments: &[&str]) -> Result<Option<Options>, String> {
        Options::parse(arguments.iter().map(|&argument| argument.to_owned()))
    }

    #[test]
    fn the_mode_follows_from_the_list() {
        let mode = |arguments: &[&str]| parse(arguments).unwrap().unwrap().mode;
        assert_eq!(mode(&[]), Mode::Search);
        assert_eq!(mode(&["--allow", "get*"]), Mode::Methods);
        assert_eq!(mode(&["--allow=get*", "--mode=search"]), Mode::Search);
        assert_eq!(mode(&["--mode", "methods"]), Mode::Methods);
    }

    #[test]
    fn mistakes_are_told() {
        assert!(parse(&["--help"]).unwrap().is_none());
        for wrong in [
            &["--token", "x"][..],
            &["--allow"],
            &["--allow", "getMee"],
            &["--allow", "getMe", "--allow", "getChat"],
            &["--mode", "all"],
            &["--files", "/no/such/folder"],
            &["--fake", "--url", "http://localhost"],
            &["--fake=yes"],
            &["sendMessage"],
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
