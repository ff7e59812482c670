/**
 * A body as elements, read as the published page reads it (markup/body_parser.py, blanks.py, inline_rules.py): the same
 * parser in its own language, with the same rules put in. Whatever stands in the text, only these elements are made.
 *
 * @typedef {import("./grammar.js").Grammar} Grammar
 */

import "../../vendor/markdown-it/markdown-it.min.js";
import { readAddress } from "./addresses.js";
import { page } from "../shared/dom.js";
import { unescaped } from "./grammar.js";
import { isLink } from "./scalars.js";

/** @type {any} */
const MarkdownIt = Reflect.get(globalThis, "markdownit");
const LEFT_OUT = ["code", "fence", "html_block", "lheading", "reference", "html_inline", "image"];
/** Of nesting: beyond one, the parser would leave out what is written. */
const NO_LIMIT = 1_000_000;
/** What a heading ends where no blank line stands before it. */
const IN_PLACE_OF = { alt: ["paragraph", "reference", "blockquote", "list"] };
/** How much deeper headings stand here than on a record's page. */
const DEEPER = 2;
const ELEMENTS = ["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br", "em", "strong", "code", "a", "table", "thead", "tbody", "tr", "th", "td"];

/** Two blanks are enough to stand inside an item with a number, where GitHub wants as many as its mark is wide. @param {any} block */
function letItemsEndLater(block) {
  const tokenize = block.tokenize.bind(block);
  block.tokenize = (/** @type {any} */ state, /** @type {number} */ start, /** @type {number} */ end) => {
    const last = state.tokens.at(-1);
    if (last?.type !== "list_item_open") return tokenize(state, start, end);
    const begins = state.bMarks[start];
    state.blkIndent -= last.info.length;
    state.bMarks[start] += state.tShift[start]; // the item's first line begins behind its mark
    state.tShift[start] = 0;
    tokenize(state, start, end);
    state.bMarks[start] = begins;
  };
}

/** What each of these blocks ends where no blank line stands before it. @type {Record<string, string[]>} */
const BLOCKS = { table: ["paragraph", "reference"], blockquote: IN_PLACE_OF.alt, hr: IN_PLACE_OF.alt, list: ["paragraph", "reference", "blockquote"] };

/** Four blanks make no code here: what is set in so far is a table, a quote, a rule or a list all the same. @param {any} ruler */
function letBlanksBe(ruler) {
  for (const [name, alt] of Object.entries(BLOCKS)) {
    const [rule] = MarkdownIt("zero").enable(name).block.ruler.getRules("");
    ruler.at(name, (/** @type {any} */ state, /** @type {number} */ start, /** @type {number} */ end, /** @type {boolean} */ silent) => {
      const line = name === "table" ? Math.min(start + 1, end - 1) : start; // of a table its rule looks at the line below the head
      const blanks = state.sCount[line] - state.blkIndent;
      if (blanks < 4) return rule(state, start, end, silent);
      const asIfLess = (/** @type {number} */ upTo, /** @type {boolean} */ isSilent) => {
        const [base, before] = [state.blkIndent, state.sCount.slice(start, upTo)];
        state.sCount.splice(start, before.length, ...before.map((/** @type {number} */ count) => (count < base ? count : Math.max(base, count - blanks))));
        const isIt = rule(state, start, end, isSilent);
        state.sCount.splice(start, before.length, ...before);
        return isIt;
      };
      return asIfLess(Math.min(start + 2, end), true) && (silent || asIfLess(end, false));
    }, { alt });
  }
}

/** @param {Grammar} grammar @returns {(state: any, start: number, end: number, silent: boolean) => boolean} a heading at the very beginning of a line, outside lists and quotes */
function headingRule(grammar) {
  return (state, start, _, silent) => {
    const begin = state.bMarks[start] + state.tShift[start];
    const line = state.src.slice(begin, state.eMarks[start]);
    const mark = grammar.at("heading", line, 0);
    if (!mark || (begin && state.src[begin - 1] !== "\n") || (state.level && !silent)) return false;
    if (silent) return true;
    const tag = `h${mark[1].length}`;
    state.line = start + 1;
    state.push("heading_open", tag, 1);
    const inline = state.push("inline", "", 0);
    inline.content = line.slice(mark[0].length).replace(grammar.pattern("closing_signs", "u"), "").trim();
    inline.children = [];
    state.push("heading_close", tag, -1);
    return true;
  };
}

/** @param {any} state @param {Grammar} grammar @returns {string} the paragraph with code and escapes blanked, made once */
function viewOf(state, grammar) {
  if (state.env.src !== state.src) Object.assign(state.env, { src: state.src, view: grammar.blanked(state.src) });
  return state.env.view.slice(0, state.posMax);
}

/** @param {any} state @param {string} written a link's target @param {boolean} [isMail] */
function openLink(state, written, isMail = false) {
  const address = addressOf((isMail ? "mailto:" : "") + unescaped(written));
  state.push("link_open", "a", 1).attrs = Object.entries(address);
}

