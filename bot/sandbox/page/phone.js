// One person's phone: the lock screen, the chat with the bot, and what the person can do in it.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { Composer } from "./composer.js";
import { demo } from "./demo.js";
import { button, icon, make } from "./dom.js";
import { payloadOf } from "./links.js";
import { LockScreen } from "./lockscreen.js";
import { showUnread } from "./people.js";
import { makeMenu } from "./menu.js";
import { MessageList } from "./messages.js";
import { ask } from "./question.js";
import { Toasts } from "./toasts.js";
import { onLanguage, say, translate } from "./words.js";

const TYPING_LASTS = 5200;
const TONES = 6;

export class Phone {
  constructor(person, number) {
    this.person = person;
    this.chat = null;
    this.seen = null;
    this.tone = number % TONES;
    this.initial = [...person.name][0].toUpperCase();
    this.name = fullName(person);
    this.lock = new LockScreen((unread) => showUnread(this, unread));
    this.toasts = new Toasts();
    this.composer = new Composer(person);
    this.log = this.makeLog();
    this.list = new MessageList(this.log, person.name, this.actions());
    this.empty = this.makeEmpty();
    this.blocked = this.makeBlocked();
    this.element = this.makeElement();
    translate(this.element);
    this.forget = onLanguage(() => this.show());
  }

  leave() {
    this.element.remove();
    this.lock.leave();
    this.forget();
  }

  get id() {
    return this.person.id;
  }

  update(chat) {
    this.chat = chat;
    this.notify(chat.messages);
    this.keepFocus(() => this.show());
    this.log.setAttribute("aria-live", "polite");
    document.dispatchEvent(new Event("looked"));
    clearTimeout(this.typingTimer);
    if (chat.typing) {
      this.typingTimer = setTimeout(() => this.showTyping(false), TYPING_LASTS);
    }
  }

  show() {
    if (!this.chat) {
      return;
    }
    const { messages, blocked, keyboard, toasts, typing } = this.chat;
    this.list.show(messages);
    this.toasts.show(toasts ?? []);
    this.empty.hidden = messages.length > 0;
    this.blocked.hidden = !blocked;
    this.composer.element.hidden = blocked;
    this.composer.showKeyboard(keyboard);
    this.showTyping(typing);
  }

  // What had the focus may be gone after a change: the focus then stays in this phone.
  keepFocus(change) {
    const isHere = () => this.element.contains(document.activeElement);
    const wasHere = isHere();
    change();
    if (wasHere && !(isHere() && document.activeElement.checkVisibility())) {
      this.log.focus({ preventScroll: true });
    }
  }

  showTyping(typing) {
    this.state.dataset.word = typing ? "typing" : "chatWith";
    this.state.textContent = say(this.state.dataset.word);
    this.state.classList.toggle("typing", Boolean(typing));
  }

  messageOf(id) {
    return this.chat?.messages.find(({ message_id }) => message_id === id);
  }

  markStored(marks) {
    this.list.mark(marks);
  }

  showMessage(id) {
    this.comeForward();
    this.list.reveal(id);
  }

  comeForward(withFocus = false) {
    this.element.scrollIntoView({ block: "nearest", inline: "center" });
    if (withFocus) {
      this.log.focus({ preventScroll: true });
      this.lock.clear();
    }
  }

  // The newest button with these words that can be pressed; its number or tick is not its name.
  keyNamed(words) {
    const keys = [...this.element.querySelectorAll(".message .key, .keyboard .key")];
    const isIt = ({ textContent }) => [textContent, nameOf(textContent)].includes(words);
    return keys.reverse().find(isIt);
  }

  // Only a message that was not there before is a push; a change of an old one is not.
  notify(messages) {
    const fromBot = messages.filter(({ from }) => from === "bot");
    const isNew = ({ message_id }) => this.seen && !this.seen.has(message_id);
    // While the demo's team arrives, nobody looks yet.
    const fresh = demo()?.ready === false ? [] : fromBot.filter(isNew);
    this.seen ??= new Set();
    fromBot.forEach(({ message_id }) => this.seen.add(message_id));
    this.lock.keepOnly(new Set(fromBot.map(({ message_id }) => message_id)));
    if (fresh.length > 0) {
      this.lock.notify(fresh);
    }
  }

