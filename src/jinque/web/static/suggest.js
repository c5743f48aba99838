// Offers names while a query is typed. Without this script the box works as it is.
"use strict";
for (const box of document.querySelectorAll("input[data-suggest]")) {
  const list = document.getElementById(box.getAttribute("list"));
  const pause = 150;
  let waiting = 0;
  let asked = "";
  const offer = async () => {
    const typed = box.value.trim();
    if (typed === asked) return;
    asked = typed;
    if (!typed) return list.replaceChildren();
    const answer = await fetch(box.dataset.suggest + "?q=" + encodeURIComponent(typed));
    if (!answer.ok || typed !== asked) return;
    const { names } = await answer.json();
    list.replaceChildren(...names.map((name) => new Option(name, name)));
  };
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => offer().catch(() => {}), pause);
  });
}
