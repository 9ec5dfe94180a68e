//! The text of an error that const evaluation reports.

/// A text that is composed of others, shortened if it is too long.
pub(super) struct Message {
    bytes: [u8; 512],
    len: usize,
}

impl Message {
    /// Joins the parts.
    pub(super) const fn new(parts: &[&str]) -> Self {
        let mut message = Self {
            bytes: [0; 512],
            len: 0,
        };
        let mut part = 0;
        while part < parts.len() {
            let bytes = parts[part].as_bytes();
            // A letter is never split.
            if bytes.len() <= message.bytes.len() - message.len {
                let mut index = 0;
                while index < bytes.len() {
                    message.bytes[message.len] = bytes[index];
                    message.len += 1;
                    index += 1;
                }
            }
            part += 1;
        }
        message
    }

    pub(super) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}
