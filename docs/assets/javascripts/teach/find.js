/**
 * What can be taught, sought by who comes, how many minutes there are at most and how many sit
 * together. What was chosen stands in the page's address.
 */

const form = document.querySelector("form.find");
const list = document.querySelector(".find__list");

/** @typedef {{audience: string, minutes: string, group: string}} Asked */

const TOTAL = document.querySelector(".find__count")?.textContent ?? "";
const MOST = 100;
const PART = "목록의 나머지를 받지 못해 이 쪽에 있는 것에서만 찾았습니다. 잠시 뒤에 쪽을 새로 고쳐 주세요.";
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
 * The lines of another page of the list, with addresses that hold on this one.
 * @param {string} address
 * @returns {Promise<HTMLElement[]>}
 */
async function linesAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of found.querySelectorAll(".find__list a")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", answer.url).href);
  return /** @type {HTMLElement[]} */ ([...found.querySelectorAll(".find__list > li")]);
}

/**
 * What this page lists and, once something is asked for, what all pages do.
 * @param {HTMLElement} lines
 */
function wholeOf(lines) {
  const own = /** @type {HTMLElement[]} */ ([...lines.children]);
  const { base = "", number = "1", count = "1" } = lines.dataset;
  const pages = Array.from({ length: Number(count) }, (_, at) => at + 1);
  const addressOf = (/** @type {number} */ page) => new URL(page === 1 ? base : `${base}page/${page}/`, location.href).href;
  /** @type {Promise<HTMLElement[]> | undefined} */
  let whole;
  const fetched = () => Promise.all(pages.map((page) => (page === Number(number) ? own : linesAt(addressOf(page))))).then((found) => found.flat());
  const forget = (/** @type {unknown} */ error) => {
    whole = undefined;
    throw error;
  };
  return { own, all: () => (whole ??= fetched().catch(forget)) };
}

/**
 * Show what fits and say how much that is; this page's own lines where nothing is asked for.
 * @param {HTMLElement} lines
 * @param {ReturnType<typeof wholeOf>} known
 * @param {() => Asked} now what is asked for when the answer has come
 */
async function show(lines, known, now) {
  const isAsked = () => NAMES.some((name) => now()[name]);
  lines.setAttribute("aria-busy", "true");
  let note = "";
  const from = isAsked() ? await known.all().catch(() => { note = PART; return known.own; }) : known.own;
  const found = isAsked() ? from.filter((line) => fits(line.dataset, now())) : known.own;
  lines.replaceChildren(...found.slice(0, MOST));
  lines.removeAttribute("aria-busy");
  if (found.length > MOST) note = `앞의 ${MOST}개만 보입니다. 하나를 더 고르면 줄어듭니다.`;
  document.querySelector(".pager")?.toggleAttribute("hidden", isAsked());
  document.querySelector(".find__none")?.toggleAttribute("hidden", found.length > 0);
  const more = document.querySelector(".find__more");
  if (more) more.textContent = note;
  more?.toggleAttribute("hidden", !note);
  const said = document.querySelector(".find__count");
  if (said) said.textContent = isAsked() ? `${found.length.toLocaleString("ko-KR")}개` : TOTAL;
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
  const known = wholeOf(list);
  const look = () => show(list, known, () => askedIn(form));
  void look();
  const changed = () => {
    void look();
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
