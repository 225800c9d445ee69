/** The messages of the open chat: days, runs of one author, staying at the end. */

import { bubble } from "./bubble.js";
import { h, syncChildren } from "./dom.js";
import { icon } from "./icons.js";
import { nextIndex } from "./roving.js";
import { serviceText } from "./service.js";

const RUN_SECONDS = 300;
const NEAR_END_PX = 80;
const FLASH_MS = 1600;

export class MessageList {
  #app;
  #made = new Map();
  #unseen = 0;
  #shownChat = null;
  #followsEnd = true;
  #lastRoom = 0;

  constructor(app) {
    this.#app = app;
    this.list = h("div", { class: "messages-list", role: "feed" });
    this.scroller = h("div", { class: "messages" }, this.list);
    this.jumpButton = h("button", {
      type: "button",
      class: "jump-down",
      hidden: true,
      onclick: () => this.toEnd(),
    });
    this.element = h("div", { class: "messages-frame" }, this.scroller, this.jumpButton);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.list.addEventListener("keydown", (event) => this.#keys(event));
    // A keyboard or an answer bar below takes room: the newest message stays in sight.
    const keepEnd = new ResizeObserver(() => this.#followsEnd && this.#follow());
    keepEnd.observe(this.scroller);
    keepEnd.observe(this.list);
    app.store.on(["messages"], () => this.render());
    app.store.on(["language", "chats"], () => this.#renderAnew());
  }

  /** Draws what changed; stays at the end if the end was in sight. */
  render() {
    const { store, route } = this.#app;
    const place = `${route.person}:${route.chat}:${route.thread}`;
    const another = place !== this.#shownChat;
    const wasAtEnd = another || this.#followsEnd;
    const count = this.list.querySelectorAll(".message").length;
    if (another) this.#made.clear();
    this.#shownChat = place;
    const focus = rememberFocus(this.list);
    syncChildren(this.list, store.messages.length ? this.#rows() : [this.#empty()]);
    restoreFocus(this.list, focus);
    this.#setStop();
    const added = Math.max(0, this.list.querySelectorAll(".message").length - count);
    const own = added > 0 && store.messages.at(-1).from?.id === route.person;
    if (wasAtEnd || own) return this.#follow();
    this.#unseen += added;
    this.#showJump();
  }

  /** Scrolls to the end. */
  toEnd() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#scrollTo(this.#room(), still ? "instant" : "smooth");
  }

  /** Keeps the newest message in sight; of one taller than the window, its first line. */
  #follow() {
    const newest = this.list.querySelector(".message:last-child");
    const start = newest?.matches(".in") ? newest.offsetTop : Infinity;
    this.#scrollTo(Math.min(start, this.#room()), "instant");
  }

  #scrollTo(top, behavior) {
    this.#unseen = 0;
    this.#followsEnd = true;
    this.#lastRoom = this.#room();
    this.scroller.scrollTo({ top, behavior });
    this.#showJump();
  }

  /** Shows a message and lets it flash, so that the eye finds it. */
  jump(id) {
    const target = this.list.querySelector(`[data-message="${id}"]`);
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    target.classList.add("flash");
    setTimeout(() => target.classList.remove("flash"), FLASH_MS);
  }

  /** Moves the keyboard's focus to the newest message. */
  focusLast() {
    [...this.list.querySelectorAll(".message")].at(-1)?.focus();
  }

  #renderAnew() {
    const look = `${this.#app.route.lang}:${this.#isGroup()}`;
    if (look === this.look) return;
    this.look = look;
    this.#made.clear();
    this.render();
  }

