// What Gradio's page leaves out for those who cannot see it, or see it in another language.
// Gradio gives: element (the masthead), watch (for its changes).
const mend = () => {
  const header = element.querySelector("header");
  if (!header) return;
  document.documentElement.lang = header.lang;
  document.querySelector("#wb-chat [role=log]")?.setAttribute("aria-label", header.dataset.log);
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
