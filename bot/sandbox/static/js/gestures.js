/** A finger that pulls a message to the left answers it, as in Telegram. */

const START_PX = 12;
const ENOUGH_PX = 56;
const LIMIT_PX = 72;

export function swipeToReply(element, reply) {
  let from = null;
  let shift = 0;
  const reset = () => {
    from = null;
    shift = 0;
    element.style.transform = "";
  };
  element.addEventListener(
    "touchstart",
    ({ touches }) => {
      from = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
    },
    { passive: true },
  );
  element.addEventListener(
    "touchmove",
    ({ touches }) => {
      if (!from) return;
      const across = from.x - touches[0].clientX;
      if (Math.abs(touches[0].clientY - from.y) > Math.max(across, START_PX)) return reset();
      shift = across > START_PX ? Math.min(across, LIMIT_PX) : 0;
      element.style.transform = shift ? `translateX(${-shift}px)` : "";
    },
    { passive: true },
  );
  element.addEventListener("touchend", () => {
    const enough = shift >= ENOUGH_PX;
    reset();
    if (enough) reply();
  });
  element.addEventListener("touchcancel", reset);
}
