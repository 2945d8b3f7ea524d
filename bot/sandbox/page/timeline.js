// The panel that shows what was due and what will be, with the clock's line between the two.

import * as api from "./api.js";
import { now } from "./clock.js";
import { icon, make } from "./dom.js";
import { dayOf, timeOfDay } from "./moments.js";
import { has, onLanguage, say } from "./words.js";

const PICTURES = { done: "check", waiting: "clock", cancelled: "close" };
const STATES = { done: "wasDone", waiting: "isWaiting", cancelled: "wasCancelled" };

const lead = make("p", { class: "side-lead", "data-word": "timelineLead" });
const list = make("ol", { class: "moments" });
const none = make("p", { class: "side-none", "data-word": "timelineNone" });
const element = make("div", {}, lead, none, list);
let moments = [];
let isOpen = false;

export const timelinePanel = {
  element,
  open: () => {
    isOpen = true;
    refreshTimeline();
  },
  close: () => {
    isOpen = false;
  },
};

export async function refreshTimeline() {
  if (isOpen) {
    moments = await api.timeline();
    show();
  }
}

function show() {
  lead.textContent = say("timelineLead");
  none.textContent = say("timelineNone");
  none.hidden = moments.length > 0;
  const items = [];
  let day = "";
  let isPast = true;
  const toDay = (moment) => {
    if (dayOf(moment) !== day) {
      day = dayOf(moment);
      items.push(make("li", { class: "moment-day" }, day));
    }
  };
  const line = () => {
    isPast = false;
    toDay(now());
    items.push(make("li", { class: "now-line" }, `${say("nowLine")} · ${timeOfDay(now())}`));
  };
  for (const moment of moments) {
    const at = new Date(moment.at);
    if (isPast && moment.state === "waiting" && at > now()) {
      line();
    }
    toDay(at);
    items.push(makeMoment(moment, at));
  }
  if (isPast && moments.length > 0) {
    line();
  }
  list.replaceChildren(...items);
}

function makeMoment({ what, rung, nickname, state }, at) {
  const words = [`m_${what}_${rung}`, `m_${what}`, "m_other"].find(has);
  const time = make("time", { datetime: at.toISOString() }, timeOfDay(at));
  const text = make("div", {}, make("p", {}, say(words)));
  const marks = make("p", { class: "moment-state" }, icon(PICTURES[state]), say(STATES[state]));
  if (nickname) {
    marks.append(make("span", { class: "nickname" }, nickname));
  }
  text.append(marks);
  return make("li", { class: `moment-item ${state}` }, time, text);
}

onLanguage(() => isOpen && show());
