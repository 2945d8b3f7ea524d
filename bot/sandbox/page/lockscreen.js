// The lock screen above a phone: shows a new message as a push would, until the phone is used.

import { icon, make } from "./dom.js";
import { wordsOf } from "./message.js";
import { timeOfDay } from "./moments.js";
import { onLanguage, say } from "./words.js";

const LONGEST = 100;

export class LockScreen {
  constructor(onChange) {
    this.waiting = [];
    this.onChange = onChange;
    this.push = make("div", { class: "push" });
    this.push.hidden = true;
    // Hidden from screen readers: they hear the same message from the chat's log.
    this.element = make("div", { class: "lock", "aria-hidden": "true" }, makeFace(), this.push);
    this.leave = onLanguage(() => this.show());
  }

  notify(messages) {
    this.waiting.push(...messages);
    this.show();
    this.push.classList.remove("arrives");
    void this.push.offsetWidth;
    this.push.classList.add("arrives");
  }

  // A message that the bot deletes is gone from the lock screen, too.
  keepOnly(ids) {
    const left = this.waiting.filter(({ message_id }) => ids.has(message_id));
    if (left.length < this.waiting.length) {
      this.waiting = left;
      this.show();
    }
  }

  clear() {
    if (this.waiting.length > 0) {
      this.waiting = [];
      this.show();
    }
  }

  show() {
    const newest = this.waiting.at(-1);
    this.push.hidden = !newest;
    this.push.replaceChildren(...(newest ? this.fill(newest) : []));
    this.onChange(this.waiting.length);
  }

  fill(message) {
    const title = make("p", { class: "push-title" }, make("b", {}, "Brobygger"));
    if (this.waiting.length > 1) {
      const more = say("more_pushes", { name: String(this.waiting.length - 1) });
      title.append(make("span", { class: "push-more" }, more));
    }
    if (message.silent) {
      title.append(icon("bell-off"), make("span", {}, say("silent")));
    }
    title.append(make("span", {}, timeOfDay(new Date(message.date))));
    return [title, make("p", { class: "push-text", dir: "auto" }, preview(message))];
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
