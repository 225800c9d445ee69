/** What happened to a chat, in words: joined, left, topics, pins. */

import { authorName, fullName } from "./names.js";

const WORDINGS = [
  [
    "new_chat_members",
    (message, t, actor) =>
      t("new_members", { actor, names: message.new_chat_members.map(fullName).join(", ") }),
  ],
  ["left_chat_member", (message, t, actor) => left(message, t, actor)],
  [
    "group_chat_created",
    (message, t, actor) => t("service_group_created", { actor, title: message.chat.title }),
  ],
  [
    "supergroup_chat_created",
    (message, t, actor) => t("service_group_created", { actor, title: message.chat.title }),
  ],
  [
    "forum_topic_created",
    (message, t, actor) =>
      t("service_topic_created", { actor, title: message.forum_topic_created.name }),
  ],
  ["forum_topic_closed", (message, t, actor) => t("service_topic_closed", { actor })],
  ["forum_topic_reopened", (message, t, actor) => t("service_topic_reopened", { actor })],
  ["migrate_to_chat_id", (message, t) => t("migrated")],
  ["migrate_from_chat_id", (message, t) => t("migrated")],
  ["pinned_message", (message, t, actor) => t("pinned", { actor })],
];

/** The words of a service message, or null for a message that somebody wrote. */
export function serviceText(message, app) {
  const wording = WORDINGS.find(([field]) => message[field] !== undefined);
  return wording ? wording[1](message, app.t, authorName(message, app)) : null;
}

function left(message, t, actor) {
  const member = message.left_chat_member;
  if (member.id === message.from?.id) return t("service_left_self", { actor });
  return t("service_left", { actor, name: fullName(member) });
}
