// A message as a person sees it.

import { style } from "./buttons.js";
import { bytes, colored, el, hue, icon, initials, link, nameOf, time } from "./dom.js";
import { fileUrl } from "./feed.js";
import { formatted, summary } from "./text.js";

// Returns the element of messages that belong together: one, or an album. `view` knows who looks, and
// what can be done.
export function bubble(items, view) {
  const [first] = items;
  const message = first.message;
  const service = serviceText(message);
  if (service) return el("li", { class: `service${first.deleted ? " deleted" : ""}`, tabindex: "-1", data: { id: first.id } }, topicLine(view), el("span", {}, service));
  const sender = message.from ?? message.sender_chat ?? message.chat;
  const isOwn = message.from?.id === view.user;
  const marked = items.find((item) => item.message.caption) ?? first;
  const isDeleted = items.every((item) => item.deleted);
  const body = el("div", { class: "bubble" },
    !isOwn && view.isGroup && !view.continues ? el("div", { class: `sender hue-${hue(sender.id)}` }, nameOf(sender)) : null,
    origin(message),
    quoted(message, view),
    items.length > 1 ? el("div", { class: `album of-${Math.min(items.length, 4)}` }, items.map((item) => media(item, view))) : media(first, view),
    message.show_caption_above_media ? null : words(marked.message, view),
    foot(items, view, isDeleted),
  );
  if (message.show_caption_above_media) body.prepend(words(marked.message, view) ?? "");
  const label = `${nameOf(sender)}: ${summary(message)}`;
  return el("li", {
    class: ["message", isOwn ? "own" : "other", view.continues ? "continues" : "", isDeleted ? "deleted" : ""].join(" "),
    tabindex: "-1", data: { id: first.id }, "aria-label": label,
  },
    isOwn || !view.isGroup ? null : el("span", { class: `avatar small hue-${hue(sender.id)}`, "aria-hidden": "true" }, view.continues ? "" : initials(nameOf(sender))),
    el("div", { class: "stack" },
      topicLine(view),
      body,
      reactions(first, view),
      inlineKeyboard(first, view),
    ),
    el("button", { class: "icon-button more", tabindex: "-1", "aria-label": "Reply, react and more", "aria-haspopup": "dialog",
      click: (event) => view.openMenu(first, event.currentTarget) }, icon("more")),
  );
}

// Returns the name of the topic, if it is another one than before.
const topicLine = ({ topic }) => topic && el("button", { class: "link topic", title: "Write in this topic", data: { focus: "topic" }, click: topic.choose }, `▸ ${topic.name}`);

function words(message, view) {
  const [text, entities] = message.text !== undefined ? [message.text, message.entities] : [message.caption, message.caption_entities];
  return text ? el("div", { class: "text", dir: "auto" }, formatted(text, entities, view.onCommand)) : null;
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = nameOf(from.sender_user ?? from.sender_chat ?? from.chat) || from.sender_user_name || "someone";
  return el("div", { class: "origin" }, `Forwarded from ${name}`);
}

function quoted(message, view) {
  const reply = message.reply_to_message;
  if (!reply || reply.forum_topic_created) return null;
  const show = () => view.show(reply.message_id);
  return el("button", { class: "reply", click: show },
    el("b", {}, nameOf(reply.from ?? reply.sender_chat ?? {})), el("span", {}, message.quote?.text ?? summary(reply)));
}

function foot(items, view, isDeleted) {
  const [{ message }] = items;
  const edited = items.some((item) => item.message.edit_date);
  return el("div", { class: "foot" },
    isDeleted ? el("span", { class: "mark" }, "deleted") : null,
    view.isPinned ? el("span", {}, "pinned") : null,
    edited ? el("span", { class: "edited" }, "edited") : null,
    message.via_bot ? el("span", {}, `via @${message.via_bot.username}`) : null,
    el("time", { datetime: new Date(message.date * 1000).toISOString(), title: `Message ${items.map((item) => item.id).join(", ")}` }, time(message.date)));
}

