/** Small menus beside a button: arrows walk, Enter chooses, Escape or a click aside closes. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { roving } from "./roving.js";

const MARGIN = 8;

/**
 * Opens a menu of `items` ({label, icon, act, danger, note, disabled}) at `anchor`, an
 * element or a point {x, y}.
 */
export function openMenu(anchor, label, items) {
  const opener = document.activeElement;
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", "aria-label": label });
  const close = () => menu.hidePopover();
  menu.append(...items.map((item) => entry(item, close)));
  roving(menu, "[role=menuitem]", { horizontal: false });
  menu.addEventListener("keydown", (event) => event.key === "Tab" && close());
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    menu.remove();
    if (document.activeElement === document.body) opener?.focus?.();
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, anchor);
  menu.querySelector("[role=menuitem]:not(:disabled)")?.focus();
  return menu;
}

function entry({ label, icon: name, act, danger, note, disabled }, close) {
  const choose = () => {
    close();
    act();
  };
  const properties = {
    type: "button",
    role: "menuitem",
    class: danger ? "menu-item danger" : "menu-item",
    disabled,
    onclick: choose,
  };
  const words = h("span", { class: "menu-words" }, label, note && h("small", {}, note));
  return h("button", properties, name && icon(name), words);
}

/** Puts the menu beside its anchor, wholly inside the window. */
function place(menu, anchor) {
  const box = anchor.getBoundingClientRect?.() ?? {
    left: anchor.x,
    right: anchor.x,
    top: anchor.y,
    bottom: anchor.y,
  };
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + 4;
  const fits = below + height + MARGIN <= innerHeight;
  const left = box.left + width + MARGIN <= innerWidth ? box.left : box.right - width;
  menu.style.left = `${clamp(left, innerWidth - width)}px`;
  menu.style.top = `${clamp(fits ? below : box.top - height - 4, innerHeight - height)}px`;
}

function clamp(value, room) {
  return Math.max(MARGIN, Math.min(value, room - MARGIN));
}
