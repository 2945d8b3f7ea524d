// Finds links in a message; those that open the bot stay inside the phone.

import { make } from "./dom.js";

const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;
const BOT_LINK = /^https?:\/\/t\.me\/\w+\/?(?:\?start=([\w-]*))?$/;

// The payload of a link that opens the bot: undefined for any other link.
export function payloadOf(address) {
  const match = address.trim().match(BOT_LINK);
  return match ? match[1] ?? "" : undefined;
}

export function link(address, words, openBot, attributes = {}) {
  const element = make("a", { href: address, rel: "noopener noreferrer", ...attributes }, words);
  const payload = payloadOf(address);
  if (payload === undefined) {
    element.target = "_blank";
    return element;
  }
  const open = (event) => {
    event.preventDefault();
    if (event.button < 2) {
      openBot(element, payload);
    }
  };
  element.addEventListener("click", open);
  element.addEventListener("auxclick", open);
  return element;
}

export function withLinks(text, openBot) {
  const pieces = [];
  let position = 0;
  for (const found of text.matchAll(LINK)) {
    pieces.push(text.slice(position, found.index), link(found[0], found[0], openBot));
    position = found.index + found[0].length;
  }
  return [...pieces, text.slice(position)];
}
