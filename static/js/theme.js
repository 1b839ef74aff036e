// The theme at once, without a new page; the link does the same without a script.
"use strict";

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-theme-choice]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const theme = link.dataset.themeChoice;
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
  for (const other of document.querySelectorAll("[data-theme-choice]")) {
    if (other === link) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
});

// A panel over the page closes as readers expect: by Escape and by a tap beside it.
const display = document.querySelector("[data-display]");
if (display) {
  document.addEventListener("click", (event) => {
    if (!display.contains(event.target)) display.open = false;
  });
  display.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    display.open = false;
    display.querySelector("summary").focus();
  });
}
