/**
 * What can be taught, sought by who comes, how many minutes there are at most and how many sit
 * together. What was chosen stands in the page's address.
 */

const form = document.querySelector("form.find");
const list = document.querySelector(".find__list");

/** @typedef {{audience: string, minutes: string, group: string}} Asked */

const NAMES = /** @type {const} */ (["audience", "minutes", "group"]);

/**
 * @param {DOMStringMap} told what a line says of a course or a case
 * @param {Asked} asked
 * @returns {boolean} a case has no size of group, so that any will do
 */
function fits(told, asked) {
  return (
    (!asked.audience || (told.audience ?? "").split(" ").includes(asked.audience)) &&
    (!asked.minutes || Number(told.least) <= Number(asked.minutes)) &&
    (!asked.group || told.group === "0" || told.group === asked.group)
  );
}

/**
 * @param {HTMLFormElement} from
 * @returns {Asked}
 */
function askedIn(from) {
  const said = new FormData(from);
  const [audience, minutes, group] = NAMES.map((name) => String(said.get(name) ?? ""));
  return { audience, minutes, group };
}

/**
 * Show what fits and say how much that is.
 * @param {HTMLElement} lines
 * @param {Asked} asked
 */
function show(lines, asked) {
  let count = 0;
  for (const line of /** @type {Iterable<HTMLElement>} */ (lines.children)) {
    line.hidden = !fits(line.dataset, asked);
    if (!line.hidden) count += 1;
  }
  const said = document.querySelector(".find__count");
  if (said) said.textContent = `${count.toLocaleString("ko-KR")}개`;
  document.querySelector(".find__none")?.toggleAttribute("hidden", count > 0);
}

/**
 * Write what is asked for into the address.
 * @param {Asked} asked
 */
function keep(asked) {
  const address = new URL(location.href);
  address.search = "";
  for (const name of NAMES) if (asked[name]) address.searchParams.set(name, asked[name]);
  history.replaceState(history.state, "", address);
}

if (form instanceof HTMLFormElement && list instanceof HTMLElement) {
  const given = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const field = form.elements.namedItem(name);
    const wanted = given.get(name) ?? "";
    if (field instanceof HTMLSelectElement && [...field.options].some((one) => one.value === wanted)) field.value = wanted;
  }
  show(list, askedIn(form));
  const changed = () => {
    show(list, askedIn(form));
    keep(askedIn(form));
  };
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
    const found = document.querySelector("#found");
    if (found instanceof HTMLElement) found.scrollIntoView();
  });
}
