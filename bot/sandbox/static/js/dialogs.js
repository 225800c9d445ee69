/** Windows over the page: the browser's own dialogs keep the focus in and close on Escape. */

import { classes, h } from "./dom.js";
import { icon } from "./icons.js";
import { chatAvatar, fullName } from "./names.js";
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
    const title = h("input", {
      class: "field",
      name: "title",
      required: true,
      maxlength: 128,
      autofocus: true,
    });
    const topics = h("textarea", { class: "field", name: "topics", rows: 3 });
    const members = this.#otherPeople();
    const content = h(
      "div",
      { class: "dialog-form" },
      h("label", {}, h("span", {}, t("enter_group_title")), title),
      h("label", {}, h("span", {}, t("enter_topics")), topics),
      h("fieldset", {}, h("legend", {}, t("enter_members")), members),
    );
    const buttons = [this.#cancel(), this.#submit(t("create"))];
    const answer = await this.#ask({ title: t("create_group"), content, buttons });
    if (answer !== "yes" || !title.value.trim()) return null;
    const names = topics.value
      .split("\n")
      .map((name) => name.trim())
      .filter(Boolean);
    const chosen = members
      .map((label) => label.querySelector("input"))
      .filter((box) => box.checked);
    return {
      title: title.value.trim(),
      topics: names,
      members: chosen.map((box) => Number(box.value)),
    };
  }

  /** Asks for one line of text; null where it was given up. */
  async line(title, label, yes) {
    const field = h("input", {
      class: "field",
      name: "line",
      required: true,
      maxlength: 128,
      autofocus: true,
    });
    const content = h("div", { class: "dialog-form" }, h("label", {}, h("span", {}, label), field));
    const answer = await this.#ask({
      title,
      content,
      buttons: [this.#cancel(), this.#submit(yes)],
    });
    return answer === "yes" ? field.value.trim() || null : null;
  }

  /** Shows a photo as large as the window lets it be. */
  photo(address) {
    const { t } = this.#app;
    const content = h("img", { class: "dialog-photo", src: address, alt: t("photo") });
    return this.#ask({
      title: t("photo"),
      content,
      buttons: [this.#submit(t("close"))],
      look: "wide",
    });
  }

  #otherPeople() {
    const { store, route } = this.#app;
    const others = store.world.people.filter((person) => person.id !== route.person);
    return others.map((person) =>
      h(
        "label",
        { class: "check" },
        h("input", { type: "checkbox", value: person.id, checked: true }),
        h("span", {}, fullName(person)),
      ),
    );
  }

  #cancel() {
    const properties = { type: "submit", class: "button quiet", value: "no", formnovalidate: true };
    return h("button", properties, this.#app.t("cancel"));
  }

  #submit(label, danger = false) {
    return h(
      "button",
      { type: "submit", class: danger ? "button danger" : "button", value: "yes" },
      label,
    );
  }

  #ask({ title, content, buttons, look }) {
    const heading = h("h2", { id: "dialog-title" }, title);
    const form = h(
      "form",
      { method: "dialog" },
      heading,
      content,
      h("div", { class: "dialog-buttons" }, buttons),
    );
    const dialog = h(
      "dialog",
      { class: classes("dialog", look), "aria-labelledby": "dialog-title", closedby: "any" },
      form,
    );
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
  return h(
    "button",
    { type: "submit", class: "dialog-choice", value: chat.id },
    chatAvatar(chat, { size: "small" }),
    h("span", {}, chat.title),
    icon("open"),
  );
}
