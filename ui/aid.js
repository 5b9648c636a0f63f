// What Gradio's page leaves out for those who cannot see it, or see it in another language.
// Gradio gives: element (the masthead), watch (for its changes).
const say = (said) => {
  for (const part of document.querySelectorAll(".toast-title, .toast-message-text")) {
    const english = part.textContent;
    const found = Object.keys(said).find((known) => english.includes(known));
    if (!found) continue;
    part.textContent = said[found];
  }
};

const mend = () => {
  const header = element.querySelector("header");
  if (!header) return;
  document.documentElement.lang = header.lang;
  say(JSON.parse(header.dataset.said));
  document.querySelector("#wb-chat [role=log]")?.setAttribute("aria-label", header.dataset.log);
  for (const message of document.querySelectorAll("#wb-chat [data-testid][aria-label]"))
    message.removeAttribute("aria-label"); // the message again, with its marks
  for (const chip of document.querySelectorAll("#wb-chat a[href^='#cite-']"))
    chip.ariaLabel = header.dataset.cite.replace("0", chip.textContent);
  document.querySelector("#wb-chat .examples[role=list]")?.removeAttribute("role"); // of buttons
  const filters = document.querySelector("#wb-filters > .label-wrap");
  filters?.setAttribute("aria-expanded", filters.classList.contains("open"));
};
watch("value", mend);
new MutationObserver(mend).observe(document.body, {
  subtree: true,
  childList: true,
  attributeFilter: ["class"],
});
