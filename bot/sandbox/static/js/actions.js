/** What a person does in the open chat. Each refusal is told in a short notice. */

import { api } from "./api.js";
import { h } from "./dom.js";

export class Actions {
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** Sends content to the open chat, in its open thread, as an answer where one is chosen. */
  send(content, replyTo = null) {
    const { route } = this.#app;
    const reply = replyTo === null ? {} : { reply_to: replyTo };
    const thread = route.thread === null ? {} : { thread: route.thread };
    return this.#do(() => api.send(route.person, route.chat, { ...content, ...reply, ...thread }));
  }

  sendText(text, replyTo = null) {
    return this.send({ text }, replyTo);
  }

  /** Sends a file, as a photo where `kind` says so, with a caption. */
  sendFile(kind, file, caption, replyTo = null) {
    const { route } = this.#app;
    const form = new FormData();
    form.append(kind, file, file.name);
    if (caption) form.append("caption", caption);
    if (replyTo !== null) form.append("reply_to", replyTo);
    if (route.thread !== null) form.append("thread", route.thread);
    return this.#do(() => api.send(route.person, route.chat, form));
  }

  /** Sends one's own contact, after asking, as Telegram asks too. */
  async sendContact() {
    const { route, store, dialogs, t } = this.#app;
    const sure = await dialogs.confirm(t("my_contact"), t("my_contact_sure"), t("share_contact"));
    if (!sure) return null;
    const { id, first_name, last_name, phone_number } = store.person(route.person);
    // The number of a person without one is made from the id: the same at every press.
    const number = phone_number ?? `+38000${String(id).padStart(7, "0")}`;
    return this.send({ contact: { phone_number: number, first_name, last_name, user_id: id } });
  }

  forward(message, target) {
    const { route } = this.#app;
    const content = { forward: { chat: route.chat, message: message.message_id } };
    return this.#do(() => api.send(route.person, target, content));
  }

  /** Presses a callback button and shows what the bot answers to the press. */
  async press(messageId, data) {
    const { route, dialogs, links, notices, t } = this.#app;
    const answer = await this.#do(() => api.press(route.person, route.chat, messageId, data));
    if (!answer) return;
    if (answer.timeout) notices.show(t("bot_is_silent"));
    else if (answer.url) links.follow(answer.url);
    else if (answer.text && answer.show_alert) dialogs.alert(answer.text);
    else if (answer.text) notices.show(answer.text);
  }

  /** Presses a deep link: the private chat with the bot opens and gets "/start payload". */
  async start(payload) {
    const { route, session, store } = this.#app;
    const private_ = store.chats.find((chat) => chat.type === "private");
    if (private_) route.go({ chat: private_.id, thread: null });
    await this.#do(() => api.start(route.person, payload));
    await this.#app.attempt(() => session.refreshChats());
  }

  chooseResult(resultId, query) {
    const { route } = this.#app;
    const thread = route.thread === null ? {} : { thread: route.thread };
    const choice = { result_id: resultId, query, chat: route.chat, ...thread };
    return this.#do(() => api.choose(route.person, choice));
  }

  /** Does what a group's administrator can do, or blocks and unblocks the bot. */
  async administer(action, { chat = this.#app.route.chat, ...details } = {}) {
    const { route, session } = this.#app;
    const changed = await this.#do(() => api.admin(route.person, chat, { action, ...details }));
    await this.#do(() => session.reload());
    // An upgraded group goes on under another number.
    if (changed && changed.id !== chat)
      route.go({ chat: changed.id, thread: null }, { replace: true });
  }

  /** Makes a group ({title, topics, members, payload}) with the bot in it, and opens it. */
  async createGroup(group) {
    const { route, session } = this.#app;
    const made = await this.#do(() => api.createGroup(route.person, group));
    if (!made) return;
    await this.#do(() => session.refreshChats());
    route.go({ chat: made.id, thread: null });
  }

  /** Changes the text of an own message. */
  edit(message, text) {
    const { route } = this.#app;
    return this.#do(() => api.send(route.person, route.chat, { edit: message.message_id, text }));
  }

  /** Sets a reaction, or takes back the one that stands there. */
  react(message, emoji) {
    const { route } = this.#app;
    const mine = (message.reactions ?? []).filter(({ from }) => from?.id === route.person);
    const wanted = mine.some((reaction) => reaction.emoji === emoji) ? null : emoji;
    return this.#do(() => api.react(route.person, route.chat, message.message_id, wanted));
  }

  async moveClock(change) {
    const { session } = this.#app;
    const clock = await this.#do(() => api.moveClock(change));
    if (!clock) return;
    this.#app.store.setClock(clock);
    session.refreshSoon();
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyBySelection(text);
    }
    this.#app.notices.show(this.#app.t("copied"));
  }

  #do(work) {
    return this.#app.attempt(work);
  }
}

/** The way to copy where the browser keeps its clipboard from the page. */
function copyBySelection(text) {
  const field = h("textarea", { class: "visually-hidden" });
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
