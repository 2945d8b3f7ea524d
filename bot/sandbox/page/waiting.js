// What waits because something is wrong: counted, and told in the strip above the phones.

import * as api from "./api.js";
import { attempt } from "./attempt.js";
import { demo, order } from "./demo.js";
import { button, icon, make } from "./dom.js";
import { onLanguage, say } from "./words.js";

const strip = document.getElementById("strip");
const GOOD_NEWS_LASTS = 15000;
const TELEGRAM = { down: "stripDown", slow: "stripSlow", busy: "stripBusy" };
const BOT = { stopped: "stripBot", starting: "stripStarting" };
const listeners = [];
let atTelegram = 0;
let wasWrong = false;
let hadWaiting = false;
let goodNewsTimer;

export const counts = () => ({ telegram: atTelegram, ...demo()?.counts });

export function onWaiting(listener) {
  listeners.push(listener);
}

export async function refreshWaiting() {
  if (demo()) {
    atTelegram = await api.pending();
    tell();
    listeners.forEach((listener) => listener());
  }
}

function tell() {
  const { bot, telegram, ready } = demo();
  const wrong = ready ? [BOT[bot], TELEGRAM[telegram]].filter(Boolean) : [];
  const waits = ["telegram", "waiting", "leaving"].filter((each) => counts()[each] > 0);
  if (wrong.length > 0) {
    clearTimeout(goodNewsTimer);
    wasWrong = true;
    hadWaiting ||= waits.length > 0;
    write("trouble", ...wrong.map((each) => say(each)), waitsFor(waits), ...(hadWaiting ? [say("stripKept")] : []));
    return;
  }
  if (wasWrong && waits.length > 0) {
    write("trouble", waitsFor(waits), say("stripKept"));
  } else if (wasWrong) {
    wasWrong = false;
    write("good", say("stripBack"));
    clearTimeout(goodNewsTimer);
    goodNewsTimer = setTimeout(() => write(""), GOOD_NEWS_LASTS);
  }
}

function waitsFor(waits) {
  const parts = waits.map((each) => say(`w_${each}`, { name: String(counts()[each]) }));
  return parts.length > 0 ? say("stripWaits", { name: parts.join(" · ") }) : say("stripNothing");
}

function write(kind, ...sentences) {
  const words = sentences.join(" ");
  if (strip.dataset.shown === `${kind} ${words}`) {
    return;
  }
  strip.dataset.shown = `${kind} ${words}`;
  strip.className = `strip ${kind}`;
  if (!kind) {
    strip.replaceChildren();
    return;
  }
  const picture = icon(kind === "good" ? "check" : "warning");
  const text = make("span", {}, ...sentences.map((each) => make("span", {}, each)));
  const mend = button({ class: "quiet" }, (control) => attempt(control, mendAll), say("mend"));
  strip.replaceChildren(picture, text, ...(kind === "good" ? [] : [mend]));
}

async function mendAll() {
  await order(api.letTelegramBe("well"));
  await order(api.orderBot("start"));
}

onLanguage(() => demo() && tell());
