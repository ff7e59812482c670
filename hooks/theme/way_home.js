// The way home: the nearest folder above a wrong address whose scripts are the library's. They also
// look for the records that were meant.
const DEEPEST = 12;
const NAMES = "assets/javascripts/search/missing.js";
const FONTS = "assets/stylesheets/base/fonts.css";

/** @returns {string[]} the folders above this address that the library may stand in, the nearest first */
function above() {
  const parts = location.pathname.split("/").slice(1, -1).slice(0, DEEPEST);
  const folders = parts.map((_, at) => `${parts.slice(0, at + 1).join("/")}/`);
  return ["", ...folders].reverse().map((folder) => `${location.origin}/${folder}`);
}

/** Show the way to the library, which stands in `folder`. */
function lead(/** @type {string} */ folder) {
  document.querySelector("#home a").href = folder;
  document.getElementById("home").hidden = false;
  document.getElementById("by-hand").hidden = true;
  const fonts = document.createElement("link"); // for readers who have no Korean letters
  fonts.rel = "stylesheet";
  fonts.href = `${folder}${FONTS}`;
  document.head.append(fonts);
}

for (const folder of above()) {
  try {
    await import(`${folder}${NAMES}`);
  } catch {
    continue; // The library does not stand there.
  }
  lead(folder);
  break;
}
