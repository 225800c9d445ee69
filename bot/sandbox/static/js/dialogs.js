/** Windows over the page: the browser's own dialogs keep the focus in and close on Escape. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { chatAvatar } from "./names.js";
import { roving, setStop } from "./roving.js";

export class Dialogs {
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** Shows a bot's alert; resolves when it has been read. */
  alert(text) {
    return this.#ask({
      title: this.#app.store.world.bot.first_name,
      content: h("p", { class: "dialog-text" }, text),
      buttons: [this.#submit("OK")],
    });
  }

  /** Asks before something that matters; true for yes. */
  async confirm(title, text, yes, { danger = false } = {}) {
    const answer = await this.#ask({
      title,
      content: h("p", { class: "dialog-text" }, text),
      buttons: [this.#cancel(), this.#submit(yes, danger)],
    });
    return answer === "yes";
  }

  /** Lets one of the chats be chosen; null where none was. */
  async chooseChat(title, chats) {
    const list = h("div", { class: "dialog-list" }, chats.map(chatChoice));
    if (!chats.length) list.append(h("p", { class: "dialog-text" }, this.#app.t("no_chats")));
    roving(list, ".dialog-choice");
    setStop(list, ".dialog-choice");
    const answer = await this.#ask({ title, content: list, buttons: [this.#cancel()] });
    return chats.find((chat) => String(chat.id) === answer) ?? null;
  }

  /** Asks for a new group's title and topics; null where it was given up. */
  async newGroup() {
    const { t } = this.#app;
    const title = h("input", { class: "field", name: "title", required: true, maxlength: 128, autofocus: true });
    const topics = h("textarea", { class: "field", name: "topics", rows: 3 });
    const content = h("div", { class: "dialog-form" },
      h("label", {}, h("span", {}, t("enter_group_title")), title),
      h("label", {}, h("span", {}, t("enter_topics")), topics));
    const buttons = [this.#cancel(), this.#submit(t("create"))];
    const answer = await this.#ask({ title: t("create_group"), content, buttons });
    if (answer !== "yes" || !title.value.trim()) return null;
    const names = topics.value.split("\n").map((name) => name.trim()).filter(Boolean);
    return { title: title.value.trim(), topics: names };
  }

  #cancel() {
    const properties = { type: "submit", class: "button quiet", value: "no", formnovalidate: true };
    return h("button", properties, this.#app.t("cancel"));
  }

  #submit(label, danger = false) {
    return h("button", { type: "submit", class: danger ? "button danger" : "button", value: "yes" }, label);
  }

  #ask({ title, content, buttons }) {
    const heading = h("h2", { id: "dialog-title" }, title);
    const form = h("form", { method: "dialog" }, heading, content, h("div", { class: "dialog-buttons" }, buttons));
    const dialog = h("dialog", { class: "dialog", "aria-labelledby": "dialog-title", closedby: "any" }, form);
    document.body.append(dialog);
    dialog.showModal();
    // With Enter a form presses its first button, which is the one that cancels.
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      form.requestSubmit(buttons.at(-1));
    });
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue);
      });
    });
  }
}

function chatChoice(chat) {
  return h("button", { type: "submit", class: "dialog-choice", value: chat.id },
    chatAvatar(chat, { size: "small" }), h("span", {}, chat.title), icon("open"));
}
