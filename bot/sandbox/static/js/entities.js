/**
 * A text and its entities as nodes. Offsets are UTF-16 units, which is how JavaScript
 * counts too; nothing here reads markup, so a message cannot bring any of its own.
 */

import { h } from "./dom.js";

const SAFE_LINK = /^(https?|mailto|tel|tg):/i;
const PLAIN_TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
};

/** The nodes of `text`; `app` opens links and sends commands that are clicked. */
export function formattedText(text, entities, app) {
  const ordered = [...(entities ?? [])].sort(
    (one, other) => one.offset - other.offset || other.length - one.length,
  );
  return range(text, 0, text.length, ordered, app);
}

/** Nodes for the units from `start` to `end`; an entity that sticks out is cut at the end. */
function range(text, start, end, entities, app) {
  const nodes = [];
  let position = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    if (entity.offset < position || entity.offset >= end) continue;
    const stop = Math.min(entity.offset + entity.length, end);
    const inside = entities.slice(index + 1);
    nodes.push(text.slice(position, entity.offset));
    nodes.push(
      wrap(
        entity,
        text.slice(entity.offset, stop),
        range(text, entity.offset, stop, inside, app),
        app,
      ),
    );
    position = stop;
  }
  nodes.push(text.slice(position, end));
  return nodes.filter((node) => node !== "");
}

function wrap(entity, text, children, app) {
  if (PLAIN_TAGS[entity.type]) return h(PLAIN_TAGS[entity.type], {}, children);
  const build = BUILDERS[entity.type];
  return build ? build(entity, text, children, app) : h("span", { class: "token" }, children);
}

const BUILDERS = {
  url: (entity, text, children, app) =>
    link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, children, app),
  text_link: (entity, text, children, app) => link(entity.url, children, app),
  email: (entity, text, children, app) => link(`mailto:${text}`, children, app),
  phone_number: (entity, text, children, app) =>
    link(`tel:${text.replace(/[^+\d]/g, "")}`, children, app),
  mention: (entity, text, children, app) =>
    action(children, () => app.links.openMention(text.slice(1))),
  text_mention: (entity, text, children) => h("span", { class: "token" }, children),
  bot_command: (entity, text, children, app) => action(children, () => app.actions.sendText(text)),
  custom_emoji: (entity, text, children) => h("span", {}, children),
  pre: codeBlock,
  spoiler,
  date_time: dateTime,
  blockquote: (entity, text, children) => h("blockquote", {}, children),
  expandable_blockquote: expandableQuote,
};

function link(address, children, app) {
  if (!SAFE_LINK.test(address)) return h("span", { class: "token" }, children);
  const open = (event) => {
    if (app.links.open(address)) event.preventDefault();
  };
  return h(
    "a",
    { href: address, target: "_blank", rel: "noopener noreferrer", onclick: open },
    children,
  );
}

function action(children, onclick) {
  return h("button", { type: "button", class: "text-action", onclick }, children);
}

function codeBlock(entity, text, children, app) {
  const copy = h(
    "button",
    { type: "button", class: "code-copy", onclick: () => app.actions.copy(text) },
    app.t("copy"),
  );
  const caption = h("span", { class: "code-language" }, entity.language ?? "");
  return h(
    "div",
    { class: "code-block" },
    h("div", { class: "code-head" }, caption, copy),
    h("pre", {}, h("code", {}, children)),
  );
}

function spoiler(entity, text, children, app) {
  const reveal = () => {
    cover.classList.add("revealed");
    cover.removeAttribute("role");
    cover.removeAttribute("aria-label");
    cover.removeAttribute("tabindex");
  };
  const onkeydown = (event) =>
    (event.key === "Enter" || event.key === " ") && (event.preventDefault(), reveal());
  const properties = {
    class: "spoiler",
    role: "button",
    tabindex: 0,
    "aria-label": app.t("show_hidden"),
    onclick: reveal,
    onkeydown,
  };
  const cover = h("span", properties, h("span", { class: "spoiler-text" }, children));
  return cover;
}

/** The moment in the reader's zone, as Telegram shows it; the message's own words in its hint. */
function dateTime(entity, text, children, app) {
  const shown = app.formats.entity(
    entity.unix_time,
    entity.date_time_format ?? "",
    app.store.now(),
  );
  const machine = new Date(entity.unix_time * 1000).toISOString();
  const title = app.formats.moment(entity.unix_time);
  return h("time", { class: "date-time", datetime: machine, title }, shown ?? children);
}

function expandableQuote(entity, text, children, app) {
  const toggle = h("button", {
    type: "button",
    class: "quote-toggle",
    "aria-expanded": "false",
    "aria-label": app.t("show_whole"),
  });
  const quote = h(
    "blockquote",
    { class: "expandable" },
    h("div", { class: "quote-text" }, children),
    toggle,
  );
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("expanded");
    toggle.setAttribute("aria-expanded", String(open));
  });
  return quote;
}
