/** Where a message is written: text, files, what it answers, commands, the bot's keyboard. */

import { Attaching } from "./attaching.js";
import { summary } from "./chat_list.js";
import { Completion } from "./completion.js";
import { h, syncChildren } from "./dom.js";
import { icon } from "./icons.js";
import { InlineMode } from "./inline_mode.js";
import { authorName } from "./names.js";
import { currentKeyboard, replyKeyboard } from "./reply_keyboard.js";
import { commandSuggestions, mentionSuggestions } from "./suggestions.js";

const TALLEST_PX = 180;

export class Composer {
  #app;
  #reply = null;
  #place = null;
  #forced = null;
  #keyboardShown = true;

  constructor(app) {
    this.#app = app;
    this.field = h("textarea", { class: "composer-field", rows: 1, oninput: () => this.#typed(), onkeydown: (event) => this.#key(event) });
    this.completion = new Completion(this.field);
    this.inline = new InlineMode(app, this);
    this.attaching = new Attaching(app, () => this.#changed());
    this.contextBar = h("div", { class: "composer-context" });
    this.row = h("div", { class: "composer-row" });
    this.keys = h("div", { class: "composer-keys" });
    this.element = h("footer", { class: "composer" }, this.completion.element, this.contextBar, this.row, this.keys);
    this.field.addEventListener("blur", () => setTimeout(() => this.#left(), 150));
    app.store.on(["language", "commands", "chats"], () => this.render());
    app.store.on(["messages"], () => this.#messagesChanged());
    app.store.on(["chat", "person"], () => this.#enter());
  }

  focus() {
    this.field.focus();
  }

  /** Draws everything but the text, which belongs to its author. */
  render() {
    const { t } = this.#app;
    const label = this.#forced?.reply_markup.force_reply ? this.#forced.reply_markup.input_field_placeholder : null;
    this.field.placeholder = label ?? currentKeyboard(this.#app)?.markup.input_field_placeholder ?? t("message");
    this.field.setAttribute("aria-label", t("message"));
    const instead = this.#insteadOfText();
    this.element.classList.toggle("replaced", Boolean(instead));
    syncChildren(this.row, instead ? [instead] : this.#tools());
    syncChildren(this.contextBar, instead ? [] : [this.#replyBar(), this.attaching.bar()]);
    this.#renderKeys(instead);
  }

  /** Answers a message with whatever is sent next. */
  replyTo(message) {
    this.#reply = message;
    this.render();
    this.focus();
  }

  /** Puts text into the field, as if it were typed. */
  setText(text, caret = text.length) {
    this.field.value = text;
    this.field.setSelectionRange(caret, caret);
    this.focus();
    this.#typed();
  }

  /** Begins a question to the bot in inline mode. */
  startInline(query) {
    this.setText(`@${this.#app.store.world.bot.username} ${query}`);
  }

  clear() {
    this.#reply = null;
    this.#forced = null;
    this.attaching.clear();
    this.setText("");
    this.render();
  }

  /** Sends a text as it is, and empties the field. */
  async submitText(text) {
    const reply = this.#reply?.message_id ?? null;
    this.clear();
    await this.#app.actions.sendText(text, reply);
  }

  async #submit() {
    const text = this.field.value.trim();
    const { chosen } = this.attaching;
    if (!chosen) return text && this.submitText(text);
    const reply = this.#reply?.message_id ?? null;
    this.clear();
    return this.#app.actions.sendFile(chosen.kind, chosen.file, text, reply);
  }

  #typed() {
    this.#keepDraft();
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST_PX)}px`;
    this.#suggest();
    this.#changed();
  }

  #keepDraft() {
    const { drafts, store } = this.#app;
    const { person, chat, thread } = this.#place ?? {};
    if (!chat) return;
    drafts.write(person, chat, thread, this.field.value);
    store.announce("drafts");
  }

  #suggest() {
    const { value, selectionStart: caret } = this.field;
    this.inline.cancel();
    const query = this.inline.queryOf(value);
    if (query !== null) return this.inline.ask(query);
    const commands = commandSuggestions(value, this, this.#app);
    const { t } = this.#app;
    if (commands) return this.completion.show(t("commands"), commands);
    const members = mentionSuggestions(value, caret, this, this.#app);
    return this.completion.show(t("mention_hint"), members ?? []);
  }

  #key(event) {
    if (this.completion.key(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && (this.#reply || this.attaching.chosen)) {
      this.#dropContext();
    } else if (event.key === "ArrowUp" && !this.field.value) {
      event.preventDefault();
      this.#app.messageList.focusLast();
    }
  }

  #dropContext() {
    this.#reply = null;
    this.attaching.clear();
    this.render();
    this.focus();
  }

  #left() {
    if (!this.element.contains(document.activeElement)) this.completion.close();
  }

  #changed() {
    const ready = Boolean(this.field.value.trim() || this.attaching.chosen);
    this.element.classList.toggle("ready", ready);
    syncChildren(this.contextBar, [this.#replyBar(), this.attaching.bar()]);
  }

  #enter() {
    const { person, chat, thread } = this.#app.route;
    this.#place = { person, chat, thread };
    this.#reply = null;
    this.#forced = null;
    this.#keyboardShown = true;
    this.attaching.clear();
    this.completion.close();
    this.inline.cancel();
    this.field.value = chat === null ? "" : this.#app.drafts.read(person, chat, thread);
    this.field.style.height = "auto";
    this.render();
    this.#changed();
  }

  #messagesChanged() {
    const newest = this.#app.store.messages.at(-1);
    if (newest?.reply_markup?.force_reply && newest !== this.#forced) {
      this.#forced = newest;
      this.#reply = newest;
    }
    this.render();
  }

  /** The one button that stands for the composer: start, or unblock. */
  #insteadOfText() {
    const { store, route, actions, t } = this.#app;
    const chat = store.chat(route.chat);
    if (chat?.type !== "private" || store.loading) return null;
    if (chat.bot_blocked) {
      return h("button", { type: "button", class: "button wide", onclick: () => actions.administer("unblock_bot") }, t("unblock_bot"));
    }
    if (store.messages.length) return null;
    return h("button", { type: "button", class: "button wide", onclick: () => actions.sendText("/start") }, t("start"));
  }

  #tools() {
    const { t, store, route } = this.#app;
    const private_ = store.chat(route.chat)?.type === "private";
    const showMenu = () => (this.completion.open ? this.completion.close() : this.setText("/"));
    const hasKeys = currentKeyboard(this.#app) !== null;
    return [
      private_ && store.commands.length > 0 && h("button", { type: "button", class: "menu-button", "aria-label": t("menu"), onclick: showMenu }, icon("menu"), h("span", {}, t("menu"))),
      this.attaching.button(),
      this.field,
      hasKeys && this.#tool("keyboard", t("reply_keyboard"), () => this.#toggleKeys()),
      this.#tool("send", t("send"), () => this.#submit()),
    ];
  }

  #tool(name, label, onclick) {
    return h("button", { type: "button", class: `tool ${name}`, "aria-label": label, title: label, onclick }, icon(name));
  }

  #toggleKeys() {
    this.#keyboardShown = !this.#keyboardShown;
    this.render();
  }

  #replyBar() {
    if (!this.#reply) return null;
    const { t } = this.#app;
    return h("div", { class: "context-bar" }, icon("reply"),
      h("span", { class: "context-words" },
        h("strong", {}, t("replying_to", { name: authorName(this.#reply, this.#app) })),
        h("span", {}, summary(this.#reply, this.#app))),
      this.#tool("close", t("cancel"), () => this.#dropContext()));
  }

  #renderKeys(instead) {
    const keyboard = instead || !this.#keyboardShown ? null : currentKeyboard(this.#app);
    const group = this.#app.store.chat(this.#app.route.chat)?.type !== "private";
    const reply = group && keyboard ? keyboard.message.message_id : null;
    syncChildren(this.keys, keyboard ? [replyKeyboard(keyboard, reply, this.#app)] : []);
  }
}
