/** One message: author, what it answers, what it carries, its text, time and buttons. */

import { attachments } from "./attachments.js";
import { summary } from "./chat_list.js";
import { classes, h } from "./dom.js";
import { formattedText } from "./entities.js";
import { swipeToReply } from "./gestures.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./inline_keyboard.js";
import { openMenu } from "./menus.js";
import { authorName, avatar, tone } from "./names.js";

const THUMB = "👍";

/** A message's element; `first` and `last` tell its place in a run of one author. */
export function bubble(message, { first, last, group }, app) {
  const mine = message.from?.id === app.route.person;
  const author = authorName(message, app);
  const body = h(
    "div",
    { class: classes("bubble", last && "tail") },
    content(message, { mine, first, group, author }, app),
  );
  const label = app.t("message_from", {
    name: mine ? app.t("you") : author,
    time: app.formats.time(message.date),
  });
  const element = h(
    "article",
    {
      class: classes("message", mine ? "out" : "in", first && "first", last && "last"),
      tabindex: -1,
      "aria-label": label,
      dataset: { message: message.message_id },
      onkeydown: (event) => messageKeys(event, element, message, app),
      oncontextmenu: (event) => contextMenu(event, message, app),
    },
    group &&
      !mine &&
      h(
        "div",
        { class: "message-side" },
        last && avatar(message.from?.id ?? 0, author, { size: "small", bot: message.from?.is_bot }),
      ),
    h("div", { class: "message-main" }, body, inlineKeyboard(message, app)),
    moreButton(message, app),
  );
  swipeToReply(element, () => app.composer.replyTo(message));
  return element;
}

function content(message, { mine, first, group, author }, app) {
  const text = message.text ?? message.caption;
  const authorId = message.from?.id ?? 0;
  const showName = group && !mine && first;
  return [
    showName &&
      h("div", { class: `author ${message.from?.is_bot ? "author-bot" : tone(authorId)}` }, author),
    message.via_bot && h("div", { class: "via" }, app.t("via", { name: message.via_bot.username })),
    message.forward_origin &&
      h(
        "div",
        { class: "forwarded" },
        app.t("forwarded_from", { name: originName(message.forward_origin, app) }),
      ),
    quoteOfReply(message, app),
    attachments(message, app),
    text &&
      h(
        "div",
        { class: "text" },
        formattedText(text, message.entities ?? message.caption_entities, app),
      ),
    reactions(message, app),
    meta(message, mine, app),
  ];
}

function originName(origin, app) {
  const from = origin.sender_user ?? origin.sender_chat ?? origin.chat;
  return origin.sender_user_name ?? (from ? authorName({ from }, app) : app.t("someone"));
}

/** The message that is answered, in two lines; a click jumps there. */
function quoteOfReply(message, app) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const jump = () => app.messageList.jump(target.message_id);
  return h(
    "button",
    { type: "button", class: `reply-quote ${tone(target.from?.id ?? 0)}`, onclick: jump },
    h("strong", {}, authorName(target, app)),
    h("span", {}, message.quote?.text ?? summary(target, app)),
  );
}

/** Reactions with their numbers; a press adds one's own, or takes it back. */
function reactions(message, app) {
  const counts = new Map();
  for (const { emoji } of message.reactions ?? []) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  if (!counts.size) return null;
  const chips = [...counts].map(([emoji, n]) =>
    h(
      "button",
      { type: "button", class: "reaction", onclick: () => app.actions.react(message, emoji) },
      emoji,
      h("span", {}, n),
    ),
  );
  return h("div", { class: "reactions" }, chips);
}

function meta(message, mine, app) {
  const machine = new Date(message.date * 1000).toISOString();
  return h(
    "div",
    { class: "meta" },
    message.edit_date && h("span", { class: "edited" }, app.t("edited")),
    h(
      "time",
      { datetime: machine, title: app.formats.moment(message.date) },
      app.formats.time(message.date),
    ),
    mine && icon("checks"),
  );
}

function moreButton(message, app) {
  const label = app.t("message_actions");
  const open = (event) => messageMenu(event.currentTarget, message, app);
  return h(
    "button",
    {
      type: "button",
      class: "message-more",
      tabindex: -1,
      "aria-label": label,
      "aria-haspopup": "menu",
      title: label,
      onclick: open,
    },
    icon("more"),
  );
}

function contextMenu(event, message, app) {
  if (event.target.closest("a, button") || getSelection().toString()) return;
  event.preventDefault();
  messageMenu({ x: event.clientX, y: event.clientY }, message, app);
}

/** R answers the message that has the focus, Enter opens its menu. */
function messageKeys(event, element, message, app) {
  if (event.target !== element || event.ctrlKey || event.metaKey) return;
  if (event.code === "KeyR") app.composer.replyTo(message);
  else if (event.key === "Enter") messageMenu(element.querySelector(".bubble"), message, app);
  else return;
  event.preventDefault();
}

function messageMenu(anchor, message, app) {
  const { t } = app;
  const text = message.text ?? message.caption;
  const mine = message.from?.id === app.route.person && !message.via_bot;
  const forward = async () => {
    const chat = await app.dialogs.chooseChat(t("forward_to"), app.store.chats);
    if (!chat) return;
    await app.actions.forward(message, chat.id);
    app.route.go({ chat: chat.id, thread: null });
  };
  openMenu(anchor, t("message_actions"), [
    { label: t("reply"), icon: "reply", act: () => app.composer.replyTo(message) },
    ...(text ? [{ label: t("copy_text"), icon: "copy", act: () => app.actions.copy(text) }] : []),
    { label: t("forward"), icon: "forward", act: forward },
    ...(mine && message.text
      ? [{ label: t("edit"), icon: "edit", act: () => app.composer.edit(message) }]
      : []),
    {
      label: t("react", { emoji: THUMB }),
      icon: "heart",
      act: () => app.actions.react(message, THUMB),
    },
  ]);
}
