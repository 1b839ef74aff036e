// The page of saved articles and last searches, drawn from what this browser keeps.
"use strict";

const line = (item) => {
  const entry = document.createElement("li");
  entry.className = "entry";
  entry.dir = item.direction ?? "auto";
  const meta = document.createElement("p");
  meta.className = "entry-meta";
  meta.textContent = item.outlet ?? "";
  const title = document.createElement("h3");
  title.className = "entry-title";
  title.lang = item.language ?? "";
  const link = document.createElement("a");
  // Only addresses of this portal: what stands in storage may have been put there by anything.
  link.href = new URL(item.address, window.location.origin).pathname + new URL(item.address, window.location.origin).search;
  link.textContent = item.title;
  link.dataset.open = "";
  title.append(link);
  entry.append(meta, title);
  return entry;
};

for (const section of document.querySelectorAll("[data-kept]")) {
  const name = section.dataset.kept;
  const items = window.store.read(name);
  section.querySelector("ol").replaceChildren(...items.map(line));
  section.querySelector("[data-empty]").hidden = items.length > 0;
  const clear = section.querySelector("[data-clear]");
  clear.hidden = items.length === 0;
  clear.addEventListener("click", async () => {
    window.store.write(name, []);
    if ("caches" in window) await caches.delete(name);
    window.location.reload();
  });
}
