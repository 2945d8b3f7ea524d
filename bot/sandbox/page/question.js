// Asks in a dialog, for one line of text or a few; the answer is null when one thinks better of it.

import { make } from "./dom.js";
import { say } from "./words.js";

const dialog = document.getElementById("question");
const fields = document.getElementById("question-fields");
let answered = false;
document.getElementById("question-cancel").addEventListener("click", () => dialog.close());
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  answered = true;
  dialog.close();
});

export async function ask({ title, label, ok, name }) {
  const input = make("input", { type: "text", name: "answer", autocomplete: "off", required: "" });
  const answer = await askFor({ title, ok, name, fields: [[label, input]] });
  return answer?.answer.trim() || null;
}

// Each field is [word for its label, its control]; the answer holds each control's value by name.
export function askFor({ title, ok, name, fields: wanted }) {
  write("question-title", say(title, { name }));
  write("question-ok", say(ok));
  const rows = wanted.map(([word, control]) => {
    control.id = `question-${control.name}`;
    return make("div", {}, make("label", { for: control.id }, say(word)), control);
  });
  fields.replaceChildren(...rows);
  answered = false;
  dialog.showModal();
  return new Promise((resolve) => {
    const answer = () => Object.fromEntries(wanted.map(([, each]) => [each.name, each.value]));
    dialog.addEventListener("close", () => resolve(answered ? answer() : null), { once: true });
  });
}

function write(id, words) {
  document.getElementById(id).textContent = words;
}
