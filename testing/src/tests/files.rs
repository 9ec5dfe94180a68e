//! Files: uploaded, described, sent again and downloaded.

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{FakeBotApi, call, connect, result, start};

/// Uploads a file. Returns the message.
async fn upload(fake: &FakeBotApi, method: &str, part: &str, name: &str, content: &str) -> Value {
    // Private chats have the pictures of their users.
    let chat = match method {
        "setChatPhoto" => "@fake_supergroup",
        _ => "42",
    };
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=chat_id\r\n\r\n{chat}\r\n\
         --b\r\nContent-Disposition: form-data; name={part}; filename=\"{name}\"\r\n\
         Content-Type: text/csv\r\n\r\n{content}\r\n--b--\r\n"
    );
    let at = super::path(fake, method);
    let request = super::post(&at, "multipart/form-data; boundary=b", &body);
    result(&super::talk(fake, &request).await)
}

/// Requests a path. Returns the head in lower case and the content.
async fn download(fake: &FakeBotApi, path: &str, header: &str) -> (String, Vec<u8>) {
    let mut stream = connect(fake).await;
    let request = format!("GET {path} HTTP/1.1\r\nHost: fake\r\nConnection: close\r\n{header}\r\n");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("an answer");
    let end = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .expect("a head");
    let content = answer.split_off(end + 4);
    (
        String::from_utf8(answer).expect("ASCII").to_lowercase(),
        content,
    )
}

#[tokio::test]
async fn an_upload_is_downloaded_byte_for_byte() {
    let fake = start().await;
    let sent = upload(&fake, "sendDocument", "document", "a table.csv", "a,b\n1,2").await;
    let document = &sent["document"];
    assert_eq!(document["file_name"], "a table.csv");
    assert_eq!(document["mime_type"], "text/csv");
    assert_eq!(document["file_size"], 7);
    let id = document["file_id"].as_str().expect("an id");
    let body = json!({"file_id": id}).to_string();
    let file = result(&call(&fake, "getFile", &body).await);
    let path = file["file_path"].as_str().expect("a path");
    assert!(path == "documents/file_0.csv", "{path}");

    let at = format!("/file/bot{}/{path}", fake.token());
    let (head, content) = download(&fake, &at, "").await;
    assert!(head.starts_with("http/1.1 200 "), "{head}");
    assert_eq!(content, b"a,b\n1,2");
    let escaped = at.replace("documents/", "documents%2F");
    assert_eq!(download(&fake, &escaped, "").await.1, b"a,b\n1,2");
    for (range, status, expected) in [
        ("bytes=0-2", "206", "a,b"),
        ("bytes=4-", "206", "1,2"),
        ("bytes=-3", "206", "1,2"),
        ("bytes=3-99", "206", "\n1,2"),
        ("bytes=7-", "416", ""),
        ("lines=1-2", "200", "a,b\n1,2"),
    ] {
        let header = format!("Range: {range}\r\n");
        let (head, content) = download(&fake, &at, &header).await;
        assert!(
            head.starts_with(&format!("http/1.1 {status} ")),
            "{range}: {head}"
        );
        assert_eq!(String::from_utf8_lossy(&content), expected, "{range}");
    }
    let (head, _) = download(&fake, &format!("/file/bot{}/none", fake.token()), "").await;
    assert!(head.starts_with("http/1.1 404 "), "{head}");
    let (head, _) = download(&fake, "/file/bot1:A/none", "").await;
    assert!(head.starts_with("http/1.1 401 "), "{head}");
}

