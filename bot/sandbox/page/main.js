// Puts the page together: a phone for each person, kept up to date by the sandbox's news.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { refreshClock, showClock, startClock } from "./clock.js";
import { make } from "./dom.js";
import { listen } from "./events.js";
import { showConnection } from "./notice.js";
import { Phone } from "./phone.js";
import { ask } from "./question.js";
import { language, onLanguage, setLanguage, translatePage } from "./words.js";

const PAUSE = 40;
const place = document.getElementById("phones");
const nobody = make("p", { class: "nobody", "data-word": "nobody" });
const phones = new Map();
const waiting = new Map();

// Many news in a row become one look; a look that is asked for during another comes after it.
function soon(key, look) {
  const state = waiting.get(key) ?? { asked: false, busy: false };
  waiting.set(key, state);
  state.asked = true;
  if (!state.busy) {
    state.busy = true;
    setTimeout(() => settle(key, state, look), PAUSE);
  }
}

async function settle(key, state, look) {
  while (state.asked) {
    state.asked = false;
    await look().then(
      () => showConnection(true),
      () => showConnection(false),
    );
  }
  waiting.delete(key);
}

async function lookAtPeople() {
  const people = await api.people();
  const present = new Set(people.map(({ id }) => id));
  for (const [id, phone] of phones) {
    if (!present.has(id)) {
      phone.element.remove();
      phones.delete(id);
    }
  }
  people.filter(({ id }) => !phones.has(id)).forEach(addPhone);
  nobody.hidden = people.length > 0;
}

function addPhone(person) {
  const phone = new Phone(person, phones.size);
  phones.set(person.id, phone);
  place.append(phone.element);
  showClock();
  soon(person.id, () => lookAtChat(person.id));
}

async function lookAtChat(id) {
  const chat = await api.chat(id);
  phones.get(id)?.update(chat);
}

function onNews({ kind, person }) {
  if (kind === "clock") {
    soon("clock", refreshClock);
  } else if (kind === "chat" && phones.has(person)) {
    soon(person, () => lookAtChat(person));
  } else if (kind === "chat") {
    soon("people", lookAtPeople);
  }
}

function lookAtEverything() {
  showConnection(true);
  soon("people", lookAtPeople);
  soon("clock", refreshClock);
  phones.forEach((_phone, id) => soon(id, () => lookAtChat(id)));
}

async function addPerson() {
  const name = await ask({ title: "personTitle", label: "personLabel", ok: "personOk" });
  if (name !== null) {
    const { id } = await api.addPerson(name);
    await lookAtPeople();
    phones.get(id)?.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

function startLanguages() {
  const buttons = [...document.querySelectorAll("[data-language]")];
  const mark = () =>
    buttons.forEach((each) =>
      each.setAttribute("aria-pressed", String(each.dataset.language === language())),
    );
  buttons.forEach((each) =>
    each.addEventListener("click", () => setLanguage(each.dataset.language)),
  );
  onLanguage(mark);
  mark();
}

nobody.hidden = true;
place.append(nobody);
document.getElementById("add-person").addEventListener("click", (event) => {
  attempt(event.currentTarget, addPerson);
});
startLanguages();
translatePage();
startClock();
listen({ onNews, onConnected: lookAtEverything, onLost: () => showConnection(false) });
