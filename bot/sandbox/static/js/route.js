/**
 * Where the page stands: person, chat, thread, language and theme live in the address's
 * hash, so that a reload, a bookmark or a screenshot shows the same thing again.
 */

const FIELDS = ["person", "chat", "thread", "lang", "theme"];
const NUMBERS = new Set(["person", "chat", "thread"]);

export class Route {
  #listener = () => {};

  constructor() {
    this.#read();
    window.addEventListener("hashchange", () => {
      const before = { ...this };
      this.#read();
      this.#listener(before);
    });
  }

  /** The one who is told, with the route as it was before, that it has changed. */
  onChange(listener) {
    this.#listener = listener;
  }

  /** Moves to other fields; a new entry of the browser's history unless `replace`. */
  go(changes, { replace = false } = {}) {
    const before = { ...this };
    Object.assign(this, changes);
    const address = this.hash();
    if (address === location.hash) return;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#listener(before);
  }

  hash() {
    const known = FIELDS.filter((field) => this[field] !== null);
    return `#${new URLSearchParams(known.map((field) => [field, this[field]]))}`;
  }

  #read() {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of FIELDS) {
      const value = given.get(field);
      this[field] = value !== null && NUMBERS.has(field) ? Number(value) : value;
    }
  }
}
