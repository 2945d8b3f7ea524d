// The row of faces above the phones: goes to a phone, and shows where something new has come.

import { button, make } from "./dom.js";
import { counted, onLanguage, say } from "./words.js";

const row = document.getElementById("people");
const chips = new Map();

export function showChip(phone) {
  const badge = make("span", { class: "badge" });
  const face = make("span", { class: "avatar small", "data-tone": phone.tone });
  face.append(phone.initial);
  const name = make("span", { class: "chip-name" }, phone.name);
  const chip = button({ class: "person" }, () => phone.comeForward(true), face, name, badge);
  chips.set(phone, { chip, badge, unread: 0 });
  row.append(chip);
  label(phone);
}

export function dropChip(phone) {
  chips.get(phone)?.chip.remove();
  chips.delete(phone);
}

export function showUnread(phone, unread) {
  const own = chips.get(phone);
  if (own && own.unread !== unread) {
    own.unread = unread;
    label(phone);
  }
}

function label(phone) {
  const { chip, badge, unread } = chips.get(phone);
  const news = unread > 0 ? counted(unread, "oneUnread", "unread") : "";
  badge.hidden = unread === 0;
  badge.textContent = unread || "";
  const words = [say("toPhone", { name: phone.name }), news].filter(Boolean);
  chip.setAttribute("aria-label", words.join(", "));
}

onLanguage(() => chips.forEach((_own, phone) => label(phone)));
