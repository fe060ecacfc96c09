// The registration as one writes it with the USSD menu libraries for Node (ussd-menu-builder, ussd-builder): states with the words that they
// show and where each answer leads; the text of the whole session is walked through anew at every request.
// node menu.mjs FILE.sqlite: with a row a turn, a session and a sign-up in SQLite, a transaction a turn, durable before it is answered.
// node menu.mjs: the same and nothing stored, in a process a core, as nothing is shared.
import cluster from "node:cluster";
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";

const screens = JSON.parse(readFileSync(new URL("menu.json", import.meta.url)));
const states = new Map(screens.map((screen, index) => [screen.name, {
  field: screen.field,
  ends: index === screens.length - 1,
  words: [screen.text, ...screen.options.map((option, at) => `${at + 1} ${option}`)].join("\n"),
  takes: (answer) => screen.options.length === 0 || (answer >= 1 && answer <= screen.options.length),
  next: screens[index + 1]?.name,
}]));

function walk(text) {
  let name = screens[0].name;
  const answers = {};
  for (const answer of text === "" ? [] : text.split("*")) {
    const state = states.get(name);
    if (!state.takes(answer)) continue;
    if (state.field) answers[state.field] = answer;
    name = state.next;
  }
  return { name, answers, state: states.get(name) };
}

const file = process.argv[2];
const keep = file ? await (async () => (await import("./menu-store.mjs")).open(file))() : () => {};

function answer(form) {
  const text = form.get("text") ?? "";
  const { name, answers, state } = walk(text);
  // So long that no two are the same, where eight digits would have to be looked up first.
  const reference = state.ends ? String(randomInt(100_000_000_000, 1_000_000_000_000 - 1)) : "";
  const words = state.ends ? state.words.replace("REFERENCE", reference) : state.words;
  keep(form.get("sessionId"), form.get("phoneNumber"), text, name, words, state.ends ? { reference, answers } : null);
  return (state.ends ? "END " : "CON ") + words;
}

if (!file && cluster.isPrimary) {
  for (let core = 0; core < availableParallelism(); core++) cluster.fork();
  let told = false;
  cluster.on("listening", (_, address) => {
    if (!told) console.log(address.port);
    told = true;
  });
} else {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(200, { "Content-Type": "text/plain" });
      response.end(answer(new URLSearchParams(Buffer.concat(chunks).toString())));
    });
  });
  server.listen(0, "127.0.0.1", () => {
    if (file) console.log(server.address().port);
  });
}
