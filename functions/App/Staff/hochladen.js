// Helps with the form for files: too much is refused before it is sent, progress is shown, and files can be dropped on their field.
// Without this script the form works the same.
"use strict";

function prepare(form) {
  const megabytes = Number(form.dataset.megabytes);
  const most = megabytes * 1024 * 1024 - 1_000_000; // what the server takes, less room for names and the form around the files
  const inputs = [...form.querySelectorAll("input[type=file]")];
  const button = form.querySelector("button[type=submit]");
  const refusal = button.parentNode.insertBefore(document.createElement("p"), button);
  refusal.className = "error";
  refusal.setAttribute("role", "alert");
  const whyTooMuch = files => {
    const tooLarge = files.find(file => file.size > most);
    if (tooLarge) return `„${tooLarge.name}“ ist größer als ${megabytes} MB. Bitte verkleinern Sie die Datei, zum Beispiel die Bilder darin.`;
    return files.reduce((sum, file) => sum + file.size, 0) > most
      ? `Zusammen sind das mehr als ${megabytes} MB. Bitte laden Sie die Dateien in mehreren Schritten hoch.` : "";
  };
  const check = () => refusal.textContent = whyTooMuch(inputs.flatMap(input => [...input.files]));
  for (const input of inputs) {
    input.addEventListener("change", check);
    takeDrops(input);
  }
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (check()) inputs.find(input => input.files.length > 0).focus();
    else send(form, button, refusal);
  });
}

function takeDrops(input) {
  const field = input.closest(".field");
  const hint = field.insertBefore(document.createElement("p"), input);
  hint.className = "hint";
  hint.textContent = input.multiple ? "Sie können Dateien auch hierher ziehen." : "Sie können die Datei auch hierher ziehen.";
  const mark = isOver => event => {
    event.preventDefault();
    field.classList.toggle("dropping", isOver);
  };
  field.addEventListener("dragover", mark(true));
  field.addEventListener("dragleave", mark(false));
  field.addEventListener("drop", event => {
    mark(false)(event);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length === 0) return; // text or a link
    const files = new DataTransfer();
    const chosen = input.multiple ? [...input.files, ...dropped] : dropped.slice(0, 1);
    for (const file of chosen) files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  });
}

function send(form, button, refusal) {
  const action = new URL(form.getAttribute("action"), location.href).href;
  const bar = button.parentNode.insertBefore(document.createElement("progress"), button);
  const told = button.parentNode.insertBefore(document.createElement("p"), button);
  bar.setAttribute("aria-label", "Hochgeladen");
  told.setAttribute("role", "status");
  told.textContent = "Wird hochgeladen …";
  button.disabled = true;

  const request = new XMLHttpRequest();
  request.open("POST", action);
  request.responseType = "document";
  request.upload.addEventListener("progress", event => {
    bar.max = event.total;
    bar.value = event.loaded;
    const tens = Math.floor(event.loaded / event.total * 10) * 10;
    if (tens < 100) told.textContent = `Wird hochgeladen: ${tens} %`; // told to screen readers, so not at every step
  });
  request.upload.addEventListener("load", () => told.textContent = "Hochgeladen. Die Dateien werden geprüft …");
  request.addEventListener("loadend", () => {
    if (request.responseURL && request.responseURL !== action) location.assign(request.responseURL);
    else if (request.response?.querySelector("main")) showAgain(request.response);
    else fail(); // no answer, or one of a server in between
  });
  request.send(new FormData(form));

  function fail() {
    bar.remove();
    told.remove();
    button.disabled = false;
    refusal.textContent = "Das Hochladen ist gescheitert: Die Verbindung ist abgebrochen, die Antwort kam nicht rechtzeitig, oder Sie sind nicht "
      + "mehr angemeldet. Bitte laden Sie die Seite neu, sehen Sie nach, welche Dateien da sind, und wählen Sie die anderen noch einmal aus.";
  }
}

function showAgain(page) {
  for (const script of page.querySelectorAll("script")) script.remove(); // this one runs already
  for (const element of page.querySelectorAll("[autofocus]")) element.removeAttribute("autofocus"); // which is for pages that are opened
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  prepareAll();
  document.querySelector(".problems")?.focus();
}

function prepareAll() {
  for (const form of document.querySelectorAll("form[enctype='multipart/form-data']")) prepare(form);
}

prepareAll();
