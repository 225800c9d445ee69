/** The open chat: who it is with, its topics, its messages, and where to write. */

import { classes, h, redraw, syncChildren } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menus.js";
import { chatAvatar } from "./names.js";
import { chatActions } from "./chat_actions.js";
import { roving, setStop } from "./roving.js";
import { isForum } from "./store.js";

export function createConversation(app) {
  const head = h("div", { class: "conversation-head" });
  const topics = h("div", { class: "topics", role: "tablist" });
  const line = h("div", { class: "connection", role: "status" });
  const nothing = h("div", { class: "nothing" });
  const main = h(
    "main",
    { class: "conversation" },
    head,
    topics,
    line,
    app.messageList.element,
    app.composer.element,
    nothing,
  );
  roving(topics, ".topic", { vertical: false });
  const render = () => {
    const chat = app.store.chat(app.route.chat);
    main.classList.toggle("without-chat", !chat);
    syncChildren(nothing, chat ? [] : [h("p", {}, app.t("pick_chat"))]);
    redraw(head, chat ? header(app, chat) : []);
    renderTopics(app, topics, chat);
    app.messageList.list.setAttribute("aria-label", app.t("messages"));
  };
  const tellConnection = () => {
    line.textContent = app.store.connected ? "" : app.t("connection_lost");
  };
  app.store.on(["language", "chat", "chats", "typing"], render);
  app.store.on(["connection", "language"], tellConnection);
  return main;
}

function header(app, chat) {
  const { t } = app;
  const back = () => app.route.go({ chat: null, thread: null });
  const open = (event) => openMenu(event.currentTarget, t("group_actions"), chatActions(app, chat));
  return [
    h(
      "button",
      { type: "button", class: "tool back", "aria-label": t("back_to_chats"), onclick: back },
      icon("back"),
    ),
    chatAvatar(chat, { size: "middle" }),
    h("div", { class: "conversation-words" }, h("h2", {}, chat.title), status(app, chat)),
    h(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": t("group_actions"),
        title: t("group_actions"),
        "aria-haspopup": "menu",
        onclick: open,
      },
      icon("more"),
    ),
  ];
}

function status(app, chat) {
  if (app.store.isTyping(chat.id)) {
    return h(
      "p",
      { class: "typing accent" },
      app.t("typing"),
      h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")),
    );
  }
  const count = chat.topics.length;
  const group = count ? app.t("group_topics", { n: count }) : app.t("group_without_topics");
  return h("p", {}, chat.type === "private" ? app.t("bot") : group);
}

function renderTopics(app, strip, chat) {
  strip.hidden = !isForum(chat);
  if (strip.hidden) return strip.replaceChildren();
  strip.setAttribute("aria-label", app.t("topics"));
  const focused = strip.contains(document.activeElement);
  const general = { id: null, title: app.t("general_topic") };
  syncChildren(
    strip,
    [general, ...chat.topics].map((topic) => topicTab(app, topic)),
  );
  const chosen = strip.querySelector("[aria-selected=true]");
  setStop(strip, ".topic", chosen);
  if (focused) chosen?.focus();
  chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function topicTab(app, topic) {
  const chosen = topic.id === app.route.thread;
  const open = () => app.route.go({ thread: topic.id });
  const properties = {
    type: "button",
    role: "tab",
    class: classes("topic", chosen && "chosen"),
    "aria-selected": String(chosen),
    onclick: open,
  };
  return h("button", properties, topic.closed && icon("lock"), h("span", {}, topic.title));
}
