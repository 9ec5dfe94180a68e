#[automatically_derived]
impl<'a, 'b: 'a> renamed::__private::Method for NewMethod<'a, 'b> {
    type Response = bool;
    const INFO: &'static renamed::__private::MethodInfo = &renamed::__private::MethodInfo::new(
        "newMethod",
        &[
            renamed::__private::ParamInfo::required("text", renamed::__private::Kind::Unlisted, ""),
            renamed::__private::ParamInfo::optional("caption", renamed::__private::Kind::Unlisted, "").rules(&[renamed::__private::Rule::len(1, 64)]),
            renamed::__private::ParamInfo::optional("count", renamed::__private::Kind::Unlisted, "").rules(&[renamed::__private::between(
                <i64 as renamed::__private::type_check::Ranged>::IS_FLOAT,
                [(LEAST) as ::core::primitive::i128, (10) as ::core::primitive::i128],
                [(LEAST) as ::core::primitive::f64, (10) as ::core::primitive::f64],
            )]),
        ],
    );
    const READ: renamed::__private::Reading<Self::Response> = {
        use renamed::__private::ReadBySerde as _;
        renamed::__private::ReadByTable::<Self::Response>::READ
    };
    #[inline]
    fn param(&self, index: ::core::primitive::usize) -> renamed::__private::Option<&dyn renamed::__private::Param> {
        renamed::__private::Option::Some(match index {
            0 => <&'a str as renamed::__private::Param>::view(&self.text),
            1 => <Cow<'b, str> as renamed::__private::Param>::optional(&self.caption),
            2 => <i64 as renamed::__private::Param>::optional(&self.count),
            _ => return renamed::__private::Option::None,
        })
    }
}
#[automatically_derived]
#[allow(dead_code, clippy::too_many_arguments)]
impl<'a, 'b: 'a> NewMethod<'a, 'b> {
    #[doc = " Makes a `NewMethod` with what it cannot do without: `text`."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text: text,
            caption: renamed::__private::Option::None,
            count: renamed::__private::Option::None,
            cache: <Cache as renamed::__private::type_check::Skippable>::skipped(),
        }
    }
    #[doc = " Sets `caption`."]
    #[doc = ""]
    #[doc = " Between 1 and 64 characters."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub(crate) fn caption(mut self, caption: impl renamed::__private::Into<Cow<'b, str>>) -> Self {
        self.caption = renamed::__private::Option::Some(renamed::__private::Into::into(caption));
        self
    }
    #[doc = " Sets `count`."]
    #[doc = ""]
    #[doc = " Between `LEAST` and 10."]
    #[inline]
    #[must_use = "a request does nothing until it is sent"]
    pub(crate) fn count(mut self, count: i64) -> Self {
        self.count = renamed::__private::Option::Some(count);
        self
    }
    #[doc = r" Checks the arguments against the rules of the Bot API. Nothing is sent."]
    #[doc = r""]
    #[doc = r" # Errors"]
    #[doc = r""]
    #[doc = r" Every rule that is broken, all at once."]
    #[inline]
    pub(crate) fn validate(&self) -> renamed::__private::Result<(), renamed::__private::Invalid> {
        renamed::__private::Method::validate(self)
    }
    #[doc = " Calls `newMethod`. Nothing is sent until the call is awaited."]
    #[inline]
    pub(crate) fn send(&self, bot: &renamed::__private::Bot) -> renamed::__private::Call<<Self as renamed::__private::Method>::Response> {
        renamed::__private::send(bot, self)
    }
}
#[automatically_derived]
impl<'a, 'b: 'a> renamed::__private::Serialize for NewMethod<'a, 'b> {
    #[inline]
    fn serialize<S: renamed::__private::Serializer>(&self, serializer: S) -> renamed::__private::Result<S::Ok, S::Error> {
        renamed::__private::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de: 'a + 'b, 'a, 'b: 'a> renamed::__private::Deserialize<'de> for NewMethod<'a, 'b>
where
    &'a str: renamed::__private::Deserialize<'de>,
    Cow<'b, str>: renamed::__private::Deserialize<'de>,
{
    #[inline]
    fn deserialize<D: renamed::__private::Deserializer<'de>>(deserializer: D) -> renamed::__private::Result<Self, D::Error> {
        let mut fields = renamed::__private::fields(<Self as renamed::__private::Method>::INFO, deserializer)?;
        renamed::__private::finish(
            Self { text: fields.take(0)?, caption: fields.find(1), count: fields.find(2), cache: <Cache as renamed::__private::type_check::Skippable>::skipped() },
            fields,
        )
    }
}
const _: () = <Cow<'static, str> as renamed::__private::type_check::LenRule>::HOLDS;
const _: () = renamed::__private::ordered(
    (LEAST) as ::core::primitive::f64,
    (10) as ::core::primitive::f64,
    renamed::__private::Option::None,
    renamed::__private::Option::None,
);
const _: () = {
    let _: [<i64 as renamed::__private::type_check::Ranged>::Number; 2] = [LEAST, 10];
};
