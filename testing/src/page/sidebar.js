// The choice of bot and user, and the list of chats.

import { $, ask, el, hue, initials, nameOf, time } from "./dom.js";
import { act, introduce, store } from "./feed.js";
import { serviceText } from "./message.js";
import { summary } from "./text.js";

const MOST_CHATS = 300;

// Fills a select only if its options changed, so that an open one stays open.
export function fill(select, wanted, value) {
  const key = JSON.stringify(wanted);
  if (select.dataset.key !== key) {
    select.dataset.key = key;
    select.replaceChildren(...wanted.map(([id, label]) => el("option", { value: id }, label)));
  }
  select.value = String(value);
}

const botName = (bot) => `${nameOf(bot.info.user)}${store.bots.size > 1 ? ` (${bot.name})` : ""}`;

const lastOf = (chat) => {
  let last = null;
  for (const item of chat.messages.values()) if (!item.deleted) last = item;
  return last;
};

// Returns the chats that a user sees: the private one, and all groups and channels.
function visible(bot, user) {
  const chats = [...bot.chats.values()].filter((chat) => chat.id < 0 || chat.id === user);
  const rank = (chat) => lastOf(chat)?.message.date ?? (chat.id === user ? 1 : 0);
  return chats.sort((one, other) => rank(other) - rank(one) || other.id - one.id).slice(0, MOST_CHATS);
}

export const chatName = (bot, chat) => (chat.info.type === "private" ? nameOf(bot.info.user) : chat.info.title ?? String(chat.id));

export function renderSidebar(selected, choose) {
  const bot = store.bots.get(selected.bot);
  if (!bot) return;
  const bots = [...store.bots.values()].sort((one, other) => Number(other.info.is_first) - Number(one.info.is_first) || one.name.localeCompare(other.name));
  $("bot-choice").hidden = bots.length < 2;
  fill($("bot"), bots.map((it) => [it.name, botName(it)]), selected.bot);
  const users = [...bot.users.values()].filter((user) => !user.is_bot);
  fill($("user"), users.map((user) => {
    const unread = user.id === selected.user ? 0 : bot.chats.get(user.id)?.unread ?? 0;
    return [user.id, `${nameOf(user)}${unread ? ` (${unread} new)` : ""}`];
  }), selected.user);
  const list = $("chats");
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(...visible(bot, selected.user).map((chat) => row(bot, chat, selected, choose)));
  if (hadFocus) list.querySelector("[tabindex='0']")?.focus();
}

function row(bot, chat, selected, choose) {
  const isSelected = chat.id === selected.chat;
  const last = lastOf(chat);
  const name = chatName(bot, chat);
  const isGroup = chat.info.type !== "private";
  const by = isGroup && last?.message.from ? `${last.message.from.first_name}: ` : "";
  return el("li", {
    role: "option", "aria-selected": String(isSelected), tabindex: isSelected ? "0" : "-1", data: { chat: chat.id },
    click: () => choose(chat.id, true),
  },
    el("span", { class: `avatar hue-${hue(isGroup ? chat.id : bot.info.user.id)}`, "aria-hidden": "true" }, initials(name)),
    el("span", { class: "name" }, name),
    el("time", {}, last ? time(last.message.date) : ""),
    el("span", { class: "preview" }, last ? serviceText(last.message) ?? `${by}${summary(last.message)}` : isGroup ? chat.info.type : "No messages yet"),
    chat.unread ? el("span", { class: "count", "aria-label": `${chat.unread} new` }, chat.unread) : null);
}

export function startSidebar(current, choose, chooseUser, chooseBot) {
  $("bot").addEventListener("change", (event) => chooseBot(event.target.value));
  $("user").addEventListener("change", (event) => chooseUser(Number(event.target.value)));
  $("chats").addEventListener("keydown", (event) => {
    const rows = [...$("chats").children];
    const at = rows.findIndex((it) => it.getAttribute("aria-selected") === "true");
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined && rows[to]) {
      event.preventDefault();
      choose(Number(rows[to].dataset.chat), false);
      $("chats").querySelector("[tabindex='0']")?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(Number(rows[at]?.dataset.chat), true);
    }
  });
  $("add-user").addEventListener("click", async () => {
    const answer = await ask({ title: "Add a user", fields: [{ name: "first_name", label: "First name", required: true }], ok: "Add" });
    const { bot } = current();
    const result = answer && (await act("user", { bot, ...answer }));
    if (!result) return;
    introduce(bot, result);
    chooseUser(result.user.id);
  });
  $("add-chat").addEventListener("click", async () => {
    const types = [["supergroup", "Supergroup"], ["group", "Group"], ["channel", "Channel"]];
    const fields = [{ name: "title", label: "Title", required: true }, { name: "type", label: "Type", options: types }];
    const answer = await ask({ title: "Add a group or channel", fields, ok: "Add" });
    const { bot, user } = current();
    const result = answer && (await act("chat", { bot, ...answer, users: [user] }));
    if (!result) return;
    introduce(bot, result);
    choose(result.chat.id, true);
  });
}
