/** Choosing what to send along with a message: a photo, a file, or one's own contact. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menus.js";

export class Attaching {
  #app;
  #changed;
  /** The chosen file: {kind: "photo" | "document", file}, or null. */
  chosen = null;

  constructor(app, changed) {
    this.#app = app;
    this.#changed = changed;
    this.input = h("input", {
      type: "file",
      class: "visually-hidden",
      tabindex: -1,
      "aria-hidden": "true",
      onchange: () => this.#take(),
    });
  }

  button() {
    const { t } = this.#app;
    const open = (event) => this.#openMenu(event.currentTarget);
    return h(
      "span",
      {},
      this.input,
      h(
        "button",
        {
          type: "button",
          class: "tool attach",
          "aria-label": t("attach"),
          title: t("attach"),
          "aria-haspopup": "menu",
          onclick: open,
        },
        icon("attach"),
      ),
    );
  }

  /** The chosen file, to be seen and dropped before it is sent. */
  bar() {
    if (!this.chosen) return null;
    const { t, formats } = this.#app;
    const { kind, file } = this.chosen;
    const drop = () => this.clear();
    return h(
      "div",
      { class: "context-bar" },
      icon(kind === "photo" ? "photo" : "file"),
      h(
        "span",
        { class: "context-words" },
        h("strong", {}, file.name),
        h("span", {}, formats.size(file.size)),
      ),
      h(
        "button",
        {
          type: "button",
          class: "tool",
          "aria-label": t("remove"),
          title: t("remove"),
          onclick: drop,
        },
        icon("close"),
      ),
    );
  }

  clear() {
    this.chosen = null;
    this.input.value = "";
    this.#changed();
  }

  #openMenu(anchor) {
    const { t, actions } = this.#app;
    openMenu(anchor, t("attach"), [
      { label: t("photo"), icon: "photo", act: () => this.#pick("photo", "image/*") },
      { label: t("file"), icon: "file", act: () => this.#pick("document", "") },
      { label: t("my_contact"), icon: "contact", act: () => actions.sendContact() },
    ]);
  }

  #pick(kind, accept) {
    this.input.dataset.kind = kind;
    this.input.accept = accept;
    this.input.click();
  }

  #take() {
    const [file] = this.input.files;
    if (!file) return;
    this.chosen = { kind: this.input.dataset.kind, file };
    this.#changed();
    this.#app.composer.focus();
  }
}
