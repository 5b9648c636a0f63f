// Tells Python which of the links SELECTOR was followed, and brings TARGET into view with it.
// Gradio gives: element (of the component), trigger (an event to Python), watch (for its changes).
let followed = null; // which, and whether by key, until what it opens is there

const target = () => document.querySelector("TARGET");
const narrow = () => matchMedia("(max-width: 900px)").matches;
const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

const follow = (event) => {
  const link = event.target.closest?.("SELECTOR");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const value = link.dataset.open ?? link.getAttribute("href").slice(1);
  if (value === "up") return goBack();
  followed = { value, byKey: event.detail === 0 };
  if (value === shows()) return bringIntoView();
  trigger("select", { index: 0, value, selected: true });
};

const shows = () => target()?.querySelector("[data-shows]")?.dataset.shows;

// The sentence that is cited, with the headline above it where both have room.
const bringIntoView = () => {
  const list = narrow() && followed?.value.startsWith("edition-"); // first its contents, on a phone
  const opened = list ? element.querySelector(".wb-contents") : target();
  const mark = opened.querySelector("mark");
  const room = narrow() ? innerHeight : opened.closest(".column").clientHeight;
  const depth = mark ? mark.getBoundingClientRect().bottom - opened.getBoundingClientRect().top : 0;
  if (depth > 0.9 * room) mark.scrollIntoView({ behavior, block: "center" });
  else opened.scrollIntoView({ behavior, block: "start" });
  if (followed?.byKey) {
    const heading = opened.querySelector("h2, h3"); // who followed by key goes on from there
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }
  followed = null;
};

const goBack = () => {
  const chip = document.querySelector(`#wb-chat a[href="#${CSS.escape(shows() ?? "")}"]`);
  if (narrow()) scrollTo({ top: 0, behavior });
  (chip ?? document.querySelector("#wb-box textarea"))?.focus({ preventScroll: narrow() });
};

// The links in the chat that opened what is shown.
const pointOut = () => {
  for (const link of document.querySelectorAll("#wb-chat a[href^='#']"))
    if (link.getAttribute("href").slice(1) === shows()) link.ariaCurrent = "true";
    else link.ariaCurrent = null;
};

const copy = async (event) => {
  const button = event.target.closest?.("TARGET .wb-copy");
  if (!button) return;
  const line = button.parentElement.querySelector(".wb-copied");
  const link = document.createElement("span");
  if (button.dataset.link) link.textContent = new URL(button.dataset.link, location.href).href;
  const copied = button.dataset.link ? line.parentElement.appendChild(link) : line;
  getSelection().selectAllChildren(copied);
  try {
    await navigator.clipboard.writeText(copied.textContent);
  } catch {
    document.execCommand("copy"); // pages without TLS have no clipboard
  }
  link.remove();
  button.textContent = button.dataset.done;
};

document.addEventListener("click", follow);
document.addEventListener("click", copy);
document.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && event.target.closest?.("#wb-sources");
  if (panel && panel === target()) goBack();
});
watch("value", () => {
  if (followed || !narrow()) bringIntoView();
  if (isSources) setTimeout(pointOut);
});
const isSources = element.closest("TARGET") !== null;
if (isSources)
  new MutationObserver(pointOut).observe(element.closest("#wb-desk"), {
    subtree: true,
    childList: true,
  });
