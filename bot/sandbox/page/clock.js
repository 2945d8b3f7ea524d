// The sandbox's clock in the top bar and on the lock screens, and the buttons that move it.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { dayOf, inFull, lead, timeOfDay } from "./moments.js";
import { onLanguage, say } from "./words.js";

const SECOND = 1000;
let offset = 0;

export const now = () => new Date(Date.now() + offset);

export async function refreshClock() {
  const answer = await api.clock();
  offset = new Date(answer.now) - Date.now();
  showClock();
}

export function startClock() {
  for (const step of document.querySelectorAll("[data-step]")) {
    step.addEventListener("click", () => attempt(step, () => move(Number(step.dataset.step))));
  }
  const next = document.getElementById("next-moment");
  next.addEventListener("click", () => attempt(next, moveToNext));
  onLanguage(showClock);
  setInterval(showClock, SECOND);
}

export async function moveToNext() {
  try {
    await api.moveToNext();
  } catch (error) {
    throw error.status === 409 ? new Error(say("nothingNext")) : error;
  }
  await refreshClock();
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
