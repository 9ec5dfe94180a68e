// The selected chat.

import { $, arrows, colored, copy, day, el, hue, initials, toast } from "./dom.js";
import { act, store } from "./feed.js";
import { press, renderKeyboard } from "./buttons.js";
import { place } from "./calls.js";
import { bubble } from "./message.js";
import { chatName, fill } from "./sidebar.js";
import { summary } from "./text.js";
import { editMessage, replyTo, send } from "./composer.js";

const EMOJI = ["👍", "👎", "❤", "🔥", "🎉", "😁", "🤔", "😱"];
// How long the bot is typing, in milliseconds.
const TYPING = 5_000;

let selection = () => ({});
let rerender = () => {};
let shown = "";
const blocks = new Map();
const typing = new Map();

const target = () => ({ ...selection() });
const chatOf = ({ bot, chat }) => store.bots.get(bot)?.chats.get(chat);

export function renderChat(selected) {
  const bot = store.bots.get(selected.bot);
  const chat = chatOf(selected);
  if (!chat) return;
  head(bot, chat, selected);
  const list = $("messages");
  const key = `${selected.bot} ${selected.user} ${selected.chat}`;
  if (key !== shown) {
    shown = key;
    blocks.clear();
    list.replaceChildren();
  }
  const focus = remember(list);
  const elements = messageElements(bot, chat, selected);
  const isFirst = list.children.length === 0;
  // What was there before is not read aloud.
  list.setAttribute("aria-live", isFirst ? "off" : "polite");
  place(list, elements);
  tabStop(list);
  restore(list, focus);
  renderKeyboard(selected);
  empty(bot, chat, selected);
  isAtEnd ||= isFirst;
  follow();
}

function head(bot, chat, selected) {
  const isGroup = chat.info.type !== "private";
  const name = chatName(bot, chat);
  const avatar = $("chat-avatar");
  avatar.className = `avatar hue-${hue(isGroup ? chat.id : bot.info.user.id)}`;
  avatar.textContent = initials(name);
  $("chat-title").textContent = name;
  const doing = typing.get(`${selected.bot} ${selected.chat}`);
  const count = new Set([...chat.members, bot.info.user.id]).size;
  const note = isGroup ? `${chat.info.type}, ${count === 1 ? "only the bot" : `${count} members with the bot`}` : `@${bot.info.user.username ?? "bot"}${store.bots.size > 1 ? `, ${bot.name}` : ""}`;
  const text = doing ?? note;
  if ($("chat-note").textContent !== text) $("chat-note").textContent = text;
  $("chat-note").classList.toggle("typing", Boolean(doing));
  const member = $("member");
  member.hidden = !isGroup || store.server.control === false;
  const isMember = chat.members.includes(selected.user);
  member.textContent = isMember ? "Leave" : "Join";
  member.onclick = () => act(isMember ? "leave" : "join", target());
  hint(bot);
  topicChoice(chat);
  const pinned = [...chat.pinned].reverse().map((id) => chat.messages.get(id)).find((item) => item && !item.deleted);
  $("pinned").hidden = !pinned;
  if (pinned) {
    $("pinned").replaceChildren(el("b", {}, "Pinned"), el("span", {}, summary(pinned.message)));
    $("pinned").onclick = () => show(pinned.id);
  }
}

// Says how to connect a bot, until one has.
function hint(bot) {
  const isConnected = Boolean(bot.info.updates_by);
  const { token } = bot;
  const { control } = store.server;
  const key = isConnected ? "" : `${bot.name} ${token} ${control}`;
  if ($("hint").dataset.key === key) return;
  $("hint").dataset.key = key;
  $("hint").hidden = isConnected;
  if (isConnected) return $("hint").replaceChildren();
  const value = (text) => el("button", { title: "Copy", click: () => copy(text) }, el("code", {}, text));
  $("hint").replaceChildren("No bot has connected yet. Give yours the URL ", value(location.origin), " (TELEGRAM_BOT_API_URL) and the token ",
    token ? value(token) : "that the server has", " (TELEGRAM_BOT_TOKEN).");
  if (token !== undefined || !control) return;
  bot.token = null;
  act("token", { bot: bot.name }).then((result) => {
    bot.token = result?.token ?? null;
    rerender();
  });
}

