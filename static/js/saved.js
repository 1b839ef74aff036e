// Keeps an article for later and for reading without a network.
"use strict";

const CACHE = "saved";
const button = document.querySelector("[data-save]");

// Everything this page needs to be drawn again without a network.
const parts = () => [
  window.location.pathname,
  button.dataset.list,
  ...[...document.querySelectorAll('link[rel="stylesheet"], link[rel="preload"], link[rel="icon"]')].map((link) => link.href),
  ...[...document.querySelectorAll("script[src]")].map((script) => script.src),
];

const keep = async () => {
  if (!("caches" in window) || !navigator.serviceWorker) return;
  await navigator.serviceWorker.register(button.dataset.worker);
  const cache = await caches.open(CACHE);
  await Promise.all(parts().map((address) => cache.add(address).catch(() => undefined)));
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
      await (await caches.open(CACHE)).delete(window.location.pathname);
      return;
    }
    const { title, language, direction, outlet } = button.dataset;
    window.store.write(CACHE, [{ id, title, language, direction, outlet, address: window.location.pathname }, ...others]);
    draw();
    await keep();
  });
}
