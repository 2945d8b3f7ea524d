// The panel that knocks out Telegram or the bot, and counts what waits meanwhile.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { demo, onDemo, order } from "./demo.js";
import { button, make } from "./dom.js";
import { counts, onWaiting, refreshWaiting } from "./waiting.js";
import { counted, onLanguage, say, translate } from "./words.js";

const STATES = ["well", "down", "slow", "busy"];
const COUNTED = ["telegram", "waiting", "leaving", "open", "reminders"];

const radios = new Map();
const botState = make("p", { class: "bot-state", role: "status" });
const kill = button({ class: "danger", "data-word": "kill" }, (control) =>
  attempt(control, () => order(api.orderBot("kill"))),
);
const start = button({ class: "primary", "data-word": "startBot" }, (control) =>
  attempt(control, () => order(api.orderBot("start"))),
);
const numbers = new Map(COUNTED.map((each) => [each, make("dd")]));
const element = make(
  "div",
  {},
  make("p", { class: "side-lead", "data-word": "faultsLead" }),
  makeTelegram(),
  makeBot(),
  makeCounts(),
);
let isOpen = false;

export const faultsPanel = {
  element,
  open: () => {
    isOpen = true;
    show();
    refreshWaiting();
  },
  close: () => {
    isOpen = false;
  },
};

function makeTelegram() {
  const options = STATES.map((state) => {
    const radio = make("input", { type: "radio", name: "telegram", value: state });
    radio.addEventListener("change", () =>
      attempt(radio, () => order(api.letTelegramBe(state))),
    );
    radios.set(state, radio);
    const words = make("span", { "data-word": `t_${state}` });
    const hint = make("span", { class: "hint", "data-word": `t_${state}_hint` });
    return make("label", { class: "choice" }, radio, make("span", {}, words, hint));
  });
  return make("fieldset", {}, make("legend", { "data-word": "telegramIs" }), ...options);
}

function makeBot() {
  const title = make("h3", { "data-word": "botIs" });
  return make("section", {}, title, botState, make("div", { class: "pair" }, kill, start));
}

function makeCounts() {
  const list = make("dl", { class: "counts" });
  for (const each of COUNTED) {
    const line = make("div", {}, numbers.get(each), make("dt", { "data-word": `c_${each}` }));
    list.append(line);
  }
  return make("section", {}, make("h3", { "data-word": "counts" }), list);
}

function show() {
  if (!isOpen || !demo()) {
    return;
  }
  translate(element);
  const { bot, telegram, kills } = demo();
  radios.get(telegram).checked = true;
  const killed = kills > 0 ? counted(kills, "killedOnce", "killed") : "";
  const words = [say(`b_${bot}`), killed].filter(Boolean).join(" · ");
  if (botState.textContent !== words) {
    botState.textContent = words;
  }
  botState.dataset.state = bot;
  kill.disabled = bot === "stopped";
  start.disabled = bot !== "stopped";
  numbers.forEach((place, each) => {
    place.textContent = String(counts()[each] ?? 0);
  });
}

onDemo(show);
onWaiting(show);
onLanguage(show);
