// A self-check: its answers may go into a link behind the # sign, which no browser sends anywhere.
const form = document.getElementById("facts");

const pack = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const unpack = (text) => new TextDecoder().decode(
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)));

function answers() {
  const kept = [...new FormData(form)].filter(([, value]) => String(value).trim());
  return new URLSearchParams(kept).toString();
}

function put(name, value) {
  const fields = [...form.elements].filter((each) => each.name === name);
  const box = fields.find((each) => ["radio", "checkbox"].includes(each.type) && each.value === value);
  if (box) { box.checked = true; return; }
  const line = fields.find((each) => !["radio", "checkbox"].includes(each.type));
  if (line) { line.value = value; return; }
  const hidden = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  form.append(hidden);
}

function restore() {
  const found = /^#a=([\w-]+)$/.exec(location.hash);
  const says = document.querySelector("[data-restored]");
  if (!found || !says) return;
  history.replaceState(null, "", location.pathname + location.search);
  try {
    for (const [name, value] of new URLSearchParams(unpack(found[1]))) put(name, value);
    says.hidden = false;
  } catch { /* a damaged link fills in nothing */ }
}

function offer() {
  const box = document.querySelector("[data-link-box]");
  const row = document.querySelector("[data-link-row]");
  box.hidden = false;
  document.querySelector("[data-link]").addEventListener("click", () => {
    document.querySelector("[data-link-warning]").hidden = false;
    document.getElementById("link").value = `${location.origin}/assess#a=${pack(answers())}`;
    row.hidden = false;
    document.getElementById("link").select();
  });
  form.addEventListener("input", () => { row.hidden = true; });
}

for (const link of document.querySelectorAll("[data-clear]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (const field of form.querySelectorAll("input, textarea, select")) {
      if (["radio", "checkbox"].includes(field.type)) field.checked = false;
      else field.value = "";
    }
    location.replace("/assess");
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
restore();
offer();
