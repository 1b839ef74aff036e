// Who is named here: a card at a linked name, on hover and on focus, on touch at the first tap.
"use strict";

const DELAY = 350;
const card = document.querySelector("[data-person-card]");
const known = new Map();
let waiting = 0;
let shownFor = null;

const ask = (slug) => {
  if (!known.has(slug)) {
    const answer = fetch(card.dataset.personCard.replace("SLUG", slug)).then((found) => (found.ok ? found.json() : null));
    known.set(slug, answer.catch(() => null));
  }
  return known.get(slug);
};

const hide = () => {
  clearTimeout(waiting);
  card.hidden = true;
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
};

const show = async (link) => {
  const person = await ask(link.dataset.person);
  if (!person || !link.matches(":hover, :focus, [data-tapped]")) return;
  hide();
  shownFor = link;
  link.setAttribute("aria-describedby", card.id);
  card.querySelector("[data-card-name]").textContent = person.name;
  card.querySelector("[data-card-text]").textContent = person.description;
  const others = person.names.filter((name) => name.kind === "full" && name.text !== person.name).slice(0, 3);
  card.querySelector("[data-card-names]").textContent = others.map((name) => `\u2068${name.text}\u2069`).join("\u00a0· ");
  card.hidden = false;
  const place = link.getClientRects()[0];
  const side = Math.min(Math.max(place.left, 8), window.innerWidth - card.offsetWidth - 8);
  card.style.setProperty("inset-block-start", `${window.scrollY + place.bottom + 6}px`);
  card.style.setProperty("left", `${Math.max(side, 8)}px`);
};

if (card) {
  for (const link of document.querySelectorAll("a[data-person]")) {
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") waiting = setTimeout(show, DELAY, link);
    });
    link.addEventListener("pointerleave", hide);
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("pointerup", (event) => {
      if (event.pointerType === "mouse") return;
      if (shownFor === link) return;
      link.dataset.tapped = "";
      // The first tap tells who it is, the second one leads to the page.
      link.addEventListener("click", (click) => click.preventDefault(), { once: true });
      show(link).then(() => {
        delete link.dataset.tapped;
        if (shownFor !== link) window.location.assign(link.href);
      });
    });
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => !event.target.closest("a[data-person]") && hide());
}
