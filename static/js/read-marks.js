// Marks articles that were opened in this browser, quietly, in every list; the page of saved articles forgets them.
"use strict";

(() => {
  const KEPT = "read";
  const MOST = 3000; // ids, of which a reader of fifty articles a day collects as many in two months: some 20 KB
  const { label } = document.currentScript.dataset;

  const remember = (id) => {
    const others = window.store.read(KEPT).filter((other) => other !== id);
    window.store.write(KEPT, [id, ...others].slice(0, MOST));
  };

  const draw = () => {
    const read = new Set(window.store.read(KEPT));
    for (const entry of document.querySelectorAll("[data-article]")) {
      const meta = entry.querySelector(".entry-meta");
      if (read.has(entry.dataset.article)) meta.dataset.read = label;
      else delete meta.dataset.read;
    }
    for (const section of document.querySelectorAll("[data-read-marks]")) section.hidden = read.size === 0;
  };

  const story = document.querySelector("[data-story]");
  if (story) remember(story.dataset.story);

  for (const button of document.querySelectorAll("[data-forget-read]")) {
    button.addEventListener("click", () => {
      window.store.write(KEPT, []);
      draw();
    });
  }

  draw();
  // A page that the browser kept for "back" is shown as it was left: what was opened since is marked now.
  window.addEventListener("pageshow", (event) => event.persisted && draw());
})();
