// The calm bar that says what the sandbox refused, and the line that says it is out of reach.

import { button, icon, make } from "./dom.js";
import { say } from "./words.js";

const notice = document.getElementById("notice");
const connection = document.getElementById("connection");

export function showNotice(sentence) {
  const close = button({ class: "quiet", "aria-label": say("close") }, hideNotice, icon("close"));
  notice.replaceChildren(make("span", {}, sentence), close);
}

export function hideNotice() {
  notice.replaceChildren();
}

export function showConnection(isThere) {
  if (isThere) {
    connection.replaceChildren();
  } else if (!connection.hasChildNodes()) {
    connection.append(make("span", { "data-word": "lost" }, say("lost")));
  }
}
