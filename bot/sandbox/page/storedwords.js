// Plain words for what the database calls its tables and columns, in Danish and English.

import { language } from "./words.js";

const TABLES = {
  concerns: ["Henvendelsen", "The concern"],
  entries: ["Ord i henvendelsen", "Words in the concern"],
  concern_media: ["Billede eller fil", "Picture or file"],
  doors: ["Den, der skriver", "Whoever writes"],
  reminders: ["Påmindelse", "Reminder"],
  journal: ["Journal: hvem gjorde hvad", "Journal: who did what"],
  staff: ["Medarbejder", "Member of the team"],
  alerts: ["Hvem der fik besked", "Who was alerted"],
  blocks: ["Blokering", "Block"],
  counts: ["Tal til statistik", "Figures"],
  inbox: ["Indbakke", "Inbox"],
  outbox: ["Udbakke", "Outbox"],
  cards: ["Besked, der kan ændres", "Message that can be changed"],
  chat_messages: ["Besked, der kan slettes", "Message that can be deleted"],
  marks: ["Bottens egne mærker", "The bot’s own marks"],
  invites: ["Invitation", "Invitation"],
  undos: ["Kan fortrydes", "Can be undone"],
  handshakes: ["Vagt, der bekræftes", "Duty to confirm"],
  duty_changes: ["Skift af vagt", "Change of duty"],
};

const COLUMNS = {
  words: ["Svarene", "The answers"],
  route: ["Vejen tilbage til den, der skrev", "The way back to whoever wrote"],
  receipt: ["Koden på kvitteringen", "The code on the receipt"],
  tag: ["Hvem det er", "Who it is"],
  lane: ["Hvilken chat", "Which chat"],
  code: ["Invitationens kode", "The invitation’s code"],
  digest: ["Linjens segl", "The line’s seal"],
  link: ["Kæden til linjen før", "The chain to the line before"],
  place: ["Hvilken besked", "Which message"],
  id: ["Nummer", "Number"],
  nickname: ["Kaldenavn", "Nickname"],
  role: ["Rolle", "Role"],
  state: ["Tilstand", "State"],
  owner: ["Har taget den", "Taken by"],
  promised_on: ["Frist", "Deadline"],
  received_at: ["Modtaget", "Received"],
  due_at: ["Tidspunkt", "Due"],
  day: ["Dag", "Day"],
  action: ["Handling", "Action"],
  rung: ["Trin", "Step"],
};

// What is sealed under a plain name says more with its table.
const SEALED = {
  doors: ["Chat og ufærdige svar", "Chat and unfinished answers"],
  entries: ["Ordene", "The words"],
  staff: ["Chat og kaldenavn", "Chat and name at work"],
  inbox: ["Det, der kom ind", "What came in"],
  outbox: ["Det, der skal ud", "What is to leave"],
  cards: ["Hvilken besked i hvilken chat", "Which message in which chat"],
  chat_messages: ["Hvilken besked i hvilken chat", "Which message in which chat"],
  concern_media: ["Hvilken fil", "Which file"],
};

const inLanguage = (pair) => pair?.[language() === "da" ? 0 : 1];

export const tableWords = (table) => inLanguage(TABLES[table]) ?? table;
export const columnWords = (table, column) =>
  inLanguage(column === "sealed" ? SEALED[table] : COLUMNS[column]) ?? column;
