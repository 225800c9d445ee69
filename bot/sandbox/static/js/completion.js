/** The list above the composer: arrows walk it while the typing goes on, Enter chooses. */

import { h, syncChildren } from "./dom.js";

const LIST_ID = "completion-list";

export class Completion {
  #field;
  #items = [];
  #active = 0;
  #onNearEnd = null;

  constructor(field) {
    this.#field = field;
    this.head = h("div", { class: "completion-head" });
    this.list = h("div", { class: "completion-list", role: "listbox", id: LIST_ID });
    this.element = h("div", { class: "completion", hidden: true }, this.head, this.list);
    field.setAttribute("aria-controls", LIST_ID);
    field.setAttribute("aria-autocomplete", "list");
    // The focus stays in the text: a press on the list must not take it away.
    this.element.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  get open() {
    return !this.element.hidden;
  }

  /**
   * Shows items ({title, note, picture, wide, choose, complete}) under a label. `head` is a
   * node above them; `onNearEnd` is called when the end of the list comes into sight.
   */
  show(label, items, { head = null, onNearEnd = null, keepPlace = false } = {}) {
    if (!items.length && !head) return this.close();
    this.#items = items;
    this.#onNearEnd = onNearEnd;
    this.#active = keepPlace ? Math.min(this.#active, items.length - 1) : 0;
    syncChildren(this.head, [head]);
    this.list.setAttribute("aria-label", label);
    syncChildren(
      this.list,
      items.map((item, index) => this.#option(item, index)),
    );
    this.element.hidden = false;
    this.#mark();
  }

  close() {
    this.element.hidden = true;
    this.#items = [];
    this.#field.removeAttribute("aria-activedescendant");
  }

  /** Handles a key of the text field; true where the key was for the list. */
  key(event) {
    if (!this.open || event.isComposing) return false;
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const item = this.#items[this.#active];
    if (event.key === "Escape") this.close();
    else if (event.key in moves && item) this.#move(moves[event.key]);
    else if (event.key === "Enter" && !event.shiftKey && item) item.choose();
    else if (event.key === "Tab" && item?.complete) item.complete();
    else return false;
    event.preventDefault();
    return true;
  }

  #move(step) {
    const count = this.#items.length;
    const target = this.#active + step;
    this.#active =
      Math.abs(step) === 1 ? (target + count) % count : Math.max(0, Math.min(target, count - 1));
    this.#mark();
  }

  #option({ title, note, picture, wide, choose }, index) {
    const words = h(
      "span",
      { class: "completion-words" },
      h("strong", {}, title),
      note && h("span", {}, note),
    );
    const look = wide ? "completion-item wide" : "completion-item";
    return h(
      "div",
      { class: look, role: "option", id: `${LIST_ID}-${index}`, onclick: choose },
      picture,
      words,
    );
  }

  #mark() {
    [...this.list.children].forEach((option, index) =>
      option.setAttribute("aria-selected", String(index === this.#active)),
    );
    const active = this.list.children[this.#active];
    if (!active) return;
    active.scrollIntoView({ block: "nearest" });
    this.#field.setAttribute("aria-activedescendant", active.id);
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    if (scrollHeight - scrollTop - clientHeight < clientHeight) this.#onNearEnd?.();
  }
}
