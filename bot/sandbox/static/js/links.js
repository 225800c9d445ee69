/** Links that Telegram opens inside itself; the others are left to the browser. */

/** Stands for a group that is still to be made, in the choice of groups. */
const NEW_GROUP = 0;

export class Links {
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** Opens an address here if it is one of Telegram's; false leaves it to the browser. */
  open(address) {
    const target = telegramTarget(address);
    if (target === null) return false;
    this.#app.attempt(() => this.#openTarget(target));
    return true;
  }

  /** Opens an address wherever it belongs. */
  follow(address) {
    if (!this.open(address) && /^https?:/i.test(address))
      window.open(address, "_blank", "noopener");
  }

  /** A mention of the bot opens its chat; a mention of a person is only a name here. */
  openMention(username) {
    return this.#openTarget({ username, parameters: new URLSearchParams() });
  }

  async #openTarget({ username, parameters }) {
    const { store, actions, route, notices, t } = this.#app;
    if (username.toLowerCase() !== store.world.bot.username.toLowerCase()) {
      notices.show(t("link_not_here"));
      return;
    }
    const group = parameters.get("startgroup");
    if (group !== null) await this.#addToGroup(group);
    else if (parameters.has("start")) await actions.start(parameters.get("start"));
    else route.go({ chat: store.chats.find((chat) => chat.type === "private").id, thread: null });
  }

  /** "Add to a group": the chosen group gets the bot, and the bot the payload. */
  async #addToGroup(payload) {
    const { store, actions, route, dialogs, t } = this.#app;
    const groups = store.chats.filter((chat) => chat.type !== "private");
    const fresh = { id: NEW_GROUP, type: "group", title: t("create_group") };
    const chosen = await dialogs.chooseChat(t("add_bot"), [...groups, fresh]);
    if (!chosen) return;
    if (chosen.id === NEW_GROUP) {
      const wish = await dialogs.newGroup();
      if (wish) await actions.createGroup({ ...wish, payload });
      return;
    }
    if (!chosen.bot_is_member) await actions.administer("add_bot", { chat: chosen.id });
    route.go({ chat: chosen.id, thread: null });
    if (payload) await actions.sendText(`/start@${store.world.bot.username} ${payload}`);
  }
}

/** The username and parameters of a t.me or tg: address, or null where it is neither. */
function telegramTarget(address) {
  const parsed = URL.parse ? URL.parse(address) : new URL(address);
  if (parsed === null) return null;
  if (parsed.protocol === "tg:") {
    const username = parsed.searchParams.get("domain") ?? "";
    return { username, parameters: parsed.searchParams };
  }
  if (!["t.me", "telegram.me"].includes(parsed.hostname)) return null;
  return { username: parsed.pathname.split("/")[1] ?? "", parameters: parsed.searchParams };
}
