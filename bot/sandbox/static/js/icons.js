/** The page's icons: strokes on a 24 by 24 grid, coloured by the text around them. */

const SVG = "http://www.w3.org/2000/svg";

const STROKES = {
  attach:
    "M20 11.5 12 19.4a5 5 0 0 1-7.1-7.1l8.2-8.1a3.4 3.4 0 0 1 4.8 4.8l-8.1 8a1.7 1.7 0 0 1-2.4-2.4l7.4-7.3",
  back: "M15 5l-7 7 7 7",
  bot: "M5 9h14v9a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM12 9V5M12 5h.01M9 14h.01M15 14h.01M2.5 13v3M21.5 13v3",
  bridge:
    "M2 17h20M5 20V6M19 20V6M2 11c1.6-.6 2.6-2.4 3-5 1 5 4 7 7 7s6-2 7-7c.4 2.6 1.4 4.4 3 5M9 12.5V17M15 12.5V17M12 13v4",
  check: "M5 12.5l4.5 4.5L19 7.5",
  checks: "M2 12.5l4.5 4.5L15 8M11.5 16l1 1L21 8.5",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  close: "M6 6l12 12M18 6L6 18",
  contact:
    "M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM4.5 20c.6-3.7 3.6-5.5 7.5-5.5s6.9 1.8 7.5 5.5",
  copy: "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM16 9V4a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3",
  down: "M6 10l6 6 6-6",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  edit: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  forward: "M13 6l7 6-7 6v-4c-5 0-8 1.5-10 4.5C4 13 7 10 13 10z",
  group:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.5-3.5 3-5.2 6.5-5.200s6 1.7 6.5 5.200M16 4.5a3.3 3.3 0 0 1 0 6.300M18 14.800c2 .7 3.2 2.3 3.5 4.7",
  heart: "M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.6 4.2 4.2 0 0 1 19.5 10C19.5 15.4 12 20 12 20z",
  keyboard: "M3 6h18v12H3zM7 10h.01M12 10h.01M17 10h.01M8 14.5h8",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  menu: "M4 7h16M4 12h16M4 17h16",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  more: "M12 5.5h.01M12 12h.01M12 18.5h.01",
  open: "M8 6h10v10M18 6L7 17",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9h.01",
  pin: "M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  plus: "M12 5v14M5 12h14",
  reply: "M11 6l-7 6 7 6v-4c5 0 7.5 1.5 9.5 4.5C19.5 13 17 10 11 10z",
  send: "M4 20l17-8L4 4l2 7 8 1-8 1z",
  share: "M12 15V4M8 8l4-4 4 4M6 12v8h12v-8",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M5.3 18.700l1.4-1.400M17.3 6.700l1.4-1.4",
};

/** An icon by its name; it is decoration, the control around it carries the words. */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", STROKES[name]);
  drawing.append(path);
  return drawing;
}
