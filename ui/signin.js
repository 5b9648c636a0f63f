// On the page to sign in on, Gradio's word for a wrong password is said in plainer ones, and aloud.
new MutationObserver(() => {
  const said = document.querySelector(".creds");
  if (!said || said.role === "alert") return;
  said.role = "alert";
  said.textContent = WRONG;
}).observe(document, { childList: true, subtree: true });
