// Sends the files that were chosen or dropped, one after the other, and lists them by their names.
// Gradio gives: element, props (value: the tokens of what was sent), trigger, watch.
let files = []; // of each its name, size, and how it stands: part (sent so far), token or fault
let sending = false;

const ask = (method, file, address, body, onPart) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, `${gradio_config.root}/incoming${address}`);
    request.setRequestHeader("X-Ticket", props.ticket);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => onPart?.(event.loaded / (event.total || 1));
    request.onloadend = () => resolve(request);
    request.send(body);
  });

const send = async (file) => {
  if (file.size > props.largest * 2 ** 20) return (file.fault = props.large);
  const answer = await ask("POST", file, `?name=${encodeURIComponent(file.name)}`, file.body, (part) => {
    file.part = part;
    show();
  });
  if (answer.status === 200) file.token = answer.responseText;
  else file.fault = answer.status === 413 ? props.large : props.lost;
};

const sendAll = async () => {
  if (sending) return;
  sending = true;
  let next;
  while ((next = files.find((file) => !file.token && !file.fault))) {
    await send(next);
    if (!files.includes(next)) drop(next); // it was taken off meanwhile
    show();
  }
  sending = false;
  tell();
};

const drop = (file) => file.token && ask("DELETE", file, `?token=${file.token}`);

const tell = () => {
  props.value = files.map((file) => file.token).filter(Boolean).join(" ");
  trigger("change");
};

const add = (chosen) => {
  const room = Math.max(0, props.most - files.length);
  const taken = [...chosen].slice(0, room);
  files.push(...taken.map((body) => ({ name: body.name, size: body.size, body, part: 0 })));
  if (chosen.length > room)
    files.push({ name: `+${chosen.length - room}`, fault: props.many });
  show();
  sendAll();
};

const remove = (file) => {
  files = files.filter((one) => one !== file);
  drop(file);
  show();
  element.querySelector("input").focus();
  if (!sending) tell();
};

const made = (tag, name, text) => {
  const part = document.createElement(tag);
  part.className = name;
  part.textContent = text;
  return part;
};

const size = (bytes) =>
  bytes < 2 ** 20 ? `${Math.ceil(bytes / 2 ** 10)} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;

const line = (file) => {
  const item = made("li", file.fault ? "wb-fault" : "", "");
  const state = file.fault ?? (file.token ? size(file.size) : `${Math.floor(100 * file.part)}%`);
  const button = made("button", "", "✕");
  button.type = "button";
  button.ariaLabel = `${props.remove} ${file.name}`;
  button.onclick = () => remove(file);
  item.append(made("span", "wb-file", file.name), made("span", "wb-state", state), button);
  item.style.setProperty("--part", file.token || file.fault ? 0 : file.part);
  return item;
};

const show = () => element.querySelector("ul")?.replaceChildren(...files.map(line));

element.addEventListener("change", (event) => {
  event.stopPropagation();
  add(event.target.files);
  event.target.value = ""; // the same file may be chosen again, put right
});
element.addEventListener("dragover", (event) => {
  event.preventDefault();
  element.querySelector("label").classList.add("wb-over");
});
element.addEventListener("dragleave", () => element.querySelector("label").classList.remove("wb-over"));
element.addEventListener("drop", (event) => {
  event.preventDefault();
  element.querySelector("label").classList.remove("wb-over");
  add(event.dataTransfer.files);
});
watch("value", () => {
  if (!props.value && !sending) files = files.filter((file) => !file.token); // they are kept
  show();
});
watch("caption", show);
