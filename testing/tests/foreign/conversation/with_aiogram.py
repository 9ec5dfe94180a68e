"""A bot with all that the conversation needs, written with aiogram.

Usage: with_aiogram.py BASE_URL TOKEN
"""

import asyncio
import base64
import os
import sys

# Nothing here leaves the machine, whatever proxy is configured.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "*"

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ChatAction, ChatMemberStatus, ChatType, ParseMode
from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    ChatJoinRequest,
    ChatMemberUpdated,
    ChosenInlineResult,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    MessageReactionUpdated,
    PollAnswer,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from aiogram.utils.keyboard import InlineKeyboardBuilder
from aiogram.utils.markdown import text as join
from aiogram.utils.media_group import MediaGroupBuilder
from aiogram.utils.text_decorations import markdown_decoration as markdown

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HELP = (
    "<b>Commands</b>\n<code>/profile</code> shows <i>what <u>I</u> know</i>\n"
    "<blockquote>No &lt;spam&gt;, please</blockquote>\n<tg-spoiler>Tea is best</tg-spoiler>"
)
TEAS = {"green": "Green tea", "black": "Black tea"}
MENU = ReplyKeyboardMarkup(
    keyboard=[
        [KeyboardButton(text="Register"), KeyboardButton(text="Help")],
        [
            KeyboardButton(text="Where am I?", request_location=True),
            KeyboardButton(text="Call me", request_contact=True),
        ],
    ],
    resize_keyboard=True,
)


class Registration(StatesGroup):
    name = State()
    age = State()
    sure = State()


# What is known of all chats.
writers = set()
polls = {}
changes = []

dialog = Router(name="private chats")
dialog.message.filter(F.chat.type == ChatType.PRIVATE)
dialog.edited_message.filter(F.chat.type == ChatType.PRIVATE)
group = Router(name="groups")
group.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))


@dialog.message(CommandStart())
async def start(message: Message, command: CommandObject):
    writers.add(message.chat.id)
    source = f" You come from {command.args}." if command.args else ""
    await message.answer(f"Welcome, {message.from_user.first_name}!{source}", reply_markup=MENU)


@dialog.message(Command("cancel"))
async def cancel(message: Message, state: FSMContext):
    await state.set_state(None)
    await message.answer("Cancelled.", reply_markup=MENU)


