// Keeps the article that is read in the address bar, so that it can be shared, and lets the
// browser's Back and Forward go through what was read.
// Gradio gives: element (the masthead, whose link switches the language).
const title = document.title;
let touched = false; // a page that nobody touched stays at the address that it was opened at
let awaited; // the id of the article that Back or Forward asked for, until it is shown

const asked = () => new URLSearchParams(location.search).get("ARTICLE");
const seen = (selector) =>
  [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
const article = () => seen(".wb-article[data-shows^='ARTICLE-']");
const idOf = (shown) => shown?.dataset.shows.slice("ARTICLE-".length) ?? null;

const keepAddress = () => {
  waits = false;
  const shown = article();
  if (!shown && !seen("#wb-talk")) return; // an edition is on its way, or the files of a new one
  document.title = shown ? `${shown.querySelector("h3").textContent} · ${title}` : title;
  const id = idOf(shown);
  if (id === awaited) awaited = undefined;
  if (id === asked() || awaited !== undefined || !touched) return;
  history.pushState(null, "", id ? `?${new URLSearchParams({ ARTICLE: id })}` : location.pathname);
};

const open = (id) => {
  if (awaited !== id) return;
  const shelf = seen("#wb-shelf [data-open]")?.closest("#wb-shelf");
  if (!shelf) return requestAnimationFrame(() => open(id)); // it is drawn when first looked at
  const link = Object.assign(document.createElement("a"), { href: "#" });
  link.dataset.open = `ARTICLE-${id}`;
  shelf.append(link);
  link.click();
  link.remove();
};

addEventListener("popstate", () => {
  const id = asked();
  const shown = article();
  if (id === idOf(shown)) return;
  const [ask, read] = document.querySelectorAll("#wb-tabs [role=tab]");
  awaited = id;
  if (id) {
    read.click();
    open(id);
  } else if (seen("#wb-talk")) {
    shown.querySelector("[data-open]").click(); // the way back to the source
  } else ask.click();
});

const goOn = (event) => {
  if (!event.isTrusted || !element.querySelector("header")) return; // not yet all there
  touched = true;
  awaited = undefined; // who goes elsewhere waits no longer
};
addEventListener("pointerdown", goOn, true);
addEventListener("keydown", goOn, true);

// In another language it is the same article.
element.addEventListener("click", (event) => {
  const link = event.target.closest("a.wb-language");
  if (link && asked()) link.search += `&${new URLSearchParams({ ARTICLE: asked() })}`;
});

let waits = false;
const soon = () => {
  if (!waits) requestAnimationFrame(keepAddress);
  waits = true;
};
new MutationObserver(soon).observe(document.body, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ["style", "class", "data-shows"],
});
