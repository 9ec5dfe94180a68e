//! Descriptions of methods.

use super::field::FieldInfo;
use super::field_index::same_text;
use super::relation::Relation;
use super::type_info::TypeInfo;

/// The description of a Bot API method. `#[telegram_method]` creates it as `Method::INFO`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct MethodInfo {
    /// The parameters, as the object that a request contains. Its name is the method's.
    pub parameters: TypeInfo,
    /// Whether a call may be retried after its response was lost: a second identical call does no
    /// harm. Methods that send, create, transfer or pay something are not repeatable, and neither
    /// are unlisted ones, unless their definition says `repeatable`.
    pub is_repeatable: bool,
    /// Whether a call waits at the server until an event occurs.
    pub is_long_poll: bool,
    /// Whether a parameter can be or contain a file to upload. Of parameters that the Bot API page does
    /// not list, their types decide, through up to four levels of lists and pointers.
    pub can_upload: bool,
}

impl MethodInfo {
    /// Creates a method without constraints between its parameters.
    #[must_use]
    pub const fn new(name: &'static str, parameters: &'static [FieldInfo]) -> Self {
        Self {
            parameters: TypeInfo::new(name, parameters),
            is_repeatable: false,
            is_long_poll: false,
            can_upload: false,
        }
    }

    /// Returns the method's name on the wire, such as `getUserProfilePhotos`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.parameters.name
    }

    /// Returns the parameters, in the order of the struct's fields.
    #[must_use]
    pub const fn params(&self) -> &'static [FieldInfo] {
        self.parameters.fields
    }

    /// Returns the parameter with this wire name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&'static FieldInfo> {
        self.params().iter().find(|param| param.name == name)
    }

    /// Returns the parameter with the chat that a call concerns, if there is one.
    #[must_use]
    pub fn chat(&self) -> Option<&'static FieldInfo> {
        self.param("chat_id")
    }

    /// Returns the constraints between parameters.
    #[must_use]
    pub const fn relations(&self) -> &'static [Relation] {
        self.parameters.relations
    }

    /// Marks the method as idempotent.
    #[must_use]
    pub const fn repeatable(mut self) -> Self {
        self.is_repeatable = true;
        self
    }

    /// Marks the method as one that waits at the server.
    #[must_use]
    pub const fn long_poll(mut self) -> Self {
        self.is_long_poll = true;
        self
    }

    /// Marks the method as one that can upload files.
    #[must_use]
    pub const fn uploads(mut self) -> Self {
        self.can_upload = true;
        self
    }

    /// Marks the method as one that can upload files, if `can_upload`.
    #[doc(hidden)]
    #[must_use]
    pub const fn uploads_if(mut self, can_upload: bool) -> Self {
        self.can_upload |= can_upload;
        self
    }

    /// Takes from the base, whose parameters are the first ones, everything that is not known of a
    /// method with another name.
    #[must_use]
    pub const fn with_base(mut self, base: &Self) -> Self {
        let is_same = same_text(self.name(), base.name());
        self.parameters = self.parameters.with_base(&base.parameters);
        self.can_upload |= base.can_upload;
        self.is_repeatable |= is_same && base.is_repeatable;
        self.is_long_poll |= is_same && base.is_long_poll;
        self
    }

    /// Sets the constraints of a definition with a base, as
    /// [`TypeInfo::with_more_relations`].
    #[must_use]
    pub const fn with_more_relations(mut self, relations: &'static [Relation]) -> Self {
        self.parameters = self.parameters.with_more_relations(relations);
        self
    }

    /// Sets the constraints between parameters, with the triggers of
    /// [`TypeInfo::relations`](TypeInfo::with_relations).
    #[must_use]
    pub const fn with_relations(
        mut self,
        relations: &'static [Relation],
        triggers: &'static [u64],
    ) -> Self {
        self.parameters = self.parameters.with_relations(relations, triggers);
        self
    }
}
