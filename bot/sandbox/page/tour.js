// The guided tour: a bar that tells a story step by step, by itself, or from a link.

import { demo, onDemo } from "./demo.js";
import { button, icon, make } from "./dom.js";
import { Over, Scene, Stuck } from "./player.js";
import { STORIES } from "./stories.js";
import { readLink, recall, remember, writeLink } from "./tourlink.js";
import { language, onLanguage, say, setLanguage } from "./words.js";

const bar = document.getElementById("tour");
const SHORTEST = 2600;
const BY_LETTER = 48;

let phones;
let story = null;
let step = 0; // how many steps have been played
let scene; // where the telling is in its step, for one that got stuck
let shown = 0; // the step that is told now; 0 is the beginning
let isBusy = false;
let isPlaying = false;
let trouble = "";
let telling = 0; // another number ends whatever an older telling still waits for

export function startTour(known) {
  phones = known;
  let hasBegun = false;
  onDemo(() => {
    if (!hasBegun) {
      hasBegun = true;
      openLink(recall());
      draw();
    }
  });
  window.addEventListener("hashchange", () => demo() && openLink(null));
  onLanguage(() => {
    draw();
    link();
  });
}

const inLanguage = ([da, en]) => (language() === "da" ? da : en);

// A page that is only loaded again goes on where it was; any other link begins anew.
function openLink(kept) {
  const wanted = readLink();
  const found = STORIES.find(({ name }) => name === wanted?.tour);
  if (!found || (story === found && wanted.step === shown && wanted.language === language())) {
    return;
  }
  if (wanted.language && wanted.language !== language()) {
    setLanguage(wanted.language);
  }
  const isSame = kept?.run === demo().run && kept.tour === wanted.tour && kept.step === wanted.step;
  if (isSame) {
    story = found;
    step = shown = kept.step;
    scene = new Scene(phones, () => false);
    scene.hasBegun = true;
    draw();
    spotlight();
  } else {
    tell(found, Math.min(wanted.step, found.steps.length));
  }
}

// Begins a story anew, and plays at once up to a step.
async function tell(chosen, upTo = 0) {
  const mine = end();
  story = chosen;
  step = shown = 0;
  scene = new Scene(phones, () => mine !== telling);
  await guarded(async () => {
    await scene.begin(story.onDuty);
    scene.isFast = true;
    while (step < upTo) {
      await playOne();
    }
  });
  scene.isFast = false;
}

async function next() {
  await guarded(async () => {
    await scene.begin(story.onDuty);
    await playOne();
  });
}

async function guarded(work) {
  const mine = telling;
  trouble = "";
  isBusy = true;
  draw();
  try {
    await work();
  } catch (error) {
    if (error instanceof Over || mine !== telling) {
      return;
    }
    isPlaying = false;
    trouble = error instanceof Stuck ? say("tourStuck") : error.message;
  }
  if (mine === telling) {
    isBusy = false;
    draw();
  }
}

async function playOne() {
  const { who, acts, reaches } = story.steps[step];
  shown = step + 1;
  draw();
  spotlight();
  link();
  await scene.play(who, acts, reaches);
  step += 1;
  remember({ run: demo().run, tour: story.name, step });
}

async function play() {
  isPlaying = !isPlaying;
  draw();
  const mine = telling;
  while (isPlaying && mine === telling && step < story.steps.length) {
    await next();
    if (isPlaying && mine === telling) {
      await new Promise((resolve) => setTimeout(resolve, readingTime()));
    }
  }
  if (mine === telling) {
    isPlaying = false;
    draw();
  }
}

const readingTime = () => Math.max(SHORTEST, sentence().length * BY_LETTER);

// Ends whatever is told now, and returns the number of the telling that follows.
function end() {
  isPlaying = false;
  isBusy = false;
  trouble = "";
  telling += 1;
  document.dispatchEvent(new Event("over"));
  document.querySelectorAll(".spotlight").forEach((each) => each.classList.remove("spotlight"));
  return telling;
}

