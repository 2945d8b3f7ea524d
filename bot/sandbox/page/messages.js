// The list of messages in a phone: changes only what has changed, and keeps place and focus.

import { make } from "./dom.js";
import { makeMessage, wordsOf } from "./message.js";
import { dayOf } from "./moments.js";
import { say } from "./words.js";

const NEAR = 60;
const ABOVE = 8;
const LONGEST_QUOTE = 80;

export class MessageList {
  constructor(element, name, actions) {
    this.element = element;
    this.name = name;
    this.actions = actions;
    this.rows = new Map();
    this.shown = [];
    this.marks = new Map();
    this.atNewest = true;
    element.addEventListener("scroll", () => {
      this.atNewest = element.scrollTop > this.newest() - NEAR;
    });
    new ResizeObserver(() => this.settle()).observe(element);
  }

  // Marks the messages beside which something was stored.
  mark(marks) {
    this.marks = marks;
    this.show(this.shown);
  }

  reveal(id) {
    const element = this.rows.get(id)?.element;
    if (element) {
      element.scrollIntoView({ block: "nearest", inline: "center" });
      element.classList.add("revealed");
      element.addEventListener("animationend", () => element.classList.remove("revealed"), {
        once: true,
      });
      this.element.focus({ preventScroll: true });
    }
  }

  show(messages) {
    this.shown = messages;
    const wanted = withDays(messages, this.marks);
    const focus = this.focusedPlace();
    this.atNewest ||= this.hasNewFromPerson(messages);
    this.dropAllBut(new Set(wanted.map(({ key }) => key)));
    this.place(wanted);
    this.settle();
    this.restore(focus);
  }

  settle() {
    if (this.atNewest) {
      this.element.scrollTop = this.newest();
    }
  }

  // Where the newest message is read from: its end, or its first line when it is a long one.
  newest() {
    const { scrollHeight, clientHeight, scrollTop, lastElementChild: last } = this.element;
    const bottom = scrollHeight - clientHeight;
    if (!last) {
      return bottom;
    }
    const top = last.getBoundingClientRect().top - this.element.getBoundingClientRect().top;
    return Math.min(bottom, scrollTop + top - ABOVE);
  }

  hasNewFromPerson(messages) {
    return messages.some(({ from, message_id: id }) => from === "person" && !this.rows.has(id));
  }

  dropAllBut(keys) {
    for (const [key, row] of this.rows) {
      if (!keys.has(key)) {
        row.element.remove();
        this.rows.delete(key);
      }
    }
  }

  place(wanted) {
    let next = this.element.firstElementChild;
    for (const { key, content } of wanted) {
      const row = this.row(key);
      row.update(content);
      if (row.element === next) {
        next = next.nextElementSibling;
      } else {
        this.element.insertBefore(row.element, next);
      }
    }
  }

  row(key) {
    if (!this.rows.has(key)) {
      const isDay = typeof key === "string";
      this.rows.set(key, isDay ? makeDay() : makeMessage(this.name, this.actions));
    }
    return this.rows.get(key);
  }

  focusedPlace() {
    const message = document.activeElement?.closest?.(".message");
    if (!message || !this.element.contains(message)) {
      return null;
    }
    return { message, place: controls(message).indexOf(document.activeElement) };
  }

  // A pressed button may be gone after the bot's answer: stay as near to it as possible.
  restore(focus) {
    if (!focus || this.element.contains(document.activeElement)) {
      return;
    }
    const left = controls(focus.message);
    const near = left[Math.min(focus.place, left.length - 1)];
    (focus.message.isConnected && near ? near : this.element).focus({ preventScroll: true });
  }
}

const controls = (message) => [...message.querySelectorAll("button, a")];

function makeDay() {
  const words = make("span");
  const element = make("p", { class: "day" }, words);
  const update = (date) => {
    words.textContent = dayOf(new Date(date));
  };
  return { element, update };
}

// Puts the day above the first message of each day, and the quote into a message that answers.
function withDays(messages, marks) {
  const rows = [];
  let latest;
  let album;
  for (const message of messages) {
    const day = dayOf(new Date(message.date));
    if (day !== latest) {
      rows.push({ key: `before ${message.message_id}`, content: message.date });
      latest = day;
    }
    const stored = marks.get(message.message_id);
    const content = { ...message, quote: quoteOf(message, messages), stored };
    content.joins = Boolean(message.album) && message.album === album;
    album = message.album;
    rows.push({ key: message.message_id, content });
  }
  return rows;
}

function quoteOf(message, messages) {
  if (!message.reply_to) {
    return null;
  }
  const original = messages.find(({ message_id }) => message_id === message.reply_to);
  return original ? wordsOf(original).slice(0, LONGEST_QUOTE) : say("deleted");
}
