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
 * Makes `parent` hold exactly `nodes`, touching only those out of place:
 * focus, selection and running transitions of the others survive.
 */
export function syncChildren(parent, nodes) {
  const wanted = present(nodes);
  wanted.forEach((node, index) => {
    if (parent.childNodes[index] !== node)
      parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild.remove();
}

/** Saves bytes under a name, as a click on a download link would. */
export function saveAs(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
