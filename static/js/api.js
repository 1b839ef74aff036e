// Shows the API's answer below the form that asks for it; without this script the form opens the answer itself.
for (const form of document.querySelectorAll("form[data-try]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const query = new URLSearchParams();
    let address = form.dataset.try;
    for (const input of form.querySelectorAll("input")) {
      if ("inPath" in input.dataset) address = address.replace(`{${input.name}}`, encodeURIComponent(input.value));
      else if (input.value) query.append(input.name, input.value);
    }
    const asked = query.size ? `${address}?${query}` : address;
    const link = form.querySelector(".api-asked a");
    const answer = form.querySelector(".api-answer");
    link.href = link.textContent = asked;
    link.parentElement.hidden = answer.hidden = false;
    const response = await fetch(asked, { headers: { Accept: "application/json" } });
    const text = await response.text();
    try {
      answer.textContent = `${response.status}\n${JSON.stringify(JSON.parse(text), null, 2)}`;
    } catch {
      answer.textContent = `${response.status}`;
    }
  });
}
