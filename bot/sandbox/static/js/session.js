/** Enters the world as a person, opens chats, and keeps what is shown up to date. */

import { api } from "./api.js";
import { GENERAL_THREAD, isForum } from "./store.js";

const PHONE = "(max-width: 719px)";
const SOON_MS = 60;
const OTHERS_MS = 600;

export class Session {
  #app;
  #timers = new Map();
  #visit = 0;

  constructor(app) {
    this.#app = app;
  }

  async begin() {
    const { store, route } = this.#app;
    [store.world] = await Promise.all([api.world(), this.refreshClock()]);
    if (!store.person(route.person))
      route.go({ person: store.world.people[0].id }, { replace: true });
    this.#app.setLanguage(route.lang);
    route.onChange((before) => this.#follow(before));
    await this.enterPerson();
  }

  /** Becomes the person of the route. */
  async enterPerson() {
    const { store, live } = this.#app;
    store.chats = [];
    store.messages = [];
    store.announce("person", "chats", "messages");
    live.connect(this.#app.route.person);
    await this.refreshChats();
    await this.enterChat();
    this.refreshOthers();
  }

  /** What is gone is left: a topic for General, a chat for the first one (on a phone, for none). */
  #settlePlace() {
    const { store, route } = this.#app;
    const stay = store.chat(route.chat);
    const topicGone = stay && !stay.topics.some(({ id }) => id === route.thread);
    if (topicGone && route.thread !== null) route.go({ thread: null }, { replace: true });
    const first = matchMedia(PHONE).matches ? null : (store.chats[0]?.id ?? null);
    if (!stay && route.chat !== first) route.go({ chat: first, thread: null }, { replace: true });
  }

  /** Shows the chat of the route. */
  async enterChat() {
    const { store, route } = this.#app;
    const visit = (this.#visit += 1);
    store.messages = [];
    store.commands = [];
    store.loading = route.chat !== null;
    store.announce("chat", "messages", "commands", "chats");
    if (route.chat === null) return;
    const [messages, commands] = await Promise.all([
      this.#messages(),
      api.commands(route.person, route.chat),
    ]);
    if (visit !== this.#visit) return;
    store.loading = false;
    Object.assign(store, { messages, commands });
    store.announce("messages", "commands");
    this.refreshChats();
  }

  /** Reads everything shown again: after a broken connection or a change from outside. */
  async reload() {
    const { store, route } = this.#app;
    await Promise.all([this.refreshChats(), this.refreshClock()]);
    if (route.chat === null || !store.chat(route.chat)) return;
    const { chat } = route;
    const messages = await this.#messages();
    if (chat !== route.chat) return;
    store.messages = messages;
    store.announce("messages");
  }

  async #messages() {
    const { store, route } = this.#app;
    const { person, chat, thread } = route;
    const general = isForum(store.chat(chat)) ? GENERAL_THREAD : null;
    return api.messages(person, chat, thread ?? general);
  }

  async refreshChats() {
    const { store, route } = this.#app;
    const { person } = route;
    const chats = await api.chats(person);
    if (person !== route.person) return;
    store.chats = chats;
    this.#settlePlace();
    store.announce("chats");
  }

  async refreshCommands() {
    const { store, route } = this.#app;
    if (route.chat === null) return;
    store.commands = await api.commands(route.person, route.chat);
    store.announce("commands");
  }

  async refreshClock() {
    this.#app.store.setClock(await api.clock());
  }

  /** Counts what waits for the other people, so that their pictures can tell. */
  async refreshOthers() {
    const { store, route } = this.#app;
    const others = store.world.people.filter((person) => person.id !== route.person);
    const lists = await Promise.all(others.map((person) => api.chats(person.id)));
    const unread = (chats) => chats.reduce((sum, chat) => sum + chat.unread, 0);
    store.elsewhere = new Map(others.map((person, index) => [person.id, unread(lists[index])]));
    store.announce("elsewhere");
  }

  /** Refreshes the lists shortly, once for a burst of events. */
  refreshSoon() {
    this.#later("chats", SOON_MS, () => this.refreshChats());
    this.#later("others", OTHERS_MS, () => this.refreshOthers());
  }

  #later(name, delay, work) {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.#app.attempt(work), delay),
    );
  }

  #follow(before) {
    const { route } = this.#app;
    if (before.lang !== route.lang) this.#app.setLanguage(route.lang);
    if (before.theme !== route.theme) this.#app.setTheme(route.theme);
    if (before.person !== route.person) this.#app.attempt(() => this.enterPerson());
    else if (before.chat !== route.chat || before.thread !== route.thread) {
      this.#app.attempt(() => this.enterChat());
    }
  }
}
