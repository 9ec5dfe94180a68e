// Buttons: inline ones, those of the keyboard below the input field, and what comes of them.

import { $, ask, copy, el, link, nameOf, safeUrl, toast } from "./dom.js";
import { act, store } from "./feed.js";
import { replyTo } from "./composer.js";

// How long a button waits for its answer, in milliseconds.
const ANSWER = 15_000;

let selection = () => ({});
let rerender = () => {};
// The callback queries that are not answered, by id: the keys of their buttons.
const waiting = new Map();
// The newest answers to callback queries, by id.
const answers = new Map();
// Whether keyboards are open, by whom they are for: what users chose.
const opened = new Map();
// The request for a reply that was shown last.
let requested = "";

const target = () => ({ ...selection() });
const botOf = () => store.bots.get(selection().bot);

// Returns the markup below the input field that a user sees, if there is one.
export function markupOf({ bot, user, chat }) {
  const it = store.bots.get(bot)?.chats.get(chat);
  const own = it?.keyboards[user];
  return own === undefined ? it?.keyboard : own;
}

export function renderKeyboard(selected) {
  const markup = store.server.control === false ? null : markupOf(selected);
  const rows = markup?.keyboard;
  const about = JSON.stringify([selected, markup]);
  const isOpen = Boolean(rows) && (opened.get(about) ?? !markup.is_hidden);
  const toggle = $("keys");
  toggle.hidden = !rows || Boolean(markup.is_persistent && isOpen);
  toggle.setAttribute("aria-expanded", String(isOpen));
  toggle.onclick = () => {
    opened.set(about, !isOpen);
    rerender();
  };
  const panel = $("keyboard");
  panel.hidden = !isOpen;
  if (rows && panel.dataset.key !== about) {
    panel.dataset.key = about;
    panel.classList.toggle("tall", !markup.resize_keyboard);
    panel.replaceChildren(...rows.map((row, y) => el("div", { class: "row" }, row.map((button, x) =>
      el("button", { class: style(button), click: () => pressBelow(button, y, x) }, button.text ?? button)))));
  }
  const request = markup?.force_reply && !rows ? about : "";
  if (request === requested) return;
  requested = request;
  const item = request && botOf()?.chats.get(selected.chat)?.messages.get(markup.message_id);
  if (item) replyTo(item, true);
}

export const style = (button) => (button.style ? `style-${button.style}` : null);

async function pressBelow(button, row, column) {
  const label = button.text ?? button;
  const share = (message) => act("send", { ...target(), message });
  const { request_users: users, request_chat: chat } = button;
  if (button.web_app) {
    const data = await openApp(button.web_app.url, true);
    if (data) await share({ web_app_data: { data, button_text: label } });
  } else if (users) {
    const all = [...botOf().users.values()].filter((user) => Boolean(user.is_bot) === Boolean(users.user_is_bot));
    const user_id = await choose(label, all.map((user) => [user.id, nameOf(user)]));
    if (user_id) await share({ users_shared: { request_id: users.request_id, users: [{ user_id }] } });
  } else if (chat) {
    const all = [...botOf().chats.values()].filter(({ id, info }) => id < 0 && (info.type === "channel") === chat.chat_is_channel);
    const chat_id = await choose(label, all.map(({ id, info }) => [id, info.title]));
    if (chat_id) await share({ chat_shared: { request_id: chat.request_id, chat_id } });
  } else {
    const result = await act("press", { ...target(), row, column });
    if (result?.button) toast(`“${label}” tells the bot nothing here.`);
  }
  // A button may be gone with its keyboard.
  if (!$("keyboard").contains(document.activeElement)) $("text").focus();
}

async function choose(title, options) {
  if (options.length === 0) return toast("There is nothing to share.");
  const answer = await ask({ title, fields: [{ name: "it", label: "Share", options }], ok: "Share" });
  return answer && Number(answer.it);
}

// Shows what a Mini App gets. Resolves to what it sends, if it can send anything.
async function openApp(url, sends) {
  const { bot, user } = selection();
  const result = await act("mini_app", { bot, user });
  if (!result) return null;
  const data = `tgWebAppData=${encodeURIComponent(result.init_data)}&tgWebAppVersion=9.0&tgWebAppPlatform=web`;
  const fields = [{ name: "init_data", label: "Its init data", value: result.init_data }];
  if (sends) fields.push({ name: "data", label: "What it sends to the bot", required: true });
  const text = link(`${url}${url.includes("#") ? "&" : "#"}${data}`, "Open the Mini App in a new tab");
  const answer = await ask({ title: "Mini App", text, fields, ok: sends ? "Send" : "Close", cancel: Boolean(sends) });
  return answer?.data;
}

// Puts an inline query into the input field.
export function startInline(text) {
  $("text").value = `@${botOf()?.info.user.username} ${text}`;
  $("text").dispatchEvent(new Event("input"));
  $("text").focus();
}

export async function press(item, button, row, column, element) {
  const url = button.url ?? button.login_url?.url;
  const inline = button.switch_inline_query ?? button.switch_inline_query_current_chat ?? button.switch_inline_query_chosen_chat;
  if (url) {
    if (safeUrl(url)) window.open(safeUrl(url), "_blank", "noopener");
    else toast(`A link that opens nothing: ${url}`, "error");
  } else if (button.copy_text) {
    await copy(button.copy_text.text);
  } else if (button.web_app) {
    await openApp(button.web_app.url);
  } else if (button.pay) {
    await act("pay", { ...target(), message_id: item.id });
  } else if (inline !== undefined) {
    startInline(inline.query ?? (typeof inline === "string" ? inline : ""));
  } else {
    await ring(item, button, row, column, element.dataset.key);
  }
}

async function ring(item, button, row, column, key) {
  const result = await act("press", { ...target(), message_id: item.id, row, column });
  if (!result) return;
  const query = result.callback_query_id;
  if (!query) return toast(`“${button.text}” tells the bot nothing here.`);
  const early = answers.get(query);
  if (early) return showAnswer(early);
  waiting.set(query, key);
  mark(key, true);
  setTimeout(() => end(query), ANSWER);
}

function mark(key, isWaiting) {
  const button = $("messages").querySelector(`[data-key="${key}"]`);
  button?.classList.toggle("waiting", isWaiting);
  button?.setAttribute("aria-busy", String(isWaiting));
}

function end(query) {
  const key = waiting.get(query);
  if (key === undefined) return false;
  waiting.delete(query);
  mark(key, false);
  return true;
}

// Takes the answer to a callback query, which may come before the result of pressing.
export function onAnswered(given) {
  answers.set(given.callback_query_id, given);
  if (answers.size > 100) answers.delete(answers.keys().next().value);
  if (end(given.callback_query_id)) showAnswer(given);
}

function showAnswer({ text, show_alert, url }) {
  if (url && safeUrl(url)) {
    toast(link(url, `The bot opens ${url}`));
  } else if (text && String(show_alert) === "true") {
    ask({ title: nameOf(botOf()?.info.user), text, cancel: false });
  } else if (text) {
    toast(text);
  }
}

export function startButtons(current, render) {
  selection = current;
  rerender = render;
  $("inline").addEventListener("click", () => startInline(""));
}
