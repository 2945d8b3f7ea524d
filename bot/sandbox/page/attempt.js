// Does what a control stands for: once at a time, and with a refusal shown in the calm bar.

import { hideNotice, showNotice } from "./notice.js";

export async function attempt(control, action) {
  if (control.getAttribute("aria-disabled") === "true") {
    return;
  }
  control.setAttribute("aria-disabled", "true");
  hideNotice();
  try {
    await action();
  } catch (error) {
    showNotice(error.message);
  } finally {
    control.removeAttribute("aria-disabled");
  }
}
