// The panel beside the phones: one of its contents at a time, opened and closed by its buttons.

import { say, onLanguage } from "./words.js";

const side = document.getElementById("side");
const title = document.getElementById("side-title");
const body = document.getElementById("side-body");
const contents = new Map();
let opened = null;

export const openPanel = () => opened;

// A content is { element, open(), close() }; its button carries its name in data-panel.
export function addPanel(name, content) {
  contents.set(name, content);
  buttonOf(name).addEventListener("click", () => {
    showPanel(opened === name ? null : name);
    if (opened) {
      title.focus({ preventScroll: true });
    }
  });
  mark();
}

export function showPanel(name) {
  if (name === opened) {
    return;
  }
  contents.get(opened)?.close();
  opened = name;
  const content = contents.get(name);
  side.hidden = !content;
  document.body.classList.toggle("has-side", Boolean(content));
  body.replaceChildren(...(content ? [content.element] : []));
  body.scrollTop = 0;
  content?.open();
  mark();
}

function close() {
  const button = buttonOf(opened);
  showPanel(null);
  button.focus();
}

function mark() {
  contents.forEach((_content, name) => {
    buttonOf(name).setAttribute("aria-expanded", String(name === opened));
  });
  title.textContent = opened ? say(opened) : "";
}

const buttonOf = (name) => document.querySelector(`[data-panel="${name}"]`);

document.getElementById("side-close").addEventListener("click", close);
side.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    close();
  }
});
onLanguage(mark);
