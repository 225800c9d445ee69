/** How people, the bot and chats are called and drawn. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const TONES = 7;

export function fullName(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(" ");
}

/** The one who wrote a message: a person, the bot, or a chat that speaks for itself. */
export function authorName(message, app) {
  const author = message.sender_chat ?? message.from;
  if (!author) return app.t("someone");
  return author.title ?? fullName(author);
}

/** A colour that stays with a person or chat everywhere on the page. */
export function tone(id) {
  return `tone-${Math.abs(id) % TONES}`;
}

export function avatar(id, name, { bot = false, size = "" } = {}) {
  const look = ["avatar", size, bot ? "avatar-bot" : tone(id)].filter(Boolean).join(" ");
  return h("span", { class: look, "aria-hidden": "true" }, bot ? icon("bridge") : initials(name));
}

/** The picture of a chat in a list or a header. */
export function chatAvatar(chat, options = {}) {
  return avatar(chat.id, chat.title, { ...options, bot: chat.type === "private" });
}

function initials(name) {
  const words = name.split(/[\s–—-]+/).filter((word) => /\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""];
  return letters
    .map((word) => [...(word ?? "")].find((sign) => /\p{L}/u.test(sign)) ?? "")
    .join("");
}
