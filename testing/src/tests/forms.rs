//! Forms with files, in the dialect of the real server.

use super::{FakeBotApi, path, post, start, talk};
use crate::protocol::disposition::{Disposition, boundary};
use crate::protocol::parameters::decode;
use crate::{ReceivedFile, ReceivedRequest, Reply};

const BOUNDARY: &str = "multipart/form-data; boundary=b";
const UNREAD: &str = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/// A form of these parts.
fn form(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| format!("--b\r\n{part}\r\n"));
    parts.collect::<String>() + "--b--\r\n"
}

/// Returns a part with these keys after `form-data;`.
fn part(keys: &str, content: &str) -> String {
    format!("Content-Disposition: form-data; {keys}\r\n\r\n{content}")
}

/// Sends a form. Returns the request as received, and the response.
async fn send(fake: &FakeBotApi, content_type: &str, body: &str) -> (ReceivedRequest, String) {
    // A method without a definition, so that only the form itself is judged.
    fake.reply("readForm", Reply::result(true.into()));
    let request = post(&path(fake, "readForm"), content_type, body);
    let answer = talk(fake, &request).await;
    (fake.take_requests().remove(0), answer)
}

/// Returns a valid form as received.
async fn received(parts: &[&str]) -> ReceivedRequest {
    let fake = start().await;
    let (request, answer) = send(&fake, BOUNDARY, &form(parts)).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_eq!(fake.complaints(), [""; 0]);
    request
}

