/** The keyboard a bot puts under the composer, until it takes the keyboard away again. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** The keyboard that holds now: {markup, message}, or null. */
export function currentKeyboard(app) {
  const { messages } = app.store;
  const index = messages.findLastIndex(
    ({ reply_markup: markup }) => markup?.keyboard || markup?.remove_keyboard,
  );
  const message = messages[index];
  if (!message?.reply_markup.keyboard) return null;
  const used = messages.slice(index + 1).some((each) => each.from?.id === app.route.person);
  if (message.reply_markup.one_time_keyboard && used) return null;
  return { markup: message.reply_markup, message };
}

/** The keyboard's element; `reply` is the message to answer in a group, or null. */
export function replyKeyboard({ markup }, reply, app) {
  const rows = markup.keyboard.map((row) =>
    h(
      "div",
      { class: "keyboard-row" },
      row.map((key) => keyButton(key, reply, app)),
    ),
  );
  return h(
    "div",
    { class: "reply-keyboard", role: "group", "aria-label": app.t("reply_keyboard") },
    rows,
  );
}

function keyButton(key, reply, app) {
  const { text } = typeof key === "string" ? { text: key } : key;
  const press = () => {
    if (key.request_contact) return app.actions.sendContact();
    const unknown = Object.keys(key).some(
      (field) => field.startsWith("request_") || field === "web_app",
    );
    return unknown ? app.notices.show(app.t("not_supported")) : app.actions.sendText(text, reply);
  };
  return h(
    "button",
    { type: "button", class: "key", onclick: press },
    key.request_contact && icon("contact"),
    h("span", {}, text),
  );
}
