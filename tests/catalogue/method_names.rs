//! Every method of the catalogue by the name of its struct. `complete.rs` compares the names with
//! the facts, so that none can be missing.

/// Calls a macro with the given tokens and the names after them.
macro_rules! with_method_names {
    ($macro:ident! $($before:tt)*) => {
        $macro! {
            $($before)*
            GetUpdates SetWebhook DeleteWebhook GetWebhookInfo GetMe LogOut Close SendMessage
            ForwardMessage ForwardMessages CopyMessage CopyMessages SendPhoto SendLivePhoto SendAudio
            SendDocument SendVideo SendAnimation SendVoice SendVideoNote SendPaidMedia SendMediaGroup
            SendLocation SendVenue SendContact SendPoll SendChecklist SendDice SendMessageDraft
            SendChatAction SetMessageReaction GetUserProfilePhotos GetUserProfileAudios SetUserEmojiStatus
            GetFile BanChatMember UnbanChatMember RestrictChatMember PromoteChatMember
            SetChatAdministratorCustomTitle SetChatMemberTag BanChatSenderChat UnbanChatSenderChat
            SetChatPermissions ExportChatInviteLink CreateChatInviteLink EditChatInviteLink
            CreateChatSubscriptionInviteLink EditChatSubscriptionInviteLink RevokeChatInviteLink
            ApproveChatJoinRequest DeclineChatJoinRequest AnswerChatJoinRequestQuery
            SendChatJoinRequestWebApp SetChatPhoto DeleteChatPhoto SetChatTitle SetChatDescription
            PinChatMessage UnpinChatMessage UnpinAllChatMessages LeaveChat GetChat GetChatAdministrators
            GetChatMemberCount GetChatMember GetUserPersonalChatMessages SetChatStickerSet
            DeleteChatStickerSet GetForumTopicIconStickers CreateForumTopic EditForumTopic CloseForumTopic
            ReopenForumTopic DeleteForumTopic UnpinAllForumTopicMessages EditGeneralForumTopic
            CloseGeneralForumTopic ReopenGeneralForumTopic HideGeneralForumTopic UnhideGeneralForumTopic
            UnpinAllGeneralForumTopicMessages AnswerCallbackQuery AnswerGuestQuery GetUserChatBoosts
            GetBusinessConnection GetManagedBotToken ReplaceManagedBotToken GetManagedBotAccessSettings
            SetManagedBotAccessSettings SetMyCommands DeleteMyCommands GetMyCommands SetMyName GetMyName
            SetMyDescription GetMyDescription SetMyShortDescription GetMyShortDescription
            SetMyProfilePhoto RemoveMyProfilePhoto SetChatMenuButton GetChatMenuButton
            SetMyDefaultAdministratorRights GetMyDefaultAdministratorRights GetAvailableGifts SendGift
            GiftPremiumSubscription VerifyUser VerifyChat RemoveUserVerification RemoveChatVerification
            ReadBusinessMessage DeleteBusinessMessages SetBusinessAccountName SetBusinessAccountUsername
            SetBusinessAccountBio SetBusinessAccountProfilePhoto RemoveBusinessAccountProfilePhoto
            SetBusinessAccountGiftSettings GetBusinessAccountStarBalance TransferBusinessAccountStars
            GetBusinessAccountGifts GetUserGifts GetChatGifts ConvertGiftToStars UpgradeGift TransferGift
            PostStory RepostStory EditStory DeleteStory AnswerWebAppQuery SavePreparedInlineMessage
            SavePreparedKeyboardButton EditMessageText EditInlineMessageText EditMessageCaption
            EditInlineMessageCaption EditMessageMedia EditInlineMessageMedia EditMessageLiveLocation
            EditInlineMessageLiveLocation StopMessageLiveLocation StopInlineMessageLiveLocation
            EditMessageChecklist EditMessageReplyMarkup EditInlineMessageReplyMarkup StopPoll
            EditEphemeralMessageText EditEphemeralMessageMedia EditEphemeralMessageCaption
            EditEphemeralMessageReplyMarkup ApproveSuggestedPost DeclineSuggestedPost DeleteMessage
            DeleteMessages DeleteEphemeralMessage DeleteMessageReaction DeleteAllMessageReactions
            SendSticker GetStickerSet GetCustomEmojiStickers UploadStickerFile CreateNewStickerSet
            AddStickerToSet SetStickerPositionInSet DeleteStickerFromSet ReplaceStickerInSet
            SetStickerEmojiList SetStickerKeywords SetStickerMaskPosition SetStickerSetTitle
            SetStickerSetThumbnail SetCustomEmojiStickerSetThumbnail DeleteStickerSet SendRichMessage
            SendRichMessageDraft AnswerInlineQuery SendInvoice CreateInvoiceLink AnswerShippingQuery
            AnswerPreCheckoutQuery GetMyStarBalance GetStarTransactions RefundStarPayment
            EditUserStarSubscription SetPassportDataErrors SendGame SetGameScore SetInlineGameScore
            GetGameHighScores
        }
    };
}

pub(crate) use with_method_names;