#[tokio::test]
async fn a_file_is_sent_again_as_what_it_is() {
    let fake = start().await;
    let sent = upload(&fake, "sendVideo", "video", "v.mp4", "video").await;
    let id = sent["video"]["file_id"].clone();
    let body = json!({"chat_id": 42, "video": id}).to_string();
    let again = result(&call(&fake, "sendVideo", &body).await);
    assert_eq!(again["video"], sent["video"]);
    let body = json!({"chat_id": 42, "photo": id}).to_string();
    let refused = call(&fake, "sendPhoto", &body).await;
    assert!(
        refused.contains("Bad Request: can't use file of type Video as Photo"),
        "{refused}"
    );
    let refused = call(&fake, "getFile", r#"{"file_id":"unknown"}"#).await;
    assert!(
        refused.contains("Bad Request: invalid file_id"),
        "{refused}"
    );
}

#[tokio::test]
async fn a_photo_has_sizes() {
    let fake = start().await;
    let sent = upload(&fake, "sendPhoto", "photo", "p.png", "pixels").await;
    let sizes = sent["photo"].as_array().expect("sizes");
    assert_eq!(sizes.len(), 3);
    for size in sizes {
        let body = json!({"file_id": size["file_id"]}).to_string();
        let file = result(&call(&fake, "getFile", &body).await);
        let at = format!(
            "/file/bot{}/{}",
            fake.token(),
            file["file_path"].as_str().expect("a path")
        );
        assert_eq!(download(&fake, &at, "").await.1, b"pixels");
    }
}

#[tokio::test]
async fn an_album_shares_a_group() {
    let fake = start().await;
    let media = json!([
        {"type": "photo", "media": "attach://one", "caption": "C"},
        {"type": "video", "media": "attach://two", "duration": 3},
    ]);
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=chat_id\r\n\r\n42\r\n\
         --b\r\nContent-Disposition: form-data; name=media\r\n\r\n{media}\r\n\
         --b\r\nContent-Disposition: form-data; name=one; filename=1.jpg\r\n\r\nfirst\r\n\
         --b\r\nContent-Disposition: form-data; name=two; filename=2.mp4\r\n\r\nsecond\r\n--b--\r\n"
    );
    let at = super::path(&fake, "sendMediaGroup");
    let request = super::post(&at, "multipart/form-data; boundary=b", &body);
    let messages = result(&super::talk(&fake, &request).await);
    assert_eq!(messages[0]["media_group_id"], messages[1]["media_group_id"]);
    assert_eq!(messages[0]["caption"], "C");
    assert_eq!(messages[0]["photo"][2]["file_size"], 5);
    assert_eq!(messages[1]["video"]["duration"], 3);
    assert_eq!(messages[1]["video"]["file_size"], 6);
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn a_photo_of_a_user_can_be_downloaded() {
    let fake = start().await;
    fake.user("Ann").sends_photo("pixels");
    let updates = result(&call(&fake, "getUpdates", "{}").await);
    let id = updates[0]["message"]["photo"][2]["file_id"].clone();
    let file = result(&call(&fake, "getFile", &json!({"file_id": id}).to_string()).await);
    assert_eq!(file["file_size"], 6);
}

#[tokio::test]
async fn files_over_20_mib_cannot_be_downloaded() {
    let fake = start().await;
    let content = "x".repeat((20 << 20) + 1);
    fake.user("Ann").sends_document("large.bin", content);
    let updates = result(&call(&fake, "getUpdates", "{}").await);
    let id = updates[0]["message"]["document"]["file_id"].clone();
    let refused = call(&fake, "getFile", &json!({"file_id": id}).to_string()).await;
    assert!(
        refused.contains("Bad Request: file is too big"),
        "{refused}"
    );
}

#[tokio::test]
async fn what_must_be_uploaded_is() {
    let fake = start().await;
    assert_eq!(
        upload(&fake, "setChatPhoto", "photo", "p.png", "pixels").await,
        true
    );
    let chat = result(&super::call(&fake, "getChat", r#"{"chat_id":"@fake_supergroup"}"#).await);
    let photo = chat["photo"]["big_file_id"].as_str().expect("a photo");
    let get = serde_json::json!({"file_id": photo}).to_string();
    let file = result(&super::call(&fake, "getFile", &get).await);
    assert_eq!(file["file_size"], 6);
    let told = result(&super::call(&fake, "getUpdates", "{}").await);
    assert!(told[0]["message"]["new_chat_photo"].is_array(), "{told}");
    let body = "--b\r\nContent-Disposition: form-data; name=user_id\r\n\r\n42\r\n\
                --b\r\nContent-Disposition: form-data; name=sticker_format\r\n\r\nstatic\r\n\
                --b\r\nContent-Disposition: form-data; name=sticker; filename=s.webp\r\n\r\npixels\r\n--b--\r\n";
    let at = super::path(&fake, "uploadStickerFile");
    let request = super::post(&at, "multipart/form-data; boundary=b", body);
    let file = result(&super::talk(&fake, &request).await);
    assert_eq!(file["file_size"], 6);
}

#[tokio::test]
async fn a_file_that_was_sent_as_a_document_is_still_what_it_was() {
    let fake = start().await;
    for method in ["sendAudio", "sendDocument", "sendAudio"] {
        let kind = method.trim_start_matches("send").to_ascii_lowercase();
        let body = json!({"chat_id": 42, kind.as_str(): "FakeSong"});
        let sent = result(&call(&fake, method, &body.to_string()).await);
        let has_duration = sent[&kind].get("duration").is_some();
        assert_eq!(has_duration, method == "sendAudio", "{sent}");
    }
}