  #isGroup() {
    return this.#app.store.chat(this.#app.route.chat)?.type !== "private";
  }

  #rows() {
    const { store, formats } = this.#app;
    const rows = [];
    store.messages.forEach((message, index) => {
      const before = store.messages[index - 1];
      if (!before || formats.day(before.date) !== formats.day(message.date))
        rows.push(this.#day(message.date));
      rows.push(this.#row(message, before, store.messages[index + 1]));
    });
    return rows;
  }

  #day(date) {
    const { formats, store, t } = this.#app;
    const now = store.now();
    const names = { [formats.day(now)]: t("today"), [formats.day(now - 86400)]: t("yesterday") };
    const words = names[formats.day(date)] ?? formats.date(date, now);
    return this.#keep(`day ${formats.day(date)}`, words, () =>
      h("div", { class: "day", role: "separator" }, h("span", {}, words)),
    );
  }

  #row(message, before, after) {
    const service = serviceText(message, this.#app);
    const first = !this.#sameRun(before, message);
    const last = !this.#sameRun(message, after);
    const state = `${JSON.stringify(message)}${first}${last}`;
    return this.#keep(message.message_id, state, () =>
      service
        ? h(
            "div",
            { class: "service", role: "article", dataset: { message: message.message_id } },
            h("span", {}, service),
          )
        : bubble(message, { first, last, group: this.#isGroup() }, this.#app),
    );
  }

  /** The element made before, as long as what it shows is the same. */
  #keep(key, state, make) {
    const known = this.#made.get(key);
    if (known?.state === state) return known.element;
    const element = make();
    this.#made.set(key, { state, element });
    return element;
  }

  #sameRun(one, other) {
    if (!one || !other || one.from?.id !== other.from?.id) return false;
    const plain = serviceText(one, this.#app) === null && serviceText(other, this.#app) === null;
    return (
      plain &&
      other.date - one.date < RUN_SECONDS &&
      this.#app.formats.day(one.date) === this.#app.formats.day(other.date)
    );
  }

  #empty() {
    const { store, route, t } = this.#app;
    const hint = this.#isGroup() ? "no_messages_hint_group" : "no_messages_hint";
    const words = store.loading
      ? [h("p", {}, t("loading"))]
      : [h("h2", {}, t("no_messages")), h("p", {}, t(hint))];
    return route.chat === null
      ? null
      : h("div", { class: "empty" }, h("div", {}, icon("bridge"), words));
  }

  /** How far the list can be scrolled. */
  #room() {
    return this.scroller.scrollHeight - this.scroller.clientHeight;
  }

  #atEnd() {
    return this.#room() - this.scroller.scrollTop < NEAR_END_PX;
  }

  #scrolled() {
    // While the end is followed, a change of the room is answered by following, not by letting go.
    if (this.#followsEnd && this.#room() !== this.#lastRoom) return;
    this.#followsEnd = this.#atEnd();
    if (this.#followsEnd) this.#unseen = 0;
    this.#showJump();
  }

  #showJump() {
    const label = this.#unseen
      ? this.#app.t("new_messages", { n: this.#unseen })
      : this.#app.t("jump_down");
    this.jumpButton.hidden = this.#followsEnd;
    this.jumpButton.setAttribute("aria-label", label);
    syncChildren(this.jumpButton, [
      icon("down"),
      this.#unseen > 0 && h("span", { class: "badge" }, this.#unseen),
    ]);
  }

  #setStop() {
    const all = [...this.list.querySelectorAll(".message")];
    if (!all.some((message) => message.tabIndex === 0)) all.at(-1)?.setAttribute("tabindex", "0");
  }

  #keys(event) {
    if (!event.target.matches(".message")) return;
    const all = [...this.list.querySelectorAll(".message")];
    const next = nextIndex(event.key, all.indexOf(event.target), all.length);
    if (next === null) return;
    event.preventDefault();
    for (const message of all) message.tabIndex = message === all[next] ? 0 : -1;
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  }
}

/** Where the focus stands inside a message, to find the place in its newer form. */
function rememberFocus(list) {
  const message = document.activeElement?.closest?.(".message");
  if (!message || !list.contains(message)) return null;
  const buttons = [...message.querySelectorAll(".keyboard-button")];
  return { id: message.dataset.message, button: buttons.indexOf(document.activeElement) };
}

function restoreFocus(list, focus) {
  if (!focus || list.contains(document.activeElement)) return;
  const message = list.querySelector(`[data-message="${focus.id}"]`);
  const buttons = message?.querySelectorAll(".keyboard-button") ?? [];
  const target = focus.button >= 0 ? (buttons[focus.button] ?? buttons[0] ?? message) : message;
  target?.focus({ preventScroll: true });
}