const topicOf = (chat, { message }) => (message.is_topic_message || chat.info.is_forum ? message.message_thread_id ?? null : null);

// Returns the names of the topics in which there are messages, by id.
function topics(chat) {
  const names = new Map();
  for (const item of chat.messages.values()) {
    const id = topicOf(chat, item);
    const { forum_topic_created, forum_topic_edited, reply_to_message } = item.message;
    const name = (forum_topic_created ?? forum_topic_edited ?? reply_to_message?.forum_topic_created)?.name;
    if (id) names.set(id, name ?? names.get(id) ?? `Topic ${id}`);
  }
  return names;
}

function topicChoice(chat) {
  const names = topics(chat);
  const select = $("topic");
  select.hidden = names.size === 0 || store.server.control === false;
  fill(select, [["", "General"], ...names], chat.topic ?? "");
  select.onchange = () => {
    chat.topic = Number(select.value) || undefined;
  };
}

function messageElements(bot, chat, selected) {
  const groups = [];
  const names = topics(chat);
  for (const item of chat.messages.values()) {
    // Others do not see it.
    if (item.message.receiver_user && item.message.receiver_user.id !== selected.user) continue;
    const last = groups[groups.length - 1];
    const album = item.message.media_group_id;
    if (album && last?.[0].message.media_group_id === album) last.push(item);
    else groups.push([item]);
  }
  const elements = [];
  const kept = new Set();
  const keep = (key, state, make) => {
    let known = blocks.get(key);
    if (known?.state !== state) {
      known = { state, element: make() };
      blocks.set(key, known);
    }
    kept.add(key);
    elements.push(known.element);
  };
  let before = null;
  for (const items of groups) {
    const [first] = items;
    const date = day(first.message.date);
    const isNewDay = !before || day(before.message.date) !== date;
    if (isNewDay) keep(`day ${first.id}`, date, () => el("li", { class: "day" }, el("span", {}, date)));
    const sender = (item) => item.message.from?.id ?? item.message.sender_chat?.id;
    const topic = topicOf(chat, first);
    const isOther = before ? topicOf(chat, before) !== topic : topic;
    const at = isOther && names.size ? names.get(topic) ?? "General" : null;
    const choose = () => {
      chat.topic = topic ?? undefined;
      rerender();
      $("text").focus();
    };
    const continues = !isNewDay && !at && sender(before) === sender(first) && first.message.date - before.message.date < 300;
    const isPinned = items.some((item) => chat.pinned.includes(item.id));
    const state = [items.map((item) => item.revision), continues, isPinned, at].join();
    keep(`message ${first.id}`, state, () => bubble(items, { ...view(bot, chat, selected), continues, isPinned, topic: at && { name: at, choose } }));
    before = first;
  }
  for (const key of blocks.keys()) if (!kept.has(key)) blocks.delete(key);
  return elements;
}

function view(bot, chat, selected) {
  return {
    bot: bot.name, user: selected.user, isGroup: chat.info.type !== "private", openMenu, show, press, react,
    check: (message_id, task, done) => act("check", { ...target(), message_id, tasks: [task], done }),
    vote: (item, options) => act("vote", { ...target(), message_id: item.id, options }),
    onCommand: (text) => send(text),
    settled: follow,
  };
}

// Whether the newest message is in sight, and stays there when something above or below it grows.
let isAtEnd = true;

