/** Where a message is written: text, files, what it answers, commands, the bot's keyboard. */

import { Attaching } from "./attaching.js";
import { Completion } from "./completion.js";
import { h, redraw, syncChildren } from "./dom.js";
import { icon } from "./icons.js";
import { InlineMode } from "./inline_mode.js";
import { Intent } from "./intent.js";
import { currentKeyboard, replyKeyboard } from "./reply_keyboard.js";
import { commandSuggestions, mentionSuggestions } from "./suggestions.js";

const TALLEST_PX = 180;
const BLUR_MS = 150;

export class Composer {
  #app;
  #intent;
  #place = null;
  #keyboardShown = true;

  constructor(app) {
    this.#app = app;
    this.#intent = new Intent(app);
    this.field = h("textarea", {
      class: "composer-field",
      rows: 1,
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onblur: () => setTimeout(() => this.#left(), BLUR_MS),
    });
    this.completion = new Completion(this.field);
    this.inline = new InlineMode(app, this);
    this.attaching = new Attaching(app, () => this.#changed());
    this.contextBar = h("div", { class: "composer-context" });
    this.row = h("div", { class: "composer-row" });
    this.keys = h("div", { class: "composer-keys" });
    const parts = [this.completion.element, this.contextBar, this.row, this.keys];
    this.element = h("footer", { class: "composer" }, parts);
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
    const keyboard = currentKeyboard(this.#app);
    const hint = this.#intent.hint ?? keyboard?.markup.input_field_placeholder;
    this.field.placeholder = hint ?? t("message");
    this.field.setAttribute("aria-label", t("message"));
    const instead = this.#insteadOfText();
    this.element.classList.toggle("replaced", Boolean(instead));
    redraw(this.row, instead ? [instead] : this.#tools(keyboard));
    this.#renderKeys(instead || !this.#keyboardShown ? null : keyboard);
    this.#fitHeight();
    this.#changed();
  }

  /** Answers a message with whatever is sent next. */
  replyTo(message) {
    this.#intent.answer(message);
    this.render();
    this.focus();
  }

  /** Changes an own message instead of writing a new one. */
  edit(message) {
    this.#intent.change(message);
    this.setText(message.text);
  }

  /** Puts text into the field, as if it were typed. */
  setText(text, caret = text.length) {
    this.#fill(text, caret);
    this.focus();
  }

  /** Begins a question to the bot in inline mode. */
  startInline(query) {
    this.setText(`@${this.#app.store.world.bot.username} ${query}`);
  }

  clear() {
    this.#intent.clear();
    this.attaching.clear();
    this.#fill("", 0);
    this.render();
  }

  /** Sends a text as it is, and empties the field. */
  async submitText(text) {
    const reply = this.#intent.replyId;
    this.clear();
    await this.#app.actions.sendText(text, reply);
  }

  async #submit() {
    const text = this.field.value.trim();
    const { edited, replyId } = this.#intent;
    const { chosen } = this.attaching;
    if (!text && !chosen) return;
    this.clear();
    const { actions } = this.#app;
    if (edited) await actions.edit(edited, text);
    else if (chosen) await actions.sendFile(chosen.kind, chosen.file, text, replyId);
    else await actions.sendText(text, replyId);
  }

  #fill(text, caret) {
    this.field.value = text;
    this.field.setSelectionRange(caret, caret);
    this.#typed();
  }

  #typed() {
    this.#keepDraft();
    this.#fitHeight();
    this.#suggest();
    this.#changed();
  }

  #fitHeight() {
    this.field.style.height = "auto";
    // A field that is not on the page has no height to go by.
    if (!this.field.isConnected) return;
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST_PX)}px`;
  }

  #keepDraft() {
    const { drafts, store } = this.#app;
    if (!this.#place?.chat || this.#intent.edited) return;
    const { person, chat, thread } = this.#place;
    drafts.write(person, chat, thread, this.field.value);
    store.announce("drafts");
  }

  #suggest() {
    const { t } = this.#app;
    const { value, selectionStart: caret } = this.field;
    this.inline.cancel();
    const query = this.inline.queryOf(value);
    if (query !== null) return this.inline.ask(query);
    const commands = commandSuggestions(value, this, this.#app);
    if (commands) return this.completion.show(t("commands"), commands);
    const members = mentionSuggestions(value, caret, this, this.#app);
    return this.completion.show(t("mention_hint"), members ?? []);
  }

  #key(event) {
    if (this.completion.key(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && (this.#intent.any || this.attaching.chosen)) {
      this.#dropContext();
    } else if (event.key === "ArrowUp" && !this.field.value) {
      event.preventDefault();
      this.#app.messageList.focusLast();
    }
  }

  #dropContext() {
    const text = this.#intent.edited ? "" : this.field.value;
    this.#intent.clear();
    this.attaching.clear();
    this.setText(text);
    this.render();
  }

  #left() {
    if (!this.element.contains(document.activeElement)) this.completion.close();
  }

  #changed() {
    const ready = Boolean(this.field.value.trim() || this.attaching.chosen);
    const replaced = this.element.classList.contains("replaced");
    this.element.classList.toggle("ready", ready);
    const bars = [this.#intent.bar(() => this.#dropContext()), this.attaching.bar()];
    syncChildren(this.contextBar, replaced ? [] : bars);
  }

  #enter() {
    const { person, chat, thread } = this.#app.route;
    this.#place = null;
    this.#intent.clear();
    this.#keyboardShown = true;
    this.attaching.clear();
    this.#fill(chat === null ? "" : this.#app.drafts.read(person, chat, thread), 0);
    this.completion.close();
    this.inline.cancel();
    this.#place = { person, chat, thread };
    this.render();
  }

  #messagesChanged() {
    this.#intent.obey(this.#app.store.messages.at(-1));
    this.render();
  }

  /** The one button that stands for the composer: start, or unblock. */
  #insteadOfText() {
    const { store, route, actions, t } = this.#app;
    const chat = store.chat(route.chat);
    if (chat?.type !== "private" || store.loading) return null;
    if (chat.bot_blocked)
      return wideButton(t("unblock_bot"), () => actions.administer("unblock_bot"));
    return store.messages.length ? null : wideButton(t("start"), () => actions.sendText("/start"));
  }

  #tools(keyboard) {
    const { t } = this.#app;
    return [
      this.#menuButton(),
      this.attaching.button(),
      this.field,
      keyboard && tool("keyboard", t("reply_keyboard"), () => this.#toggleKeys()),
      tool("send", t("send"), () => this.#submit()),
    ];
  }

  #menuButton() {
    const { store, route, t } = this.#app;
    const isPrivate = store.chat(route.chat)?.type === "private";
    if (!isPrivate || !store.commands.length) return null;
    const toggle = () => (this.completion.open ? this.completion.close() : this.setText("/"));
    return h(
      "button",
      { type: "button", class: "menu-button", "aria-label": t("menu"), onclick: toggle },
      icon("menu"),
      h("span", {}, t("menu")),
    );
  }

  #toggleKeys() {
    this.#keyboardShown = !this.#keyboardShown;
    this.render();
  }

  #renderKeys(keyboard) {
    const group = this.#app.store.chat(this.#app.route.chat)?.type !== "private";
    const reply = group && keyboard ? keyboard.message.message_id : null;
    redraw(this.keys, keyboard ? [replyKeyboard(keyboard, reply, this.#app)] : []);
  }
}

function wideButton(label, onclick) {
  return h("button", { type: "button", class: "button wide", onclick }, label);
}

function tool(name, label, onclick) {
  const properties = { type: "button", class: `tool ${name}`, "aria-label": label, title: label };
  return h("button", { ...properties, onclick }, icon(name));
}
