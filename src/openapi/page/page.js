"use strict";
const byId = (id) => document.getElementById(id);
const [main, overview, search, found, results, contents] = ["main", "overview", "search", "found", "results", "contents"].map((id) => byId(`page-${id}`));
const root = document.documentElement;
const side = document.querySelector(".side");
const narrow = matchMedia("(max-width: 50rem)");
const title = document.title;

// An article is text until it is needed. Returns it with its elements.
function filled(article) {
  const text = article?.querySelector(":scope > noscript");
  if (text) {
    article.innerHTML = text.textContent;
    addCopyButtons(article);
  }
  return article;
}

// Returns the article with a name that is written otherwise, such as `sendmessage` in an address of Telegram.
function inOtherCase(name) {
  return [...main.children].find(({ id }) => id.toLowerCase() === name.toLowerCase());
}

// Returns what the address names, and the article that has it: its name is what is before the last dots.
function target() {
  let id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    // Not an address of this page.
  }
  for (let name = id; name; name = name.slice(0, Math.max(name.lastIndexOf("."), 0))) {
    const article = filled((byId(name) ?? inOtherCase(name))?.closest("main > article"));
    if (article) return [byId(id) ?? article, article];
  }
  return [overview, overview];
}

// What the address names is shown; without a name, the overview.
let shown;
function show() {
  const isAll = location.hash === "#page-all";
  if (isAll) document.querySelectorAll("main > article").forEach(filled);
  root.classList.toggle("all", isAll);
  const [place, article] = isAll ? [overview, overview] : target();
  shown?.classList.remove("shown");
  side.querySelector("[aria-current]")?.removeAttribute("aria-current");
  document.querySelector(".at")?.classList.remove("at");
  shown = article;
  article.classList.add("shown");
  document.title = article === overview ? title : `${article.id} – ${title}`;
  const link = contents.querySelector(`[href="#${CSS.escape(article.id)}"]`);
  link?.setAttribute("aria-current", "page");
  if (narrow.matches) contents.open = false;
  else link?.scrollIntoView({ block: "nearest" });
  if (place === article) scrollTo(0, 0);
  else {
    place.closest("details")?.setAttribute("open", "");
    place.classList.add("at");
    place.scrollIntoView();
  }
  return place;
}
show();
addEventListener("hashchange", () => {
  // The keyboard goes on from here.
  const place = show();
  const first = place.querySelector("h2, .name") ?? place;
  if (!first.matches("a")) first.tabIndex = -1;
  first.focus({ preventScroll: true });
});
narrow.addEventListener("change", () => (contents.open = !narrow.matches));
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

// A type is on the page once. Where it is nested, it is copied when it is unfolded.
function unfold(details) {
  const name = details.dataset.type;
  if (!name || !details.open || details.querySelector(".body")) return;
  const body = filled(byId(name))?.querySelector(".body")?.cloneNode(true);
  if (!body) return;
  for (const element of body.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const inner of body.querySelectorAll("details[data-type]")) {
    inner.open = false;
    const known = inner.querySelector(":scope > .body");
    if (known) known.replaceWith(document.createElement("p"));
  }
  body.querySelector(".at")?.classList.remove("at");
  details.querySelector(":scope > p").replaceWith(body);
}
document.addEventListener("toggle", ({ target }) => target.matches?.("details") && unfold(target), true);

// On paper, each type of an article is unfolded once, but for those that would take pages.
const MOST_ON_PAPER = 20;
let printed = [];
addEventListener("beforeprint", () => {
  if (root.classList.contains("all")) return;
  const isShort = ({ dataset: { type } }) => !type || filled(byId(type)).querySelectorAll(".body > .fields > li").length <= MOST_ON_PAPER;
  printed = [...shown.querySelectorAll("details:not([open])")].filter(isShort);
  for (const details of printed) {
    details.open = true;
    unfold(details);
  }
});
addEventListener("afterprint", () => {
  for (const details of printed) details.open = false;
});

function addCopyButtons(article) {
  for (const pre of article.querySelectorAll(":not(.copied) > pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(pre);
        button.textContent = "Selected";
      }
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    const box = document.createElement("div");
    box.className = "copied";
    pre.replaceWith(box);
    box.append(pre, button);
  }
}

// The search: every word must occur in an article. Its name counts most, then its attributes and its summary.
const MOST = 50;
let entries;
function read() {
  return [...overview.querySelectorAll("dt a")].map((link) => {
    const name = link.textContent;
    const summary = link.parentElement.nextElementSibling.textContent;
    const article = byId(name);
    const [html] = (article.querySelector("noscript")?.textContent ?? article.innerHTML).split('<div class="code">');
    const ids = [...html.matchAll(/<li id="([^"]+)">/g)].map(([, id]) => id);
    const attributes = new Map(ids.filter((id) => !id.includes(".200.")).map((id) => [id.slice(id.lastIndexOf(".") + 1), id]));
    const head = `${name} ${summary} ${[...attributes.keys()].join(" ")}`.toLowerCase();
    const text = html.replace(/<[^>]*>/g, " ").toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, " ");
    return { name, summary, attributes, low: name.toLowerCase(), head, text };
  });
}
function rank({ low, attributes, head, text }, query, words) {
  const has = (where) => words.every((word) => where.includes(word));
  // Of a description, words count by how they start.
  if (!has(head)) return words.every((word) => text.includes(` ${word}`)) ? 1 : 0;
  if (low === query) return 6;
  if (low.startsWith(query)) return 5;
  if (has(low)) return 4;
  return attributes.has(query) ? 3 : 2;
}
function find() {
  // A method may be searched as it is in a URL.
  const query = search.value.trim().replace(/^[/#]/, "").toLowerCase();
  side.classList.toggle("searching", query !== "");
  results.hidden = query === "";
  results.replaceChildren();
  found.textContent = "";
  if (!query) return;
  entries ??= read();
  const words = query.split(/\s+/);
  const ranked = entries.map((entry) => [rank(entry, query, words), entry]).filter(([value]) => value > 0);
  ranked.sort(([one], [other]) => other - one);
  for (const [value, { name, summary, attributes }] of ranked.slice(0, MOST)) {
    const isAttribute = value === 3;
    const link = document.createElement("a");
    link.href = `#${isAttribute ? attributes.get(query) : name}`;
    const small = document.createElement("small");
    small.textContent = isAttribute ? `${query} · ${summary}` : summary;
    link.append(name, small);
    const item = document.createElement("li");
    item.append(link);
    results.append(item);
  }
  const count = ranked.length;
  found.textContent = count === 0 ? "Nothing found." : count > MOST ? `${count} found, the first ${MOST} are:` : `${count} found`;
}
function end() {
  search.value = "";
  find();
}
search.addEventListener("input", find);
results.addEventListener("click", (event) => {
  if (event.target.closest("a") && narrow.matches) setTimeout(end);
});

side.addEventListener("keydown", (event) => {
  const links = [...results.querySelectorAll("a")];
  const place = links.indexOf(document.activeElement);
  const isSearching = place >= 0 || document.activeElement === search;
  if (!isSearching) return;
  if (event.key === "Escape") {
    end();
    search.focus();
  } else if (event.key === "ArrowDown") {
    links[Math.min(place + 1, links.length - 1)]?.focus();
  } else if (event.key === "ArrowUp") {
    (links[place - 1] ?? search).focus();
  } else if (event.key === "Enter" && place < 0) {
    links[0]?.click();
  } else {
    return;
  }
  event.preventDefault();
});
addEventListener("keydown", (event) => {
  const isTyping = event.target.matches?.("input, textarea");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});
window.requestIdleCallback?.(() => (entries ??= read()));
