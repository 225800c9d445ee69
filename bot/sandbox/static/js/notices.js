/** Short notices over the conversation, and words for those who listen instead of looking. */

import { h } from "./dom.js";
import { authorName } from "./names.js";

const SHORTEST_MS = 2500;
const MS_PER_SIGN = 60;

export class Notices {
  #place = h("div", { class: "notices", role: "status", "aria-live": "polite" });

  constructor(root) {
    root.append(this.#place);
  }

  /** Shows a text for as long as it takes to read it. */
  show(text) {
    const notice = h("div", { class: "notice" }, text);
    this.#place.replaceChildren(notice);
    setTimeout(() => notice.remove(), SHORTEST_MS + text.length * MS_PER_SIGN);
  }
}

export class Announcer {
  #app;
  #place = h("div", { class: "visually-hidden", "aria-live": "polite", "aria-atomic": "true" });

  constructor(app, root) {
    this.#app = app;
    root.append(this.#place);
  }

  /** Tells a screen reader who wrote what. */
  message(message) {
    const words = message.text ?? message.caption ?? message.document?.file_name ?? "";
    this.#place.textContent = `${authorName(message, this.#app)}: ${words}`;
  }
}
