// Keeps an article for later and for reading without a network.
"use strict";

const CACHE = "saved";
const button = document.querySelector("[data-save]");

// The sheets, scripts and typefaces that a page names.
const named = (page) => [...page.querySelectorAll('link[rel="stylesheet"], link[rel="preload"], link[rel="icon"], script[src]')]
  .map((part) => part.getAttribute("href") ?? part.getAttribute("src"));

// Everything that this page and the list of saved articles need to be drawn again without a network.
const parts = async () => {
  const list = await (await fetch(button.dataset.list)).text();
  const faces = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".woff2"));
  const all = [...named(document), ...named(new DOMParser().parseFromString(list, "text/html")), ...faces];
  const addresses = all.map((address) => new URL(address, window.location.href).href);
  return [window.location.pathname, button.dataset.list, ...new Set(addresses)];
};

const keep = async () => {
  if (!("caches" in window) || !navigator.serviceWorker) return;
  await navigator.serviceWorker.register(button.dataset.worker);
  const cache = await caches.open(CACHE);
  await Promise.all((await parts()).map((address) => cache.add(address).catch(() => undefined)));
};

if (button) {
  const id = button.dataset.save;
  const isSaved = () => window.store.read(CACHE).some((item) => item.id === id);
  const draw = () => {
    button.setAttribute("aria-pressed", String(isSaved()));
    button.textContent = isSaved() ? button.dataset.saved : button.dataset.unsaved;
  };
  draw();
  button.hidden = false;
  button.addEventListener("click", async () => {
    const others = window.store.read(CACHE).filter((item) => item.id !== id);
    if (isSaved()) {
      window.store.write(CACHE, others);
      draw();
      button.removeAttribute("data-offline");
      await (await caches.open(CACHE)).delete(window.location.pathname);
      return;
    }
    const { title, language, direction, outlet } = button.dataset;
    window.store.write(CACHE, [{ id, title, language, direction, outlet, address: window.location.pathname }, ...others]);
    draw();
    await keep();
    button.toggleAttribute("data-offline", true); // all of it has arrived: from now on no network is needed
  });
}
