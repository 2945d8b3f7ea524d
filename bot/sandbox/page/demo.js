// How the demo is: its bot, its Telegram, its cast; nothing at all under a sandbox alone.

import * as api from "./api.js";

const listeners = [];
let current = null;
let isThere = true;

export const demo = () => current;

export function onDemo(listener) {
  listeners.push(listener);
}

export async function refreshDemo() {
  if (!isThere) {
    return;
  }
  try {
    tell(await api.demo());
  } catch (error) {
    isThere = error.status !== 404;
    if (isThere) {
      throw error;
    }
  }
}

// What an order answers is the state after it.
export async function order(promise) {
  tell(await promise);
}

function tell(state) {
  current = state;
  document.body.classList.add("has-demo");
  listeners.forEach((listener) => listener(state));
  document.dispatchEvent(new Event("looked"));
}

// Who somebody is in the demo's stories: relative, worker …
export const partOf = (person) =>
  Object.keys(current?.cast ?? {}).find((part) => current.cast[part] === person);
