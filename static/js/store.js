// What a reader keeps in this browser: saved articles and last searches. Nothing of it reaches the server.
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
    localStorage.setItem(name, JSON.stringify(items));
  },
};
