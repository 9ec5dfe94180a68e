#[automatically_derived]
impl ::telegrammar::__private::Method for GetUserProfilePhotos {
    type Response = ::telegrammar::types::UserProfilePhotos;
    const INFO: &'static ::telegrammar::__private::MethodInfo = &::telegrammar::__private::MethodInfo::new(
        "getUserProfilePhotos",
        &[
            ::telegrammar::__private::FieldInfo::required("user_id", ::telegrammar::__private::ApiType::Integer, "Whose pictures to list."),
            ::telegrammar::__private::FieldInfo::optional("offset", ::telegrammar::__private::ApiType::Integer, "How many of the newest pictures to skip."),
            ::telegrammar::__private::FieldInfo::optional("limit", ::telegrammar::__private::ApiType::Integer, "How many pictures to return.")
                .rules(&[::telegrammar::__private::Rule::range(1, 100)])
                .default(::telegrammar::__private::Literal::Int(100)),
        ],
    )
    .repeatable();
    const READ: ::telegrammar::__private::Reading<Self::Response> = ::telegrammar::__private::Option::Some(::telegrammar::__private::read_target);
    #[inline]
    fn visit_fields<'__fields>(&'__fields self, __visit: &mut ::telegrammar::__private::FieldVisitor<'_, '__fields>) {
        <i64 as ::telegrammar::__private::type_check::LongParam>::visit(&self.user_id, 0, __visit);
        <i64 as ::telegrammar::__private::type_check::SmallIntegerParam<32767>>::visit_optional(&self.offset, 1, __visit);
        <i64 as ::telegrammar::__private::type_check::SmallIntegerParam<127>>::visit_optional(&self.limit, 2, __visit);
    }
}
#[automatically_derived]
impl GetUserProfilePhotos {
    #[doc = " Creates a `GetUserProfilePhotos` with its required fields: `user_id`."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub fn new(user_id: i64) -> Self {
        Self { user_id: user_id, offset: ::telegrammar::__private::Option::None, limit: ::telegrammar::__private::Option::None }
    }
    #[doc = " How many of the newest pictures to skip."]
    #[doc = ""]
    #[doc = " To pass an `Option`, assign the field."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = ::telegrammar::__private::Option::Some(offset);
        self
    }
    #[doc = " How many pictures to return."]
    #[doc = ""]
    #[doc = " Between 1 and 100. Default 100. To pass an `Option`, assign the field."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = ::telegrammar::__private::Option::Some(limit);
        self
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
    #[doc = " Calls [`getUserProfilePhotos`](https://core.telegram.org/bots/api#getuserprofilephotos). Nothing is sent until the `Call<UserProfilePhotos>` is awaited."]
    #[inline]
    pub fn send(&self, __bot: &::telegrammar::__private::Bot) -> ::telegrammar::__private::Call<::telegrammar::types::UserProfilePhotos> {
        ::telegrammar::__private::send(__bot, self)
    }
}
const _: () = {
    let _ = (GetUserProfilePhotos::validate, GetUserProfilePhotos::send, GetUserProfilePhotos::new, GetUserProfilePhotos::offset);
    let _ = (GetUserProfilePhotos::limit,);
};
#[automatically_derived]
impl ::telegrammar::__private::Serialize for GetUserProfilePhotos {
    #[inline]
    fn serialize<__S: ::telegrammar::__private::Serializer>(&self, __serializer: __S) -> ::telegrammar::__private::Result<__S::Ok, __S::Error> {
        ::telegrammar::__private::serialize(self, __serializer)
    }
}
#[automatically_derived]
impl<'__de> ::telegrammar::__private::Deserialize<'__de> for GetUserProfilePhotos {
    #[inline]
    fn deserialize<__D: ::telegrammar::__private::Deserializer<'__de>>(__deserializer: __D) -> ::telegrammar::__private::Result<Self, __D::Error> {
        let mut __fields = ::telegrammar::__private::Fields::new(<Self as ::telegrammar::__private::Method>::INFO, __deserializer)?;
        ::telegrammar::__private::finish(Self { user_id: __fields.take(0)?, offset: __fields.find(1), limit: __fields.find(2) }, __fields)
    }
}
const _: () = {
    let _: [<i64 as ::telegrammar::__private::type_check::Ranged>::Number; 2] = [1, 100];
};