function follow() {
  const list = $("messages");
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

// Keeps the focus in a message that is rendered again.
function remember(list) {
  const active = document.activeElement;
  const row = active?.closest?.("li[data-id]");
  return row && list.contains(row) ? { id: row.dataset.id, part: active.dataset.focus ?? null, row } : null;
}

function restore(list, focus) {
  if (!focus || list.contains(focus.row)) return;
  const row = list.querySelector(`li[data-id="${focus.id}"]`);
  const part = focus.part && row?.querySelector(`[data-focus="${CSS.escape(focus.part)}"]`);
  (part ?? row)?.focus({ preventScroll: true });
}

// The newest message is reached by the tab key, the others by arrow keys.
function tabStop(list) {
  const rows = [...list.querySelectorAll("li[data-id]")];
  const current = rows.find((row) => row.contains(document.activeElement)) ?? rows[rows.length - 1];
  for (const row of rows) row.tabIndex = row === current ? 0 : -1;
}

function show(id) {
  const row = $("messages").querySelector(`li[data-id="${id}"]`);
  if (!row) return toast("The message is not there.");
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
  row.classList.add("found");
  setTimeout(() => row.classList.remove("found"), 1500);
}

function empty(bot, chat, selected) {
  const isEmpty = chat.messages.size === 0;
  $("empty").hidden = !isEmpty;
  $("messages").hidden = isEmpty;
  const key = `${selected.bot} ${selected.chat} ${store.server.control}`;
  if (!isEmpty || $("empty").dataset.key === key) return;
  $("empty").dataset.key = key;
  const isPrivate = chat.info.type === "private";
  $("empty").replaceChildren(
    el("span", { class: `avatar large hue-${hue(isPrivate ? bot.info.user.id : chat.id)}`, "aria-hidden": "true" }, initials(chatName(bot, chat))),
    el("p", {}, isPrivate ? "No messages yet. Start the conversation as a user of Telegram does, or write something below." : "No messages yet. Write something below: you become a member."),
    isPrivate && store.server.control !== false ? el("button", { class: "primary", click: () => send("/start").then(() => $("text").focus()) }, "Start") : null);
}

export function onTyping(bot, { chat_id, action }) {
  const key = `${bot} ${chat_id}`;
  typing.set(key, action === "typing" ? "typing…" : `${String(action).replaceAll("_", " ")}…`);
  setTimeout(() => {
    typing.delete(key);
    rerender();
  }, TYPING);
}

// A message by the bot ends its typing.
export function endTyping(messages) {
  for (const { bot, chat, item } of messages) if (item.message.from?.is_bot) typing.delete(`${bot} ${chat.id}`);
}

function react(item, emoji) {
  const own = item.reactions.find((it) => it.user.id === selection().user)?.reaction ?? [];
  const isSame = own.some((kind) => kind.emoji === emoji);
  return act("react", { ...target(), message_id: item.id, ...(isSame ? {} : { emoji }) });
}

export function lastOwn(selected) {
  const items = [...(chatOf(selected)?.messages.values() ?? [])].reverse();
  return items.find((item) => !item.deleted && item.message.from?.id === selected.user && (item.message.text ?? item.message.caption) !== undefined);
}

function openMenu(item, opener) {
  const menu = $("menu");
  const isOwn = item.message.from?.id === selection().user;
  const row = opener.closest("li");
  const close = (then) => () => {
    menu.hidePopover();
    then();
  };
  menu.querySelector(".emoji").replaceChildren(...EMOJI.map((emoji) => el("button", { "aria-label": `React with ${emoji}`, click: close(() => react(item, emoji)) }, colored(emoji))));
  const items = [
    ["Reply", () => replyTo(item), !item.deleted],
    ["Edit", () => editMessage(item), isOwn && !item.deleted],
    ["Delete", () => act("delete", { ...target(), message_id: item.id }), !item.deleted && (isOwn || selection().chat > 0)],
    [`Copy the id ${item.id}`, () => copy(String(item.id)), true],
  ];
  menu.querySelector(".items").replaceChildren(...items.filter(([, , isThere]) => isThere).map(([label, then]) => el("button", { click: close(then) }, label)));
  menu.showPopover();
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  menu.style.top = `${at.bottom + height + 8 > innerHeight ? Math.max(8, at.top - height - 4) : at.bottom + 4}px`;
  menu.querySelector(".items button")?.focus();
  menu.ontoggle = (event) => {
    if (event.newState === "closed" && (document.activeElement === document.body || menu.contains(document.activeElement))) row.focus({ preventScroll: true });
  };
}

export function startChat(current, render) {
  selection = current;
  rerender = render;
  const list = $("messages");
  list.addEventListener("scroll", () => {
    isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  });
  new ResizeObserver(follow).observe(list);
  $("messages").addEventListener("keydown", (event) => {
    const row = event.target.closest("li[data-id]");
    if (!row) return;
    const rows = [...$("messages").querySelectorAll("li[data-id]")];
    const at = rows.indexOf(row);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined && rows[to]) {
      event.preventDefault();
      rows[to].focus();
      tabStop($("messages"));
    } else if (event.key === "Enter" && event.target === row) {
      event.preventDefault();
      row.querySelector(".more")?.click();
    }
  });
  arrows($("menu"));
}
