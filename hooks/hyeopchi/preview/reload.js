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
    const look = () => document.visibilityState === "visible" && go(undefined);
    document.addEventListener("visibilitychange", look);
    look();
  });

function keep() {
  const open = [...document.querySelectorAll("details")].map((one) => one.open);
  sessionStorage.setItem(kept, JSON.stringify({ open, x: scrollX, y: scrollY }));
}

function restore() {
  const text = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  if (!text) return;
  const { open, x, y } = JSON.parse(text);
  document.querySelectorAll("details").forEach((one, number) => {
    one.open = open[number] ?? one.open;
  });
  scrollTo({ left: x, top: y, behavior: "instant" });
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
addEventListener("load", restore);
follow();
