// The words that float over a chat when the bot answers a tap; an alert stays until it is closed.

import { button, make } from "./dom.js";

const SHOWN = 4000;

export class Toasts {
  constructor() {
    this.element = make("div", { class: "toasts", role: "status" });
    this.seen = undefined;
  }

  show(toasts) {
    const fresh = toasts.slice(this.seen ?? toasts.length);
    this.seen = toasts.length;
    fresh.forEach((toast) => this.add(toast));
  }

  add({ text, alert }) {
    const toast = make("div", { class: "toast" }, make("span", {}, text));
    if (alert) {
      toast.append(button({}, () => toast.remove(), "OK"));
    } else {
      setTimeout(() => toast.remove(), SHOWN);
    }
    this.element.append(toast);
  }
}
