#[automatically_derived]
impl ::telegrammar::__private::Method for GetMe {
    type Response = ::telegrammar::types::User;
    const INFO: &'static ::telegrammar::__private::MethodInfo = &::telegrammar::__private::MethodInfo::new("getMe", &[]).repeatable();
    const READ: ::telegrammar::__private::Reading<Self::Response> = ::telegrammar::__private::Option::Some(::telegrammar::__private::read_target);
    #[inline]
    fn visit_fields<'__fields>(&'__fields self, _: &mut ::telegrammar::__private::FieldVisitor<'_, '__fields>) {}
}
#[automatically_derived]
impl GetMe {
    #[doc = " Creates a `GetMe` with all optional fields unset."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub fn new() -> Self {
        Self {}
    }
    #[doc = r" Checks the parameters against the rules of the Bot API. Nothing is sent."]
    #[doc = r""]
    #[doc = r" # Errors"]
    #[doc = r""]
    #[doc = r" Lists every violated rule."]
    #[inline]
    pub fn validate(&self) -> ::telegrammar::__private::Result<(), ::telegrammar::__private::ValidationError> {
        ::telegrammar::__private::Method::validate(self)
    }
    #[doc = " Calls [`getMe`](https://core.telegram.org/bots/api#getme). Nothing is sent until the `Call<User>` is awaited."]
    #[inline]
    pub fn send(&self, __bot: &::telegrammar::__private::Bot) -> ::telegrammar::__private::Call<::telegrammar::types::User> {
        ::telegrammar::__private::send(__bot, self)
    }
}
const _: () = {
    let _ = (GetMe::validate, GetMe::send, GetMe::new);
};
#[automatically_derived]
impl ::telegrammar::__private::Serialize for GetMe {
    #[inline]
    fn serialize<__S: ::telegrammar::__private::Serializer>(&self, __serializer: __S) -> ::telegrammar::__private::Result<__S::Ok, __S::Error> {
        ::telegrammar::__private::serialize(self, __serializer)
    }
}
#[automatically_derived]
impl<'__de> ::telegrammar::__private::Deserialize<'__de> for GetMe {
    #[inline]
    fn deserialize<__D: ::telegrammar::__private::Deserializer<'__de>>(__deserializer: __D) -> ::telegrammar::__private::Result<Self, __D::Error> {
        ::telegrammar::__private::finish(Self {}, ::telegrammar::__private::Fields::new(<Self as ::telegrammar::__private::Method>::INFO, __deserializer)?)
    }
}
