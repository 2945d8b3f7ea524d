// A button that opens a small list of further buttons; Escape or going elsewhere closes it.

import { button, icon, make } from "./dom.js";

let menus = 0;

// Each item is { word, act, hidden? }; the words are filled in when the page is translated.
export function makeMenu({ label, name, picture, items }) {
  menus += 1;
  const list = make("div", { class: "menu-list", id: `menu-${menus}` });
  list.hidden = true;
  const opener = button(
    { "data-word-label": label, "data-name": name, "aria-controls": list.id, class: "round" },
    () => toggle(),
    icon(picture),
  );
  const element = make("div", { class: "menu" }, opener, list);
  const entries = items.map(({ word, act }) =>
    button({ "data-word": word, "data-name": name }, () => choose(act)),
  );
  list.append(...entries);

  function toggle(open = list.hidden) {
    items.forEach((item, place) => {
      entries[place].hidden = item.hidden?.() ?? false;
    });
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  }
  function choose(act) {
    toggle(false);
    opener.focus();
    act(opener);
  }
  closeByItself(element, opener, toggle);
  toggle(false);
  return element;
}

function closeByItself(element, opener, toggle) {
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      toggle(false);
      opener.focus();
    }
  });
  const leave = (target) => {
    if (target && !element.contains(target)) {
      toggle(false);
    }
  };
  element.addEventListener("focusout", (event) => leave(event.relatedTarget));
  document.addEventListener("pointerdown", (event) => leave(event.target));
}
