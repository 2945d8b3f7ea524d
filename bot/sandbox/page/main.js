// Puts the page together: a phone for each person, kept up to date by the sandbox's news.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { refreshClock, showClock, startClock } from "./clock.js";
import { demo, onDemo, refreshDemo } from "./demo.js";
import { make } from "./dom.js";
import { listen } from "./events.js";
import { faultsPanel } from "./faults.js";
import { askForPerson } from "./newcomer.js";
import { showConnection } from "./notice.js";
import { dropChip, showChip } from "./people.js";
import { Phone } from "./phone.js";
import { addPanel } from "./side.js";
import { soon } from "./soon.js";
import { forgetStored, refreshStored, startStored, storedPanel } from "./stored.js";
import { refreshTimeline, timelinePanel } from "./timeline.js";
import { startTour } from "./tour.js";
import { refreshWaiting } from "./waiting.js";
import { language, onLanguage, setLanguage, translatePage } from "./words.js";

const place = document.getElementById("phones");
const nobody = make("p", { class: "nobody", "data-word": "nobody" });
const phones = new Map();
let run;

async function lookAtPeople() {
  const people = await api.people();
  const present = new Set(people.map(({ id }) => id));
  for (const [id, phone] of phones) {
    if (!present.has(id)) {
      phone.leave();
      dropChip(phone);
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
  showChip(phone);
  showClock();
  soon(person.id, () => lookAtChat(person.id));
}

async function lookAtChat(id) {
  if (phones.has(id)) {
    const chat = await api.chat(id);
    phones.get(id)?.update(chat);
  }
}

const NEWS = {
  clock: () => soon("clock", refreshClock),
  demo: () => soon("demo", refreshDemo),
  stored: () => soon("stored", refreshStored),
  timeline: () => soon("timeline", refreshTimeline),
};

function onNews({ kind, person }) {
  if (kind === "chat" && phones.has(person)) {
    soon(person, () => lookAtChat(person));
  } else if (kind === "chat") {
    soon("people", lookAtPeople);
  }
  NEWS[kind]?.();
  if (kind === "chat" && demo()) {
    soon("waiting", refreshWaiting);
  } else if (kind === "clock") {
    soon("timeline", refreshTimeline);
  }
}

function lookAtEverything() {
  showConnection(true);
  soon("people", lookAtPeople);
  Object.values(NEWS).forEach((look) => look());
  phones.forEach((_phone, id) => soon(id, () => lookAtChat(id)));
}

async function addPerson() {
  const person = await askForPerson();
  if (person !== null) {
    await lookAtPeople();
    phones.get(person.id)?.comeForward(true);
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

// A new run has other people, and nothing of the one before.
function onRun(state) {
  if (run !== state.run) {
    run = state.run;
    forgetStored();
    soon("people", lookAtPeople);
    soon("stored", refreshStored);
  }
  soon("waiting", refreshWaiting);
}

nobody.hidden = true;
place.append(nobody);
document.getElementById("add-person").addEventListener("click", (event) => {
  attempt(event.currentTarget, addPerson);
});
startLanguages();
addPanel("stored", storedPanel);
addPanel("timeline", timelinePanel);
addPanel("faults", faultsPanel);
onDemo(onRun);
startStored(phones);
startTour(phones);
translatePage();
startClock();
// First what stands above the phones: nothing may move away under a finger once they are there.
await refreshDemo().catch(() => {});
listen({ onNews, onConnected: lookAtEverything, onLost: () => showConnection(false) });
