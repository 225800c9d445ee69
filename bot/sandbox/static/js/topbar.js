/** The bar above the client: the sandbox's own controls of time, language and theme. */

import { h, redraw } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menus.js";

const HOUR_SECONDS = 3600;
const TICK_MS = 5000;

export function createTopbar(app) {
  const bar = h("header", { class: "topbar" });
  const clockText = h("span", { class: "clock-text" });
  const zone = h("span", { class: "clock-zone" });
  const open = () => openClock(app, clock);
  const clock = h(
    "button",
    { type: "button", class: "clock", "aria-haspopup": "menu", onclick: open },
    icon("clock"),
    clockText,
    zone,
  );
  const showTime = () => {
    const time = app.formats.moment(app.store.now());
    clockText.textContent = time;
    zone.textContent = app.t("your_time_zone");
    clock.setAttribute(
      "aria-label",
      app.t("time_control", { time: `${time}, ${app.t("your_time_zone")}` }),
    );
    clock.title = app.t("time_control_title");
    clock.classList.toggle("armed", app.store.nextReminder() !== null);
  };
  const render = () => {
    redraw(bar, [brand(app), clock, languageButton(app), themeButton(app)]);
    showTime();
  };
  app.store.on(["language", "theme"], render);
  app.store.on(["clock"], showTime);
  setInterval(showTime, TICK_MS);
  render();
  return bar;
}

function brand(app) {
  const skip = h(
    "button",
    { type: "button", class: "skip", onclick: () => app.composer.focus() },
    app.t("skip_to_message"),
  );
  const note = h("span", { class: "brand-note" }, app.t("sandbox"));
  return h(
    "div",
    { class: "brand" },
    skip,
    h("span", { class: "brand-mark" }, icon("bridge")),
    h("span", { class: "brand-name" }, app.store.world?.bot.first_name ?? ""),
    note,
  );
}

function languageButton(app) {
  const next = app.route.lang === "uk" ? "en" : "uk";
  const change = () => app.route.go({ lang: next }, { replace: true });
  return h(
    "button",
    {
      type: "button",
      class: "tool language",
      "aria-label": app.t("language"),
      title: app.t("language"),
      onclick: change,
    },
    app.t("language_short"),
  );
}

function themeButton(app) {
  const next = app.shownTheme() === "dark" ? "light" : "dark";
  const label = app.t(`theme_${next}`);
  const change = () => app.route.go({ theme: next }, { replace: true });
  return h(
    "button",
    { type: "button", class: "tool theme", "aria-label": label, title: label, onclick: change },
    icon(next === "dark" ? "moon" : "sun"),
  );
}

function openClock(app, anchor) {
  const { t, actions, store, formats } = app;
  const due = store.nextReminder();
  const reminder =
    due === null ? t("advance_reminder") : t("advance_reminder_at", { time: formats.moment(due) });
  openMenu(anchor, t("time_control_title"), [
    {
      label: t("advance_hour"),
      icon: "clock",
      act: () => actions.moveClock({ advance: HOUR_SECONDS }),
    },
    {
      label: t("advance_day"),
      icon: "sun",
      act: () => actions.moveClock({ advance: 24 * HOUR_SECONDS }),
    },
    {
      label: reminder,
      icon: "forward",
      note: due === null && t("no_reminder"),
      disabled: due === null,
      act: () => actions.moveClock({ to: "next_reminder" }),
    },
  ]);
}