#[tokio::test]
async fn parts_are_parameters_and_files() {
    let request = received(&[
        &part("name=\"chat_id\"", "42"),
        "content-type: image/png\r\n\
         content-disposition: form-data; filename=\"a b.png\"; name=\"photo\"\r\n\r\n\0\r\n--\r\n--c",
        &part("name=\"media\"", r#"[{"media":"attach://file0"}]"#),
        &part("name=\"file0\"; filename=\"\"", ""),
        &part("name=\"thumbnail\"", "attach://file0"),
        &part("name=\"cover\"", "AgAC"),
        &part("name=\"cover\"; filename=\"c\"", "c"),
    ])
    .await;
    let parameters = request.parameters().iter();
    let parameters: Vec<_> = parameters
        .map(|(name, value)| (&**name, &**value))
        .collect();
    assert_eq!(
        parameters,
        [
            ("chat_id", "42"),
            ("media", r#"[{"media":"attach://file0"}]"#),
            ("thumbnail", "attach://file0"),
            ("cover", "AgAC"),
        ]
    );
    let names: Vec<_> = request.files().iter().map(ReceivedFile::part).collect();
    assert_eq!(names, ["photo", "file0", "cover"]);
    let photo = request.file("photo").expect("a photo");
    assert_eq!(photo.file_name(), "a b.png");
    assert_eq!(photo.mime_type(), Some("image/png"));
    assert_eq!(photo.content().as_ref(), b"\0\r\n--\r\n--c");
    let media = request.parameter_json("media").expect("a list");
    let reference = media[0]["media"].as_str().expect("a text");
    let attached = request.attached(reference).expect("a file");
    assert_eq!((attached.part(), attached.file_name()), ("file0", ""));
    assert_eq!(attached.mime_type(), None);
    assert!(attached.content().is_empty());
    // The values that the server uses for a parameter.
    let taken = |name| request.file(name).map(|file| file.part().to_owned());
    assert_eq!(taken("thumbnail"), Some("file0".to_owned()));
    assert_eq!(taken("cover"), None);
    assert_eq!(taken("chat_id"), None);
    assert_eq!(taken("nothing"), None);
    assert!(request.attached("file0").is_none());
    assert!(request.attached("attach://file1").is_none());
    assert_eq!(request.parameter_json("cover"), None);
    assert_eq!(request.parameter_json("chat_id"), Some(42.into()));
}

#[tokio::test]
async fn the_content_type_of_a_text_is_ignored_unless_it_is_a_form() {
    let request = received(&[
        "Content-Disposition: form-data; name=a\r\nContent-Type: application/json\r\n\r\n{}",
        "Content-Disposition: form-data; name=b\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nc=1+2&d=%25",
    ])
    .await;
    assert_eq!(request.parameter("a"), Some("{}"));
    assert_eq!(request.parameter("b"), None);
    assert_eq!(request.parameter("c"), Some("1 2"));
    assert_eq!(request.parameter("d"), Some("%"));
}

#[test]
fn keys_are_quoted_or_not_and_then_percent_decoded() {
    for (value, name, file_name) in [
        (r#"form-data;name="a""#, "a", None),
        ("form-data; name=a", "a", None),
        (
            "form-data; name = a ; x=y; filename = b c ",
            "a",
            Some("b c"),
        ),
        (r#"form-data; name="a"; filename="""#, "a", Some("")),
        (
            r#"form-data; name="a;b=\"\\"; filename="c\d""#,
            "a;b=\"\\",
            Some("cd"),
        ),
        (
            r#"form-data; filename="50%41%.txt"; name="%25""#,
            "%",
            Some("50A%.txt"),
        ),
        (
            "form-data; name=\"a\"; filename=\"кошка+1\"",
            "a",
            Some("кошка+1"),
        ),
        ("form-data; NAME=x; name=a; Filename=y", "a", None),
    ] {
        let expected = Disposition {
            name: name.to_owned(),
            file_name: file_name.map(str::to_owned),
            ignored: Vec::new(),
        };
        assert_eq!(Disposition::of(value.as_bytes()), Ok(expected), "{value}");
    }
    for value in [
        "",
        "form-data",
        "Form-Data; name=a",
        " form-data; name=a",
        "attachment; name=a",
        "form-data; name=",
        "form-data; name=\"\"; filename=\"b\"",
        "form-data; filename=b",
        "form-data; name*=utf-8''a",
        "form-data; name=\"a",
        "form-data; name=\"a\\",
        "form-data; name=\"a\\\"",
    ] {
        assert!(Disposition::of(value.as_bytes()).is_err(), "{value}");
    }
}

#[test]
fn a_boundary_may_be_quoted_and_has_up_to_70_characters() {
    let found = |value: &str| boundary(value).map(str::to_owned);
    let longest = "x".repeat(70);
    for (value, expected) in [
        ("multipart/form-data; boundary=b", Some("b")),
        (
            "Multipart/Form-Data; charset=utf-8; BOUNDARY = \"a b\"; x=y",
            Some("a b"),
        ),
        (
            &format!("multipart/form-data; boundary={longest}"),
            Some(&longest),
        ),
        (&format!("multipart/form-data; boundary={longest}x"), None),
        ("multipart/form-data; boundary=", None),
        ("multipart/form-data; boundary=\"\"", None),
        ("multipart/form-data; boundary", None),
        ("multipart/form-data", None),
    ] {
        assert_eq!(found(value).as_deref(), expected, "{value}");
    }
}

#[tokio::test]
async fn a_malformed_form_is_rejected_with_an_empty_body() {
    let whole = form(&[&part("name=a", "1"), &part("name=b; filename=c", "2")]);
    let fake = start().await;
    // Only the final line break may be missing.
    for end in 0..whole.len() - 2 {
        let (request, answer) = send(&fake, BOUNDARY, &whole[..end]).await;
        let expected = if end == 0 { "HTTP/1.1 200 OK" } else { UNREAD };
        assert!(answer.starts_with(expected), "{end}: {answer}");
        assert!(request.parameters().is_empty() && request.files().is_empty());
    }
    for (content_type, body) in [
        (BOUNDARY, form(&["\r\n1"])),
        (BOUNDARY, form(&["\r\n1", &part("name=a", "1")])),
        (BOUNDARY, form(&["Content-Type: text/plain\r\n\r\n1"])),
        (BOUNDARY, form(&["Content Disposition\r\n\r\n1"])),
        (BOUNDARY, form(&[&part("name=", "1")])),
        (BOUNDARY, form(&[&part("name*=utf-8''a", "1")])),
        (BOUNDARY, form(&[&part("filename=a", "1")])),
        (BOUNDARY, form(&[&part("name=a; filename=\"b", "1")])),
        (BOUNDARY, whole.replace("form-data;", "Form-Data;")),
        (BOUNDARY, "a=1".to_owned()),
        ("multipart/form-data", whole.clone()),
        ("multipart/form-data; boundary=c", whole.clone()),
        ("multipart/form-data; boundary=", whole.clone()),
    ] {
        let (request, answer) = send(&fake, content_type, &body).await;
        assert_eq!(answer, UNREAD, "{body}");
        assert!(request.parameters().is_empty() && request.files().is_empty());
        // The body is available to the test.
        assert_eq!(request.body(), body.as_bytes());
    }
    let complaints = fake.complaints();
    assert_eq!(complaints.len(), whole.len() - 3 + 13);
    assert_eq!(
        complaints.last().map(String::as_str),
        Some(
            "readForm: the form is malformed: there is no boundary; the server responds with status 400 and an empty body"
        )
    );
}

#[tokio::test]
async fn a_malformed_form_is_rejected_before_the_token_is_checked() {
    let fake = start().await;
    let answer = talk(&fake, &post("/bot1:wrong/getMe", BOUNDARY, "--b")).await;
    assert_eq!(answer, UNREAD);
}

#[tokio::test]
async fn a_form_without_a_part_is_a_form() {
    for body in ["--b--", "--b--\r\n", "--b--\r\nepilogue"] {
        let fake = start().await;
        let (request, answer) = send(&fake, BOUNDARY, body).await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        assert!(request.parameters().is_empty() && request.files().is_empty());
    }
}

#[tokio::test]
async fn keys_with_an_asterisk_are_reported() {
    let fake = start().await;
    let keys = "name=a; filename*=utf-8''b.txt";
    let (request, _) = send(&fake, BOUNDARY, &form(&[&part(keys, "text")])).await;
    // Without a file name, the part is not a file.
    assert_eq!(request.parameter("a"), Some("text"));
    assert!(request.files().is_empty());
    assert_eq!(
        fake.complaints(),
        [
            "readForm: a part of the form has `filename*`, which the server ignores; percent-encode the value and remove the asterisk"
        ]
    );
}

#[tokio::test]
async fn a_duplicate_parameter_in_a_form_is_reported() {
    let fake = start().await;
    let parts = [&*part("name=a", "1"), &part("name=a", "2")];
    let (request, _) = send(&fake, BOUNDARY, &form(&parts)).await;
    assert_eq!(request.parameter("a"), Some("1"));
    assert_eq!(fake.complaints().len(), 1);
}

#[tokio::test]
async fn more_than_fifty_files_are_rejected() {
    let fake = start().await;
    let file = part("name=a; filename=b", "c");
    let (request, answer) = send(&fake, BOUNDARY, &form(&[file.as_str(); 50])).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_eq!(request.files().len(), 50);
    let (_, answer) = send(&fake, BOUNDARY, &form(&[file.as_str(); 51])).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn debug_omits_content() {
    let keys = "name=photo; filename=a.png";
    let request = received(&[&part(keys, "a secret"), &part("name=text", "a secret")]).await;
    let output = format!("{request:?} {:#?}", request.files());
    assert!(!output.contains("secret"), "{output}");
    assert!(
        output.contains("photo") && output.contains("a.png"),
        "{output}"
    );
}

#[test]
fn a_damaged_form_is_accepted_or_rejected() {
    let whole = form(&[
        &part("name=\"a\"", "1"),
        &part("name=b; filename=\"c\\\"%20\"", "2"),
    ]);
    let (mut read, mut refused) = (0, 0);
    for at in 0..whole.len() {
        for byte in *b"\0\r\n -\";=%\\\xff" {
            let mut damaged = whole.clone().into_bytes();
            damaged[at] = byte;
            let decoded = decode(None, Some(BOUNDARY), &damaged.into());
            match decoded.unread {
                None => read += 1,
                Some(400) => {
                    assert!(decoded.parameters.is_empty() && decoded.files.is_empty());
                    refused += 1;
                }
                other => panic!("{at} {byte}: {other:?}"),
            }
        }
    }
    assert!(read > 300 && refused > 300, "{read} {refused}");
}
