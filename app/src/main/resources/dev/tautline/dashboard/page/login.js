import {logIn} from "./api.js";
import {h} from "./dom.js";

/** Asks who this is. As a part of a page it takes no focus and has a heading of its own level. */
export function open(root, done, {focus = true, level = "h1"} = {}) {
  const problem = h("p", {class: "alarm", role: "alert", id: "login-problem"});
  const name = h("input", {id: "login-name", name: "username", autocomplete: "username"});
  const password = h("input", {id: "login-password", name: "password", type: "password", autocomplete: "current-password"});
  const token = h("input", {id: "login-token", name: "token", type: "password", autocomplete: "off"});
  const form = h("form", {class: "panel login", "aria-labelledby": "login-title"},
    h(level, {id: "login-title"}, "Log in"),
    field("Name", name), field("Password", password),
    h("details", {open: !focus}, h("summary", {}, "With a token in place of a password"), field("Token", token)),
    problem, h("button", {type: "submit", class: "button primary"}, "Log in"));
  form.addEventListener("submit", async event => {
    event.preventDefault();
    problem.textContent = "";
    try {
      await logIn(token.value ? {token: token.value.trim()} : {name: name.value, password: password.value});
      done();
    } catch (e) {
      problem.textContent = e.message;
      password.value = "";
      (token.value ? token : password).focus();
    }
  });
  root.replaceChildren(form);
  if (focus) {
    name.focus();
  }
  return {};
}

function field(words, input) {
  return h("p", {class: "field"}, h("label", {for: input.id}, words), input);
}
