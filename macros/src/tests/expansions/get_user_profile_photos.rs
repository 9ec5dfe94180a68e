#[automatically_derived]
impl ::telegrammar::__private::Method for GetUserProfilePhotos {
    type Response = ::telegrammar::types::UserProfilePhotos;
    const INFO: &'static ::telegrammar::__private::MethodInfo = &::telegrammar::__private::MethodInfo::new(
        "getUserProfilePhotos",
        &[
            ::telegrammar::__private::ParamInfo::required("user_id", ::telegrammar::__private::Kind::Integer, "Whose pictures to list."),
            ::telegrammar::__private::ParamInfo::optional("offset", ::telegrammar::__private::Kind::Integer, "How many of the newest pictures to skip."),
            ::telegrammar::__private::ParamInfo::optional("limit", ::telegrammar::__private::Kind::Integer, "How many pictures to return.")
                .rules(&[::telegrammar::__private::Rule::range(1, 100)])
                .default(::telegrammar::__private::Literal::Int(100)),
        ],
    )
    .repeatable();
    const READ: ::telegrammar::__private::Reading<Self::Response> = ::telegrammar::__private::Option::Some(::telegrammar::__private::read);
    #[inline]
    fn param(&self, index: ::core::primitive::usize) -> ::telegrammar::__private::Option<&dyn ::telegrammar::__private::Param> {
        ::telegrammar::__private::Option::Some(match index {
            0 => <i64 as ::telegrammar::__private::type_check::Long>::view(&self.user_id),
            1 => <i64 as ::telegrammar::__private::type_check::Integer>::optional(&self.offset),
            2 => <i64 as ::telegrammar::__private::type_check::Integer>::optional(&self.limit),
            _ => return ::telegrammar::__private::Option::None,
        })
    }
}
#[automatically_derived]
#[allow(dead_code, clippy::too_many_arguments)]
impl GetUserProfilePhotos {
    #[doc = " Makes a `GetUserProfilePhotos` with what it cannot do without: `user_id`."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub fn new(user_id: i64) -> Self {
        Self { user_id: user_id, offset: ::telegrammar::__private::Option::None, limit: ::telegrammar::__private::Option::None }
    }
    #[doc = " How many of the newest pictures to skip."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = ::telegrammar::__private::Option::Some(offset);
        self
    }
    #[doc = " How many pictures to return."]
    #[doc = ""]
    #[doc = " Between 1 and 100. Default 100."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = ::telegrammar::__private::Option::Some(limit);
        self
    }
    #[doc = r" Checks the arguments against the rules of the Bot API. Nothing is sent."]
    #[doc = r""]
    #[doc = r" # Errors"]
    #[doc = r""]
    #[doc = r" Every rule that is broken, all at once."]
    #[inline]
    pub fn validate(&self) -> ::telegrammar::__private::Result<(), ::telegrammar::__private::Invalid> {
        ::telegrammar::__private::Method::validate(self)
    }
    #[doc = " Calls [`getUserProfilePhotos`](https://core.telegram.org/bots/api#getuserprofilephotos). Nothing is sent until the call is awaited."]
    #[inline]
    pub fn send(&self, bot: &::telegrammar::__private::Bot) -> ::telegrammar::__private::Call<<Self as ::telegrammar::__private::Method>::Response> {
        ::telegrammar::__private::send(bot, self)
    }
}
#[automatically_derived]
impl ::telegrammar::__private::Serialize for GetUserProfilePhotos {
    #[inline]
    fn serialize<S: ::telegrammar::__private::Serializer>(&self, serializer: S) -> ::telegrammar::__private::Result<S::Ok, S::Error> {
        ::telegrammar::__private::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de> ::telegrammar::__private::Deserialize<'de> for GetUserProfilePhotos {
    #[inline]
    fn deserialize<D: ::telegrammar::__private::Deserializer<'de>>(deserializer: D) -> ::telegrammar::__private::Result<Self, D::Error> {
        let mut fields = ::telegrammar::__private::fields(<Self as ::telegrammar::__private::Method>::INFO, deserializer)?;
        ::telegrammar::__private::finish(Self { user_id: fields.take(0)?, offset: fields.find(1), limit: fields.find(2) }, fields)
    }
}
const _: () = {
    let _: [<i64 as ::telegrammar::__private::type_check::Ranged>::Number; 2] = [1, 100];
};
