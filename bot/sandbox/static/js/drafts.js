/** What was typed and not yet sent, kept for every person, chat and thread until the tab closes. */

const PREFIX = "draft";

export class Drafts {
  read(person, chat, thread) {
    return sessionStorage.getItem(key(person, chat, thread)) ?? "";
  }

  write(person, chat, thread, text) {
    if (text.trim()) sessionStorage.setItem(key(person, chat, thread), text);
    else sessionStorage.removeItem(key(person, chat, thread));
  }

  /** A draft in any thread of a chat, for the list of chats. */
  ofChat(person, chat) {
    const start = `${PREFIX}:${person}:${chat}:`;
    const found = Object.keys(sessionStorage).find((name) => name.startsWith(start));
    return found ? sessionStorage.getItem(found) : "";
  }
}

function key(person, chat, thread) {
  return `${PREFIX}:${person}:${chat}:${thread ?? ""}`;
}
