/**
 * Keeping a draft while it is written: a moment after each change, never where nothing was changed, never over what
 * another window has kept. Where two windows write the same draft, the person says which goes on; both stay.
 *
 * @typedef {import("./drafts.js").Content} Content
 * @typedef {import("./drafts.js").Found} Found
 * @typedef {{content: () => Content, name: string, titleOf: (found: Found) => string, addressOf: (base: string, number: number | "new") => string}} About
 *   what is written now; the name of all drafts of this page; a draft's title and address
 */

import { make } from "../shared/dom.js";
import { canKeep, draftsOf } from "./drafts.js";

const SAVE_AFTER = 600;
/** @type {Record<string, [string, string]>} */
const OTHER = {
  changed: ["다른 창에서 이 글을 고쳤습니다. 그 글 위에 덮어쓰지 않았습니다. 어느 글로 이어 쓸까요?", "다른 창의 글 열기"],
  gone: ["다른 창에서 이 글을 지웠습니다. 이 창에는 아직 있습니다. 어떻게 할까요?", "이 창에서도 지우기"],
};

export class Keeping {
  /** @param {import("./drafts.js").Draft} draft @param {About} about */
  constructor(draft, about) {
    this.draft = draft;
    this.about = about;
    this.isChanged = false;
    this.timer = 0;
    this.said = make("p", { className: "form__kept", role: "status" });
    this.others = make("div", {});
    /** Where two windows have met; it stands above the questions. */
    this.alert = make("div", { className: "form__other", role: "alert", tabIndex: -1, hidden: true });
    this.element = this.section();
    this.listOthers();
    const look = () => this.look();
    addEventListener("storage", look);
    addEventListener("pageshow", look);
    document.addEventListener("visibilitychange", () => (document.hidden ? this.save() : look()));
    addEventListener("pagehide", () => this.leave());
  }

  /** @returns {boolean} whether something stands in this window that is kept nowhere */
  isAhead() {
    return this.isChanged && !this.draft.holds(this.about.content());
  }

  /** To be told of every change that a person makes. */
  changed() {
    this.isChanged = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.save(), SAVE_AFTER);
  }

  save() {
    clearTimeout(this.timer);
    if (!this.isChanged) return;
    const done = this.draft.write(this.about.content());
    if (done === "changed" || done === "gone") return this.meet(done);
    this.isChanged = done === "failed";
    this.said.textContent = done === "kept" ? "쓰던 글을 이 브라우저에 두었습니다." : "쓰던 글을 이 브라우저에 두지 못했습니다. 닫기 전에 꼭 내려받으세요.";
    if (done !== "kept") return;
    this.alert.hidden = true;
    const address = this.about.addressOf(this.draft.base, this.draft.number);
    if (new URL(address, location.href).href !== location.href) history.replaceState(null, "", address);
  }

  /** Looks whether another window has written meanwhile. */
  look() {
    const fate = this.draft.fate();
    if (fate) this.meet(fate);
    else this.alert.hidden = true;
    this.listOthers();
  }

  /** The window is left: what it alone has is kept, as a draft of its own where another window was here. */
  leave() {
    this.save();
    if (this.isAhead() && this.draft.fate()) this.part();
  }

  /** What is written here becomes a draft of its own; what the other window has kept stays. */
  part() {
    this.draft.part();
    this.isChanged = true;
    this.save();
  }

  /** @param {"changed" | "gone"} fate */
  meet(fate) {
    const isAhead = this.isAhead();
    const known = `${fate} ${isAhead}`;
    if (!this.alert.hidden && this.alert.dataset.known === known) return;
    const [words, first] = OTHER[fate];
    const other = make("button", { type: "button" }, first);
    const own = make("button", { type: "button" }, "이 창의 글로 이어 쓰기");
    other.addEventListener("click", () => this.take(fate));
    own.addEventListener("click", () => this.goOn());
    const both = fate === "changed" && isAhead ? " 고르지 않은 글도 아래 ‘쓰던 다른 글’에 남습니다." : "";
    this.alert.replaceChildren(make("p", {}, words + both), make("p", { className: "form__buttons" }, other, own));
    this.alert.dataset.known = known;
    this.alert.hidden = false;
  }

  /** Goes on with what stands in this window. */
  goOn() {
    this.part();
    this.listOthers();
    this.alert.replaceChildren(make("p", {}, "이 창의 글을 따로 두었습니다. 이어서 쓰세요."));
    this.alert.hidden = false;
    this.alert.focus();
  }

  /** Goes on with what the other window has done. @param {"changed" | "gone"} fate */
  take(fate) {
    const { base, number } = this.draft;
    if (fate === "changed" && this.isAhead()) this.part();
    this.stop();
    this.go(this.about.addressOf(base, fate === "changed" ? number : "new"));
  }

  /** Nothing more is kept from this window. */
  stop() {
    clearTimeout(this.timer);
    this.isChanged = false;
    this.changed = () => {};
  }

  /** @param {string} address */
  go(address) {
    const isHere = new URL(address, location.href).href === location.href;
    if (isHere) location.reload();
    else location.assign(address);
  }

  /** Lists the drafts that are not open in this window. */
  listOthers() {
    const { draft, about } = this;
    const found = draftsOf(about.name).filter(({ base, number }) => base !== draft.base || number !== draft.number);
    const items = found.map((one) => make("li", {}, make("a", { href: about.addressOf(one.base, one.number) }, about.titleOf(one)),
      make("span", { className: "fact__note" }, ` ${whenOf(one.saved)}`)));
    this.others.replaceChildren(...(found.length ? [make("h3", {}, "쓰던 다른 글"), make("ul", {}, ...items)] : []));
  }

  /** @returns {HTMLElement} what becomes of a draft, how to be rid of it, and the others */
  section() {
    const remove = make("button", { type: "button", className: "button--small" }, "모두 지우고 처음부터");
    const sure = make("button", { type: "button", className: "button--small", hidden: true }, "정말 지웁니다");
    const fresh = make("a", { href: this.about.addressOf(this.draft.base, "new") }, "이 글은 두고 새로 쓰기");
    remove.addEventListener("click", () => { sure.hidden = false; sure.focus(); });
    sure.addEventListener("click", () => {
      if (this.draft.fate() === "changed") return this.look();
      this.stop();
      this.draft.forget();
      this.go(this.about.addressOf(this.draft.base, "new"));
    });
    return make("section", { className: "form__safety", "aria-labelledby": "kept" }, make("h2", { id: "kept" }, "쓰던 글은 어디에 있나요"),
      make("p", {}, canKeep() ? "쓰는 동안 이 브라우저에만 저절로 둡니다. 보내기 전에는 아무에게도 가지 않습니다. 함께 쓰는 컴퓨터라면 보낸 뒤 지워 주세요."
        : "이 브라우저는 아무것도 두지 못하게 되어 있습니다. 창을 닫으면 쓰던 글이 사라지니, 닫기 전에 내려받으세요."),
      this.said, make("p", {}, remove, " ", sure), make("p", {}, fresh), this.others);
  }
}

/** @param {string} saved @returns {string} when it was kept, in the reader's own time */
function whenOf(saved) {
  const day = new Date(saved);
  return Number.isNaN(day.getTime()) ? "" : `${new Intl.DateTimeFormat("ko-KR", { dateStyle: "medium", timeStyle: "short" }).format(day)}에 둠`;
}
