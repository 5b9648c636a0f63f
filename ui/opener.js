// Tells Python which of the links SELECTOR was followed, and brings TARGET into view with it.
// Gradio gives: element (of the component), trigger (an event to Python), watch (for its changes).
let opened = false;

const follow = (event) => {
  const link = event.target.closest?.("SELECTOR");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const value = link.dataset.open ?? link.getAttribute("href").slice(1);
  if (value === "up") return scrollTo({ top: 0, behavior: "smooth" });
  opened = true;
  if (value === element.querySelector("[data-shows]")?.dataset.shows) return bringIntoView();
  opened = true;
  trigger("select", { index: 0, value, selected: true });
};

const bringIntoView = () => {
  const target = document.querySelector("TARGET");
  const narrow = matchMedia("(max-width: 900px)").matches;
  if (narrow) target.scrollIntoView({ behavior: "smooth", block: "start" });
  else target.querySelector("mark, h3")?.scrollIntoView({ behavior: "smooth", block: "nearest" });
};

const copy = async (event) => {
  const button = event.target.closest?.(".wb-copy");
  if (!button) return;
  const line = button.parentElement.querySelector(".wb-copied");
  getSelection().selectAllChildren(line);
  try {
    await navigator.clipboard.writeText(line.textContent);
  } catch {
    document.execCommand("copy"); // pages without TLS have no clipboard
  }
  button.textContent = button.dataset.done;
};

document.addEventListener("click", follow);
document.querySelector("TARGET").addEventListener("click", copy);
watch("value", () => {
  if (opened) bringIntoView();
  opened = false;
});
