#[automatically_derived]
impl<'a, 'b: 'a> renamed::__private::Method for NewMethod<'a, 'b> {
    type Response = bool;
    const INFO: &'static renamed::__private::MethodInfo = &renamed::__private::MethodInfo::new(
        "newMethod",
        &[
            renamed::__private::FieldInfo::required("text", renamed::__private::ApiType::Unlisted, ""),
            renamed::__private::FieldInfo::optional("caption", renamed::__private::ApiType::Unlisted, "").rules(&[renamed::__private::Rule::len(1, 64)]),
            renamed::__private::FieldInfo::optional("count", renamed::__private::ApiType::Unlisted, "").rules(&[renamed::__private::between(
                <i64 as renamed::__private::type_check::Ranged>::IS_FLOAT,
                [
                    {
                        const __BOUND: <i64 as renamed::__private::type_check::Ranged>::Number = {
                            let [__bound]: [<i64 as renamed::__private::type_check::Ranged>::Number; 1] = [LEAST];
                            __bound
                        };
                        __BOUND
                    } as ::core::primitive::i128,
                    10 as ::core::primitive::i128,
                ],
                [
                    {
                        const __BOUND: <i64 as renamed::__private::type_check::Ranged>::Number = {
                            let [__bound]: [<i64 as renamed::__private::type_check::Ranged>::Number; 1] = [LEAST];
                            __bound
                        };
                        __BOUND
                    } as ::core::primitive::f64,
                    10 as ::core::primitive::f64,
                ],
            )]),
        ],
    )
    .uploads_if(
        <&'a str as renamed::__private::type_check::AnyParam>::CAN_UPLOAD
            || <Cow<'b, str> as renamed::__private::type_check::AnyParam>::CAN_UPLOAD
            || <i64 as renamed::__private::type_check::AnyParam>::CAN_UPLOAD,
    );
    const READ: renamed::__private::Reading<Self::Response> = {
        use renamed::__private::ReadBySerde as _;
        renamed::__private::ReadByTarget::<Self::Response>::READ
    };
    #[inline]
    fn visit_fields<'__fields>(&'__fields self, __visit: &mut renamed::__private::FieldVisitor<'_, '__fields>) {
        <&'a str as renamed::__private::type_check::AnyParam>::visit(&self.text, 0, __visit);
        <Cow<'b, str> as renamed::__private::type_check::AnyParam>::visit_optional(&self.caption, 1, __visit);
        <i64 as renamed::__private::type_check::AnyParam>::visit_optional(&self.count, 2, __visit);
    }
}
#[automatically_derived]
impl<'a, 'b: 'a> NewMethod<'a, 'b> {
    #[doc = " Creates a `NewMethod` with its required fields: `text`."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text: text, caption: renamed::__private::Option::None, count: renamed::__private::Option::None, cache: <Cache as renamed::__private::type_check::Skippable>::skipped() }
    }
    #[doc = " Sets `caption`."]
    #[doc = ""]
    #[doc = " Between 1 and 64 characters. To pass an `Option`, assign the field."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub(crate) fn caption(mut self, caption: impl renamed::__private::Into<Cow<'b, str>>) -> Self {
        self.caption = renamed::__private::Option::Some(renamed::__private::Into::into(caption));
        self
    }
    #[doc = " Sets `count`."]
    #[doc = ""]
    #[doc = " Between `LEAST` and 10. To pass an `Option`, assign the field."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub(crate) fn count(mut self, count: i64) -> Self {
        self.count = renamed::__private::Option::Some(count);
        self
    }
    #[doc = r" Checks the parameters against the rules of the Bot API. Nothing is sent."]
    #[doc = r""]
    #[doc = r" # Errors"]
    #[doc = r""]
    #[doc = r" Lists every violated rule."]
    #[inline]
    pub(crate) fn validate(&self) -> renamed::__private::Result<(), renamed::__private::ValidationError> {
        renamed::__private::Method::validate(self)
    }
    #[doc = " Calls `newMethod`. Nothing is sent until the `Call<bool>` is awaited."]
    #[inline]
    pub(crate) fn send(&self, __bot: &renamed::__private::Bot) -> renamed::__private::Call<<Self as renamed::__private::Method>::Response> {
        renamed::__private::send(__bot, self)
    }
}
const _: () = {
    let _ = (NewMethod::validate, NewMethod::send, NewMethod::new, NewMethod::count);
    let _: fn(_, Cow<'static, str>) -> _ = NewMethod::caption;
};
#[automatically_derived]
impl<'a, 'b: 'a> renamed::__private::Serialize for NewMethod<'a, 'b> {
    #[inline]
    fn serialize<__S: renamed::__private::Serializer>(&self, __serializer: __S) -> renamed::__private::Result<__S::Ok, __S::Error> {
        renamed::__private::serialize(self, __serializer)
    }
}
#[automatically_derived]
impl<'__de: 'a + 'b, 'a, 'b: 'a> renamed::__private::Deserialize<'__de> for NewMethod<'a, 'b>
where
    &'a str: renamed::__private::Deserialize<'__de>,
    Cow<'b, str>: renamed::__private::Deserialize<'__de>,
{
    #[inline]
    fn deserialize<__D: renamed::__private::Deserializer<'__de>>(__deserializer: __D) -> renamed::__private::Result<Self, __D::Error> {
        let mut __fields = renamed::__private::Fields::new(<Self as renamed::__private::Method>::INFO, __deserializer)?;
        renamed::__private::finish(
            Self { text: __fields.take(0)?, caption: __fields.find(1), count: __fields.find(2), cache: <Cache as renamed::__private::type_check::Skippable>::skipped() },
            __fields,
        )
    }
}
const _: () = <Cow<'static, str> as renamed::__private::type_check::LenRule>::HOLDS;
const _: () = renamed::__private::ordered(
    {
        const __BOUND: <i64 as renamed::__private::type_check::Ranged>::Number = {
            let [__bound]: [<i64 as renamed::__private::type_check::Ranged>::Number; 1] = [LEAST];
            __bound
        };
        __BOUND
    } as ::core::primitive::f64,
    (10) as ::core::primitive::f64,
    [renamed::__private::Option::None, renamed::__private::Option::None],
    ["the range of `count` is empty: `LEAST` exceeds `10`\n= help: did you mean `10..=LEAST`?\n= note: [telegrammar::diagnostics E09]", ""],
);
const _: () = {
    let _: [<i64 as renamed::__private::type_check::Ranged>::Number; 2] = [LEAST, 10];
};
