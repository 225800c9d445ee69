/** What to offer while somebody types: commands after "/", members after "@". */

import { h } from "./dom.js";
import { avatar, fullName } from "./names.js";

/** The commands that begin with what was typed, or null where no command is being typed. */
export function commandSuggestions(text, composer, app) {
  if (!/^\/\w*$/.test(text)) return null;
  const begun = text.slice(1).toLowerCase();
  const fitting = app.store.commands.filter(({ command }) => command.startsWith(begun));
  return fitting.map(({ command, description }) => ({
    title: `/${command}`,
    note: description,
    choose: () => composer.submitText(`/${command}`),
    complete: () => composer.setText(`/${command} `),
  }));
}

/** Those who can be mentioned at the caret, or null where nobody is being mentioned. */
export function mentionSuggestions(text, caret, composer, app) {
  const begun = /(^|\s)@(\w*)$/.exec(text.slice(0, caret));
  if (!begun) return null;
  const members = app.store.chat(app.route.chat)?.members ?? [];
  const known = members.filter((user) => user.username && user.id !== app.route.person);
  const wanted = begun[2].toLowerCase();
  const fits = (user) =>
    `${user.username} ${fullName(user)}`
      .toLowerCase()
      .split(/[\s_]/)
      .some((word) => word.startsWith(wanted)) || user.username.toLowerCase().startsWith(wanted);
  return known
    .filter(fits)
    .map((user) => memberItem(user, text, caret, caret - wanted.length, composer));
}

function memberItem(user, text, caret, start, composer) {
  const put = () =>
    composer.setText(
      `${text.slice(0, start)}${user.username} ${text.slice(caret)}`,
      start + user.username.length + 1,
    );
  return {
    title: fullName(user),
    note: `@${user.username}`,
    picture: h("span", {}, avatar(user.id, fullName(user), { size: "small", bot: user.is_bot })),
    choose: put,
    complete: put,
  };
}
