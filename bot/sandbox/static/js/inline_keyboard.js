/** The buttons under a message, each doing what it does in Telegram. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** What each kind of button does, told by the field that names it. */
const KINDS = [
  [
    "callback_data",
    null,
    (button, message, app) => app.actions.press(message.message_id, button.callback_data),
  ],
  ["url", "open", (button, message, app) => app.links.follow(button.url)],
  [
    "switch_inline_query_current_chat",
    "share",
    (button, message, app) => app.composer.startInline(button.switch_inline_query_current_chat),
  ],
  [
    "switch_inline_query",
    "share",
    (button, message, app) => shareElsewhere(button.switch_inline_query, app),
  ],
  [
    "switch_inline_query_chosen_chat",
    "share",
    (button, message, app) =>
      shareElsewhere(button.switch_inline_query_chosen_chat.query ?? "", app),
  ],
  ["copy_text", "copy", (button, message, app) => app.actions.copy(button.copy_text.text)],
];

export function inlineKeyboard(message, app) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return h(
    "div",
    { class: "inline-keyboard" },
    rows.map((row) =>
      h(
        "div",
        { class: "keyboard-row" },
        row.map((button) => keyboardButton(button, message, app)),
      ),
    ),
  );
}

function keyboardButton(button, message, app) {
  const [field, mark, act] = KINDS.find(([name]) => button[name] !== undefined) ?? [];
  const press = async () => {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    try {
      await (act ? act(button, message, app) : app.notices.show(app.t("not_supported")));
    } finally {
      element.removeAttribute("aria-busy");
    }
  };
  const look = button.style ? `keyboard-button ${button.style}` : "keyboard-button";
  const element = h(
    "button",
    { type: "button", class: look, dataset: { kind: field ?? "other" }, onclick: press },
    h("span", { class: "keyboard-words" }, button.text),
    mark && icon(mark),
  );
  return element;
}

async function shareElsewhere(query, app) {
  const chat = await app.dialogs.chooseChat(app.t("choose_chat"), app.store.chats);
  if (!chat) return;
  app.route.go({ chat: chat.id, thread: null });
  app.composer.startInline(query);
}
