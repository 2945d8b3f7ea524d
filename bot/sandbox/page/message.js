// One message in a chat: its bubble, its marks and the buttons under it.

import { button, icon, make } from "./dom.js";
import { link, withLinks } from "./links.js";
import { timeOfDay } from "./moments.js";
import { counted, language, say } from "./words.js";

// Returns the element and a function that brings it up to date, touching only what has changed.
export function makeMessage(name, actions) {
  const sender = make("p", { class: "sender visually-hidden" });
  const body = make("div", { class: "body" });
  const marks = make("p", { class: "marks" });
  const bubble = make("div", { class: "bubble" }, sender, body, marks);
  const buttons = make("div", { class: "buttons" });
  const stored = make("div", { class: "stored-mark" });
  const element = make("article", { class: "message" }, bubble, buttons, stored);
  const parts = [
    [body, (message) => [message.kind, message.text, message.quote], fillBody],
    [marks, marksOf, fillMarks],
    [buttons, (message) => message.buttons ?? [], fillButtons],
    [stored, (message) => message.stored?.number ?? 0, fillStored],
  ];
  const shown = new Map();

  function update(message) {
    const mine = message.from === "person";
    element.dataset.id = message.message_id;
    element.classList.add(mine ? "from-person" : "from-bot");
    element.classList.toggle("joins", message.joins);
    sender.textContent = say(mine ? "you" : "bot", { name });
    for (const [part, essence, fill] of parts) {
      const news = JSON.stringify([language(), essence(message)]);
      if (shown.get(part) !== news) {
        shown.set(part, news);
        fill(part, message, actions);
      }
    }
  }
  return { element, update };
}

export function wordsOf(message) {
  return message.kind === "text" || message.text ? message.text : say(message.kind);
}

function fillBody(body, message, actions) {
  const pieces = [];
  if (message.quote) {
    pieces.push(make("p", { class: "quote", dir: "auto" }, message.quote));
  }
  if (message.picture) {
    pieces.push(make("img", { class: "picture", src: message.picture, alt: message.text }));
  } else if (message.kind !== "text" && !message.document) {
    pieces.push(make("p", { class: `attachment ${message.kind}` }, icon(pictureOf(message)), say(message.kind)));
  }
  if (message.document) {
    pieces.push(makeDocument(message.document));
  }
  if (message.text) {
    pieces.push(make("p", { class: "text", dir: "auto" }, ...withLinks(message.text, actions.openBot)));
  }
  body.replaceChildren(...pieces);
}

const PICTURES = { photo: "picture", video: "picture", voice: "voice", location: "pin", venue: "pin" };
const pictureOf = ({ kind }) => PICTURES[kind] ?? "file";

function makeDocument({ name, text }) {
  const summary = make("summary", { class: "attachment" }, icon("file"), name);
  return make("details", { class: "document" }, summary, make("p", { class: "text", dir: "auto" }, text));
}

function fillStored(place, { stored }) {
  place.replaceChildren();
  if (stored) {
    const words = counted(stored.number, "oneStoredHere", "storedHere");
    place.append(button({ class: "quiet" }, stored.show, icon("database"), words));
  }
}

const marksOf = (message) => [
  message.protected,
  message.edited,
  message.silent,
  message.reaction,
  message.date,
];

function fillMarks(marks, message, actions) {
  marks.replaceChildren();
  if (message.from === "person" && message.kind === "text") {
    marks.append(changeButton(message, actions));
  }
  if (message.reaction) {
    marks.append(make("span", { class: "reaction" }, message.reaction));
  }
  if (message.protected) {
    marks.append(make("span", {}, icon("no-forward"), say("protected")));
  }
  if (message.silent) {
    marks.append(make("span", {}, icon("bell-off"), say("silent")));
  }
  const time = make("time", { datetime: message.date }, timeOfDay(new Date(message.date)));
  const moment = make("span", { class: "moment" }, time);
  if (message.edited) {
    moment.prepend(make("span", {}, say("edited")));
  }
  marks.append(moment);
}

function changeButton(message, actions) {
  const attributes = { class: "quiet change", "aria-label": say("change"), title: say("change") };
  return button(attributes, () => actions.change(message.message_id), icon("pen"));
}

function fillButtons(buttons, message, actions) {
  const rows = (message.buttons ?? []).map((row) =>
    make("div", { class: "row" }, ...row.map((key) => makeKey(key, message, actions))),
  );
  buttons.replaceChildren(...rows);
}

function makeKey(key, message, actions) {
  if (key.url) {
    return link(key.url, key.text, actions.openBot, { class: "key", dir: "auto" });
  }
  const tap = (control) => actions.tap(control, message.message_id, key.data);
  return button({ class: "key", dir: "auto" }, tap, key.text);
}
