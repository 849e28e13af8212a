// What is asked of the guard. A log-in that has ended is told to the page, once for all who ask.

let csrf = null;

/** Who this is: `{open, loggedIn, name, scopes}`. */
export async function session() {
  const answer = await fetch("api/session");
  return remember(await answer.json());
}

/** @param who `{name, password}` or `{token}` */
export async function logIn(who) {
  return remember(await send("POST", "api/session", who));
}

export async function logOut() {
  await send("DELETE", "api/session");
  csrf = null;
}

export async function get(path) {
  const answer = await fetch(path);
  return read(answer);
}

export async function send(method, path, body = {}) {
  const headers = {"Content-Type": "application/json"};
  if (csrf) {
    headers["X-CSRF-Token"] = csrf;
  }
  return read(await fetch(path, {method, headers, body: JSON.stringify(body)}));
}

async function read(answer) {
  if (answer.status === 401 && !answer.url.endsWith("/api/session")) {
    dispatchEvent(new Event("logged-out"));
  }
  const text = await answer.text();
  const said = text === "" ? null : JSON.parse(text);
  if (!answer.ok) {
    throw new Error(said?.detail ?? `The guard answered ${answer.status}.`);
  }
  return said;
}

function remember(said) {
  csrf = said.csrf ?? null;
  return said;
}
