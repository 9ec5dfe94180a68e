//! Single entries, and invalid names.

use super::*;
use crate::facts::model::Upload;

#[test]
fn spot_checks_of_methods() {
    let photos = method_named("getUserProfilePhotos");
    assert_eq!(photos.returns, TypeExpr::Ref("UserProfilePhotos"));
    let user = photos.field("user_id").expect("user_id");
    assert!(user.required);
    assert_eq!(user.ty, TypeExpr::Integer(Width::Signed64));
    let limit = photos.field("limit").expect("limit");
    let range = limit.range.expect("range");
    assert_eq!(
        (range.text, range.min_int(), range.max_int()),
        ("1..=100", Some(1), Some(100))
    );
    assert_eq!((limit.required, limit.default), (false, Some("100")));

    let text = method_named("sendMessage")
        .field("text")
        .and_then(|it| it.len)
        .expect("len");
    assert_eq!((text.bounds.text, text.unit), ("1..=4096", LenUnit::Chars));
    assert!(text.after_entities);

    let edit = method_named("editMessageText");
    let result = TypeExpr::OneOf(vec![TypeExpr::Ref("Message"), TypeExpr::True]);
    assert_eq!(
        (edit.returns, edit.returns_by),
        (result, Some("inline_message_id"))
    );
    let group = edit
        .rules
        .iter()
        .find(|it| it.kind == RuleKind::ExactlyOneGroup);
    let groups: Vec<_> = group.expect("group").groups().collect();
    assert_eq!(
        groups,
        [vec!["chat_id", "message_id"], vec!["inline_message_id"]]
    );

    let invoice = method_named("sendInvoice");
    let token = invoice
        .rules
        .iter()
        .find(|it| it.kind == RuleKind::FixedValue);
    let token = token.expect("fixed_value");
    assert_eq!(token.value, Some(""));
    let condition = token.conditions.first().expect("condition");
    assert_eq!(
        (condition.param, &condition.op),
        ("currency", &Op::Equals("XTR"))
    );

    let thumbnail = method_named("sendAudio")
        .field("thumbnail")
        .and_then(|it| it.upload.clone());
    let expected = Upload {
        place: Place::Direct,
        sources: vec![Source::Upload],
        or_dropped: true,
    };
    assert_eq!(thumbnail, Some(expected));
}

#[test]
fn spot_checks_of_types() {
    let button = type_named("InlineKeyboardButton");
    let data = button
        .field("callback_data")
        .and_then(|it| it.len)
        .expect("len");
    assert_eq!((data.bounds.text, data.unit), ("1..=64", LenUnit::Bytes));

    let member = type_named("ChatMember");
    assert!(matches!(
        member.shape,
        Shape::Union {
            tag: Some("status"),
            ..
        }
    ));
    let owner = member.variants().first().map(|it| (it.name, it.tag));
    assert_eq!(owner, Some(("ChatMemberOwner", Some("creator"))));

    let photo = type_named("InlineQueryResult").variants().to_vec();
    let photo = photo
        .iter()
        .find(|it| it.name == "InlineQueryResultPhoto")
        .expect("photo");
    assert_eq!(photo.discriminating_fields, ["photo_url", "thumbnail_url"]);

    let file = type_named("InputFile").shape;
    assert!(matches!(file, Shape::Marker));
    let weather = type_named("StoryAreaTypeWeather");
    let colour = weather.field("background_color").expect("background_color");
    assert_eq!(colour.ty, TypeExpr::Integer(Width::Unsaid));
}

#[test]
fn unknown_names_are_not_found() {
    for name in [
        "",
        "frobnicate",
        "getm",
        "GetMe",
        "get_me",
        "getMe ",
        "getMe -> User",
        "User",
    ] {
        assert!(method(name).is_none(), "{name:?}");
    }
    for name in ["", "Frobnicate", "user", "getMe", "User in", "in", "String"] {
        assert!(ty(name).is_none(), "{name:?}");
    }
}

#[test]
fn nearest_names() {
    let method = |name| nearest(name, method_names());
    assert_eq!(method("getUserProfilePhoto"), Some("getUserProfilePhotos"));
    assert_eq!(method("GetMe"), Some("getMe"));
    assert_eq!(method("get_me"), Some("getMe"));
    assert_eq!(method("sendMesage"), Some("sendMessage"));
    assert_eq!(method("sendMessgae"), Some("sendMessage"));
    assert_eq!(method("frobnicate"), None);
    assert_eq!(method(""), None);
    assert_eq!(nearest("Mesage", type_names()), Some("Message"));
    let params = ["user_id", "offset", "limit"];
    assert_eq!(nearest("ofset", params), Some("offset"));
    assert_eq!(nearest("userId", params), Some("user_id"));
    assert_eq!(nearest("limti", params), Some("limit"));
    assert_eq!(nearest("colour", params), None);
    assert_eq!(nearest("a", ["b", "c"]), None);
    assert_eq!(nearest("abd", ["abc", "abd"]), Some("abd"));
}