/** @param {string} target as written @returns {Record<string, string>} the attributes of a link to it; no address where it is unsafe or of no record */
function addressOf(target) {
  const { url, kind } = readAddress(target);
  if (kind === "outside") return { href: url, rel: "external noopener noreferrer", target: "_blank" };
  if (kind === "contact") return { href: url };
  if (kind !== "inside" || !isLink(url)) return {};
  const [id, anchor] = url.split("#");
  return { href: page(`cases/${id}/${anchor ? `#${anchor}` : ""}`), target: "_blank" };
}

/** @param {any} ruler of what stands inside a paragraph @param {Grammar} grammar */
function putInRules(ruler, grammar) {
  ruler.at("backticks", (/** @type {any} */ state, /** @type {boolean} */ silent) => {
    const span = state.src[state.pos] === "`" && grammar.at("code", state.src.slice(0, state.posMax), state.pos);
    if (!span) return false;
    if (!silent) state.push("code_inline", "code", 0).content = span[2].trim();
    state.pos += span[0].length;
    return true;
  });
  ruler.at("link", (/** @type {any} */ state, /** @type {boolean} */ silent) => {
    const found = state.src[state.pos] === "[" && !state.linkLevel && grammar.at("link", viewOf(state, grammar), state.pos);
    if (!found) return false;
    const [start, end, last] = [state.pos, state.pos + found[0].length, state.posMax];
    if (!silent) {
      openLink(state, state.src.slice(end - 1 - found.groups.target.length, end - 1));
      state.pos = start + 1;
      state.posMax = state.pos + found.groups.text.length;
      state.linkLevel += 1;
      state.md.inline.tokenize(state);
      state.linkLevel -= 1;
      state.push("link_close", "a", -1);
      state.posMax = last;
    }
    state.pos = end;
    return true;
  });
  ruler.at("autolink", (/** @type {any} */ state, /** @type {boolean} */ silent) => {
    const found = state.src[state.pos] === "<" && !state.linkLevel && grammar.at("autolink", viewOf(state, grammar), state.pos);
    if (!found) return false;
    const end = state.pos + found[0].length;
    if (!silent) {
      const written = state.src.slice(state.pos + 1, end - 1);
      openLink(state, written, Boolean(found.groups.mail));
      state.push("text", "", 0).content = unescaped(written);
      state.push("link_close", "a", -1);
    }
    state.pos = end;
    return true;
  });
  ruler.at("emphasis", (/** @type {any} */ state, /** @type {boolean} */ silent) => emphasis(state, silent, grammar));
}

/** A run of ``*`` or ``_``: beside Korean letters a blank on the other side decides. @param {any} state @param {boolean} silent @param {Grammar} grammar @returns {boolean} */
function emphasis(state, silent, grammar) {
  const marker = state.src[state.pos];
  if (silent || (marker !== "*" && marker !== "_")) return false;
  const run = state.scanDelims(state.pos, marker === "*");
  const [before, after] = [state.src.slice(Math.max(0, state.pos - 1), state.pos), state.src.slice(state.pos + run.length, state.pos + run.length + 1)];
  const isLetter = (/** @type {string} */ sign) => marker === "*" && grammar.at("letter", sign, 0) !== null;
  const open = run.can_open || (isLetter(before) && after.trim() !== "");
  const close = run.can_close || (isLetter(after) && before.trim() !== "");
  for (let count = 0; count < run.length; count += 1) {
    state.push("text", "", 0).content = marker;
    state.delimiters.push({ marker: marker.charCodeAt(0), length: run.length, token: state.tokens.length - 1, end: -1, open, close });
  }
  state.pos += run.length;
  return true;
}

/** Elements that grow token by token, as the page's tree does (markup/body_tree.py). */
class Tree {
  constructor() {
    /** @type {(DocumentFragment | HTMLElement)[]} */
    this.open = [document.createDocumentFragment()];
    /** @type {number[]} the number that is next in each list with numbers that is open */
    this.numbers = [];
  }

  /** @param {any} token */
  add(token) {
    const here = this.open[this.open.length - 1];
    if (token.nesting > 0) this.begin(token);
    else if (token.nesting < 0) this.end();
    else if (token.type === "hardbreak" || token.type === "hr") here.append(document.createElement(token.tag));
    else if (token.type === "code_inline") here.appendChild(document.createElement("code")).textContent = token.content;
    else here.append(token.type === "softbreak" ? "\n" : token.content);
  }

  /** @param {any} token */
  begin(token) {
    if (!ELEMENTS.includes(token.tag)) throw new Error(`no element of a body: ${token.tag}`);
    const element = document.createElement(/^h\d$/.test(token.tag) ? `h${Number(token.tag[1]) + DEEPER}` : token.tag);
    for (const [name, value] of token.attrs ?? []) {
      if (name === "style") element.setAttribute("align", value.replace("text-align:", ""));
      else element.setAttribute(name, value);
    }
    this.open[this.open.length - 1].append(element);
    this.open.push(element);
    if (token.tag === "ol") this.numbers.push(Number(element.getAttribute("start") ?? 1));
    else if (token.tag === "li" && token.info) this.count(element, Number(token.info));
  }

  /** @param {HTMLElement} item @param {number} written its number, which it keeps where it is higher than counting gives */
  count(item, written) {
    const next = this.numbers[this.numbers.length - 1];
    if (written > next) item.setAttribute("value", String(written));
    this.numbers[this.numbers.length - 1] = Math.max(written, next) + 1;
  }

  end() {
    const element = /** @type {HTMLElement} */ (this.open.pop());
    if (element.localName === "ol") this.numbers.pop();
  }
}

/** @param {Grammar} grammar @returns {(text: string) => DocumentFragment} the reader of bodies */
export function readerOf(grammar) {
  const markdown = MarkdownIt("commonmark", { html: false, maxNesting: NO_LIMIT });
  markdown.enable("table").disable(LEFT_OUT);
  letItemsEndLater(markdown.block);
  letBlanksBe(markdown.block.ruler);
  markdown.block.ruler.at("heading", headingRule(grammar), IN_PLACE_OF);
  putInRules(markdown.inline.ruler, grammar);
  return (text) => {
    const tree = new Tree();
    for (const token of markdown.parse(grammar.prepared(text), {})) {
      if (token.type === "inline") token.children.forEach((/** @type {any} */ child) => tree.add(child));
      else if (!token.hidden) tree.add(token);
    }
    return /** @type {DocumentFragment} */ (tree.open[0]);
  };
}
