/** The stream of events: what happens in the person's chats reaches the page at once. */

import { api } from "./api.js";
import { threadOf } from "./store.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

export class Live {
  #app;
  #source = null;
  #wait = FIRST_WAIT_MS;
  #timer = null;
  #interrupted = false;

  constructor(app) {
    this.#app = app;
  }

  connect(person) {
    this.#source?.close();
    clearTimeout(this.#timer);
    this.#interrupted = false;
    this.#open(person);
  }

  #open(person) {
    this.#source = new EventSource(api.eventsAddress(person));
    this.#source.onopen = () => this.#opened();
    this.#source.onerror = () => this.#failed(person);
    this.#source.onmessage = (event) => this.#receive(JSON.parse(event.data));
  }

  #opened() {
    this.#wait = FIRST_WAIT_MS;
    if (this.#interrupted) this.#app.attempt(() => this.#app.session.reload());
    this.#interrupted = false;
    this.#tell(true);
  }

  /** Tries again, each time a little later: the server may just be restarting. */
  #failed(person) {
    this.#source.close();
    this.#interrupted = true;
    this.#tell(false);
    this.#timer = setTimeout(() => this.#open(person), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #tell(connected) {
    this.#app.store.connected = connected;
    this.#app.store.announce("connection");
  }

  #receive(event) {
    const { store, session } = this.#app;
    const handlers = {
      message: () => this.#message(event),
      edited: () => this.#edited(event),
      deleted: () =>
        this.#isHere(event) && store.dropMessages(event.message_ids ?? [event.message_id]),
      reaction: () => this.#isHere(event) && this.#reaction(),
      typing: () => store.setTyping(event.chat),
      chats: () => session.refreshCommands(),
      clock: () => session.refreshClock(),
    };
    this.#app.attempt(async () => handlers[event.type]?.());
    if (event.type !== "typing") session.refreshSoon();
  }

  #isHere(event) {
    return event.chat === this.#app.route.chat;
  }

  #edited({ chat, message }) {
    const { store, route } = this.#app;
    if (message.from?.is_bot) store.stopTyping(chat);
    if (chat === route.chat) store.replaceMessage(message);
  }

  #message({ chat, message }) {
    const { store, route, announcer } = this.#app;
    if (message.from?.is_bot) store.stopTyping(chat);
    const here = chat === route.chat && threadOf(message, store.chat(chat)) === route.thread;
    if (here) store.putMessage(message);
    if (here && document.hasFocus()) this.#app.attempt(() => api.read(route.person, chat));
    if (message.migrate_to_chat_id && chat === route.chat) {
      route.go({ chat: message.migrate_to_chat_id, thread: null }, { replace: true });
    }
    if (message.from?.id !== route.person) announcer.message(message);
  }

  /** The event tells one reader's reactions; those of all are read anew. */
  #reaction() {
    this.#app.attempt(() => this.#app.session.reload());
  }
}
