/** The column of people one can be. */

import { h, syncChildren } from "./dom.js";
import { avatar, fullName } from "./names.js";
import { roving, setStop } from "./roving.js";

export function createPeople(app) {
  const list = h("div", { class: "people-list", role: "radiogroup" });
  const column = h("nav", { class: "people" }, list);
  roving(list, ".person");
  const render = () => {
    list.setAttribute("aria-label", app.t("people"));
    const focused = list.contains(document.activeElement);
    syncChildren(
      list,
      (app.store.world?.people ?? []).map((person) => personButton(app, person)),
    );
    const chosen = list.querySelector("[aria-checked=true]");
    setStop(list, ".person", chosen);
    if (focused) chosen?.focus();
  };
  app.store.on(["language", "person", "elsewhere"], render);
  return column;
}

function personButton(app, person) {
  const chosen = person.id === app.route.person;
  const hint = person.hint?.[app.route.lang] ?? "";
  const unread = chosen ? 0 : (app.store.elsewhere.get(person.id) ?? 0);
  const label = [fullName(person), hint, unread && app.t("unread", { n: unread })]
    .filter(Boolean)
    .join(", ");
  const be = () => app.route.go({ person: person.id });
  const properties = {
    type: "button",
    class: "person",
    role: "radio",
    "aria-checked": String(chosen),
    "aria-label": label,
    title: label,
    onclick: be,
  };
  return h(
    "button",
    properties,
    h(
      "span",
      { class: "person-picture" },
      avatar(person.id, fullName(person)),
      unread > 0 && h("span", { class: "badge" }, unread),
    ),
    h("span", { class: "person-name" }, person.first_name),
  );
}
