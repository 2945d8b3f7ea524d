// Lets one more person exist, who may speak any language.

import * as api from "./api.js";
import { make } from "./dom.js";
import { askFor } from "./question.js";
import { language } from "./words.js";

const LANGUAGES = "da en ar de es fa fr kl lt pl ro so ti tr uk ur".split(" ");

export async function askForPerson() {
  const name = make("input", { type: "text", name: "name", autocomplete: "off", required: "", dir: "auto" });
  const speaks = make("select", { name: "language_code" }, ...LANGUAGES.map(option));
  const answer = await askFor({
    title: "personTitle",
    ok: "personOk",
    fields: [["personLabel", name], ["languageLabel", speaks]],
  });
  if (!answer?.name.trim()) {
    return null;
  }
  const { language_code } = answer;
  const note = new Intl.DisplayNames(language_code, { type: "language" }).of(language_code);
  return api.addPerson({ name: answer.name.trim(), language_code, note });
}

function option(code) {
  const nameIn = (locale) => new Intl.DisplayNames(locale, { type: "language" }).of(code);
  const words = [...new Set([nameIn(language()), nameIn(code)])].join(" · ");
  return make("option", { value: code, lang: code }, words);
}
