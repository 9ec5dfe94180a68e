"""A bot with all that the conversation needs, written with python-telegram-bot.

Usage: with_python_telegram_bot.py BASE_URL TOKEN
"""

import base64
import os
import re
import sys
import warnings

# Nothing here leaves the machine, whatever proxy is configured.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "*"
# The type of `retry_after` in the next major version.
os.environ["PTB_TIMEDELTA"] = "1"

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import Forbidden
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatJoinRequestHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    PollAnswerHandler,
    filters,
)
from telegram.helpers import escape_markdown
from telegram.warnings import PTBUserWarning

# A question in a message may be answered by a button of it. Both are part of the same conversation.
warnings.filterwarnings("ignore", "If 'per_message=False'", PTBUserWarning)

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HELP = (
    "<b>Commands</b>\n<code>/profile</code> shows <i>what <u>I</u> know</i>\n"
    "<blockquote>No &lt;spam&gt;, please</blockquote>\n<tg-spoiler>Tea is best</tg-spoiler>"
)
TEAS = {"green": "Green tea", "black": "Black tea"}
MENU = ReplyKeyboardMarkup(
    [
        ["Register", "Help"],
        [
            KeyboardButton("Where am I?", request_location=True),
            KeyboardButton("Call me", request_contact=True),
        ],
    ],
    resize_keyboard=True,
)
NAME, AGE, SURE = range(3)

# What is known of all chats.
writers = set()
changes = []

Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context):
    writers.add(update.effective_chat.id)
    source = f" You come from {context.args[0]}." if context.args else ""
    await update.message.reply_text(
        f"Welcome, {update.effective_user.first_name}!{source}", reply_markup=MENU
    )


async def cancel(update: Update, context: Context):
    await update.message.reply_text("Cancelled.", reply_markup=MENU)
    return ConversationHandler.END


