// Speaks to the sandbox: one function for each thing the page can ask or do.

async function call(method, path, body) {
  const request = { method, headers: { "Content-Type": "application/json" } };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
  }
  const response = await fetch(`/sandbox/${path}`, request);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.error ?? `${response.status} ${response.statusText}`);
  }
  return answer;
}

const act = (person, what, body = {}) => call("POST", `people/${person}/${what}`, body);

export async function people() {
  const answer = await call("GET", "people");
  return answer.people ?? answer;
}

export const addPerson = (name) => call("POST", "people", { name });

export const chat = (person) => call("GET", `people/${person}/chat`);
export const sendText = (person, text) => act(person, "messages", { text });
export const sendKind = (person, kind) => act(person, "messages", { kind });
export const start = (person, payload = "") => act(person, "start", { payload });
export const tap = (person, message_id, data) => act(person, "taps", { message_id, data });
export const edit = (person, message_id, text) => act(person, "edits", { message_id, text });
export const remove = (person, message) => call("DELETE", `people/${person}/messages/${message}`);
export const block = (person) => act(person, "block");
export const unblock = (person) => act(person, "unblock");

export const clock = () => call("GET", "clock");
export const moveClock = (seconds) => call("POST", "clock", { seconds });
