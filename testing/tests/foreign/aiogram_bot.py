"""Drives a fake Bot API server with aiogram.

Usage: aiogram_bot.py BASE_URL TOKEN

Prints `ok <step>` for each step, and exits with 0 only if all of them passed.
"""

import asyncio
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

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ChatType
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.methods import DeleteMessage
from aiogram.types import (
    BufferedInputFile,
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
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web


def keyboard(text):
    button = InlineKeyboardButton(text=text, callback_data=text.lower())
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def same(received, sent):
    """Compares what is in objects; `==` also compares the bots that they belong to."""
    return received.model_dump() == sent.model_dump()


class AiogramScenario(Scenario):
    def __init__(self, base, token):
        super().__init__(base)
        session = AiohttpSession(api=TelegramAPIServer.from_base(base))
        self.bot = Bot(token, session=session)
        self.dispatcher = Dispatcher()
        self.poller = None
        private = F.chat.type == ChatType.PRIVATE
        group = F.chat.type == ChatType.SUPERGROUP
        self.dispatcher.message.register(self.on_start, CommandStart(), private)
        self.dispatcher.message.register(self.on_bye, Command("bye"), private)
        self.dispatcher.message.register(self.on_group, group)
        self.dispatcher.callback_query.register(self.on_callback, F.data == "one")
        self.dispatcher.errors.register(self.on_error)

    # Handlers.

    async def on_start(self, message: Message, command: CommandObject, event_update: Update):
        answer = await message.reply("Welcome")
        await self.seen.put(("start", event_update, command.args, answer))

    async def on_bye(self, message: Message, command: CommandObject, event_update: Update):
        await self.seen.put(("bye", event_update, None, None))
        # With a webhook, the call is in the reply to the delivery, as a form.
        return DeleteMessage(chat_id=message.chat.id, message_id=int(command.args))

    async def on_group(self, message: Message, event_update: Update):
        answer = await message.answer("Hello, group")
        await self.seen.put(("group", event_update, None, answer))

    async def on_callback(self, query: CallbackQuery, event_update: Update):
        answered = await query.answer("Pressed", show_alert=True)
        edited = await query.message.edit_text("You pressed " + query.data)
        await self.seen.put(("callback", event_update, answered, edited))

    async def on_error(self, event):
        await self.seen.put(("error", event.update, event.exception, None))

    async def is_gone(self, message):
        """Waits until a message is deleted."""
        for attempt in range(100):
            try:
                await message.edit_text(f"Still here {attempt}")
            except TelegramBadRequest as error:
                assert "message to edit not found" in error.message, error
                return
            await asyncio.sleep(0.05)
        raise AssertionError("the call in the reply to a delivery was not executed")

    # Steps.

    async def send_message(self):
        me = await self.bot.get_me()
        assert me.is_bot and me.username, me
        assert me.id == self.bot.id
        markup = InlineKeyboardMarkup(
            inline_keyboard=[
                [InlineKeyboardButton(text="One", callback_data="one")],
                [InlineKeyboardButton(text="Site", url="https://example.com/a?b=c")],
            ]
        )
        text = "Grüße & <b>\U0001f600"
        first = await self.bot.send_message(42, text, reply_markup=markup)
        assert isinstance(first, Message) and first.message_id > 0, first
        assert first.text == text and same(first.reply_markup, markup), first
        assert first.chat.id == 42 and first.chat.type == ChatType.PRIVATE, first
        assert first.from_user.id == me.id and first.from_user.is_bot, first
        assert first.from_user.username == me.username, first
        age = datetime.now(timezone.utc) - first.date
        assert abs(age) < timedelta(minutes=1), first.date
        assert first.edit_date is None and first.reply_to_message is None, first
        assert not first.model_extra, first.model_extra
        second = await self.bot.send_message(
            42, "Second", reply_parameters=ReplyParameters(message_id=first.message_id)
        )
        assert second.message_id > first.message_id, second
        assert second.reply_to_message.message_id == first.message_id, second
        assert second.reply_to_message.text == text, second
        assert second.reply_markup is None, second
        missing = ReplyParameters(message_id=999999)
        await self.fails(
            TelegramBadRequest,
            self.bot.send_message(42, "Third", reply_parameters=missing),
            "Bad Request: message to be replied not found",
        )

    async def edit_and_delete(self):
        message = await self.send("Before")
        edited = await message.edit_text("After")
        assert edited.message_id == message.message_id, edited
        assert edited.text == "After" and edited.date == message.date, edited
        assert edited.edit_date is not None, edited
        await self.fails(
            TelegramBadRequest,
            message.edit_text("After"),
            "Bad Request: message is not modified: specified new message content and reply "
            "markup are exactly the same as a current content and reply markup of the message",
        )
        markup = keyboard("One")
        edited = await message.edit_reply_markup(reply_markup=markup)
        assert edited.text == "After" and same(edited.reply_markup, markup), edited
        await self.fails(
            TelegramBadRequest, message.edit_text("After", reply_markup=markup), "not modified"
        )
        # Without a keyboard the old one is removed, which modifies the message.
        edited = await message.edit_text("After")
        assert edited.reply_markup is None, edited
        assert await message.delete() is True
        await self.fails(TelegramBadRequest, message.delete(), "message to delete not found")
        await self.fails(
            TelegramBadRequest, message.edit_text("Again"), "message to edit not found"
        )

    async def files(self):
        upload = BufferedInputFile(DOCUMENT, "bytes.bin")
        message = await self.bot.send_document(42, upload, caption="A file")
        document = message.document
        assert isinstance(document, Document), message
        assert document.file_name == "bytes.bin", document
        assert document.file_size == len(DOCUMENT), document
        assert message.caption == "A file", message
        file = await self.bot.get_file(document.file_id)
        assert file.file_unique_id == document.file_unique_id, file
        assert file.file_size == len(DOCUMENT), file
        assert (await self.bot.download_file(file.file_path)).read() == DOCUMENT
        again = await self.bot.send_document(GROUP_ID, document.file_id)
        assert again.document.file_unique_id == document.file_unique_id, again
        assert again.document.file_name == "bytes.bin", again
        assert again.chat.id == GROUP_ID and again.caption is None, again
        assert (await self.bot.download(again.document)).read() == DOCUMENT

        message = await self.bot.send_photo(42, BufferedInputFile(picture(10), "p.png"))
        assert message.photo, message
        for size in message.photo:
            assert isinstance(size, PhotoSize) and size.file_id, size
            assert size.width > 0 and size.height > 0, size
        widths = [size.width for size in message.photo]
        assert widths == sorted(set(widths)), widths
        names = [size.file_unique_id for size in message.photo]
        assert len(set(names)) == len(widths), message
        again = await self.bot.send_photo(42, message.photo[-1].file_id)
        assert [size.file_unique_id for size in again.photo] == names, again
        assert (await self.bot.download(message.photo[-1])).read()

    async def album(self):
        def album():
            return [
                InputMediaPhoto(
                    media=BufferedInputFile(picture(20), "first.png"), caption="First"
                ),
                InputMediaPhoto(media=BufferedInputFile(picture(30), "second.png")),
            ]

        messages = await self.bot.send_media_group(42, album())
        assert len(messages) == 2, messages
        first, second = messages
        assert first.media_group_id, first
        assert first.media_group_id == second.media_group_id, messages
        assert second.message_id == first.message_id + 1, messages
        assert first.caption == "First" and second.caption is None, messages
        assert first.photo and second.photo, messages
        assert first.photo[-1].file_unique_id != second.photo[-1].file_unique_id, messages
        other = await self.bot.send_media_group(42, album())
        assert other[0].media_group_id != first.media_group_id, other

    async def polling(self):
        self.poller = asyncio.create_task(
            self.dispatcher.start_polling(
                self.bot, polling_timeout=5, handle_signals=False, close_bot_session=False
            )
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
        assert update.update_id > 0 and arguments == "now", update
        assert update.message.message_id == before.message_id + 1, update
        assert update.message.from_user.id == 42, update
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
        message = await self.bot.send_message(42, "Press", reply_markup=keyboard("One"))
        query = {
            "id": "4242424242424242",
            "from": USER,
            "chat_instance": "-77",
            "data": "one",
            "message": message.model_dump(mode="json", by_alias=True, exclude_none=True),
        }
        await self.deliver(callback_query=query)
        update, answered, edited = await self.next_seen("callback")
        assert isinstance(update.callback_query, CallbackQuery), update
        assert update.callback_query.id == "4242424242424242", update
        assert answered is True
        assert edited.message_id == message.message_id, edited
        assert edited.text == "You pressed one" and edited.reply_markup is None, edited
        await self.dispatcher.stop_polling()
        await self.poller

    async def flood(self):
        await self.reply("sendMessage", flood=1)
        error = await self.fails(TelegramRetryAfter, self.send())
        assert error.retry_after == 1, error
        assert (await self.send()).text == "Hello"

    async def errors(self):
        await self.fails(
            TelegramBadRequest,
            self.bot.send_message(UNKNOWN_CHAT, "x"),
            "Bad Request: chat not found",
        )
        await self.reply("sendMessage", migrate=NEW_GROUP)
        error = await self.fails(TelegramMigrateToChat, self.send())
        assert error.migrate_to_chat_id == NEW_GROUP, error
        await self.reply("sendMessage", error=[403, "Forbidden: bot was blocked by the user"])
        await self.fails(TelegramForbiddenError, self.send(), "bot was blocked by the user")
        await self.reply("sendMessage", error=[500, "Internal Server Error: restart"])
        await self.fails(RestartingTelegram, self.send())
        await self.reply("sendMessage", raw=[502, "text/html", "<h1>502 Bad Gateway</h1>"])
        await self.fails(ClientDecodeError, self.send(), "Bad Gateway")
        await self.reply("sendMessage", disconnect=True)
        await self.fails(TelegramNetworkError, self.send())
        await self.reply("getMyName", result={"name": "Scripted"}, delay_ms=50)
        assert (await self.bot.get_my_name()).name == "Scripted"

    async def webhook(self):
        port = free_port()
        url = f"http://127.0.0.1:{port}/hook"
        app = web.Application()
        handler = SimpleRequestHandler(
            self.dispatcher, self.bot, handle_in_background=False, secret_token=SECRET
        )
        app.router.add_post("/hook", handler.handle)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        assert await self.bot.set_webhook(url, secret_token=SECRET) is True
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
        assert (await asyncio.to_thread(post, url, forged))[0] == 401
        assert (await asyncio.to_thread(post, url, forged, wrong))[0] == 401
        await self.deliver(message=message)
        update, _, answer = await self.next_seen("start")
        assert update.message.message_id == 6000 and update.update_id > 1, update
        assert answer.message_id > 6000, answer

        doomed = await self.send("Doomed")
        text = f"/bye {doomed.message_id}"
        message = {**message, "message_id": doomed.message_id + 1, "text": text}
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": 4}]
        await self.deliver(message=message)
        await self.next_seen("bye")
        await self.is_gone(doomed)

        info = await self.settled()
        assert isinstance(info, WebhookInfo) and info.url == url, info
        assert info.has_custom_certificate is False and info.max_connections == 40, info
        assert info.last_error_message is None, info
        await self.fails(TelegramConflictError, self.bot.get_updates(), "webhook is active")
        assert await self.bot.delete_webhook() is True
        info = await self.bot.get_webhook_info()
        assert info.url == "" and info.pending_update_count == 0, info
        assert await self.bot.get_updates(timeout=0) == []
        await runner.cleanup()
        assert self.seen.empty()

    async def run(self):
        try:
            await self.steps()
        finally:
            await self.bot.session.close()


if __name__ == "__main__":
    main(AiogramScenario)
