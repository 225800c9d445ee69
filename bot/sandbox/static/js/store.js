/** What the page knows. Views subscribe to the topics they show and read the fields. */

/** The number by which a forum's General topic is asked for; its messages carry none. */
export const GENERAL_THREAD = 1;
const TYPING_MS = 5000;

export class Store {
  #listeners = new Map();
  #clockReadAt = 0;
  #clock = { now: new Date().toISOString(), next_reminder: null };
  #typingUntil = new Map();

  world = null;
  chats = [];
  messages = [];
  commands = [];
  /** Unread messages of the people one is not just now, by person. */
  elsewhere = new Map();
  connected = true;
  loading = false;

  /** Calls `listener` whenever one of the topics is announced. */
  on(topics, listener) {
    for (const topic of topics) {
      if (!this.#listeners.has(topic)) this.#listeners.set(topic, []);
      this.#listeners.get(topic).push(listener);
    }
  }

  announce(...topics) {
    const listeners = new Set(topics.flatMap((topic) => this.#listeners.get(topic) ?? []));
    for (const listener of listeners) listener();
  }

  person(id) {
    return this.world.people.find((person) => person.id === id);
  }

  chat(id) {
    return this.chats.find((chat) => chat.id === id);
  }

  setClock(clock) {
    this.#clock = { ...this.#clock, ...clock };
    this.#clockReadAt = performance.now();
    this.announce("clock");
  }

  /** The bot's present moment, Unix seconds. */
  now() {
    const passed = (performance.now() - this.#clockReadAt) / 1000;
    return Math.floor(Date.parse(this.#clock.now) / 1000 + passed);
  }

  /** When the next reminder is due, Unix seconds, or null where none is planned. */
  nextReminder() {
    const due = this.#clock.next_reminder;
    return due ? Math.floor(Date.parse(due) / 1000) : null;
  }

  /** Adds a message, or puts its newer form in place of the older. */
  putMessage(message) {
    const index = this.messages.findIndex((known) => known.message_id === message.message_id);
    if (index >= 0) this.messages[index] = message;
    else this.messages.push(message);
    this.messages.sort((one, other) => one.message_id - other.message_id);
    this.announce("messages");
  }

  /** Puts the newer form of a message where the older one stands, if it is on the page. */
  replaceMessage(message) {
    const known = this.messages.some((each) => each.message_id === message.message_id);
    if (known) this.putMessage(message);
  }

  dropMessages(ids) {
    this.messages = this.messages.filter((message) => !ids.includes(message.message_id));
    this.announce("messages");
  }

  setTyping(chat) {
    this.#typingUntil.set(chat, performance.now() + TYPING_MS);
    this.announce("typing");
    setTimeout(() => this.announce("typing"), TYPING_MS + 20);
  }

  stopTyping(chat) {
    if (this.#typingUntil.delete(chat)) this.announce("typing");
  }

  isTyping(chat) {
    return (this.#typingUntil.get(chat) ?? 0) > performance.now();
  }
}

/** Whether a chat is divided into topics. */
export function isForum(chat) {
  return Boolean(chat?.is_forum);
}

/** The thread of a message: null in General and where there are no topics. */
export function threadOf(message, chat) {
  const thread = message.message_thread_id ?? GENERAL_THREAD;
  return isForum(chat) && thread !== GENERAL_THREAD ? thread : null;
}
