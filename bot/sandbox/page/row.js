// One stored row: what it is in plain words, and its cells as the database holds them.

import { icon, make } from "./dom.js";
import { columnWords, tableWords } from "./storedwords.js";
import { counted, say } from "./words.js";

const HOW = { new: "isNew", changed: "isChanged", gone: "isGone", brief: "isBrief" };
const KINDS = [
  ["sealed", "lock", "oneSealed", "sealedMany"],
  ["hash", "hash", "oneHash", "hashMany"],
  ["plain", "eye", "onePlain", "plainMany"],
];

export const isUnreadable = (cell) => cell.kind === "sealed" && cell.readable === false;

// `opened` remembers which rows are open, by `id`, from one drawing to the next.
export function makeRow(row, id, opened, isOpen) {
  const element = make("details", { class: `stored-row ${row.how ?? ""}` });
  element.open = opened.get(id) ?? isOpen;
  element.addEventListener("toggle", () => opened.set(id, element.open));
  element.append(makeSummary(row));
  const shown = row.cells.filter(({ kind, value }) => kind !== "plain" && value !== "");
  const plain = row.cells.filter(({ kind, value }) => kind === "plain" || value === "");
  const list = make("ul", { class: "cells" });
  list.append(...shown.map((cell) => makeCell(row.table, cell)));
  if (plain.length > 0) {
    list.append(makePlain(row.table, plain));
  }
  element.append(list);
  return element;
}

function makeSummary(row) {
  const name = make("span", { class: "row-name" }, tableWords(row.table));
  name.append(" ", make("code", {}, row.table));
  const summary = make("summary", {}, name);
  if (row.how && HOW[row.how]) {
    summary.append(make("span", { class: `how ${row.how}` }, say(HOW[row.how])));
  }
  const kinds = make("span", { class: "kinds" });
  for (const [kind, picture, one, many] of KINDS) {
    const number = row.cells.filter((cell) => cell.kind === kind).length;
    if (number > 0) {
      const words = counted(number, one, many);
      kinds.append(make("span", { class: `kind ${kind}` }, icon(picture), words));
    }
  }
  const broken = row.cells.filter(isUnreadable).length;
  if (broken > 0) {
    kinds.append(make("span", { class: "kind broken" }, icon("key-broken"), say("unreadable")));
  }
  summary.append(kinds);
  return summary;
}

function makeCell(table, cell) {
  const isBroken = isUnreadable(cell);
  const [picture, kind] = isBroken ? ["key-broken", "broken"] : CELLS[cell.kind];
  const name = make("span", { class: "cell-name" }, columnWords(table, cell.column));
  name.append(" ", make("code", {}, cell.column));
  const size = cell.size === null ? "sealed" : "sealedSize";
  const words = { lock: say(size, { name: String(cell.size) }), hash: say("hash") }[picture];
  const what = make("span", { class: "cell-kind" }, words ?? say("unreadable"));
  const value = make("code", { class: "hex", dir: "ltr" }, `${cell.value.replace(/(....)(?=.)/g, "$1 ")} …`);
  return make("li", { class: `cell ${kind}` }, icon(picture), make("div", {}, name, what, value));
}

const CELLS = { sealed: ["lock", "sealed"], hash: ["hash", "hash"] };

function makePlain(table, cells) {
  const list = make("div", { class: "plain-cells" });
  for (const { column, value } of cells) {
    const words = make("span", { title: column }, columnWords(table, column));
    list.append(make("span", { class: "plain-cell" }, words, " ", make("b", {}, value || say("emptied"))));
  }
  return make("li", { class: "cell plain" }, icon("eye"), list);
}

export const rowsCounted = (number) => counted(number, "oneRow", "rows");
