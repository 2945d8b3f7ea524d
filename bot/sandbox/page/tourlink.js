// Where the tour is, as a link to share, and as what this tab remembers when it is loaded again.

const KEPT = "brobygger-demo-tour";

export function readLink() {
  const found = new URLSearchParams(window.location.hash.slice(1));
  if (!found.has("tour")) {
    return null;
  }
  const step = Number.parseInt(found.get("step") ?? "0", 10);
  const wanted = found.get("language");
  return {
    tour: found.get("tour"),
    step: step > 0 ? step : 0,
    language: ["da", "en"].includes(wanted) ? wanted : null,
  };
}

export function writeLink(place) {
  const hash = place ? `#${new URLSearchParams(place)}` : "";
  history.replaceState(null, "", `${window.location.pathname}${hash}`);
}

export const remember = (place) => sessionStorage.setItem(KEPT, JSON.stringify(place));
export const recall = () => JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
