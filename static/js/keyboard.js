// Keys by their place on the board, whatever the layout: "/" search, j k through a list, o open, n p pages, ? help.
"use strict";

const KEPT = "keyboard";
const panel = document.querySelector("[data-keys]");
const on = () => localStorage.getItem(KEPT) !== "off";
let place = -1;

const step = (by) => {
  const links = [...document.querySelectorAll("main [data-open]")];
  if (!links.length) return;
  const focused = links.indexOf(document.activeElement);
  place = Math.min(Math.max((focused >= 0 ? focused : place) + by, 0), links.length - 1);
  links[place].focus();
  links[place].scrollIntoView({ block: "center" });
};

const follow = (selector) => document.querySelector(selector)?.click();

const actions = {
  Slash: () => document.querySelector("input[data-suggest]")?.focus(),
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyO: () => document.activeElement.matches("[data-open]") && document.activeElement.click(),
  KeyN: () => follow('main a[rel="next"]'),
  KeyP: () => follow('main a[rel="prev"]'),
};

document.addEventListener("keydown", (event) => {
  if (!on() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if ((event.code === "Slash" && event.shiftKey) || event.key === "?" || event.key === "؟") {
    if (panel) panel.open ? panel.close() : panel.showModal();
    event.preventDefault();
    return;
  }
  const action = event.shiftKey ? null : actions[event.code];
  if (!action) return;
  event.preventDefault();
  action();
});

const toggle = document.querySelector("[data-keyboard-switch]");
if (toggle) {
  toggle.checked = on();
  toggle.closest("[hidden]")?.removeAttribute("hidden");
  toggle.addEventListener("change", () => localStorage.setItem(KEPT, toggle.checked ? "on" : "off"));
}
for (const button of document.querySelectorAll("[data-keys-open]")) {
  button.hidden = false;
  button.addEventListener("click", () => panel?.showModal());
}
