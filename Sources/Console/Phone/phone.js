"use strict";
// A phone as basic as its network: it knows nothing of the dialogs but what they show.

const settings = JSON.parse(document.body.dataset.settings);
const words = settings.words;
const part = (id) => document.getElementById(id);
const put = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const now = () => performance.now() / 1000;
const entry = part("entry");

/** Random letters: what tells a session, or a message, from every other. */
function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function post(address, content, options = {}) {
  const response = await fetch(address, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content), ...options,
  });
  if (!response.ok) throw Object.assign(new Error(await response.text()), { status: response.status });
  return response.json();
}

// The bill.

const unbilled = () => ({ sessions: 0, seconds: 0, steps: 0, sent: 0, sentParts: 0, received: 0, receivedParts: 0 });
let bill = unbilled();

const lasted = () => (session ? now() - session.began : 0);
/** A step that has begun is billed whole. */
const stepsIn = (seconds) => Math.max(1, Math.ceil(seconds / settings.step));

function showBill() {
  const seconds = Math.floor(bill.seconds + lasted());
  part("bill-sessions").textContent = bill.sessions;
  part("bill-time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  part("bill-steps").textContent = bill.steps + (session ? stepsIn(lasted()) : 0);
  part("bill-sent").textContent = bill.sentParts;
  part("bill-received").textContent = bill.receivedParts;
}

/** What a text takes as an SMS: septets where its letters allow it, else UCS-2 units; neither a pair behind an escape nor a surrogate pair is cut. */
function size(text) {
  const letters = Array.from(text.normalize("NFC"));
  const isPlain = letters.every((letter) => settings.plain.includes(letter) || settings.escaped.includes(letter));
  const lengths = letters.map((letter) => (isPlain ? (settings.escaped.includes(letter) ? 2 : 1) : letter.length));
  const [alone, inPart] = isPlain ? settings.gsm : settings.ucs2;
  const units = lengths.reduce((sum, length) => sum + length, 0);
  if (units <= alone) return { units, parts: 1 };
  let parts = 1;
  let filled = 0;
  for (const length of lengths) {
    if (filled + length > inPart) {
      parts += 1;
      filled = 0;
    }
    filled += length;
  }
  return { units, parts };
}

// USSD.

/** The open session; nil while the phone is idle. */
let session = null;
/** Whether the service has been asked and has not yet answered. */
let isAsking = false;
let lastDialled = "";

function show(text) {
  part("screen").textContent = text;
  const isOpen = session !== null;
  part("entry-label").textContent = isOpen ? words.answer : words.toDial;
  part("green").textContent = isOpen ? words.send : words.call;
  entry.placeholder = isOpen ? "" : settings.code;
}

/** The end of the session, whoever brought it about. */
function close(text) {
  if (session) {
    bill.seconds += lasted();
    bill.steps += stepsIn(lasted());
  }
  session = null;
  entry.value = "";
  part("left").textContent = "";
  show(text);
  showBill();
}

/** The network tells the service that the person is gone; nobody waits for its answer. */
function drop(text) {
  if (!session) return;
  const { number, id } = session;
  close(text);
  post(settings.channel, { number, session: id, "hang-up": true }, { keepalive: true }).catch(() => {});
}

async function ask(content) {
  const asking = session;
  isAsking = true;
  part("screen").setAttribute("aria-busy", "true");
  part("left").textContent = words.waiting;
  entry.value = "";
  lettering = null;
  try {
    const answer = await post(settings.channel, { number: asking.number, session: asking.id, step: asking.step, ...content });
    if (session !== asking) return;
    asking.step += 1;
    asking.shown = now();
    if (answer.ends) close(answer.text);
    else show(answer.text);
  } catch (failure) {
    if (session !== asking) return;
    if (failure.status === 400 && content.code) {
      // Such a code never reaches the service, so nothing is billed.
      session = null;
      bill.sessions -= 1;
      close(words.unknownCode);
    } else {
      close(failure.status === 403 ? failure.message : words.noService);
    }
  } finally {
    if (session === asking || session === null) {
      isAsking = false;
      part("screen").removeAttribute("aria-busy");
    }
    tick();
    look();
  }
}

function green() {
  if (isAsking) return;
  const typed = entry.value.trim();
  if (session) {
    ask({ text: typed });
  } else if (typed === "" && lastDialled !== "") {
    entry.value = lastDialled;
  } else if (!/^[*#][0-9*#]*#$/.test(typed)) {
    show(words.noCode);
  } else {
    const number = caller();
    if (!number) return;
    lastDialled = typed;
    session = { number, id: freshId(), step: 0, began: now(), shown: now() };
    bill.sessions += 1;
    show(words.waiting);
    ask({ code: typed });
  }
}

function red() {
  if (session) {
    isAsking = false;
    part("screen").removeAttribute("aria-busy");
    drop(words.hungUp);
  } else {
    entry.value = "";
    show(words.ready);
  }
  entry.focus();
}

/** Time passes, and the network loses patience. */
function tick() {
  showBill();
  if (!session || isAsking) return;
  if (!part("cuts").checked) {
    part("left").textContent = "";
    return;
  }
  const idleLeft = settings.idle - (now() - session.shown);
  const totalLeft = settings.total - lasted();
  part("left").textContent = put(words.left, { n: Math.max(0, Math.ceil(Math.min(idleLeft, totalLeft))) });
  if (idleLeft <= 0) drop(put(words.idleOver, { n: settings.idle }));
  else if (totalLeft <= 0) drop(put(words.totalOver, { n: settings.total }));
}

// The keypad: digits, or the letters that stand on a key, one after the other.

const lettersOf = {
  1: ".,?!'-1", 2: "abc2àâç", 3: "def3éèêë", 4: "ghi4îï", 5: "jkl5", 6: "mno6ôö", 7: "pqrs7", 8: "tuv8ùûü", 9: "wxyz9", 0: " 0",
};
let isLettering = false;
/** The key that is being pressed through: its place among its letters, and when it was last pressed. */
let lettering = null;

function press(key) {
  const letters = isLettering ? lettersOf[key] : undefined;
  if (!letters) {
    entry.value += key;
    lettering = null;
    return;
  }
  const goesOn = lettering?.key === key && now() - lettering.at < 1;
  const place = goesOn ? (lettering.place + 1) % letters.length : 0;
  const before = goesOn ? entry.value.slice(0, -1) : entry.value;
  entry.value = before + (before === "" ? letters[place].toUpperCase() : letters[place]);
  lettering = { key, place, at: now() };
}

function erase() {
  entry.value = Array.from(entry.value).slice(0, -1).join("");
  lettering = null;
}

part("handset").addEventListener("submit", (event) => {
  event.preventDefault();
  green();
});
part("red").addEventListener("click", red);
part("erase").addEventListener("click", erase);
part("letters").addEventListener("click", () => {
  isLettering = !isLettering;
  lettering = null;
  part("letters").setAttribute("aria-pressed", isLettering);
});
for (const button of document.querySelectorAll("[data-key]")) button.addEventListener("click", () => press(button.dataset.key));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const isTyping = event.target.matches("input:not([type=checkbox]), textarea");
  if (event.key === "Escape") red();
  else if (isTyping) return;
  else if (/^[0-9*#]$/.test(event.key)) press(event.key);
  else if (event.key === "Backspace") erase();
  else if (event.key === "Enter" && event.target === document.body) green();
  else return;
  event.preventDefault();
});

// Who calls, and the messages of each.

const numberField = part("number");
const threads = new Map();
const used = new Set();

const tidied = (number) => number.replace(/[\s.()-]/g, "");

/** The number that is written there; nothing where it is none. */
function caller() {
  const number = tidied(numberField.value);
  const isNumber = /^\+?[0-9]{8,15}$/.test(number);
  part("number-trouble").textContent = isNumber ? "" : words.badNumber;
  numberField.setAttribute("aria-invalid", !isNumber);
  if (isNumber) used.add(number);
  return isNumber ? number : null;
}

function thread(number) {
  if (!threads.has(number)) threads.set(number, { entries: [], seen: new Set(), since: 0 });
  return threads.get(number);
}

function showThread() {
  const { entries } = thread(tidied(numberField.value));
  part("thread").replaceChildren(...entries.map(bubble));
  part("no-messages").hidden = entries.length > 0;
  part("thread").scrollTop = part("thread").scrollHeight;
}

function bubble({ mine, text, at, trouble }) {
  const item = document.createElement("li");
  item.className = mine ? "mine" : "theirs";
  const head = document.createElement("p");
  head.className = "head";
  const isToday = at.toDateString() === new Date().toDateString();
  const when = isToday ? { timeStyle: "short" } : { dateStyle: "short", timeStyle: "short" };
  head.textContent = [
    mine ? words.you : words.from, at.toLocaleString(document.documentElement.lang, when), `${size(text).parts} SMS`, trouble,
  ].filter(Boolean).join(" · ");
  const said = document.createElement("p");
  said.className = "said";
  said.textContent = text;
  item.append(head, said);
  return item;
}

function add(number, written) {
  const { entries } = thread(number);
  entries.push(written);
  if (number !== tidied(numberField.value)) return;
  part("no-messages").hidden = true;
  part("thread").append(bubble(written));
  part("thread").scrollTop = part("thread").scrollHeight;
}

function receive(number, text, at) {
  bill.received += 1;
  bill.receivedParts += size(text).parts;
  add(number, { mine: false, text, at });
  showBill();
}

async function sendMessage() {
  const number = caller();
  if (!number) return;
  const text = part("message").value;
  if (text.trim() === "") return;
  part("message").value = "";
  showSize();
  const written = { mine: true, text, at: new Date() };
  try {
    const answering = post(settings.channel, { number, sms: text, id: freshId() });
    add(number, written);
    bill.sent += 1;
    bill.sentParts += size(text).parts;
    showBill();
    const answer = await answering;
    if (answer.text !== "") receive(number, answer.text, new Date());
  } catch {
    written.trouble = words.notSent;
    showThread();
  }
  look();
}

function showSize() {
  part("size").textContent = put(words.size, size(part("message").value));
}

part("message").addEventListener("input", showSize);
part("message").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendMessage();
});
part("writing").addEventListener("submit", (event) => {
  event.preventDefault();
  sendMessage();
  part("message").focus();
});

