// The panel of what the municipality stores: the rows just written beside their message, or all.

import * as api from "./api.js";
import { button, icon, make } from "./dom.js";
import { isUnreadable, makeRow, rowsCounted } from "./row.js";
import { columnWords, tableWords } from "./storedwords.js";
import { counted, onLanguage, say, translate } from "./words.js";

const LOOK_BACK = 250;
const GROUPS = 40;
const NAMED = 6;
const IMPORTANT = new Set(["concerns", "entries", "concern_media"]);
const MACHINERY = new Set([
  "inbox", "outbox", "cards", "chat_messages", "marks", "alerts", "undos", "orders", "counts",
]);

const opened = new Map();
const drawn = new Map();
const views = ["storedNew", "storedAll"];
let view = "storedNew";
let changes = [];
let tables = [];
let last = 0;
let isOpen = false;
let phones = new Map();

const tabs = views.map((name) =>
  button({ "data-word": name, "aria-pressed": String(name === view) }, () => look(name)),
);
const sum = make("div", { class: "unreadable-sum", role: "status" });
const list = make("div", { class: "stored-list" });
const none = make("p", { class: "side-none", "data-word": "storedNone" });
const element = make(
  "div",
  {},
  make("p", { class: "side-lead", "data-word": "storedLead" }),
  makeLegend(),
  make("div", { class: "switch" }, ...tabs),
  sum,
  none,
  list,
);

export const storedPanel = {
  element,
  open: () => {
    isOpen = true;
    translate(element);
    return refreshStored();
  },
  close: () => {
    isOpen = false;
    phones.forEach((phone) => phone.markStored(new Map()));
  },
};

export function startStored(known) {
  phones = known;
}

export async function refreshStored() {
  if (!isOpen) {
    return;
  }
  const answer = await api.storedAfter(Math.max(0, last - LOOK_BACK));
  last = answer.last;
  changes = answer.changes;
  if (view === "storedAll") {
    tables = await api.storedNow();
  }
  show();
}

// After a reset nothing of the run before is left.
export function forgetStored() {
  last = 0;
  changes = [];
  tables = [];
  opened.clear();
}

function look(name) {
  view = name;
  tabs.forEach((tab, at) => tab.setAttribute("aria-pressed", String(views[at] === view)));
  drawn.clear();
  list.replaceChildren();
  refreshStored();
}

function makeLegend() {
  const line = (picture, word) =>
    make("li", {}, icon(picture), make("span", { "data-word": word }));
  return make(
    "ul",
    { class: "legend" },
    line("lock", "legendSealed"),
    line("hash", "legendHash"),
    line("key-broken", "legendBroken"),
  );
}

function show() {
  const groups = grouped(changes);
  phones.forEach((phone) => phone.markStored(marksOf(groups, phone.id)));
  showUnreadable(groups);
  none.hidden = changes.length > 0 || tables.length > 0;
  if (view === "storedNew") {
    draw(groups.slice(-GROUPS).reverse().map((group, at) => [group.key, group, () => makeGroup(group, at === 0)]));
  } else {
    draw(tables.map((table) => [table.name, table, () => makeTable(table)]));
  }
}

// Names what no key opens any more, each cell once, with a way to the newest row that holds it.
function showUnreadable(groups) {
  const broken = new Map();
  for (const group of groups) {
    for (const { table, key, cells } of group.rows) {
      cells.filter(isUnreadable).forEach(({ column }) => {
        broken.set(`${table}/${key}/${column}`, { words: columnWords(table, column), group });
      });
    }
  }
  const essence = JSON.stringify([document.documentElement.lang, ...broken.keys()]);
  if (sum.dataset.essence === essence) {
    return;
  }
  sum.dataset.essence = essence;
  sum.replaceChildren();
  if (broken.size > 0) {
    const words = make("span", {}, counted(broken.size, "oneUnreadableSum", "unreadableSum"));
    const places = [...broken.values()].slice(0, NAMED).map(({ words: name, group }) =>
      button({ class: "quiet" }, () => showGroup(group), name),
    );
    sum.append(icon("key-broken"), make("div", {}, words, ...places));
  }
}

