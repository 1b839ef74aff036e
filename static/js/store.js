// What a reader keeps in this browser: saved articles, last searches, what was read. Nothing of it reaches the server.
"use strict";

window.store = {
  read(name) {
    try {
      const kept = JSON.parse(localStorage.getItem(name));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  },
  write(name, items) {
    try {
      localStorage.setItem(name, JSON.stringify(items));
    } catch {
      // A browser that keeps nothing, or a full one: the page goes on without.
    }
  },
};
