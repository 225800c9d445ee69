/** Joins the parts of the page and starts it. */

import { Actions } from "./actions.js";
import { createChatList } from "./chat_list.js";
import { Composer } from "./composer.js";
import { createConversation } from "./conversation.js";
import { Dialogs } from "./dialogs.js";
import { Drafts } from "./drafts.js";
import { Formats } from "./format.js";
import { LANGUAGES, preferredLanguage, translate } from "./i18n.js";
import { Links } from "./links.js";
import { Live } from "./live.js";
import { MessageList } from "./message_list.js";
import { Announcer, Notices } from "./notices.js";
import { createPeople } from "./people.js";
import { Route } from "./route.js";
import { Session } from "./session.js";
import { Store } from "./store.js";
import { createTopbar } from "./topbar.js";

const DEFAULT_ZONE = "Europe/Kyiv";
const DARK = "(prefers-color-scheme: dark)";

/** What every part is given: the state, the texts, and the parts it speaks to. */
function createContext(root) {
  const app = { store: new Store(), route: new Route(), drafts: new Drafts() };
  app.t = (key, values) => translate(app.route.lang, key, values);
  app.shownTheme = () => app.route.theme ?? (matchMedia(DARK).matches ? "dark" : "light");
  app.setLanguage = (language) => setLanguage(app, language);
  app.setTheme = (theme) => setTheme(app, theme);
  app.attempt = (work) => attempt(app, work);
  app.notices = new Notices(root);
  app.announcer = new Announcer(app, root);
  for (const [name, Part] of Object.entries({
    actions: Actions,
    dialogs: Dialogs,
    links: Links,
    live: Live,
    session: Session,
  })) {
    app[name] = new Part(app);
  }
  return app;
}

function setLanguage(app, language) {
  document.documentElement.lang = language;
  document.title = app.t("page_title");
  app.formats = new Formats(language, app.store.world?.zone ?? DEFAULT_ZONE);
  app.store.announce("language");
}

function setTheme(app, theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  app.store.announce("theme");
}

/** Does something that may be refused; a refusal is told, and null is its result. */
async function attempt(app, work) {
  try {
    return await work();
  } catch (error) {
    console.warn(error);
    app.notices.show(app.t("went_wrong", { reason: error.message }));
    return null;
  }
}

function settleAppearance(app) {
  const { route } = app;
  if (!LANGUAGES.includes(route.lang)) route.lang = preferredLanguage(navigator.languages);
  if (!["light", "dark"].includes(route.theme)) route.theme = null;
  app.setLanguage(route.lang);
  app.setTheme(route.theme);
  matchMedia(DARK).addEventListener("change", () => app.store.announce("theme"));
}

/** On a phone one column is shown: the chats, or the open chat. */
function followView(app, client) {
  const show = () => {
    client.dataset.view = app.route.chat === null ? "chats" : "chat";
  };
  app.store.on(["chat", "chats"], show);
  show();
}

async function start() {
  const root = document.querySelector("#app");
  const app = createContext(root);
  settleAppearance(app);
  app.messageList = new MessageList(app);
  app.composer = new Composer(app);
  const client = document.createElement("div");
  client.className = "client";
  client.append(createPeople(app), createChatList(app), createConversation(app));
  root.replaceChildren(createTopbar(app), client, ...root.childNodes);
  followView(app, client);
  await app.attempt(() => app.session.begin());
  document.documentElement.dataset.ready = "true";
}

start();
