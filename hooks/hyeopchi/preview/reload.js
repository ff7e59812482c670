/**
 * Opens the page anew once something that it is made of has changed. What was open stays open and in its place.
 * The preview lays this into every page; its address says of which state of the files the page was made.
 */

const own = new URL(import.meta.url);
const state = own.search.slice(1);
const kept = `preview ${location.pathname}`;

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

const shown = () =>
  new Promise((go) => {
    if (document.visibilityState === "visible") go(undefined);
    else document.addEventListener("visibilitychange", go, { once: true });
  });

const folds = () => [...document.querySelectorAll("details")];

/** @type {{open: boolean[], x: number, y: number} | null} What was open before, and where. */
const before = JSON.parse(sessionStorage.getItem(kept) ?? "null");
sessionStorage.removeItem(kept);

/** A page that says what is wrong is shorter than the one whose place it takes: that one's is kept for later. */
const isShort = () =>
  before !== null &&
  (folds().length < before.open.length ||
    document.documentElement.scrollHeight - innerHeight < before.y);

function keep() {
  const now = { open: folds().map((one) => one.open), x: scrollX, y: scrollY };
  sessionStorage.setItem(kept, JSON.stringify(isShort() ? before : now));
}

function restore() {
  if (before === null) return;
  folds().forEach((one, number) => {
    one.open = before.open[number] ?? one.open;
  });
  scrollTo({ left: before.x, top: before.y, behavior: "instant" });
}

async function follow() {
  for (;;) {
    await shown();
    try {
      const answer = await fetch(new URL(`changed?${state}`, own), { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== state) break;
      if (!answer.ok) await pause(1000);
    } catch {
      await pause(1000); // the preview has ended, or it starts again
    }
  }
  keep();
  location.reload();
}

restore();
follow();
