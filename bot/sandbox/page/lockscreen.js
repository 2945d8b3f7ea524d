// The lock screen above a phone: shows a new message as a push would, for a few seconds.

import { icon, make } from "./dom.js";
import { wordsOf } from "./message.js";
import { translate } from "./words.js";

const SHOWN = 7000;
const LONGEST = 100;

export class LockScreen {
  constructor() {
    this.push = make("div", { class: "push" });
    this.push.hidden = true;
    // Hidden from screen readers: they hear the same message from the chat's log.
    this.element = make("div", { class: "lock", "aria-hidden": "true" }, makeFace(), this.push);
  }

  notify(message) {
    const title = make("p", { class: "push-title" }, make("b", {}, "Brobygger"));
    if (message.silent) {
      title.append(icon("bell-off"), make("span", { "data-word": "silent" }));
    }
    title.append(make("span", { "data-word": "now" }));
    translate(title);
    this.push.replaceChildren(title, make("p", { class: "push-text" }, preview(message)));
    this.push.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.clear(), SHOWN);
  }

  clear() {
    this.push.hidden = true;
  }
}

function makeFace() {
  const words = make("span", { "data-word": "locked" });
  const line = make("span", { class: "lock-line" }, icon("lock"), words);
  line.append("·", make("span", { class: "lock-day" }));
  return make("p", { class: "lock-face" }, make("span", { class: "lock-time" }), line);
}

function preview(message) {
  const letters = [...wordsOf(message).replace(/\s+/g, " ").trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")} …` : letters.join("");
}
