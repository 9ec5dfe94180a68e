//! Every method that can upload a file, and how files are set in its parameters.

use serde::de::DeserializeOwned;
use telegrammar::__private::send;
use telegrammar::methods::{
    AddStickerToSet, CreateNewStickerSet, EditEphemeralMessageMedia, EditEphemeralMessageText,
    EditMessageMedia, EditMessageText, EditStory, PostStory, ReplaceStickerInSet, SendAnimation,
    SendAudio, SendDocument, SendLivePhoto, SendMediaGroup, SendPaidMedia, SendPhoto, SendPoll,
    SendRichMessage, SendSticker, SendVideo, SendVideoNote, SendVoice,
    SetBusinessAccountProfilePhoto, SetChatPhoto, SetMyProfilePhoto, SetStickerSetThumbnail,
    SetWebhook, UploadStickerFile,
};
use telegrammar::schema::MethodInfo;
use telegrammar::{Bot, Method};

use super::list::{Members, Sending, method};
use super::media::{
    album, file, media, paid_media, poll_media, poll_options, profile_photos, rich_messages,
    sticker, stories,
};

/// Sends a call with these parameters, after files have been set in them.
pub(crate) type Sender = dyn Fn(&Bot, &Members) -> Sending;

/// A call with files.
pub(crate) struct Upload {
    pub(crate) info: &'static MethodInfo,
    pub(crate) send: Box<Sender>,
}

fn upload<M: Method + DeserializeOwned>(with_files: impl Fn(M) -> M + 'static) -> Upload {
    Upload {
        info: M::INFO,
        send: Box::new(move |bot, arguments| {
            let call = send(bot, &with_files(method(arguments)));
            Box::pin(async move { call.await.map(drop) })
        }),
    }
}

/// Returns a call for each value.
fn each<M: Method + DeserializeOwned + 'static, T: Clone + 'static>(
    values: impl IntoIterator<Item = T>,
    with_files: fn(M, T) -> M,
) -> Vec<Upload> {
    let values = values.into_iter();
    let uploads = values.map(|value| upload(move |call| with_files(call, value.clone())));
    uploads.collect()
}

pub(crate) fn uploads() -> Vec<Upload> {
    let mut uploads = vec![
        upload(|call: SetWebhook| call.certificate(file("setWebhook.certificate"))),
        upload(|mut call: SendPaidMedia| {
            call.media = paid_media();
            call
        }),
        upload(|mut call: SendMediaGroup| {
            call.media = album();
            call
        }),
    ];
    uploads.extend(messages());
    uploads.extend(polls());
    uploads.extend(profiles_and_stories());
    uploads.extend(edits());
    uploads.extend(stickers());
    uploads
}

fn messages() -> Vec<Upload> {
    vec![
        upload(|mut call: SendPhoto| {
            call.photo = file("sendPhoto.photo");
            call
        }),
        upload(|mut call: SendLivePhoto| {
            call.live_photo = file("sendLivePhoto.live_photo");
            call.photo = file("sendLivePhoto.photo");
            call
        }),
        upload(|mut call: SendAudio| {
            call.audio = file("sendAudio.audio");
            call.thumbnail(file("sendAudio.thumbnail"))
        }),
        upload(|mut call: SendDocument| {
            call.document = file("sendDocument.document");
            call.thumbnail(file("sendDocument.thumbnail"))
        }),
        upload(|mut call: SendVideo| {
            call.video = file("sendVideo.video");
            call.thumbnail(file("sendVideo.thumbnail"))
                .cover(file("sendVideo.cover"))
        }),
        upload(|mut call: SendAnimation| {
            call.animation = file("sendAnimation.animation");
            call.thumbnail(file("sendAnimation.thumbnail"))
        }),
        upload(|mut call: SendVoice| {
            call.voice = file("sendVoice.voice");
            call
        }),
        upload(|mut call: SendVideoNote| {
            call.video_note = file("sendVideoNote.video_note");
            call.thumbnail(file("sendVideoNote.thumbnail"))
        }),
    ]
}

fn polls() -> Vec<Upload> {
    each(poll_media(), |mut call: SendPoll, media| {
        call.options = poll_options();
        call.explanation_media(media.clone()).media(media)
    })
}

fn profiles_and_stories() -> Vec<Upload> {
    let mut uploads = vec![upload(|mut call: SetChatPhoto| {
        call.photo = file("setChatPhoto.photo");
        call
    })];
    uploads.extend(each(profile_photos(), |mut call: SetMyProfilePhoto, it| {
        call.photo = it;
        call
    }));
    uploads.extend(each(
        profile_photos(),
        |mut call: SetBusinessAccountProfilePhoto, photo| {
            call.photo = photo;
            call
        },
    ));
    uploads.extend(each(stories(), |mut call: PostStory, content| {
        call.content = content;
        call
    }));
    uploads.extend(each(stories(), |mut call: EditStory, content| {
        call.content = content;
        call
    }));
    uploads
}

fn edits() -> Vec<Upload> {
    let mut uploads = each(rich_messages(), |call: EditMessageText, message| {
        call.rich_message(message)
    });
    uploads.extend(each(
        rich_messages(),
        |call: EditEphemeralMessageText, message| call.rich_message(message),
    ));
    uploads.extend(each(
        rich_messages(),
        |mut call: SendRichMessage, message| {
            call.rich_message = message;
            call
        },
    ));
    uploads.extend(each(media(), |mut call: EditMessageMedia, media| {
        call.media = media;
        call
    }));
    uploads.extend(each(
        media(),
        |mut call: EditEphemeralMessageMedia, media| {
            call.media = media;
            call
        },
    ));
    uploads
}

fn stickers() -> Vec<Upload> {
    vec![
        upload(|mut call: SendSticker| {
            call.sticker = file("sendSticker.sticker");
            call
        }),
        upload(|mut call: UploadStickerFile| {
            call.sticker = file("uploadStickerFile.sticker");
            call
        }),
        upload(|mut call: CreateNewStickerSet| {
            call.stickers = vec![sticker(), sticker()];
            call
        }),
        upload(|mut call: AddStickerToSet| {
            call.sticker = sticker();
            call
        }),
        upload(|mut call: ReplaceStickerInSet| {
            call.sticker = sticker();
            call
        }),
        upload(|call: SetStickerSetThumbnail| {
            call.thumbnail(file("setStickerSetThumbnail.thumbnail"))
        }),
    ]
}
