// What the selected user writes and sends.

import { $, el, toast } from "./dom.js";
import { act, store } from "./feed.js";
import { summary } from "./text.js";

// The message that is replied to or edited, and what is written in chats that are not selected.
let about = null;
const drafts = new Map();
let draftOf = null;

const key = ({ bot, user, chat }) => `${bot} ${user} ${chat}`;

// Keeps what was written in the chat that was left, and brings back what was written in this one.
export function switchDraft(selected) {
  const input = $("text");
  if (draftOf === key(selected)) return;
  if (draftOf) drafts.set(draftOf, input.value);
  draftOf = key(selected);
  input.value = drafts.get(draftOf) ?? "";
  cancel();
  fit();
}

export function replyTo(item) {
  concern({ kind: "reply", item });
}

export function editMessage(item) {
  concern({ kind: "edit", item });
  $("text").value = item.message.text ?? item.message.caption ?? "";
  fit();
}

function concern(what) {
  about = what;
  const verb = what.kind === "edit" ? "Edit" : "Reply to";
  $("reply").hidden = false;
  $("reply").firstElementChild.textContent = `${verb}: ${summary(what.item.message)}`;
  $("text").focus();
}

function cancel() {
  if (about?.kind === "edit") $("text").value = "";
  about = null;
  $("reply").hidden = true;
}

function fit() {
  const input = $("text");
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
  suggest();
}

function suggest() {
  const input = $("text");
  const { bot } = selection();
  const commands = store.bots.get(bot)?.info.commands ?? [];
  const begun = /^\/\w*$/.test(input.value) ? input.value.slice(1) : null;
  const fitting = begun === null ? [] : commands.filter((it) => it.command.startsWith(begun));
  $("commands").hidden = fitting.length === 0;
  $("commands").replaceChildren(...fitting.map((it) =>
    el("button", { type: "button", on: { click: () => { input.value = ""; fit(); send(`/${it.command}`); input.focus(); } } },
      el("b", {}, `/${it.command}`), el("span", {}, it.description))));
}

let selection = () => ({});

export async function send(text) {
  const { bot, user, chat } = selection();
  const target = { bot, user, chat };
  if (about?.kind === "edit") {
    const { id } = about.item;
    cancel();
    return act("edit", { ...target, message_id: id, text });
  }
  const reply_to = about?.item.id;
  cancel();
  return act("say", { ...target, text, reply_to });
}

async function sendFiles(files) {
  const { bot, user, chat } = selection();
  const input = $("text");
  let caption = input.value.trim() || undefined;
  const reply_to = about?.item.id;
  input.value = "";
  cancel();
  fit();
  for (const file of files) {
    if (file.size === 0) {
      toast(`${file.name} is empty.`, "error");
      continue;
    }
    const base64 = await encoded(file);
    const isPhoto = /^image\/(png|jpeg|webp|gif|avif)$/.test(file.type);
    const body = { bot, user, chat, base64, caption, reply_to };
    if (isPhoto) await act("photo", body);
    else await act("document", { ...body, file_name: file.name || "file", mime_type: file.type || undefined });
    caption = undefined;
  }
}

function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export function startComposer(current, lastOwn) {
  selection = current;
  const input = $("text");
  const submit = () => {
    const text = input.value;
    if (!text.trim()) return;
    const sent = send(text);
    input.value = "";
    fit();
    // What the server refuses is not lost.
    sent.then((result) => {
      if (!result && !input.value) {
        input.value = text;
        fit();
      }
    });
  };
  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener("input", fit);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      cancel();
      fit();
    } else if (event.key === "ArrowUp" && input.value === "") {
      const item = lastOwn();
      if (item) {
        event.preventDefault();
        editMessage(item);
      }
    }
  });
  input.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) {
      event.preventDefault();
      sendFiles(files);
    }
  });
  $("reply").querySelector("button").addEventListener("click", () => {
    cancel();
    fit();
    input.focus();
  });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async (event) => {
    const files = [...event.target.files];
    event.target.value = "";
    await sendFiles(files);
  });
  const main = $("chat");
  main.addEventListener("dragover", (event) => event.preventDefault());
  main.addEventListener("drop", (event) => {
    event.preventDefault();
    sendFiles([...event.dataTransfer.files]);
  });
}
