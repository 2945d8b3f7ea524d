// The page's own words in Danish and English; the bot's words are never touched.

import da from "./words.da.js";
import en from "./words.en.js";

const WORDS = { da, en };

const KEPT = "brobygger-demo-language";
const listeners = new Set();
let current = localStorage.getItem(KEPT) === "en" ? "en" : "da";

export const language = () => current;

export function say(key, values = {}) {
  const words = WORDS[current][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (_whole, name) => values[name] ?? "");
}

// One thing has words of its own; any other number stands in the words for many.
export const counted = (number, one, many) =>
  number === 1 ? say(one) : say(many, { name: String(number) });

// Returns a function that ends it, for what does not stay as long as the page.
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setLanguage(wanted) {
  current = wanted;
  localStorage.setItem(KEPT, wanted);
  translatePage();
  listeners.forEach((listener) => listener());
}

export function translatePage() {
  document.documentElement.lang = current;
  translate(document);
}

// An element names its words in data-word (its text), data-word-label (what a screen reader
// calls it) or data-word-placeholder, and the person they speak of in data-name.
export function translate(root) {
  for (const element of root.querySelectorAll("[data-word]")) {
    element.textContent = say(element.dataset.word, element.dataset);
  }
  for (const element of root.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordLabel, element.dataset));
  }
  for (const element of root.querySelectorAll("[data-word-placeholder]")) {
    element.placeholder = say(element.dataset.wordPlaceholder, element.dataset);
  }
}

export const has = (key) => key in WORDS[current];
