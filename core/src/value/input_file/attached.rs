//! Files that a form carries beside the parameters that refer to them.

use std::cell::RefCell;

use super::InputFile;

thread_local! {
    static ATTACHED: RefCell<Vec<(String, InputFile)>> = const { RefCell::new(Vec::new()) };
}

/// Runs `read`, during which `attach://` and one of these names is decoded as the file, and not as
/// the id of a file.
pub fn with_attached<T>(files: Vec<(String, InputFile)>, read: impl FnOnce() -> T) -> T {
    /// Also restores the files if `read` panics.
    struct Restore(Vec<(String, InputFile)>);

    impl Drop for Restore {
        fn drop(&mut self) {
            ATTACHED.set(std::mem::take(&mut self.0));
        }
    }

    let _before = Restore(ATTACHED.replace(files));
    read()
}

/// Returns the file that a text refers to.
pub(super) fn attached(text: &str) -> Option<InputFile> {
    let name = text.strip_prefix("attach://")?;
    ATTACHED.with_borrow(|files| {
        let mut files = files.iter();
        files
            .find(|(known, _)| known == name)
            .map(|(_, file)| file.clone())
    })
}
