/** What the next message is to be: an answer to another one, or a newer form of an own one. */

import { summary } from "./chat_list.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { authorName } from "./names.js";

export class Intent {
  #app;
  #forced = null;
  /** The message that is answered, or null. */
  reply = null;
  /** The own message that is changed, or null. */
  edited = null;

  constructor(app) {
    this.#app = app;
  }

  get any() {
    return Boolean(this.reply ?? this.edited);
  }

  get replyId() {
    return this.reply?.message_id ?? null;
  }

  /** The bot's hint for the answer it has asked for, or null. */
  get hint() {
    return this.reply === this.#forced ? this.#forced?.reply_markup.input_field_placeholder : null;
  }

  answer(message) {
    Object.assign(this, { reply: message, edited: null });
  }

  change(message) {
    Object.assign(this, { reply: null, edited: message });
  }

  clear() {
    Object.assign(this, { reply: null, edited: null });
  }

  /** A bot's newest message may ask to be answered; it is obeyed once. */
  obey(newest) {
    if (!newest?.reply_markup?.force_reply) return;
    if (newest.message_id === this.#forced?.message_id) return;
    this.#forced = newest;
    this.answer(newest);
  }

  /** The strip above the text that tells the intent and lets it go. */
  bar(drop) {
    const message = this.edited ?? this.reply;
    if (!message) return null;
    const { t } = this.#app;
    const name = authorName(message, this.#app);
    const title = this.edited ? t("editing") : t("replying_to", { name });
    const label = t("cancel");
    return h(
      "div",
      { class: "context-bar" },
      icon(this.edited ? "edit" : "reply"),
      h(
        "span",
        { class: "context-words" },
        h("strong", {}, title),
        h("span", {}, summary(message, this.#app)),
      ),
      h(
        "button",
        { type: "button", class: "tool", "aria-label": label, title: label, onclick: drop },
        icon("close"),
      ),
    );
  }
}
