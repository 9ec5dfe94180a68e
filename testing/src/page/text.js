// Formatted text: entities, whose offsets count UTF-16 code units as JavaScript does.

import { el, link } from "./dom.js";

// What begins a new line by itself, so that the line break after it is not shown.
const BLOCKS = ["pre", "blockquote", "expandable_blockquote"];
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

// Returns nodes. `onCommand` is called with a command that is clicked.
export function formatted(text, entities = [], onCommand) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return part(text, 0, text.length, sorted, onCommand);
}

function part(text, from, to, entities, onCommand) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) {
      rest = others;
      continue;
    }
    if (start > at) nodes.push(text.slice(at, start));
    const inner = others.filter((other) => other.offset < end);
    nodes.push(styled(entity, text.slice(start, end), part(text, start, end, inner, onCommand), onCommand));
    at = end;
    if (BLOCKS.includes(entity.type) && text[at] === "\n" && at < to) at += 1;
    rest = others.filter((other) => other.offset + other.length > end);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function styled(entity, text, nodes, onCommand) {
  const tag = TAGS[entity.type];
  if (tag) return el(tag, {}, nodes);
  switch (entity.type) {
    case "pre":
      return el("pre", { "data-language": entity.language || null, tabindex: "0" }, el("code", {}, nodes));
    case "blockquote":
      return el("blockquote", {}, nodes);
    case "expandable_blockquote":
      return quote(nodes, text);
    case "spoiler":
      return spoiler(nodes);
    case "text_link":
      return link(entity.url ?? "", nodes);
    case "url":
      return link(text, nodes);
    case "email":
      return link(`mailto:${text}`, nodes);
    case "phone_number":
      return link(`tel:${text}`, nodes);
    case "bot_command":
      return onCommand
        ? el("button", { class: "link", click: () => onCommand(text) }, nodes)
        : el("span", { class: "link" }, nodes);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return el("span", { class: "link", title: entity.user ? `User ${entity.user.id}` : null }, nodes);
    default:
      return el("span", { class: `entity-${entity.type}`, title: entity.type }, nodes);
  }
}

function quote(nodes, text) {
  const long = text.length > 160 || text.split("\n").length > 3;
  const made = el("blockquote", { class: long ? "cut" : null }, nodes);
  if (!long) return made;
  const more = el("button", { class: "link more", "aria-expanded": "false" }, "Show more");
  more.addEventListener("click", () => {
    const isCut = made.classList.toggle("cut");
    more.textContent = isCut ? "Show more" : "Show less";
    more.setAttribute("aria-expanded", String(!isCut));
  });
  return el("div", { class: "quote" }, made, more);
}

function spoiler(nodes) {
  const made = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, press to show" }, el("span", {}, nodes));
  const show = () => {
    made.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) made.removeAttribute(name);
  };
  made.addEventListener("click", show);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      show();
    }
  });
  return made;
}

// Returns the first line of what a message says.
export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) return text.split("\n", 1)[0];
  const names = {
    photo: "Photo", sticker: "Sticker", animation: "Animation", video: "Video", video_note: "Video message",
    audio: "Audio", voice: "Voice message", document: "File", venue: "Place", location: "Location",
    contact: "Contact", dice: "Dice", invoice: "Invoice", game: "Game", checklist: "Checklist",
    rich_message: "Article", paid_media: "Paid media", story: "Story",
  };
  if (message.poll) return `Poll: ${message.poll.question}`;
  if (message.document?.file_name && !message.animation) return message.document.file_name;
  const name = Object.keys(names).find((key) => message[key] !== undefined);
  return name ? names[name] : "Message";
}
