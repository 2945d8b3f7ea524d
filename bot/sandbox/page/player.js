// Plays the acts of a story on the phones, as people would, and waits for what the bot answers.

import * as api from "./api.js";
import { moveToNext } from "./clock.js";
import { demo } from "./demo.js";
import { showPanel } from "./side.js";
import { language } from "./words.js";

const PATIENCE = 30_000;
const LOOK = 650;
const TEAM = new Set(["worker", "second", "lead"]);
const LANGUAGES = ["da", "en"];

export class Stuck extends Error {}
export class Over extends Error {}

// The scene is what one telling of a story knows: its phones, its pace, and whether it goes on.
export class Scene {
  constructor(phones, isOver) {
    this.phones = phones;
    this.isOver = isOver;
    this.isFast = false;
    this.hasBegun = false;
    this.forgetStep();
  }

  // What has been done in a step stays known when the bot does not answer, so that it can go on.
  forgetStep() {
    this.done = 0;
    this.heard = null;
    this.answer = null;
  }

  async play(part, acts, reaches) {
    this.heard ??= reaches.map((each) => [each, newest(this.phone(each))]);
    while (this.done < acts.length) {
      this.answer ??= await this.act(part, acts[this.done]);
      await this.until(this.answer);
      this.answer = null;
      this.done += 1;
    }
    await this.until(() =>
      this.heard.every(([each, before]) => newest(this.phone(each)) !== before),
    );
    this.forgetStep();
  }

  phone(part) {
    return this.phones.get(demo()?.cast[part]);
  }

  // The team reads the demo's language, and everybody else the one they picked.
  words(part, pair) {
    return pair[LANGUAGES.indexOf(TEAM.has(part) ? demo().language : language())];
  }

  until(check) {
    return new Promise((resolve, reject) => {
      const end = (settle, value) => {
        clearTimeout(timer);
        ["looked", "over"].forEach((each) => document.removeEventListener(each, look));
        settle(value);
      };
      const look = () => {
        if (this.isOver()) {
          end(reject, new Over());
        } else {
          const found = check();
          if (found) {
            end(resolve, found);
          }
        }
      };
      const timer = setTimeout(() => end(reject, new Stuck()), PATIENCE);
      ["looked", "over"].forEach((each) => document.addEventListener(each, look));
      look();
    });
  }

  async pause(milliseconds) {
    if (!this.isFast) {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    if (this.isOver()) {
      throw new Over();
    }
  }

  // Begins anew, and waits until the whole team has come and the bot answers.
  async begin(onDuty) {
    if (this.hasBegun) {
      return;
    }
    await api.reset(onDuty);
    const { run } = await api.demo();
    const hasCome = () => {
      const now = demo();
      const everybody = now?.run === run && now.ready && Object.values(now.cast);
      return everybody && everybody.every((id) => this.phones.get(id)?.chat);
    };
    await this.until(hasCome);
    this.hasBegun = true;
  }

  // Does one act, and returns how to tell that it was answered.
  act(part, act) {
    if (act.press) {
      return this.press(this.phone(part), this.words(part, act.press));
    }
    return act.type ? this.type(this.phone(part), this.words(part, act.type)) : this.change(act);
  }

  async change(act) {
    if (act.show) {
      showPanel(act.show);
    } else {
      await moveToNext();
      await this.pause(LOOK);
    }
    return () => true;
  }

  async press(phone, words) {
    const key = await this.until(() => phone.keyNamed(words));
    key.scrollIntoView({ block: "nearest", inline: "nearest" });
    key.classList.add("pressed");
    await this.pause(LOOK);
    const before = newest(phone);
    const id = Number(key.closest(".message")?.dataset.id);
    const buttons = JSON.stringify(phone.messageOf(id)?.buttons);
    const isOther = () => JSON.stringify(phone.messageOf(id)?.buttons) !== buttons;
    phone.lock.clear();
    key.classList.remove("pressed");
    key.click();
    return () => newest(phone) !== before || isOther();
  }

  async type(phone, words) {
    const before = newest(phone);
    phone.composer.write(words);
    await this.pause(LOOK);
    phone.lock.clear();
    phone.composer.submit();
    return () => newest(phone) !== before;
  }
}

const newest = (phone) => phone.chat.messages.findLast(({ from }) => from === "bot")?.message_id;
