// Asks for one line of text in a dialog; the answer is null when the person thinks better of it.

import { say } from "./words.js";

const dialog = document.getElementById("question");
const input = document.getElementById("question-answer");
document.getElementById("question-cancel").addEventListener("click", () => dialog.close(""));
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  dialog.close(input.value.trim());
});

export function ask({ title, label, ok, name }) {
  write("question-title", say(title, { name }));
  write("question-label", say(label));
  write("question-ok", say(ok));
  input.value = "";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue || null), { once: true });
  });
}

function write(id, words) {
  document.getElementById(id).textContent = words;
}