numberField.addEventListener("change", () => {
  drop(words.hungUp);
  if (caller()) look();
  showThread();
});
part("new-number").addEventListener("click", () => {
  drop(words.hungUp);
  caller();
  const all = Array.from({ length: 100 }, (_, last) => `+2376700000${String(last).padStart(2, "0")}`);
  const fresh = all.filter((number) => !used.has(number));
  const choice = fresh.length > 0 ? fresh : all;
  numberField.value = choice[crypto.getRandomValues(new Uint32Array(1))[0] % choice.length];
  caller();
  show(words.ready);
  showThread();
  look();
});
part("reset").addEventListener("click", () => {
  bill = unbilled();
  if (session) {
    bill.sessions = 1;
    session.began = now();
  }
  showBill();
});

// What the service sends of its own accord; looked for while somebody looks at the page.

/** Milliseconds between two looks, and how far back each looks again: what was being written at the last may bear an earlier time. */
const pause = 3000;
const overlap = 10000;
let nextLook = 0;

async function look() {
  clearTimeout(nextLook);
  if (document.hidden) return;
  const number = tidied(numberField.value);
  const { seen } = thread(number);
  try {
    const isFirst = thread(number).since === 0;
    const arrived = await post("/phone/messages", { number, since: Math.max(0, thread(number).since - overlap) });
    for (const { id, at, text } of arrived) {
      thread(number).since = Math.max(thread(number).since, at);
      if (seen.has(id)) continue;
      seen.add(id);
      // What lay in the phone before the page was opened is no part of this bill.
      if (isFirst && at < opened) add(number, { mine: false, text, at: new Date(at) });
      else receive(number, text, new Date(at));
    }
  } catch {
    // The next look may find the service again.
  }
  clearTimeout(nextLook);
  nextLook = setTimeout(look, pause);
}

const opened = Date.now();
document.addEventListener("visibilitychange", look);
// A page that is closed is a phone that is switched off.
addEventListener("pagehide", () => drop(""));
setInterval(tick, 250);
showSize();
showBill();
showThread();
look();
