// Many news in a row become one look; a look that is asked for during another comes after it.

import { showConnection } from "./notice.js";

const PAUSE = 40;
const waiting = new Map();

export function soon(key, look) {
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
      // An answer that refuses is an answer: only silence means that nobody is there.
      (error) => showConnection(error.status !== undefined),
    );
  }
  waiting.delete(key);
}
