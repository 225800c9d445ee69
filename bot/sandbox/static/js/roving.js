/** Arrow keys inside a list: one stop for Tab, the arrows walk, Home and End jump. */

const FORWARD = ["ArrowDown", "ArrowRight"];
const BACKWARD = ["ArrowUp", "ArrowLeft"];

/** Makes the elements of `container` that match `selector` reachable by the arrow keys. */
export function roving(container, selector, { vertical = true, horizontal = true } = {}) {
  container.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.target.matches(selector)) return;
    const allowed = event.key.endsWith("Down") || event.key.endsWith("Up") ? vertical : horizontal;
    if (event.key.startsWith("Arrow") && !allowed) return;
    const items = [...container.querySelectorAll(selector)].filter((item) => !item.disabled);
    const next = nextIndex(event.key, items.indexOf(event.target), items.length);
    if (next === null) return;
    event.preventDefault();
    items[next].focus();
  });
  container.addEventListener("focusin", (event) => {
    if (event.target.matches(selector)) setStop(container, selector, event.target);
  });
}

/** Leaves `chosen` (or the first element) as the one stop for Tab. */
export function setStop(container, selector, chosen) {
  const items = [...container.querySelectorAll(selector)];
  const stop = items.includes(chosen) ? chosen : items[0];
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

/** Where a key leads in a list of `count`, or null where it is not such a key. */
export function nextIndex(key, index, count) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (FORWARD.includes(key)) return Math.min(index + 1, count - 1);
  if (BACKWARD.includes(key)) return Math.max(index - 1, 0);
  return null;
}