// Draws anew only what is otherwise than before, so that the focus and open rows stay.
function draw(wanted) {
  const keys = new Set(wanted.map(([key]) => key));
  drawn.forEach(({ element: old }, key) => {
    if (!keys.has(key)) {
      old.remove();
      drawn.delete(key);
    }
  });
  let next = list.firstElementChild;
  for (const [key, content, build] of wanted) {
    const essence = JSON.stringify([document.documentElement.lang, content]);
    const before = drawn.get(key);
    if (before?.essence === essence && before.element === next) {
      next = next.nextElementSibling;
      continue;
    }
    const fresh = before?.essence === essence ? before.element : build();
    if (before && before.element !== fresh) {
      next = before.element === next ? next.nextElementSibling : next;
      before.element.remove();
    }
    list.insertBefore(fresh, next);
    drawn.set(key, { essence, element: fresh });
  }
}

// One group for each message that rows stand beside, oldest first; a row is in it once.
function grouped(all) {
  const groups = new Map();
  for (const change of all) {
    const key = `${change.person}/${change.message}`;
    if (!groups.has(key)) {
      groups.set(key, { key, person: change.person, message: change.message, rows: new Map() });
    }
    const { rows } = groups.get(key);
    const id = `${change.table}/${change.key}`;
    rows.set(id, merged(rows.get(id), change));
  }
  return [...groups.values()].map((group) => ({ ...group, rows: [...group.rows.values()] }));
}

function merged(before, change) {
  if (!before) {
    return change;
  }
  const cells = new Map([...before.cells, ...change.cells].map((cell) => [cell.column, cell]));
  const isBrief = before.how === "new" && change.how === "gone";
  const how = isBrief ? "brief" : before.how === "new" ? "new" : change.how;
  return { ...change, how, cells: [...cells.values()] };
}

const marksOf = (groups, person) =>
  new Map(
    groups
      .filter((group) => group.person === person)
      .map((group) => [group.message, { number: group.rows.length, show: () => showGroup(group) }]),
  );

function showGroup(group) {
  if (view !== "storedNew") {
    look("storedNew");
  }
  const place = drawn.get(group.key)?.element;
  place?.scrollIntoView({ block: "start" });
  place?.focus({ preventScroll: true });
}

function makeGroup(group) {
  const phone = phones.get(group.person);
  const heading = make("h3", {}, ...titleOf(group, phone));
  const section = make("section", { class: "stored-group", tabindex: "-1" }, heading);
  if (phone?.messageOf(group.message)) {
    const go = button({ class: "quiet go", "aria-label": say("goTo"), title: say("goTo") }, () =>
      phone.showMessage(group.message),
    );
    go.append(icon("arrow"));
    section.prepend(go);
  }
  const row = (each, isOpenAtFirst) =>
    makeRow(each, `${group.key}/${each.table}/${each.key}`, opened, isOpenAtFirst && tellsMuch(each));
  const machinery = group.rows.filter(({ table }) => MACHINERY.has(table));
  const others = group.rows.filter(({ table }) => !MACHINERY.has(table));
  others.sort((one, other) => IMPORTANT.has(other.table) - IMPORTANT.has(one.table));
  section.append(...others.map((each) => row(each, IMPORTANT.has(each.table))));
  if (machinery.length > 0) {
    section.append(fold(`${group.key}/machinery`, say("machinery"), machinery.map((each) => row(each, false))));
  }
  return section;
}

// A row that only has another number or day is not worth the room.
const tellsMuch = ({ cells }) => cells.some(({ kind, value }) => kind !== "plain" && value !== "");

function titleOf(group, phone) {
  if (!group.person) {
    return [say("besideNobody")];
  }
  const message = phone?.messageOf(group.message);
  const who = message?.from === "bot" ? `Brobygger → ${phone.name}` : (phone?.name ?? "?");
  const words = make("q", { dir: "auto" }, message?.text || say(message ? message.kind : "goneMessage"));
  return [say("beside", { name: who }), " ", words];
}

function makeTable({ name, rows }) {
  const title = `${tableWords(name)} · ${name}`;
  const shown = rows.map((each) => makeRow({ ...each, how: "" }, `all/${name}/${each.key}`, opened, IMPORTANT.has(name)));
  return fold(`all/${name}`, title, shown, IMPORTANT.has(name));
}

function fold(id, title, rows, isOpenAtFirst = false) {
  const summary = make("summary", {}, title, " ", make("span", { class: "how" }, rowsCounted(rows.length)));
  const element = make("details", { class: "fold" }, summary, ...rows);
  element.open = opened.get(id) ?? isOpenAtFirst;
  element.addEventListener("toggle", () => opened.set(id, element.open));
  return element;
}

onLanguage(() => isOpen && show());
