//! Objects with a file in every field that can contain one. The name and the content of a file are
//! that of its position.

use telegrammar::InputFile;
use telegrammar::types::{
    InputMedia, InputMediaAnimation, InputMediaAudio, InputMediaDocument, InputMediaLivePhoto,
    InputMediaPhoto, InputMediaSticker, InputMediaVideo, InputMediaVoiceNote, InputPaidMedia,
    InputPaidMediaLivePhoto, InputPaidMediaPhoto, InputPaidMediaVideo, InputPollMedia,
    InputPollOption, InputPollOptionMedia, InputProfilePhoto, InputProfilePhotoAnimated,
    InputProfilePhotoStatic, InputRichBlock, InputRichBlockAnimation, InputRichBlockAudio,
    InputRichBlockBlockQuotation, InputRichBlockCollage, InputRichBlockDetails,
    InputRichBlockDocument, InputRichBlockList, InputRichBlockListItem, InputRichBlockPhoto,
    InputRichBlockSlideshow, InputRichBlockVideo, InputRichBlockVoiceNote, InputRichMessage,
    InputRichMessageMedia, InputSticker, InputStoryContent, InputStoryContentPhoto,
    InputStoryContentVideo, RichMessageMedia, RichText, StickerFormat,
};

pub(crate) fn file(place: &'static str) -> InputFile {
    InputFile::bytes(place).file_name(place)
}

fn animation() -> InputMediaAnimation {
    InputMediaAnimation::new(file("InputMediaAnimation.media"))
        .thumbnail(file("InputMediaAnimation.thumbnail"))
}

fn audio() -> InputMediaAudio {
    InputMediaAudio::new(file("InputMediaAudio.media")).thumbnail(file("InputMediaAudio.thumbnail"))
}

fn document() -> InputMediaDocument {
    InputMediaDocument::new(file("InputMediaDocument.media"))
        .thumbnail(file("InputMediaDocument.thumbnail"))
}

fn live_photo() -> InputMediaLivePhoto {
    let video = file("InputMediaLivePhoto.media");
    InputMediaLivePhoto::new(video, file("InputMediaLivePhoto.photo"))
}

fn photo() -> InputMediaPhoto {
    InputMediaPhoto::new(file("InputMediaPhoto.media"))
}

fn video() -> InputMediaVideo {
    InputMediaVideo::new(file("InputMediaVideo.media"))
        .thumbnail(file("InputMediaVideo.thumbnail"))
        .cover(file("InputMediaVideo.cover"))
}

fn voice_note() -> InputMediaVoiceNote {
    InputMediaVoiceNote::new(file("InputMediaVoiceNote.media"))
}

/// The media that an album may contain.
pub(crate) fn album() -> Vec<InputMedia> {
    vec![
        audio().into(),
        document().into(),
        live_photo().into(),
        photo().into(),
        video().into(),
    ]
}

/// The media that may replace a message's media.
pub(crate) fn media() -> Vec<InputMedia> {
    let mut media = album();
    media.push(animation().into());
    media
}

pub(crate) fn paid_media() -> Vec<InputPaidMedia> {
    let live = file("InputPaidMediaLivePhoto.media");
    let video = InputPaidMediaVideo::new(file("InputPaidMediaVideo.media"))
        .thumbnail(file("InputPaidMediaVideo.thumbnail"))
        .cover(file("InputPaidMediaVideo.cover"));
    vec![
        InputPaidMediaLivePhoto::new(live, file("InputPaidMediaLivePhoto.photo")).into(),
        InputPaidMediaPhoto::new(file("InputPaidMediaPhoto.media")).into(),
        video.into(),
    ]
}

pub(crate) fn poll_media() -> Vec<InputPollMedia> {
    vec![
        animation().into(),
        audio().into(),
        document().into(),
        live_photo().into(),
        photo().into(),
        video().into(),
    ]
}

pub(crate) fn poll_options() -> Vec<InputPollOption> {
    let sticker = InputMediaSticker::new(file("InputMediaSticker.media"));
    let media: [InputPollOptionMedia; 5] = [
        animation().into(),
        live_photo().into(),
        photo().into(),
        sticker.into(),
        video().into(),
    ];
    let options = media.into_iter();
    options
        .map(|media| InputPollOption::new("text").media(media))
        .collect()
}

pub(crate) fn profile_photos() -> [InputProfilePhoto; 2] {
    [
        InputProfilePhotoStatic::new(file("InputProfilePhotoStatic.photo")).into(),
        InputProfilePhotoAnimated::new(file("InputProfilePhotoAnimated.animation")).into(),
    ]
}

pub(crate) fn stories() -> [InputStoryContent; 2] {
    [
        InputStoryContentPhoto::new(file("InputStoryContentPhoto.photo")).into(),
        InputStoryContentVideo::new(file("InputStoryContentVideo.video")).into(),
    ]
}

pub(crate) fn sticker() -> InputSticker {
    let emoji = vec!["\u{1f408}".to_owned()];
    InputSticker::new(file("InputSticker.sticker"), StickerFormat::Static, emoji)
}

/// A message of blocks, and one of text that refers to media.
pub(crate) fn rich_messages() -> [InputRichMessage; 2] {
    let media: [RichMessageMedia; 6] = [
        animation().into(),
        audio().into(),
        document().into(),
        photo().into(),
        video().into(),
        voice_note().into(),
    ];
    let media = media.into_iter();
    let media = media.map(|media| InputRichMessageMedia::new("id", media));
    let text = InputRichMessage::new().html("<img src='tg://photo?id=id'>");
    [
        InputRichMessage::new().blocks(blocks()),
        text.media(media.collect::<Vec<_>>()),
    ]
}

/// A block of each kind that contains a file, and of each that contains other blocks.
fn blocks() -> Vec<InputRichBlock> {
    let photo = || vec![InputRichBlock::from(InputRichBlockPhoto::new(photo()))];
    let list = InputRichBlockList::new(vec![InputRichBlockListItem::new(photo())]);
    // Nested blocks, three levels deep.
    let deep = InputRichBlockDetails::new(
        RichText::Text("summary".to_owned()),
        vec![list.clone().into()],
    );
    let mut blocks = photo();
    blocks.extend([
        InputRichBlock::from(InputRichBlockAnimation::new(animation())),
        InputRichBlockAudio::new(audio()).into(),
        InputRichBlockDocument::new(document()).into(),
        InputRichBlockVideo::new(video()).into(),
        InputRichBlockVoiceNote::new(voice_note()).into(),
        list.into(),
        InputRichBlockBlockQuotation::new(photo()).into(),
        InputRichBlockCollage::new(photo()).into(),
        InputRichBlockSlideshow::new(photo()).into(),
        deep.into(),
    ]);
    blocks
}
