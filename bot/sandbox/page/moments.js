// Writes moments as a Danish clock shows them, in either language.

import { counted, language, say } from "./words.js";

const ZONE = "Europe/Copenhagen";
const HOUR = 3600_000;
const DAY = 24 * HOUR;

function parts(moment, options) {
  const locale = language() === "da" ? "da-DK" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  return Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
}

export function timeOfDay(moment) {
  const { hour, minute } = parts(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return language() === "da" ? `${hour}.${minute}` : `${hour}:${minute}`;
}

export function dayOf(moment) {
  const { weekday, day, month } = parts(moment, { weekday: "long", day: "numeric", month: "long" });
  return language() === "da" ? `${weekday} ${day}. ${month}` : `${weekday} ${day} ${month}`;
}

export function inFull(moment) {
  const { year } = parts(moment, { year: "numeric" });
  const at = language() === "da" ? ", kl. " : ", ";
  return `${dayOf(moment)} ${year}${at}${timeOfDay(moment)}`;
}

// How far the sandbox's clock has been set ahead, or nothing when it has not been.
export function lead(milliseconds) {
  const hours = Math.round(milliseconds / HOUR);
  if (hours < 1) {
    return "";
  }
  const days = Math.floor(hours / (DAY / HOUR));
  const spoken = [
    days && counted(days, "oneDay", "days"),
    hours % 24 && counted(hours % 24, "oneHour", "hours"),
  ];
  return say("ahead", { name: spoken.filter(Boolean).join(say("and")) });
}