function close() {
  end();
  story = null;
  link();
  draw();
  bar.querySelector("button").focus();
}

function spotlight() {
  document.querySelectorAll(".spotlight").forEach((each) => each.classList.remove("spotlight"));
  const phone = shown > 0 && phones.get(demo().cast[story.steps[shown - 1].who]);
  if (phone) {
    phone.element.classList.add("spotlight");
    phone.comeForward();
  }
}

const link = () =>
  writeLink(story && { tour: story.name, step: shown, language: language() });

function sentence() {
  if (trouble) {
    return trouble;
  }
  if (shown === 0) {
    return isBusy ? say("tourReset") : `${inLanguage(story.about)} ${say("tourReady")}`;
  }
  return inLanguage(story.steps[shown - 1].why);
}

function draw() {
  if (!demo()) {
    return;
  }
  bar.classList.toggle("telling", story !== null);
  if (bar.dataset.story !== (story?.name ?? "")) {
    bar.dataset.story = story?.name ?? "";
    bar.replaceChildren(...(story ? teller : chooser).elements);
  }
  (story ? teller : chooser).fill();
}

const chooser = makeChooser();
const teller = makeTeller();

function makeChooser() {
  const lead = make("p", { class: "tour-lead" });
  const cards = STORIES.map((each) => {
    const title = make("b");
    const about = make("span");
    const card = button({ class: "story" }, () => tell(each), title, about);
    return { each, title, about, card };
  });
  const row = make("div", { class: "stories" }, ...cards.map(({ card }) => card));
  const fill = () => {
    lead.textContent = say("tourLead");
    for (const { each, title, about } of cards) {
      title.textContent = inLanguage(each.title);
      about.textContent = inLanguage(each.about);
    }
  };
  return { elements: [lead, row], fill };
}

function makeTeller() {
  const title = make("h2");
  const count = make("p", { class: "tour-count" });
  const progress = make("div", { class: "tour-progress", "aria-hidden": "true" }, make("span"));
  const words = make("p", { class: "tour-words", role: "status" });
  const onward = button({ class: "primary", id: "tour-next" }, (control) => isOn(control) && next());
  const playing = button({ id: "tour-play" }, (control) => isOn(control) && play());
  const again = button({ class: "quiet" }, () => tell(story));
  const others = button({ class: "quiet" }, close);
  const copy = button({ class: "quiet", id: "tour-link" }, copyLink);
  const keys = make("div", { class: "tour-keys" }, playing, onward);
  const more = make("div", { class: "tour-more" }, again, others, copy);
  const head = make("div", { class: "tour-head" }, title, count, more);
  const fill = () => {
    const all = story.steps.length;
    const isDone = step === all;
    title.textContent = inLanguage(story.title);
    count.textContent = say("stepOf", { step: String(shown), all: String(all) });
    progress.firstElementChild.style.width = `${(shown / all) * 100}%`;
    words.replaceChildren(sentence(), isDone && !isBusy ? make("span", { class: "tour-end" }, say("tourEnd")) : "");
    words.classList.toggle("trouble", trouble !== "");
    onward.replaceChildren(say(isBusy ? "tourBusy" : "tourNext"));
    onward.setAttribute("aria-disabled", String(isBusy || isPlaying || isDone));
    playing.replaceChildren(icon(isPlaying ? "pause" : "play"), say(isPlaying ? "tourPause" : "tourPlay"));
    playing.setAttribute("aria-disabled", String(!isPlaying && (isBusy || isDone)));
    again.textContent = say("tourAgain");
    others.textContent = say("tourOther");
    copy.textContent = say("tourLink");
  };
  return { elements: [head, make("div", { class: "tour-body" }, words, keys), progress], fill };
}

const isOn = (control) => control.getAttribute("aria-disabled") !== "true";

async function copyLink(control) {
  await navigator.clipboard.writeText(window.location.href).then(
    () => control.replaceChildren(say("tourCopied")),
    () => window.prompt(say("tourLink"), window.location.href),
  );
}
