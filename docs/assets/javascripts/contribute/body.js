/**
 * The body of a record as its sections, and back: nothing of it is lost on the way.
 *
 * @typedef {{heading: string, text: string}} Section the first has no heading where text stands above all
 */

const HEADING = /^##[ \t]+(?=\S)(.*)$/;

/** @param {string} body @returns {Section[]} in their order */
export function sectionsOf(body) {
  /** @type {Section[]} */
  const found = [{ heading: "", text: "" }];
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    const heading = HEADING.exec(line);
    if (heading) found.push({ heading: heading[1].replace(/(?:^|[ \t]+)#+[ \t]*$/, "").trim(), text: "" });
    else found[found.length - 1].text += `${line}\n`;
  }
  return found.map(({ heading, text }) => ({ heading, text: text.trim() })).filter(({ heading, text }) => heading || text);
}

/** @param {Section[]} sections @returns {string} the body */
export function bodyOf(sections) {
  return sections.map(({ heading, text }) => [heading && `## ${heading}\n`, text && `${text}\n`].filter(Boolean).join("\n")).join("\n");
}

/**
 * @param {Section[]} sections
 * @param {string[]} labels the fixed headings in their order
 * @param {string} heading
 * @param {string} text
 * @returns {Section[]} the sections with this one's text, set at its place where it is new; without text it goes
 */
export function withText(sections, labels, heading, text) {
  if (!text) return sections.filter((one) => one.heading !== heading);
  if (sections.some((one) => one.heading === heading)) {
    return sections.map((one) => (one.heading === heading ? { heading, text } : one));
  }
  const rank = (/** @type {Section} */ one) => (one.heading ? labels.indexOf(one.heading) : -1);
  const before = sections.filter((one) => rank(one) < labels.indexOf(heading));
  return [...before, { heading, text }, ...sections.filter((one) => !before.includes(one))];
}