async def profile(update: Update, context: Context):
    name, age = escape_markdown(context.user_data["name"], version=2), context.user_data["age"]
    await update.message.reply_markdown_v2(
        f"*{name}* is _{age} years_ old, see [the rules](https://example.com/rules)\\.",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def poll(update: Update, context: Context):
    sent = await update.message.reply_poll(
        "Which season?", ["Spring", "Autumn"], is_anonymous=False
    )
    context.bot_data[sent.poll.id] = sent.poll


async def album(update: Update, context: Context):
    await update.message.reply_chat_action(ChatAction.UPLOAD_PHOTO)
    await update.message.reply_media_group(
        [InputMediaPhoto(PIXEL), InputMediaPhoto(PIXEL)], caption="Two views"
    )


async def quote(update: Update, context: Context):
    await update.message.reply_text(
        f"You mean: {update.message.reply_to_message.text}", do_quote=True
    )


async def broadcast(update: Update, context: Context):
    refused = 0
    for chat in writers:
        try:
            await context.bot.send_message(chat, " ".join(context.args))
        except Forbidden:
            refused += 1
    await update.message.reply_text(f"Sent to {len(writers) - refused}, refused by {refused}.")


async def show_changes(update: Update, context: Context):
    await update.message.reply_text("\n".join(changes))


async def stop(update: Update, context: Context):
    await update.message.reply_text("Goodbye.")
    context.application.stop_running()


async def help_(update: Update, context: Context):
    await update.message.reply_html(HELP)


async def register(update: Update, context: Context):
    await update.message.reply_text("What is your name?", reply_markup=ReplyKeyboardRemove())
    return NAME


async def take_name(update: Update, context: Context):
    context.user_data["name"] = update.message.text
    await update.message.reply_text(f"How old are you, {update.message.text}?")
    return AGE


async def take_age(update: Update, context: Context):
    context.user_data["age"] = int(update.message.text)
    buttons = [
        InlineKeyboardButton("Yes", callback_data="sure:yes"),
        InlineKeyboardButton("No", callback_data="sure:no"),
    ]
    text = f"{context.user_data['name']}, {context.user_data['age']}. Is that right?"
    await update.message.reply_text(text, reply_markup=InlineKeyboardMarkup([buttons]))
    return SURE


async def refuse_age(update: Update, context: Context):
    await update.message.reply_text("Please write a number.")


async def confirm(update: Update, context: Context):
    query = update.callback_query
    if query.data == "sure:no":
        await query.answer("Then again")
        await query.edit_message_text("Then again: what is your name?")
        return NAME
    await query.answer("Saved")
    await query.edit_message_text(f"Saved: {context.user_data['name']}, {context.user_data['age']}")
    return ConversationHandler.END


async def photo(update: Update, context: Context):
    sizes = update.message.photo
    content = await (await sizes[-1].get_file()).download_as_bytearray()
    await update.message.reply_photo(
        sizes[-1].file_id, caption=f"{len(content)} bytes", do_quote=True
    )


async def document(update: Update, context: Context):
    sent = update.message.document
    content = await (await sent.get_file()).download_as_bytearray()
    await update.message.reply_document(
        sent.file_id, caption=f"{sent.file_name}: {len(content)} bytes"
    )


async def location(update: Update, context: Context):
    place = update.message.location
    await update.message.reply_text(f"You are at {place.latitude}, {place.longitude}")


async def contact(update: Update, context: Context):
    await update.message.reply_text(f"Thank you, {update.message.contact.phone_number}")


async def edited(update: Update, context: Context):
    message = update.edited_message
    await message.reply_text(f"You changed it to: {message.text}", do_quote=True)


async def more(update: Update, context: Context):
    query = update.callback_query
    await query.answer("There is more of it", show_alert=True)
    await query.edit_message_text(f"More of {query.data[5:]}")


async def voted(update: Update, context: Context):
    answer = update.poll_answer
    options = context.bot_data[answer.poll_id].options
    chosen = [options[index].text for index in answer.option_ids]
    text = f"You voted for {chosen[0]}." if chosen else "You took your vote back."
    await context.bot.send_message(answer.user.id, text)


async def reacted(update: Update, context: Context):
    event = update.message_reaction
    old, new = {it.emoji for it in event.old_reaction}, {it.emoji for it in event.new_reaction}
    text = f"Reactions: +{''.join(new - old)} -{''.join(old - new)}"
    await context.bot.send_message(event.chat.id, text)


async def inline(update: Update, context: Context):
    results = [
        InlineQueryResultArticle(
            tea,
            title,
            InputTextMessageContent(f"<b>{title}</b>, please", parse_mode=ParseMode.HTML),
            reply_markup=InlineKeyboardMarkup.from_button(
                InlineKeyboardButton("More", callback_data=f"more:{tea}")
            ),
        )
        for tea, title in TEAS.items()
        if update.inline_query.query in title.lower()
    ]
    await update.inline_query.answer(results, cache_time=0, is_personal=True)


async def chosen(update: Update, context: Context):
    result = update.chosen_inline_result
    await context.bot.send_message(result.from_user.id, f"You chose {result.result_id}.")


async def greet(update: Update, context: Context):
    member = update.message.new_chat_members[0]
    is_me = member.id == context.bot.id
    text = (
        "Hello, everybody!"
        if is_me
        else f"Welcome to {update.effective_chat.title}, {member.first_name}!"
    )
    await context.bot.send_message(update.effective_chat.id, text)


async def left(update: Update, context: Context):
    name = update.message.left_chat_member.first_name
    await context.bot.send_message(update.effective_chat.id, f"Farewell, {name}.")


async def migrated(update: Update, context: Context):
    if update.message.migrate_to_chat_id:
        await context.bot.send_message(update.message.migrate_to_chat_id, "We have moved.")


async def advertising(update: Update, context: Context):
    await update.message.delete()
    await context.bot.send_message(
        update.effective_chat.id, f"No advertising, {update.effective_user.first_name}."
    )


async def who(update: Update, context: Context):
    member = await update.effective_chat.get_member(update.effective_user.id)
    count = await update.effective_chat.get_member_count()
    await context.bot.send_message(
        update.effective_chat.id, f"You are a {member.status} of {count}"
    )


async def asked(update: Update, context: Context):
    await update.chat_join_request.approve()


async def changed(update: Update, context: Context):
    event = update.chat_member or update.my_chat_member
    old, new = event.old_chat_member, event.new_chat_member
    changes.append(f"{new.user.first_name}: {old.status}, {new.status}")


async def begin(application):
    await application.bot.set_my_commands([("start", "Begin"), ("profile", "Show what I know")])


def main():
    base, token = sys.argv[1:]
    builder = (
        Application.builder().token(token).base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
    )
    application = builder.post_init(begin).build()
    private, groups = filters.ChatType.PRIVATE, filters.ChatType.GROUPS
    text = private & filters.TEXT & ~filters.COMMAND
    registration = ConversationHandler(
        entry_points=[MessageHandler(private & filters.Text(["Register"]), register)],
        states={
            NAME: [MessageHandler(text & filters.UpdateType.MESSAGE, take_name)],
            AGE: [
                MessageHandler(
                    text & filters.UpdateType.MESSAGE & filters.Regex(r"^\d+$"), take_age
                ),
                MessageHandler(text & filters.UpdateType.MESSAGE, refuse_age),
            ],
            SURE: [CallbackQueryHandler(confirm, "^sure:(yes|no)$")],
        },
        fallbacks=[CommandHandler("cancel", cancel)],
    )
    commands = {
        "start": start,
        "profile": profile,
        "poll": poll,
        "album": album,
        "quote": quote,
        "broadcast": broadcast,
        "changes": show_changes,
        "stop": stop,
    }
    new = filters.UpdateType.MESSAGE
    application.add_handlers(
        [
            registration,
            *(CommandHandler(name, handler, private & new) for name, handler in commands.items()),
            MessageHandler(private & filters.Text(["Help"]), help_),
            MessageHandler(private & filters.PHOTO, photo),
            MessageHandler(private & filters.Document.ALL, document),
            MessageHandler(private & filters.LOCATION, location),
            MessageHandler(private & filters.CONTACT, contact),
            MessageHandler(text & filters.UpdateType.EDITED_MESSAGE, edited),
            CallbackQueryHandler(more, "^more:"),
            PollAnswerHandler(voted),
            MessageReactionHandler(reacted),
            InlineQueryHandler(inline),
            ChosenInlineResultHandler(chosen),
            MessageHandler(groups & filters.StatusUpdate.NEW_CHAT_MEMBERS, greet),
            MessageHandler(groups & filters.StatusUpdate.LEFT_CHAT_MEMBER, left),
            MessageHandler(groups & filters.StatusUpdate.MIGRATE, migrated),
            MessageHandler(
                groups & filters.Regex(re.compile("buy now", re.IGNORECASE)), advertising
            ),
            CommandHandler("who", who, groups),
            ChatJoinRequestHandler(asked),
            ChatMemberHandler(changed, ChatMemberHandler.ANY_CHAT_MEMBER),
        ]
    )
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
