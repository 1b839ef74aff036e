/* A month to choose a day from, beside each field for a date. The server draws it in the reader's calendar. */
(() => {
  const dialog = document.querySelector("dialog[data-picker]");
  if (!dialog || !dialog.showModal) return;
  const DAY = 86400000;
  let field = null;

  const show = async (query) => {
    const answer = await fetch(`${dialog.dataset.picker}?${new URLSearchParams(query)}`);
    if (!answer.ok) return;
    dialog.innerHTML = await answer.text();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('[data-day][tabindex="0"]')?.focus();
  };

  const move = (from, days) => {
    const day = new Date(Date.parse(from.dataset.day) + days * DAY).toISOString().slice(0, 10);
    const there = dialog.querySelector(`[data-day="${day}"]`);
    if (!there) {
      show({ day, value: field.value });
      return;
    }
    from.tabIndex = -1;
    there.tabIndex = 0;
    there.focus();
  };

  const steps = (day) => {
    const onward = getComputedStyle(dialog).direction === "rtl" ? -1 : 1;
    const column = day.closest("td").cellIndex;
    return { ArrowRight: onward, ArrowLeft: -onward, ArrowUp: -7, ArrowDown: 7, Home: -column, End: 6 - column };
  };

  dialog.addEventListener("keydown", (event) => {
    const day = event.target.closest("[data-day]");
    if (!day) return;
    const way = { PageUp: "before", PageDown: "after" }[event.key];
    if (way) {
      event.preventDefault();
      dialog.querySelector(`[data-way="${way}"]`)?.click();
      return;
    }
    const step = steps(day)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (step) move(day, step);
  });

  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (event.target === dialog || button?.hasAttribute("data-close")) dialog.close();
    else if (button?.dataset.show) show({ day: button.dataset.show, value: field.value });
    else if (button?.dataset.day) {
      field.value = button.value;
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => field?.focus());

  for (const button of document.querySelectorAll("[data-pick]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      field = document.getElementById(button.dataset.pick);
      show({ value: field.value });
    });
  }
})();
