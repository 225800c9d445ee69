/** The chats of the person one is: the last words, when, how many are unread. */

import { classes, h, redraw, syncChildren } from "./dom.js";
import { icon } from "./icons.js";
import { chatAvatar, fullName } from "./names.js";
import { roving, setStop } from "./roving.js";
import { serviceText } from "./service.js";

export function createChatList(app) {
  const head = h("div", { class: "chats-head" });
  const list = h("div", { class: "chats-list" });
  const column = h("section", { class: "chats" }, head, list);
  roving(list, ".chat", { horizontal: false });
  const render = () => {
    column.setAttribute("aria-label", app.t("chats"));
    redraw(head, header(app));
    const focused = document.activeElement?.closest?.(".chat")?.dataset.chat;
    syncChildren(
      list,
      app.store.chats.map((chat) => row(app, chat)),
    );
    setStop(list, ".chat", list.querySelector("[aria-current=true]"));
    if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus();
  };
  app.store.on(["language", "person", "chats", "chat", "drafts", "typing"], render);
  return column;
}

function header(app) {
  const person = app.store.person(app.route.person);
  if (!person) return [];
  const create = async () => {
    const group = await app.dialogs.newGroup();
    if (group) await app.actions.createGroup(group);
  };
  const label = app.t("create_group");
  return [
    h(
      "div",
      { class: "me" },
      h("h1", {}, fullName(person)),
      h("p", {}, person.hint?.[app.route.lang] ?? ""),
    ),
    h(
      "button",
      { type: "button", class: "tool", "aria-label": label, title: label, onclick: create },
      icon("plus"),
    ),
  ];
}

function row(app, chat) {
  const current = chat.id === app.route.chat;
  const unread = current ? 0 : chat.unread;
  const open = () => app.route.go({ chat: chat.id, thread: null });
  const properties = {
    type: "button",
    class: classes("chat", current && "current"),
    dataset: { chat: chat.id },
    "aria-current": String(current),
    onclick: open,
  };
  return h(
    "button",
    properties,
    chatAvatar(chat),
    h(
      "span",
      { class: "chat-words" },
      h(
        "span",
        { class: "chat-line" },
        h(
          "span",
          { class: "chat-title" },
          chat.type !== "private" && icon("group"),
          h("span", {}, chat.title),
        ),
        chat.last &&
          h("span", { class: "chat-time" }, app.formats.brief(chat.last.date, app.store.now())),
      ),
      h(
        "span",
        { class: "chat-line" },
        h("span", { class: "chat-last" }, preview(app, chat, current)),
        unread > 0 &&
          h("span", { class: "badge", "aria-label": app.t("unread", { n: unread }) }, unread),
      ),
    ),
  );
}

function preview(app, chat, current) {
  if (app.store.isTyping(chat.id)) return h("span", { class: "accent" }, `${app.t("typing")}…`);
  const draft = current ? "" : app.drafts.ofChat(app.route.person, chat.id);
  if (draft) return [h("span", { class: "draft" }, `${app.t("draft")}: `), draft];
  if (!chat.last) return "";
  const service = serviceText(chat.last, app);
  if (service) return service;
  const author = chat.last.from && !chat.last.from.is_bot && chat.type !== "private";
  const who = chat.last.from?.id === app.route.person ? app.t("you") : chat.last.from?.first_name;
  return [author && h("span", { class: "chat-who" }, `${who}: `), summary(chat.last, app)];
}

/** A message in a few words: its text, or what it carries. */
export function summary(message, app) {
  if (message.text ?? message.caption)
    return (message.text ?? message.caption).replace(/\s+/g, " ");
  if (message.photo) return app.t("last_photo");
  const { document: file, contact, venue } = message;
  return (
    file?.file_name ??
    (contact ? fullName(contact) : venue?.title) ??
    serviceText(message, app) ??
    ""
  );
}
