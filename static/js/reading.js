// On an article's page: size and width of type kept for the reader, printing, and copying the citation.
"use strict";

const SIZES = [0.9, 1, 1.12, 1.25, 1.45];
const WIDTHS = ["34rem", "40rem", "48rem"];
const story = document.querySelector("[data-story]");

const level = (name, standard, last) => {
  const kept = Number.parseInt(localStorage.getItem(name) ?? standard, 10);
  return Number.isNaN(kept) ? standard : Math.min(Math.max(kept, 0), last);
};

const apply = () => {
  story.style.setProperty("--story-size", SIZES[level("type-size", 1, SIZES.length - 1)]);
  story.style.setProperty("--story-measure", WIDTHS[level("type-width", 1, WIDTHS.length - 1)]);
};

const change = (name, standard, last, by) => {
  localStorage.setItem(name, Math.min(Math.max(level(name, standard, last) + by, 0), last));
  apply();
};

if (story) {
  apply();
  document.querySelector("[data-type-tools]").hidden = false;
  for (const button of document.querySelectorAll("[data-type-size], [data-type-width]")) {
    button.addEventListener("click", () => {
      if (button.dataset.typeSize) change("type-size", 1, SIZES.length - 1, Number(button.dataset.typeSize));
      else change("type-width", 1, WIDTHS.length - 1, Number(button.dataset.typeWidth));
    });
  }
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
