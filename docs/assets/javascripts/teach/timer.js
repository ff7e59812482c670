/** Clocks: the minutes of a step count down while its button is on; nothing is asked of a network. */

const SECOND = 1000;

/**
 * @param {number} left milliseconds
 * @returns {string} minutes and seconds, a begun second as a whole one
 */
function shown(left) {
  const seconds = Math.ceil(left / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A clock that knows when it ends, so that a page asleep in another tab is right when it wakes. */
class Clock {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.all = Number(place.dataset.minutes) * 60 * SECOND;
    this.left = this.all;
    this.ends = 0;
    this.beat = 0;
    this.face = /** @type {HTMLElement} */ (place.querySelector(".timer__left"));
    this.status = /** @type {HTMLElement} */ (place.querySelector(".timer__said"));
    this.button = /** @type {HTMLElement} */ (place.querySelector("[data-does=run]"));
    const reset = /** @type {HTMLElement} */ (place.querySelector("[data-does=reset]"));
    this.button.addEventListener("click", () => (this.beat ? this.pause() : this.run()));
    reset.addEventListener("click", () => this.reset());
    for (const buttons of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(".timer__buttons"))) buttons.hidden = false;
  }

  run() {
    if (this.left <= 0) this.left = this.all;
    this.ends = Date.now() + this.left;
    this.beat = window.setInterval(() => this.tick(), SECOND / 4);
    this.say("멈춤", "");
    this.tick();
  }

  tick() {
    this.left = Math.max(0, this.ends - Date.now());
    this.face.textContent = shown(this.left);
    if (this.left <= 0) this.stop("다시 시작", "시간이 다 되었습니다.");
  }

  pause() {
    this.tick();
    if (this.beat) this.stop("이어서", "멈추었습니다.");
  }

  reset() {
    this.left = this.all;
    this.face.textContent = shown(this.left);
    this.stop("시작", "");
  }

  /**
   * @param {string} does what the button does next
   * @param {string} said
   */
  stop(does, said) {
    window.clearInterval(this.beat);
    this.beat = 0;
    this.say(does, said);
  }

  /**
   * @param {string} does
   * @param {string} said
   */
  say(does, said) {
    this.button.textContent = does;
    this.status.textContent = said;
  }
}

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".timer"))) new Clock(place);
