// What a person asks: the words of a query, without those that only make it a question.

import { isHangul, normalise, numbered, runs, unnumbered } from "./normalise.js";
import { isEnding, readings } from "./particles.js";

const LONGEST_QUERY = 200, MOST_WORDS = 12;
const QUOTED = /["“”]([^"“”]+)["“”]/g;
/** Words that ask. */
const ASKING = new Set(("누구 누가 누굴 누구에게 누구한테 무엇 무엇인가요 무슨 뭐 뭘 뭐가 뭐야 뭐예요 뭐에요 뭔가요 뭐하는 뭐하는지 뭐하나요 뭐해 뭐해요 뭐했어 뭐했어요 뭐했나요 뭔지 뭘까요 어떤 어떤가요 어떻게 " +
  "어디 어디서 어디에 언제 언제부터 얼마 얼마나 얼마예요 어느 왜 몇 알려줘 알려주세요 알려줘요 알고싶어요 가르쳐주세요 궁금해요 궁금합니다").split(" "));
/** Words that say nothing of what is asked for. */
const EMPTY = new Set(("대한 대해 대해서 대하여 관한 관해 관하여 위한 위해 위하여 통한 통해 따른 있는 있는지 있나요 있어요 있을까요 있습니까 있다 없는 없나요 없어요 " +
  "없다 하는 하나요 했나요 했어요 했는지 했습니까 했다 해요 합니까 할까요 하려면 하면 하고 하고싶어요 되는 되나요 됐나요 됐어요 되었나요 돼요 됩니까 될까요 되려면 되면 " +
  "그리고 또는 혹시 정말 진짜 우리 저는 제가 내가 나는 저희 나도 저도 싶어요 싶은데 싶습니다 싶다 알고 알려 알려면 가르쳐 주세요 물어보나요 물어봐요 " +
  "물어보면 물어볼 물어봐야 찾아줘 찾아주세요 봐요 봐야 보나요 볼까요 볼수 보려면 보여줘 보여주세요 좋은가요 좋나요 좋을까요 인가요 건가요 거예요 거에요 것인가요 것은 것이 것을 그런 이런 하나").split(" "));
const ENDS_ASKING = /(나요|까요|가요|어요|아요|해요|예요|에요|돼요|봐요|습니까|합니까|입니까|됩니까|는지|은가|인가|일까|을까|할까|될까|냐|죠|지요)$/;

/**
 * @typedef {object} Reading
 * @property {string[]} words what to look for
 * @property {string[]} typed every word as it stands, for what it may lead to
 * @property {string[]} phrases what must stand in the text as it is
 * @property {boolean} asks whether it is a question
 */

/**
 * How a query is read. `single`: the words of one syllable that say something.
 * @returns {Reading}
 */
export function readingOf(/** @type {string} */ query, /** @type {(word: string) => boolean} */ isSingle) {
  const text = normalise(query.slice(0, LONGEST_QUERY));
  const phrases = [...text.matchAll(QUOTED)].map((match) => match[1].trim()).filter((one) => one.length > 1);
  const names = numbered(text);
  const typed = [...new Set(runs(plain(text)))];
  const asks = /[?？]\s*$/.test(text) || typed.some((word) => ASKING.has(word)) || typed.length > 1 && ENDS_ASKING.test(typed.at(-1));
  const words = typed.filter((word) => word.length < 2 || !isEnding(word));
  const isWorth = names.length > 0 || words.some((word) => word.length > 1);
  return { words: [...names, ...worthOf(isWorth ? words : typed, asks, isSingle)].slice(0, MOST_WORDS), typed, phrases, asks };
}

/** A text without names that have a number, half-typed letters, and the 기까지 of 2기까지. */
function plain(/** @type {string} */ text) {
  return unnumbered(text).replace(/(?<=[가-힣])[ㄱ-ㅎㅏ-ㅣ]+/g, " ")
    .replace(/(?<=[0-9])[가-힣]([가-힣]*)/g, (counted, ending) => isEnding(ending) ? " " : counted);
}

/** The words worth asking for; single characters only where they say something, or there is nothing else. */
function worthOf(/** @type {string[]} */ typed, /** @type {boolean} */ asks, isSingle) {
  const worth = typed.filter((word) => isSingle(word) || word.length > 1 && !saysNothing(word) && !/^[a-z]{2}$/.test(word));
  const long = worth.length || asks ? worth : typed.filter((word) => word.length > 1);
  const single = typed.filter((word) => word.length === 1 && isHangul(word));
  return long.length || single.length < 2 || asks ? long : [single.join("")];
}

const saysNothing = (/** @type {string} */ word) =>
  word.length < 7 && (isHangul(word) ? readings(word) : [word]).some((one) => EMPTY.has(one) || ASKING.has(one));
