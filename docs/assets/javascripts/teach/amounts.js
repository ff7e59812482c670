/**
 * How much a number of people need: what is given out per person and per group is counted anew,
 * and the sheets of paper that all of it takes. The number stands in the page's address.
 */

const section = document.querySelector(".amounts");
const input = section?.querySelector("input");
const NAME = "people";

/**
 * @typedef {{sheets: number, twoSided: number, words: string}} Counted
 */

/**
 * @param {number} people
 * @param {number} size
 * @returns {Record<string, number>}
 */
function units(people, size) {
  return { person: people, group: Math.ceil(people / size), session: 1 };
}

/**
 * @param {number} number
 * @returns {string}
 */
function said(number) {
  return number.toLocaleString("ko-KR");
}

/**
 * @param {HTMLElement} cell
 * @param {Record<string, number>} found
 * @returns {Counted} as `Line` of the copy list counts it
 */
function counted(cell, found) {
  const { per = "", each = "1", pages } = cell.dataset;
  const copies = found[per] * Number(each);
  if (pages === undefined) return { sheets: 0, twoSided: 0, words: `${said(copies)}개` };
  const one = Number(pages);
  const back = "cut" in cell.dataset ? one : Math.ceil(one / 2);
  const words = one ? `${one}쪽 × ${said(copies)}부 = ${said(one * copies)}장` : `${said(copies)}부`;
  return { sheets: one * copies, twoSided: back * copies, words };
}

/**
 * @param {HTMLElement} place
 * @param {HTMLInputElement} field
 * @returns {boolean} whether the number makes sense
 */
function count(place, field) {
  const people = Number(field.value);
  const output = /** @type {HTMLOutputElement} */ (place.querySelector("output"));
  if (!Number.isInteger(people) || people < 1 || people > Number(field.max)) {
    output.value = `1에서 ${field.max} 사이의 수를 적어 주세요.`;
    return false;
  }
  const found = units(people, Number(place.dataset.groupSize));
  let [sheets, twoSided] = [0, 0];
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-per]"))) {
    const one = counted(cell, found);
    cell.textContent = one.words;
    sheets += one.sheets;
    twoSided += one.twoSided;
  }
  const total = place.querySelector(".amounts__total strong");
  if (total) total.textContent = `모두 ${said(sheets)}장, 양면으로 찍으면 ${said(twoSided)}장`;
  output.value = `${found.group}모둠`;
  return true;
}

/**
 * Write the number into the address, so that whoever gets it sees the same.
 * @param {string} people
 */
function keep(people) {
  const address = new URL(location.href);
  address.searchParams.set(NAME, people);
  history.replaceState(history.state, "", address);
}

if (section instanceof HTMLElement && input) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".amounts__people"))) part.hidden = false;
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".amounts__fixed"))) part.hidden = true;
  const usual = input.value;
  const asked = new URLSearchParams(location.search).get(NAME);
  if (asked !== null) input.value = asked;
  if (!count(section, input)) {
    input.value = usual;
    count(section, input);
  }
  input.addEventListener("input", () => {
    if (count(section, input)) keep(input.value);
  });
}
