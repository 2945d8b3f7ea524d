// The sandbox's clock in the top bar and on the lock screens, and the buttons that move it.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { dayOf, inFull, lead, timeOfDay } from "./moments.js";
import { onLanguage } from "./words.js";

const SECOND = 1000;
let offset = 0;

const now = () => new Date(Date.now() + offset);

export async function refreshClock() {
  const answer = await api.clock();
  offset = new Date(answer.now) - Date.now();
  showClock();
}

export function startClock() {
  for (const step of document.querySelectorAll("[data-step]")) {
    step.addEventListener("click", () => attempt(step, () => move(Number(step.dataset.step))));
  }
  onLanguage(showClock);
  setInterval(showClock, SECOND);
}

async function move(seconds) {
  await api.moveClock(seconds);
  await refreshClock();
}

export function showClock() {
  const moment = now();
  write("#now", inFull(moment));
  write("#ahead", lead(offset));
  write(".lock-time", timeOfDay(moment));
  write(".lock-day", dayOf(moment));
}

function write(selector, words) {
  for (const element of document.querySelectorAll(selector)) {
    if (element.textContent !== words) {
      element.textContent = words;
    }
  }
}
