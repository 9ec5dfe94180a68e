// What the selected user writes and sends.

import { $, toast } from "./dom.js";
import { act, store } from "./feed.js";
import { onKey, startSuggestions, suggest } from "./suggest.js";
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

// Replies to a message from now on. A bot that asks for it does not move the focus.
export function replyTo(item, isAsked) {
  if (isAsked && about?.kind === "edit") return;
  concern({ kind: "reply", item });
  if (!isAsked) $("text").focus();
}

export function editMessage(item) {
  concern({ kind: "edit", item });
  $("text").value = item.message.text ?? item.message.caption ?? "";
  $("text").focus();
  fit();
}

function concern(what) {
  about = what;
  const verb = what.kind === "edit" ? "Edit" : "Reply to";
  $("reply").hidden = false;
  $("reply").firstElementChild.textContent = `${verb}: ${summary(what.item.message)}`;
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

let selection = () => ({});

// Returns who sends something where.
function target() {
  const { bot, user, chat } = selection();
  const reply = about?.kind === "reply" ? about.item : null;
  const message_thread_id = (reply ? reply.message.is_topic_message && reply.message.message_thread_id : store.bots.get(bot)?.chats.get(chat)?.topic) || undefined;
  return { bot, user, chat, message_thread_id, reply_to: reply?.id };
}

export async function send(text) {
  const to = target();
  if (about?.kind === "edit") {
    const { id } = about.item;
    cancel();
    return act("edit", { ...to, message_id: id, text });
  }
  cancel();
  return act("say", { ...to, text });
}

async function sendFiles(files) {
  const to = target();
  const input = $("text");
  let caption = input.value.trim() || undefined;
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
    const body = { ...to, base64, caption };
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
  startSuggestions(current, send);
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
    if (!event.shiftKey && onKey(event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey) {
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