function media(item, view) {
  const { message } = item;
  const url = (file) => fileUrl(view.bot, file.file_id);
  if (message.photo) {
    const largest = message.photo[message.photo.length - 1];
    return picture(url(largest), message.has_media_spoiler, `Photo${message.caption ? `: ${message.caption}` : ""}`, largest.file_size, view);
  }
  if (message.sticker) return el("div", { class: "sticker" }, picture(url(message.sticker), false, `Sticker ${message.sticker.emoji ?? ""}`, message.sticker.file_size, view, message.sticker.emoji));
  const moving = message.animation ?? message.video ?? message.video_note;
  if (moving) return el("video", { src: url(moving), controls: true, preload: "metadata", class: message.video_note ? "round" : null, "aria-label": summary(message) });
  const sound = message.audio ?? message.voice;
  if (sound) return el("div", { class: "sound" }, message.audio ? el("b", {}, sound.title ?? sound.file_name ?? "Audio") : null, el("audio", { src: url(sound), controls: true, preload: "none" }));
  if (message.document) {
    const name = message.document.file_name ?? "file";
    return el("a", { class: "file", href: url(message.document), download: name },
      icon("file"), el("span", {}, el("b", {}, name), el("small", {}, bytes(message.document.file_size))));
  }
  if (message.poll) return poll(item, view);
  const place = message.venue?.location ?? message.location;
  if (place) {
    const at = `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
    const map = `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}`;
    return el("div", { class: "file" }, icon("place"), el("span", {},
      el("b", {}, message.venue?.title ?? (place.live_period ? "Live location" : "Location")), el("small", {}, message.venue?.address ?? "", message.venue ? " · " : "", link(map, at))));
  }
  if (message.contact) return el("div", { class: "file" },
    el("span", { class: "avatar", "aria-hidden": "true" }, initials(nameOf(message.contact))),
    el("span", {}, el("b", {}, nameOf(message.contact)), el("small", {}, message.contact.phone_number)));
  if (message.dice) return el("div", { class: "dice" }, message.dice.emoji, el("small", {}, ` ${message.dice.value}`));
  if (message.invoice) return el("div", { class: "card" }, el("b", {}, message.invoice.title), el("span", {}, message.invoice.description), el("small", {}, price(message.invoice)));
  if (message.game) return el("div", { class: "card" }, el("b", {}, message.game.title), el("span", {}, message.game.description));
  if (message.checklist) return checklist(item, view);
  if (message.text === undefined) return unknown(message);
  return null;
}

function checklist({ id, message }, view) {
  const { title, title_entities, tasks, others_can_mark_tasks_as_done: isOpen } = message.checklist;
  return el("div", { class: "card" }, el("b", {}, formatted(title, title_entities)), tasks.map((task) => {
    const isDone = Boolean(task.completed_by_user ?? task.completed_by_chat);
    return el("button", { class: `task${isDone ? " done" : ""}`, disabled: !isOpen && message.from?.id !== view.user, "aria-pressed": String(isDone),
      data: { focus: `task ${task.id}` }, click: () => view.check(id, task.id, !isDone) }, formatted(task.text, task.text_entities));
  }));
}

// Returns an amount, which is given in the smallest units of its currency.
function price({ total_amount, currency }) {
  if (currency === "XTR") return `${total_amount} stars`;
  try {
    const format = new Intl.NumberFormat([], { style: "currency", currency });
    return format.format(total_amount / 10 ** format.resolvedOptions().maximumFractionDigits);
  } catch {
    return `${total_amount} ${currency}`;
  }
}

function picture(url, isHidden, label, size, view, instead) {
  const image = el("img", { src: url, alt: label, decoding: "async" });
  const made = el("a", { href: url, target: "_blank", rel: "noopener", class: `picture${isHidden ? " hidden-media" : ""}` }, image);
  image.addEventListener("load", view.settled);
  image.addEventListener("error", () => {
    requestAnimationFrame(view.settled);
    made.classList.add("broken");
    made.replaceChildren(el("span", {}, instead ?? label), el("small", {}, `${bytes(size)}, no picture that a browser can show`));
  });
  return made;
}

function poll(item, view) {
  const { poll } = item.message;
  const own = item.votes.find((vote) => vote.user === view.user)?.options ?? [];
  const isOpen = !poll.is_closed && !item.deleted;
  const shows = own.length > 0 || poll.is_closed;
  const type = `${poll.is_anonymous ? "Anonymous" : "Public"} ${poll.type === "quiz" ? "quiz" : "poll"}`;
  const kind = [type, poll.allows_multiple_answers ? "several answers" : null, poll.is_closed ? "closed" : null];
  const vote = (index) => {
    let options = own.includes(index) ? own.filter((other) => other !== index) : [index];
    if (poll.allows_multiple_answers && !own.includes(index)) options = [...own, index];
    view.vote(item, options);
  };
  const rows = poll.options.map((option, index) => {
    const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
    const isOwn = own.includes(index);
    const isRight = poll.correct_option_ids?.includes(index) ?? poll.correct_option_id === index;
    const row = el("button", {
      class: `option${isOwn ? " chosen" : ""}${shows && poll.type === "quiz" && isRight ? " right" : ""}`,
      disabled: !isOpen, "aria-pressed": String(isOwn), data: { focus: `option ${index}` }, click: () => vote(index),
    }, el("span", { class: "label" }, formatted(option.text, option.text_entities)), el("span", { class: "share" }, shows ? `${share}%` : ""));
    const bar = el("progress", { max: "100", value: shows ? share : 0, "aria-hidden": "true" });
    row.append(bar);
    return row;
  });
  const count = poll.total_voter_count;
  return el("div", { class: "poll" }, el("b", {}, formatted(poll.question, poll.question_entities)),
    el("small", {}, kind.filter(Boolean).join(", ")), rows,
    shows && poll.explanation ? el("p", { class: "explanation" }, formatted(poll.explanation, poll.explanation_entities)) : null,
    el("small", { class: "voters" }, count === 0 ? "No votes yet" : count === 1 ? "1 vote" : `${count} votes`));
}

// What has no view of its own is shown as JSON.
function unknown(message) {
  const usual = ["message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message", "sender_chat", "message_thread_id", "entities", "caption", "caption_entities"];
  const rest = Object.fromEntries(Object.entries(message).filter(([name]) => !usual.includes(name)));
  return el("details", { class: "unknown" }, el("summary", {}, Object.keys(rest).join(", ") || "Message"), el("pre", { tabindex: "0" }, JSON.stringify(rest, null, 2)));
}

function reactions(item, view) {
  const counts = new Map();
  for (const { user, reaction } of item.reactions) {
    for (const kind of reaction) {
      const label = kind.emoji ?? (kind.type === "paid" ? "⭐" : "◆");
      const known = counts.get(label) ?? { names: [], isOwn: false, kind };
      known.names.push(nameOf(user));
      known.isOwn ||= user.id === view.user;
      counts.set(label, known);
    }
  }
  if (counts.size === 0) return null;
  return el("div", { class: "reactions" }, [...counts].map(([label, { names, isOwn }]) =>
    el("button", { class: isOwn ? "own" : null, title: names.join(", "), "aria-pressed": String(isOwn), "aria-label": `${label} by ${names.join(", ")}`,
      data: { focus: `reaction ${label}` }, click: () => view.react(item, label) }, colored(label), el("small", {}, names.length))));
}

function inlineKeyboard(item, view) {
  const { invoice, reply_markup } = item.message;
  // Without a keyboard of its own, an invoice has a button to pay it.
  const rows = reply_markup?.inline_keyboard ?? (invoice ? [[{ text: `Pay ${price(invoice)}`, pay: true }]] : null);
  if (!rows || item.deleted) return null;
  return el("div", { class: "inline", role: "group", "aria-label": "Buttons" }, rows.map((row, y) => el("div", { class: "row" }, row.map((button, x) => {
    const kind = button.url || button.login_url || button.web_app ? "\u00A0↗" : "";
    return el("button", {
      class: style(button), title: button.url ?? (button.copy_text ? "Copy" : null), disabled: Boolean(button.disabled),
      data: { focus: `button ${y} ${x}`, key: `${item.id} ${y} ${x}` }, click: (event) => view.press(item, button, y, x, event.currentTarget),
    }, button.text, kind);
  }))));
}

// Returns what a service message says, or null.
export function serviceText(message) {
  const who = nameOf(message.from ?? message.sender_chat);
  const names = (users) => users.map(nameOf).join(", ");
  const texts = {
    new_chat_members: (it) => `${names(it)} joined`,
    left_chat_member: (it) => `${nameOf(it)} left`,
    new_chat_title: (it) => `${who} named the chat “${it}”`,
    new_chat_photo: () => `${who} set the photo of the chat`,
    delete_chat_photo: () => `${who} deleted the photo of the chat`,
    pinned_message: (it) => `${who} pinned “${summary(it)}”`,
    group_chat_created: () => `${who} created the group`,
    supergroup_chat_created: () => `${who} created the group`,
    channel_chat_created: () => "The channel was created",
    migrate_to_chat_id: (it) => `The group became the supergroup ${it}`,
    migrate_from_chat_id: (it) => `This was the group ${it}`,
    forum_topic_created: (it) => `${who} created the topic “${it.name}”`,
    forum_topic_edited: (it) => `${who} changed the topic${it.name ? ` to “${it.name}”` : ""}`,
    forum_topic_closed: () => `${who} closed the topic`,
    forum_topic_reopened: () => `${who} opened the topic again`,
    successful_payment: (it) => `${who} paid ${price(it)}`,
    refunded_payment: (it) => `${price(it)} were refunded`,
    users_shared: (it) => `${who} shared ${it.users.map((user) => nameOf(user) || user.user_id).join(", ")}`,
    chat_shared: (it) => `${who} shared ${it.title ?? it.chat_id}`,
    web_app_data: (it) => `${who} sent data from “${it.button_text}”: ${it.data}`,
    checklist_tasks_done: () => `${who} marked tasks`,
    checklist_tasks_added: () => `${who} added tasks`,
    write_access_allowed: () => `${who} allowed the bot to write`,
  };
  const name = Object.keys(texts).find((name) => message[name]);
  return name ? texts[name](message[name]) : null;
}
