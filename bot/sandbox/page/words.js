// The page's own words in Danish and English; the bot's words are never touched.

const WORDS = {
  da: {
    about: "Et Telegram i sandkasse på denne maskine – intet forlader den.",
    clock: "Uret",
    quarter: "+15 min.",
    hour: "+1 time",
    day: "+1 dag",
    week: "+7 dage",
    ahead: "stillet {name} frem",
    days: "{name} dage",
    oneDay: "1 dag",
    hours: "{name} timer",
    oneHour: "1 time",
    and: " og ",
    pageLanguage: "Sidens sprog",
    phones: "Telefoner",
    addPerson: "Tilføj person",
    nobody: "Her er ingen endnu. Tilføj en person for at få en telefon at skrive fra.",
    personTitle: "En person mere",
    personLabel: "Navn",
    personOk: "Tilføj",
    linkTitle: "Åbn et link på {name}s telefon",
    linkLabel: "Indsæt linket",
    linkOk: "Åbn",
    linkFaulty: "Det er ikke et link til botten: https://t.me/…?start=…",
    cancel: "Fortryd",
    close: "Luk",
    lost: "Sandkassen svarer ikke. Siden prøver igen af sig selv.",
    locked: "Låst skærm",
    now: "nu",
    chatWith: "Chatter med Brobygger",
    typing: "Brobygger skriver …",
    messages: "{name}s chat",
    you: "{name} skrev:",
    bot: "Brobygger skrev:",
    edited: "redigeret",
    silent: "lydløs",
    protected: "kan ikke videresendes",
    deleted: "En slettet besked",
    write: "Skriv en besked",
    send: "Send",
    save: "Gem rettelsen",
    empty: "{name} har ikke skrevet til botten endnu.",
    openLink: "Åbn et link …",
    block: "Blokér botten",
    unblock: "Ophæv blokeringen",
    blocked: "{name} har blokeret botten.",
    more: "Mere på {name}s telefon",
    attach: "Send andet end tekst",
    keyboard: "Svarmuligheder",
    change: "Ret eller slet beskeden",
    changing: "Retter en besked",
    remove: "Slet beskeden",
    voice: "Talebesked",
    video_note: "Videobesked",
    photo: "Billede",
    video: "Video",
    audio: "Lydfil",
    document: "Dokument",
    sticker: "Klistermærke",
    location: "Placering",
    venue: "Sted",
    contact: "Kontakt",
    dice: "Terning",
    poll: "Afstemning",
    animation: "Animation",
    story: "Historie",
    unheard_of: "Noget nyt",
  },
  en: {
    about: "A Telegram in a sandbox on this machine – nothing leaves it.",
    clock: "The clock",
    quarter: "+15 min",
    hour: "+1 hour",
    day: "+1 day",
    week: "+7 days",
    ahead: "set {name} ahead",
    days: "{name} days",
    oneDay: "1 day",
    hours: "{name} hours",
    oneHour: "1 hour",
    and: " and ",
    pageLanguage: "Language of the page",
    phones: "Phones",
    addPerson: "Add a person",
    nobody: "Nobody is here yet. Add a person to get a phone to write from.",
    personTitle: "One more person",
    personLabel: "Name",
    personOk: "Add",
    linkTitle: "Open a link on {name}’s phone",
    linkLabel: "Paste the link",
    linkOk: "Open",
    linkFaulty: "This is not a link to the bot: https://t.me/…?start=…",
    cancel: "Cancel",
    close: "Close",
    lost: "The sandbox does not answer. The page keeps trying.",
    locked: "Lock screen",
    now: "now",
    chatWith: "Chatting with Brobygger",
    typing: "Brobygger is typing …",
    messages: "{name}’s chat",
    you: "{name} wrote:",
    bot: "Brobygger wrote:",
    edited: "edited",
    silent: "silent",
    protected: "cannot be forwarded",
    deleted: "A deleted message",
    write: "Write a message",
    send: "Send",
    save: "Save the change",
    empty: "{name} has not written to the bot yet.",
    openLink: "Open a link …",
    block: "Block the bot",
    unblock: "Unblock the bot",
    blocked: "{name} has blocked the bot.",
    more: "More on {name}’s phone",
    attach: "Send something other than text",
    keyboard: "Quick answers",
    change: "Change or delete the message",
    changing: "Changing a message",
    remove: "Delete the message",
    voice: "Voice message",
    video_note: "Video message",
    photo: "Photo",
    video: "Video",
    audio: "Audio file",
    document: "Document",
    sticker: "Sticker",
    location: "Location",
    venue: "Place",
    contact: "Contact",
    dice: "Dice",
    poll: "Poll",
    animation: "Animation",
    story: "Story",
    unheard_of: "Something new",
  },
};

const KEPT = "brobygger-demo-language";
const listeners = [];
let current = localStorage.getItem(KEPT) === "en" ? "en" : "da";

export const language = () => current;

export function say(key, values = {}) {
  const words = WORDS[current][key] ?? key;
  return words.replace("{name}", values.name ?? "");
}

export function onLanguage(listener) {
  listeners.push(listener);
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
