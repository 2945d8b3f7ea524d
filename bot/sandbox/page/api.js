// Speaks to the sandbox: one function for each thing the page can ask or do.

async function call(method, path, body) {
  const request = { method, headers: { "Content-Type": "application/json" } };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
  }
  const response = await fetch(path, request);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = new Error(answer.error ?? `${response.status} ${response.statusText}`);
    throw Object.assign(error, { status: response.status });
  }
  return answer;
}

const act = (person, what, body = {}) => call("POST", `/sandbox/people/${person}/${what}`, body);

export async function people() {
  const answer = await call("GET", "/sandbox/people");
  return answer.people ?? answer;
}

export const addPerson = (person) => call("POST", "/sandbox/people", person);

export const chat = (person) => call("GET", `/sandbox/people/${person}/chat`);
export const sendText = (person, text) => act(person, "messages", { text });
export const sendKind = (person, kind) => act(person, "messages", { kind });
export const sendAlbum = (person, album) => act(person, "messages", { album });
export const start = (person, payload = "") => act(person, "start", { payload });
export const tap = (person, message_id, data) => act(person, "taps", { message_id, data });
export const edit = (person, message_id, text) => act(person, "edits", { message_id, text });
export const remove = (person, message) => call("DELETE", `/sandbox/people/${person}/messages/${message}`);
export const block = (person) => act(person, "block");
export const unblock = (person) => act(person, "unblock");

export const clock = () => call("GET", "/sandbox/clock");
export const moveClock = (seconds) => call("POST", "/sandbox/clock", { seconds });

export const pending = async () => (await call("GET", "/sandbox/pending")).updates;

// What only the demo answers; a sandbox alone says 404.
export const demo = () => call("GET", "/demo");
export const orderBot = (what) => call("POST", "/demo/bot", { do: what });
export const letTelegramBe = (state) => call("POST", "/demo/telegram", { state });
export const reset = (on_duty) => call("POST", "/demo/reset", { on_duty });
export const moveToNext = () => call("POST", "/demo/clock", { to: "next" });
export const timeline = async () => (await call("GET", "/demo/timeline")).moments;
export const storedAfter = (number) => call("GET", `/demo/stored?after=${number}`);
export const storedNow = async () => (await call("GET", "/demo/rows")).tables;
