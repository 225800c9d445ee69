/** What can be done with a chat as a whole, to see how the bot takes it. */

/** The entries of the chat's menu. */
export function chatActions(app, chat) {
  if (chat.type === "private") return privateActions(app, chat);
  return [...memberActions(app, chat), ...topicActions(app, chat), ...upgradeActions(app, chat)];
}

function privateActions(app, chat) {
  if (chat.bot_blocked) return [plain(app, "unblock_bot", "bot")];
  return [sure(app, "block_bot", "close", {}, true)];
}

function memberActions(app, chat) {
  if (!chat.bot_is_member) return [plain(app, "add_bot", "bot")];
  return [plain(app, "make_bot_admin", "bot"), sure(app, "remove_bot", "close", {}, true)];
}

/** A forum's open topic can be closed and deleted; General, which has no thread, cannot. */
function topicActions(app, chat) {
  if (!chat.is_forum) return [];
  const { thread } = app.route;
  const create = { label: app.t("create_topic"), icon: "plus", act: () => createTopic(app) };
  const topic = chat.topics.find(({ id }) => id === thread);
  if (!topic) return [create];
  const close = topic.closed
    ? plain(app, "reopen_topic", "lock", { thread })
    : sure(app, "close_topic", "lock", { thread });
  return [create, close, sure(app, "delete_topic", "close", { thread }, true)];
}

function upgradeActions(app, chat) {
  return chat.type === "group" ? [sure(app, "upgrade", "group", {}, false, "upgrade_group")] : [];
}

async function createTopic(app) {
  const { t, dialogs, actions } = app;
  const title = await dialogs.line(t("create_topic"), t("enter_topic_title"), t("create"));
  if (title) await actions.administer("create_topic", { title });
}

function plain(app, action, icon, details) {
  return { label: app.t(action), icon, act: () => app.actions.administer(action, details) };
}

function sure(app, action, icon, details, danger = false, text = action) {
  const { t, dialogs, actions } = app;
  const act = async () => {
    const yes = await dialogs.confirm(t(text), t(`${text}_sure`), t(text), { danger });
    if (!yes) return;
    await actions.administer(action, details);
  };
  return { label: t(text), icon, danger, act };
}