  actions() {
    return {
      tap: (control, message, data) => attempt(control, () => api.tap(this.id, message, data)),
      openBot: (control, payload) => attempt(control, () => api.start(this.id, payload)),
      change: (message) => this.change(message),
    };
  }

  change(messageId) {
    this.composer.change(messageId, this.messageOf(messageId).text);
  }

  async openLink() {
    const name = this.person.name;
    const link = await ask({ title: "linkTitle", label: "linkLabel", ok: "linkOk", name });
    if (link === null) {
      return;
    }
    const payload = payloadOf(link);
    if (payload === undefined) {
      throw new Error(say("linkFaulty"));
    }
    await api.start(this.id, payload);
  }

  makeElement() {
    const heading = `phone-${this.id}`;
    const card = make(
      "div",
      { class: "card" },
      this.lock.element,
      this.makeHead(heading),
      make("div", { class: "chat" }, this.log, this.empty, this.toasts.element),
      this.blocked,
      this.composer.element,
    );
    // Whoever uses the phone has seen what is on its lock screen.
    for (const use of ["pointerdown", "keydown"]) {
      card.addEventListener(use, () => this.lock.clear());
    }
    return make("section", { class: "phone", "aria-labelledby": heading }, card);
  }

  makeHead(heading) {
    this.state = make("p", { class: "state", "data-word": "chatWith" });
    const avatar = make("span", { class: "avatar", "data-tone": this.tone });
    avatar.setAttribute("aria-hidden", "true");
    avatar.append(this.initial);
    const title = make("div", { class: "name" }, make("h2", { id: heading, dir: "auto" }, this.name));
    const note = this.person.note ?? (this.person.username && `@${this.person.username}`);
    if (note) {
      title.append(make("p", { class: "note" }, note));
    }
    title.append(this.state);
    return make("div", { class: "head" }, avatar, title, this.makeMenu());
  }

  makeMenu() {
    const isBlocked = () => this.chat?.blocked ?? false;
    const items = [
      { word: "openLink", act: (control) => attempt(control, () => this.openLink()) },
      {
        word: "block",
        act: (control) => attempt(control, () => api.block(this.id)),
        hidden: isBlocked,
      },
      {
        word: "unblock",
        act: (control) => attempt(control, () => api.unblock(this.id)),
        hidden: () => !isBlocked(),
      },
    ];
    return makeMenu({ label: "more", name: this.person.name, picture: "more", items });
  }

  // Silent until the first look, so that a screen reader does not read out the whole past.
  makeLog() {
    return make("div", {
      class: "log",
      role: "log",
      "aria-live": "off",
      tabindex: "0",
      "data-word-label": "messages",
      "data-name": this.person.name,
    });
  }

  makeEmpty() {
    const start = (control) => attempt(control, () => api.start(this.id));
    const open = (control) => attempt(control, () => this.openLink());
    const words = make("p", { "data-word": "empty", "data-name": this.person.name });
    const chip = button({ class: "chip primary" }, start, "/start");
    const second = button({ class: "chip", "data-word": "openLink" }, open);
    return make("div", { class: "empty" }, words, make("div", { class: "chips" }, chip, second));
  }

  makeBlocked() {
    const unblock = (control) => attempt(control, () => api.unblock(this.id));
    const words = make("p", { "data-word": "blocked", "data-name": this.person.name });
    const undo = button({ class: "chip", "data-word": "unblock" }, unblock);
    return make("div", { class: "blocked" }, words, undo);
  }
}

const nameOf = (label) => label.replace(/^✓ /, "").replace(/^\d+\. /, "");
const fullName = ({ name, last_name }) => [name, last_name].filter(Boolean).join(" ");
