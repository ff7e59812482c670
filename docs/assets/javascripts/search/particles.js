// Particles and endings: the same rules as hooks/hyeopchi/search/particles.py.

const AFTER_CONSONANT = (
  "은 이 을 과 으로 이나 이라 이란 이고 이다 이며 이든 이라도 이라는 이라고 이에요 이었다 으로서 으로써 으로는 으로도 으로의 으로부터 이나마 입니다 " +
  "인"
).split(" ");
const AFTER_VOWEL = (
  "는 가 를 와 로 나 라 란 다 든 라도 라는 라고 예요 였다 로서 로써 로는 로도 로의 로부터 나마"
).split(" ");
const ANYWHERE = (
  "의 에 도 만 에서 에게 에는 에도 에만 에의 에서는 에서도 에서의 에서만 에게는 에게도 에게서 까지 까지는 까지의 부터 부터는 보다 보다는 처럼 " +
  "처럼은 마다 마저 조차 밖에 만의 만은 만이 만을 과의 와의 과는 와는 대로 이랑 랑 하고 한테 께 께서 들 들은 들이 들을 들의 들에게 들과 들도 " +
  "들만 들로 하다 하는 하기 하여 해 해서 했던 했다 한 할 하며 하면 하자 하지 합니다 해요 했어요 되다 되는 된 될 되고 되어 됐다 되었다 됩니다 " +
  "돼요 시키는 시킨 적 적인 적으로 인가 인가요 일까 일까요 이란 대한 이요 요 이야 야"
).split(" ");
const ENDINGS = new Set([...AFTER_CONSONANT, ...AFTER_VOWEL, ...ANYWHERE]);
const LONGEST_ENDING = Math.max(...[...ENDINGS].map((ending) => ending.length)), SHORTEST_STEM = 2;

/** Whether nothing but an ending is left. */
export const isEnding = (/** @type {string} */ text) => !text || ENDINGS.has(text);

/** The words that `word` may mean: itself, then with ever shorter endings taken off. */
export function readings(/** @type {string} */ word) {
  const found = [word];
  for (let length = Math.min(LONGEST_ENDING, word.length - SHORTEST_STEM); length > 0; length--) {
    const stem = word.slice(0, -length), ending = word.slice(-length);
    if (ENDINGS.has(ending) && fits(stem, ending)) found.push(stem);
  }
  return found;
}

/** The one syllable that a word is without its ending, as 돈 of 돈은; "" where it is longer. */
export function syllable(/** @type {string} */ word) {
  const ending = word.slice(1);
  return !ending || ENDINGS.has(ending) && fits(word[0], ending) ? word[0] : "";
}

function fits(/** @type {string} */ stem, /** @type {string} */ ending) {
  const last = stem.at(-1);
  if (last < "가" || last > "힣") return false;
  if (ANYWHERE.includes(ending)) return true;
  const final = (last.charCodeAt(0) - 0xac00) % 28;
  if (/^으?로/.test(ending) && final === 8) return !ending.startsWith("으");
  return (final ? AFTER_CONSONANT : AFTER_VOWEL).includes(ending);
}
