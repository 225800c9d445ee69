/**
 * Building elements. Everything on the page is made here from nodes, never from markup,
 * so that whatever a person or the bot writes stays text.
 */

/** Makes an element; `on…` properties are listeners, the others are attributes. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) setProperty(element, name, value);
  element.append(...present(children));
  return element;
}

function setProperty(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** The children worth appending: nested lists flattened, absent ones left out. */
function present(children) {
  return children.flat(Infinity).filter((child) => child || child === 0);
}

/** Joins the class names that hold. */
export function classes(...names) {
  return names.filter(Boolean).join(" ");
}

/**
 * Makes `parent` hold exactly `nodes`. Those that stay in their order are not moved, for a
 * moved element loses the focus: what is not wanted goes first, then the new ones come in.
 */
export function syncChildren(parent, nodes) {
  const wanted = present(nodes);
  const staying = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!staying.has(child)) child.remove();
  wanted.forEach((node, index) => {
    const place = parent.childNodes[index] ?? null;
    if (place !== node) parent.insertBefore(node, place);
  });
}

/** Draws `parent` anew; a control that had the focus hands it to the one in its place. */
export function redraw(parent, nodes) {
  const focused = document.activeElement;
  const place = controls(parent).indexOf(focused);
  syncChildren(parent, nodes);
  if (place >= 0 && !focused.isConnected) controls(parent)[place]?.focus();
}

function controls(parent) {
  return [...parent.querySelectorAll("button, a, textarea")];
}

/** Saves bytes under a name, as a click on a download link would. */
export function saveAs(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
