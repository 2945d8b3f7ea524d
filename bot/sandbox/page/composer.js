// The bottom of a phone, where its person writes, changes a message or sends something else.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { button, icon, make } from "./dom.js";
import { makeMenu } from "./menu.js";
import { say } from "./words.js";

const KINDS = ["voice", "photo", "video", "document", "location", "contact", "sticker"];
const TALLEST = 140;

export class Composer {
  constructor(person) {
    this.person = person;
    this.changing = null;
    this.input = this.makeInput();
    this.sendButton = button(
      { class: "round primary", "data-word-label": "send" },
      () => this.send(),
      icon("send"),
    );
    this.changeBar = this.makeChangeBar();
    this.keyboard = make("div", {
      class: "keyboard",
      role: "group",
      "data-word-label": "keyboard",
    });
    this.line = make("div", { class: "line" }, this.makeMenu(), this.input, this.sendButton);
    this.element = make("div", { class: "composer" }, this.changeBar, this.keyboard, this.line);
    this.showKeyboard(null);
    this.stopChanging();
  }

  makeInput() {
    const input = make("textarea", {
      rows: "1",
      dir: "auto",
      "data-word-label": "write",
      "data-word-placeholder": "write",
      "data-name": this.person.name,
    });
    input.addEventListener("input", () => this.fit());
    input.addEventListener("keydown", (event) => this.onKey(event));
    return input;
  }

  makeMenu() {
    const items = KINDS.map((kind) => ({
      word: kind,
      act: (control) => attempt(control, () => api.sendKind(this.person.id, kind)),
    }));
    const album = { word: "album", act: (control) => attempt(control, () => api.sendAlbum(this.person.id, 3)) };
    items.splice(items.findIndex(({ word }) => word === "photo") + 1, 0, album);
    return makeMenu({ label: "attach", name: this.person.name, picture: "attach", items });
  }

  makeChangeBar() {
    const remove = (control) => attempt(control, () => this.removeChanging());
    return make(
      "div",
      { class: "change-bar" },
      make("span", { "data-word": "changing" }),
      button({ class: "quiet", "data-word": "remove" }, remove),
      button({ class: "quiet", "data-word": "cancel" }, () => this.stopChanging(true)),
    );
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.changing !== null) {
      this.stopChanging(true);
    }
  }

  send() {
    this.submit();
    this.input.focus();
  }

  submit() {
    const text = this.input.value;
    if (text.trim()) {
      attempt(this.sendButton, () => this.deliver(text));
    }
  }

  async deliver(text) {
    if (this.changing === null) {
      await api.sendText(this.person.id, text);
      this.write(this.input.value === text ? "" : this.input.value);
    } else {
      await api.edit(this.person.id, this.changing, text);
      this.stopChanging();
    }
  }

  change(messageId, text) {
    this.changing = messageId;
    this.changeBar.hidden = false;
    this.sendButton.setAttribute("aria-label", say("save"));
    this.write(text);
    this.input.focus();
  }

  async removeChanging() {
    await api.remove(this.person.id, this.changing);
    this.stopChanging(true);
  }

  stopChanging(stay = false) {
    this.changing = null;
    this.changeBar.hidden = true;
    this.sendButton.setAttribute("aria-label", say("send"));
    this.write("");
    if (stay) {
      this.input.focus();
    }
  }

  write(text) {
    this.input.value = text;
    this.fit();
  }

  fit() {
    this.input.style.height = "auto";
    const border = this.input.offsetHeight - this.input.clientHeight;
    const height = Math.min(this.input.scrollHeight + border, TALLEST);
    this.input.style.height = height ? `${height}px` : "";
  }

  showKeyboard(rows) {
    const news = JSON.stringify(rows ?? []);
    if (this.shownKeyboard === news) {
      return;
    }
    this.shownKeyboard = news;
    const send = (text) => (control) => attempt(control, () => api.sendText(this.person.id, text));
    const key = (text) => button({ class: "key", dir: "auto" }, send(text), text);
    const lines = (rows ?? []).map((row) => make("div", { class: "row" }, ...row.map(key)));
    this.keyboard.hidden = lines.length === 0;
    this.keyboard.replaceChildren(...lines);
  }
}