@dialog.message(Command("profile"))
async def profile(message: Message, state: FSMContext):
    known = await state.get_data()
    name, years = markdown.bold(markdown.quote(known["name"])), markdown.italic(
        f"{known['age']} years"
    )
    rules = markdown.link("the rules", "https://example.com/rules")
    await message.answer(
        join(name, "is", years, "old, see", f"{rules}\\."),
        parse_mode=ParseMode.MARKDOWN_V2,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


@dialog.message(Command("poll"))
async def poll(message: Message):
    sent = await message.answer_poll("Which season?", ["Spring", "Autumn"], is_anonymous=False)
    polls[sent.poll.id] = sent.poll


@dialog.message(Command("album"))
async def album(message: Message, bot: Bot):
    await bot.send_chat_action(message.chat.id, ChatAction.UPLOAD_PHOTO)
    views = MediaGroupBuilder(caption="Two views")
    views.add_photo(BufferedInputFile(PIXEL, "first.png"))
    views.add_photo(BufferedInputFile(PIXEL, "second.png"))
    await message.answer_media_group(views.build())


@dialog.message(Command("quote"))
async def quote(message: Message):
    await message.reply(f"You mean: {message.reply_to_message.text}")


@dialog.message(Command("broadcast"))
async def broadcast(message: Message, command: CommandObject, bot: Bot):
    refused = 0
    for chat in writers:
        try:
            await bot.send_message(chat, command.args)
        except TelegramForbiddenError:
            refused += 1
    await message.answer(f"Sent to {len(writers) - refused}, refused by {refused}.")


@dialog.message(Command("changes"))
async def show_changes(message: Message):
    await message.answer("\n".join(changes))


@dialog.message(Command("stop"))
async def stop(message: Message, dispatcher: Dispatcher):
    await message.answer("Goodbye.")
    asyncio.get_running_loop().call_soon(asyncio.ensure_future, dispatcher.stop_polling())


@dialog.message(F.text == "Help")
async def help_(message: Message):
    await message.answer(HELP)


@dialog.message(F.text == "Register")
async def register(message: Message, state: FSMContext):
    await state.set_state(Registration.name)
    await message.answer("What is your name?", reply_markup=ReplyKeyboardRemove())


@dialog.message(Registration.name, F.text)
async def take_name(message: Message, state: FSMContext):
    await state.update_data(name=message.text)
    await state.set_state(Registration.age)
    await message.answer(f"How old are you, {message.text}?", parse_mode=None)


@dialog.message(Registration.age, F.text.regexp(r"^\d+$"))
async def take_age(message: Message, state: FSMContext):
    known = await state.update_data(age=int(message.text))
    await state.set_state(Registration.sure)
    sure = (
        InlineKeyboardBuilder()
        .button(text="Yes", callback_data="sure:yes")
        .button(text="No", callback_data="sure:no")
    )
    text = f"{known['name']}, {known['age']}. Is that right?"
    await message.answer(text, reply_markup=sure.as_markup(), parse_mode=None)


@dialog.message(Registration.age)
async def refuse_age(message: Message):
    await message.answer("Please write a number.")


@dialog.message(F.photo)
async def photo(message: Message, bot: Bot):
    content = await bot.download(message.photo[-1])
    await message.reply_photo(message.photo[-1].file_id, caption=f"{len(content.read())} bytes")


@dialog.message(F.document)
async def document(message: Message, bot: Bot):
    content = await bot.download(message.document)
    caption = f"{message.document.file_name}: {len(content.read())} bytes"
    await message.answer_document(message.document.file_id, caption=caption)


@dialog.message(F.location)
async def location(message: Message):
    await message.answer(f"You are at {message.location.latitude}, {message.location.longitude}")


@dialog.message(F.contact)
async def contact(message: Message):
    await message.answer(f"Thank you, {message.contact.phone_number}")


@dialog.edited_message(F.text)
async def edited(message: Message):
    await message.reply(f"You changed it to: {message.text}")


@dialog.callback_query(F.data.in_({"sure:yes", "sure:no"}), Registration.sure)
async def confirm(query: CallbackQuery, state: FSMContext):
    known = await state.get_data()
    is_sure = query.data == "sure:yes"
    await state.set_state(None if is_sure else Registration.name)
    await query.answer("Saved" if is_sure else "Then again")
    text = (
        f"Saved: {known['name']}, {known['age']}" if is_sure else "Then again: what is your name?"
    )
    await query.message.edit_text(text, parse_mode=None)


@dialog.callback_query(F.data.startswith("more:"))
async def more(query: CallbackQuery, bot: Bot):
    await query.answer("There is more of it", show_alert=True)
    await bot.edit_message_text(
        f"More of {query.data[5:]}", inline_message_id=query.inline_message_id
    )


@dialog.poll_answer()
async def voted(answer: PollAnswer, bot: Bot):
    options = polls[answer.poll_id].options
    chosen = [options[index].text for index in answer.option_ids]
    await bot.send_message(
        answer.user.id, f"You voted for {chosen[0]}." if chosen else "You took your vote back."
    )


@dialog.message_reaction()
async def reacted(event: MessageReactionUpdated, bot: Bot):
    old, new = {it.emoji for it in event.old_reaction}, {it.emoji for it in event.new_reaction}
    await bot.send_message(event.chat.id, f"Reactions: +{''.join(new - old)} -{''.join(old - new)}")


@dialog.inline_query()
async def inline(query: InlineQuery):
    results = [
        InlineQueryResultArticle(
            id=tea,
            title=title,
            input_message_content=InputTextMessageContent(message_text=f"<b>{title}</b>, please"),
            reply_markup=InlineKeyboardBuilder()
            .button(text="More", callback_data=f"more:{tea}")
            .as_markup(),
        )
        for tea, title in TEAS.items()
        if query.query in title.lower()
    ]
    await query.answer(results, cache_time=0, is_personal=True)


@dialog.chosen_inline_result()
async def chosen(result: ChosenInlineResult, bot: Bot):
    await bot.send_message(result.from_user.id, f"You chose {result.result_id}.")


@group.message(F.new_chat_members)
async def greet(message: Message, bot: Bot):
    member = message.new_chat_members[0]
    is_me = member.id == bot.id
    await message.answer(
        "Hello, everybody!" if is_me else f"Welcome to {message.chat.title}, {member.first_name}!"
    )


@group.message(F.left_chat_member)
async def left(message: Message):
    await message.answer(f"Farewell, {message.left_chat_member.first_name}.")


@group.message(F.migrate_to_chat_id)
async def migrated(message: Message, bot: Bot):
    await bot.send_message(message.migrate_to_chat_id, "We have moved.")


@group.message(F.text.lower().contains("buy now"))
async def advertising(message: Message):
    await message.delete()
    await message.answer(f"No advertising, {message.from_user.first_name}.")


@group.message(Command("who"))
async def who(message: Message, bot: Bot):
    member = await bot.get_chat_member(message.chat.id, message.from_user.id)
    count = await bot.get_chat_member_count(message.chat.id)
    await message.answer(f"You are a {ChatMemberStatus(member.status).value} of {count}")


@group.chat_join_request()
async def asked(request: ChatJoinRequest):
    await request.approve()


@group.my_chat_member()
@group.chat_member()
async def changed(event: ChatMemberUpdated):
    old, new = (
        ChatMemberStatus(it.status).value for it in (event.old_chat_member, event.new_chat_member)
    )
    changes.append(f"{event.new_chat_member.user.first_name}: {old}, {new}")


async def main():
    base, token = sys.argv[1:]
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    dispatcher = Dispatcher()
    dispatcher.include_routers(dialog, group)
    await bot.set_my_commands(
        [
            BotCommand(command="start", description="Begin"),
            BotCommand(command="profile", description="Show what I know"),
        ]
    )
    await dispatcher.start_polling(bot, allowed_updates=dispatcher.resolve_used_update_types())


if __name__ == "__main__":
    asyncio.run(main())
