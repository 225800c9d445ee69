/** The sandbox's web API, one function a question. A refusal is thrown as an ApiError. */

export class ApiError extends Error {}

async function request(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  const response = await fetch(`/api/${path}`, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(answer.error ?? answer.description ?? response.statusText);
  return answer;
}

const get = (path) => request("GET", path);
const post = (path, body) => request("POST", path, body);
const inChat = (person, chat) => `people/${person}/chats/${chat}`;
const inThread = (thread) => (thread === null ? "" : `?thread=${thread}`);

export const api = {
  world: () => get("world"),
  chats: (person) => get(`people/${person}/chats`),
  messages: (person, chat, thread) => get(`${inChat(person, chat)}/messages${inThread(thread)}`),
  commands: (person, chat) => get(`${inChat(person, chat)}/commands`),
  send: (person, chat, content) => post(`${inChat(person, chat)}/messages`, content),
  read: (person, chat) => post(`${inChat(person, chat)}/read`, {}),
  react: (person, chat, messageId, emoji) =>
    post(`${inChat(person, chat)}/react`, { message_id: messageId, emoji }),
  press: (person, chat, messageId, data) =>
    post(`${inChat(person, chat)}/press`, { message_id: messageId, data }),
  inline: (person, query, offset) => post(`people/${person}/inline`, { query, offset }),
  choose: (person, choice) => post(`people/${person}/inline/choose`, choice),
  start: (person, payload) => post(`people/${person}/start`, { payload }),
  createGroup: (person, group) => post(`people/${person}/groups`, group),
  admin: (person, chat, action) => post(`${inChat(person, chat)}/admin`, action),
  clock: () => get("clock"),
  moveClock: (change) => post("clock", change),
  fileAddress: (person, fileId) => `/api/people/${person}/files/${encodeURIComponent(fileId)}`,
  eventsAddress: (person) => `/api/people/${person}/events`,
};
