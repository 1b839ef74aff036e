// Without a network, saved articles and what draws them come from the cache; with one, nothing changes.
"use strict";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== self.location.origin) return;
  event.respondWith(
    fetch(event.request).catch(async (reason) => {
      const options = { ignoreVary: true, ignoreSearch: event.request.mode === "navigate" };
      const kept = await caches.match(event.request, options);
      if (kept) return kept;
      throw reason;
    }),
  );
});
