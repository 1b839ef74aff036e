// Remembers the last searches of this browser, each once.
"use strict";

const heading = document.querySelector("[data-searched]");

if (heading && heading.dataset.searched) {
  const title = heading.dataset.searched;
  const address = window.location.pathname + window.location.search;
  const others = window.store.read("searches").filter((item) => item.title !== title);
  window.store.write("searches", [{ title, address }, ...others].slice(0, 20));
}
