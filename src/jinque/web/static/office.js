// Shows how much of a file has been sent; without a script the browser sends the same form.
const form = document.querySelector("form[data-upload]");
if (form) {
  const bar = form.querySelector("progress");
  const fault = form.querySelector("[data-fault]");
  const button = form.querySelector("button");
  const failed = (message) => {
    fault.textContent = message;
    fault.hidden = false;
    button.disabled = false;
    bar.parentElement.hidden = true;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fault.hidden = true;
    button.disabled = true;
    bar.value = 0;
    bar.parentElement.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) {
        location.assign(request.responseURL.replace(/\.json$/, ""));
        return;
      }
      try {
        const error = JSON.parse(request.responseText).error;
        failed(`${error.message} ${error.hint}`);
      } catch {
        // Not from our site, as a proxy's own refusal: let the browser show it.
        form.submit();
      }
    });
    request.addEventListener("error", () => form.submit());
    request.send(new FormData(form));
  });
}
