"""Drives a fake Bot API server with python-telegram-bot.

Usage: python_telegram_bot.py BASE_URL TOKEN

Prints `ok <step>` for each step, and exits with 0 only if all of them passed.
"""

import asyncio
import os
import time
from datetime import datetime, timedelta, timezone

# First: it sets the environment that the clients read.
from scenario import (
    DOCUMENT,
    GROUP,
    GROUP_ID,
    NEW_GROUP,
    PRIVATE,
    SECRET,
    UNKNOWN_CHAT,
    USER,
    free_port,
    main,
    picture,
    post,
    Scenario,
)

# The library's own switch: durations are `timedelta`, as in its next major version.
os.environ["PTB_TIMEDELTA"] = "1"

from telegram import (
    Bot,
    CallbackQuery,
    Document,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    PhotoSize,
    ReplyParameters,
    Update,
    WebhookInfo,
)
from telegram.constants import ChatType
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    NetworkError,
    RetryAfter,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)


class TelegramScenario(Scenario):
    def __init__(self, base, token):
        super().__init__(base)
        self.app = (
            Application.builder()
            .token(token)
            .base_url(f"{base}/bot")
            .base_file_url(f"{base}/file/bot")
            .build()
        )
        self.bot: Bot = self.app.bot
        self.app.add_handler(CommandHandler("start", self.on_start, filters.ChatType.PRIVATE))
        self.app.add_handler(MessageHandler(filters.ChatType.SUPERGROUP, self.on_group))
        self.app.add_handler(CallbackQueryHandler(self.on_callback))
        self.app.add_error_handler(self.on_error)

    # Handlers.

    async def on_start(self, update, context):
        answer = await update.message.reply_text("Welcome", do_quote=True)
        await self.seen.put(("start", update, context.args, answer))

    async def on_group(self, update, context):
        answer = await update.message.reply_text("Hello, group")
        await self.seen.put(("group", update, None, answer))

    async def on_callback(self, update, context):
        query = update.callback_query
        answered = await query.answer("Pressed", show_alert=True)
        edited = await query.edit_message_text("You pressed " + query.data)
        await self.seen.put(("callback", update, answered, edited))

    async def on_error(self, update, context):
        await self.seen.put(("error", update, context.error, None))

    # Steps.

    async def send_message(self):
        me = await self.bot.get_me()
        assert me.is_bot and me.username, me
        assert me.id == self.bot.id
        keyboard = InlineKeyboardMarkup(
            [
                [InlineKeyboardButton("One", callback_data="one")],
                [InlineKeyboardButton("Site", url="https://example.com/a?b=c")],
            ]
        )
        text = "Grüße & <b>\U0001f600"
        first = await self.bot.send_message(42, text, reply_markup=keyboard)
        assert isinstance(first, Message) and first.message_id > 0, first
        assert first.text == text and first.reply_markup == keyboard, first
        assert first.chat.id == 42 and first.chat.type == ChatType.PRIVATE, first
        assert first.from_user == me and first.from_user.is_bot, first
        age = datetime.now(timezone.utc) - first.date
        assert abs(age) < timedelta(minutes=1), first.date
        assert first.edit_date is None and first.reply_to_message is None, first
        second = await self.bot.send_message(
            42, "Second", reply_parameters=ReplyParameters(first.message_id)
        )
        assert second.message_id > first.message_id, second
        assert second.reply_to_message.message_id == first.message_id, second
        assert second.reply_to_message.text == text, second
        assert second.reply_markup is None, second
        await self.fails(
            BadRequest,
            self.bot.send_message(42, "Third", reply_parameters=ReplyParameters(999999)),
            "Message to be replied not found",
        )

    async def edit_and_delete(self):
        message = await self.send("Before")
        edited = await message.edit_text("After")
        assert edited.message_id == message.message_id, edited
        assert edited.text == "After" and edited.date == message.date, edited
        assert edited.edit_date is not None, edited
        await self.fails(BadRequest, message.edit_text("After"), "Message is not modified")
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("One", callback_data="one")]])
        edited = await message.edit_reply_markup(keyboard)
        assert edited.text == "After" and edited.reply_markup == keyboard, edited
        await self.fails(
            BadRequest, message.edit_text("After", reply_markup=keyboard), "not modified"
        )
        # Without a keyboard the old one is removed, which modifies the message.
        edited = await message.edit_text("After")
        assert edited.reply_markup is None, edited
        assert await message.delete() is True
        await self.fails(BadRequest, message.delete(), "Message to delete not found")
        await self.fails(BadRequest, message.edit_text("Again"), "Message to edit not found")

    async def files(self):
        message = await self.bot.send_document(
            42, DOCUMENT, filename="bytes.bin", caption="A file"
        )
        document = message.document
        assert isinstance(document, Document), message
        assert document.file_name == "bytes.bin", document
        assert document.file_size == len(DOCUMENT), document
        assert message.caption == "A file", message
        file = await self.bot.get_file(document.file_id)
        assert file.file_unique_id == document.file_unique_id, file
        assert file.file_size == len(DOCUMENT), file
        assert bytes(await file.download_as_bytearray()) == DOCUMENT
        again = await self.bot.send_document(GROUP_ID, document.file_id)
        assert again.document == document, again
        assert again.document.file_name == "bytes.bin", again
        assert again.chat.id == GROUP_ID and again.caption is None, again
        file = await again.document.get_file()
        assert bytes(await file.download_as_bytearray()) == DOCUMENT

        message = await self.bot.send_photo(42, picture(10))
        assert message.photo, message
        for size in message.photo:
            assert isinstance(size, PhotoSize) and size.file_id, size
            assert size.width > 0 and size.height > 0, size
        widths = [size.width for size in message.photo]
        assert widths == sorted(set(widths)), widths
        assert len({size.file_unique_id for size in message.photo}) == len(widths), message
        again = await self.bot.send_photo(42, message.photo[-1].file_id)
        assert again.photo == message.photo, again
        file = await message.photo[-1].get_file()
        assert await file.download_as_bytearray()

    async def album(self):
        album = [
            InputMediaPhoto(picture(20), caption="First", filename="first.png"),
            InputMediaPhoto(picture(30), filename="second.png"),
        ]
        messages = await self.bot.send_media_group(42, album)
        assert len(messages) == 2, messages
        first, second = messages
        assert first.media_group_id, first
        assert first.media_group_id == second.media_group_id, messages
        assert second.message_id == first.message_id + 1, messages
        assert first.caption == "First" and second.caption is None, messages
        assert first.photo and second.photo, messages
        assert first.photo[-1].file_unique_id != second.photo[-1].file_unique_id, messages
        other = await self.bot.send_media_group(42, album)
        assert other[0].media_group_id != first.media_group_id, other

    async def polling(self):
        await self.app.start()
        await self.app.updater.start_polling(
            poll_interval=0, timeout=timedelta(seconds=5), allowed_updates=Update.ALL_TYPES
        )
        before = await self.send("The last message")
        message = {
            "message_id": before.message_id + 1,
            "date": int(time.time()),
            "chat": PRIVATE,
            "from": USER,
            "text": "/start now",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        }
        await self.deliver(message=message)
        update, arguments, answer = await self.next_seen("start")
        assert update.update_id > 0 and arguments == ["now"], update
        assert update.message.message_id == before.message_id + 1, update
        assert update.effective_user.id == 42, update
        assert answer.message_id > update.message.message_id, answer
        assert answer.reply_to_message.message_id == update.message.message_id, answer
        assert answer.reply_to_message.text == "/start now", answer

        last = update.update_id
        group = {
            "message_id": 5000,
            "date": int(time.time()),
            "chat": GROUP,
            "from": USER,
            "text": "Hello, bot",
        }
        await self.deliver(message=group)
        update, _, answer = await self.next_seen("group")
        assert update.update_id == last + 1, update
        assert update.message.chat.type == ChatType.SUPERGROUP, update
        assert answer.chat.id == GROUP_ID and answer.chat.title, answer
        assert answer.message_id > 5000, answer

    async def callback(self):
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("One", callback_data="one")]])
        message = await self.bot.send_message(42, "Press", reply_markup=keyboard)
        query = {
            "id": "4242424242424242",
            "from": USER,
            "chat_instance": "-77",
            "data": "one",
            "message": message.to_dict(),
        }
        await self.deliver(callback_query=query)
        update, answered, edited = await self.next_seen("callback")
        assert isinstance(update.callback_query, CallbackQuery), update
        assert update.callback_query.id == "4242424242424242", update
        assert answered is True
        assert edited.message_id == message.message_id, edited
        assert edited.text == "You pressed one" and edited.reply_markup is None, edited
        await self.app.updater.stop()

    async def flood(self):
        await self.reply("sendMessage", flood=1)
        error = await self.fails(RetryAfter, self.send())
        assert error.retry_after == timedelta(seconds=1), error
        assert (await self.send()).text == "Hello"

    async def errors(self):
        await self.fails(BadRequest, self.bot.send_message(UNKNOWN_CHAT, "x"), "Chat not found")
        await self.reply("sendMessage", migrate=NEW_GROUP)
        error = await self.fails(ChatMigrated, self.send())
        assert error.new_chat_id == NEW_GROUP, error
        await self.reply("sendMessage", error=[403, "Forbidden: bot was blocked by the user"])
        await self.fails(Forbidden, self.send(), "bot was blocked by the user")
        await self.reply("sendMessage", raw=[502, "text/html", "<h1>502 Bad Gateway</h1>"])
        await self.fails(NetworkError, self.send(), "Bad Gateway")
        await self.reply("sendMessage", disconnect=True)
        await self.fails(NetworkError, self.send())
        await self.reply("getMyName", result={"name": "Scripted"}, delay_ms=50)
        assert (await self.bot.get_my_name()).name == "Scripted"

    async def webhook(self):
        port = free_port()
        url = f"http://127.0.0.1:{port}/hook"
        await self.app.updater.start_webhook(
            listen="127.0.0.1", port=port, url_path="hook", webhook_url=url, secret_token=SECRET
        )
        message = {
            "message_id": 6000,
            "date": int(time.time()),
            "chat": PRIVATE,
            "from": USER,
            "text": "/start",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        }
        # The receiver refuses what has no secret or a wrong one, so the server must send it.
        forged = {"update_id": 1, "message": message}
        wrong = {"X-Telegram-Bot-Api-Secret-Token": "wrong"}
        assert (await asyncio.to_thread(post, url, forged))[0] == 403
        assert (await asyncio.to_thread(post, url, forged, wrong))[0] == 403
        await self.deliver(message=message)
        update, _, answer = await self.next_seen("start")
        assert update.message.message_id == 6000 and update.update_id > 1, update
        assert answer.message_id > 6000, answer
        info = await self.settled()
        assert isinstance(info, WebhookInfo) and info.url == url, info
        assert info.has_custom_certificate is False and info.max_connections == 40, info
        assert info.last_error_message is None, info
        await self.fails(Conflict, self.bot.get_updates(), "webhook is active")
        assert await self.bot.delete_webhook() is True
        info = await self.bot.get_webhook_info()
        assert info.url == "" and info.pending_update_count == 0, info
        assert await self.bot.get_updates(timeout=0) == ()
        await self.app.updater.stop()
        assert self.seen.empty()

    async def run(self):
        async with self.app:
            await self.steps()
            await self.app.stop()


if __name__ == "__main__":
    main(TelegramScenario)
