// Renders the joined OpenAPI document. Text is only ever set as text, never as markup.
import { fields, resolve, typeOf } from "./schema.js";

const methods = ["get", "post", "put", "patch", "delete"];
const byId = (id) => document.getElementById(id);

// element("p", {class: "quiet"}, "text", other)
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined && child !== ""));
  return made;
};

const code = (text) => element("code", {}, text);

const table = (caption, heads, rows) =>
  element("div", { class: "wide", role: "region", tabindex: "0", "aria-label": caption },
    element("table", {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, ...rows)));

const fieldRows = (list) => list.map((one) => element("tr", {},
  element("td", {}, code(one.name), one.required ? element("span", { class: "required" }, " required") : ""),
  element("td", {}, one.type),
  element("td", {}, one.description)));

const example = (label, text) => {
  const shown = element("pre", { tabindex: "0", "aria-label": label }, code(text));
  const box = element("div", { class: "example" }, element("p", { class: "label" }, label), shown);
  if (navigator.clipboard) {
    const copy = element("button", { type: "button", class: "copy" }, "Copy");
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      copy.textContent = "Copied";
      setTimeout(() => { copy.textContent = "Copy"; }, 2000);
    });
    box.append(copy);
  }
  return box;
};

const parameters = (api, list) => table("Parameters", ["Name", "Type", "What it is"], fieldRows(list.map((one) => ({
  name: one.name,
  required: one.required,
  type: [one.in, typeOf(api, one.schema)].filter(Boolean).join("; "),
  description: one.description ?? "",
}))));

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

const curl = (path, method, list, body, open) => {
  const filled = list.filter((one) => one.in === "path").reduce((at, one) => at.replace(`{${one.name}}`, one.example ?? one.name), path);
  const lines = [`curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}${quoted(location.origin + filled)}`];
  if (!open) lines.push('-H "Authorization: Bearer $TOKEN"');
  for (const one of list.filter((header) => header.in === "header")) lines.push(`-H ${quoted(`${one.name}: ${one.example ?? "…"}`)}`);
  if (body) lines.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body, null, 2))}`);
  return lines.join(" \\\n  ");
};

const schemaOf = (answer) => Object.values(answer?.content ?? {})[0];

const answers = (api, responses) => {
  const list = element("ul", { class: "answers" });
  for (const [status, given] of Object.entries(responses)) {
    const answer = resolve(api, given);
    const sent = schemaOf(answer);
    const success = status.startsWith("2");
    const item = element("li", {}, element("span", { class: success ? "status good" : "status" }, status === "default" ? "other" : status), " ", answer?.description ?? "");
    const found = success && sent?.schema ? fields(api, sent.schema) : [];
    if (found.length) {
      const more = element("details", {}, element("summary", {}, `${found.length} fields`));
      more.addEventListener("toggle", () => {
        if (more.open && more.children.length === 1) more.append(table(`Fields of the answer ${status}`, ["Field", "Type", "What it is"], fieldRows(found)));
      });
      item.append(more);
    }
    if (!success && sent?.example) item.append(element("details", {}, element("summary", {}, "For example"), example(`Answer ${status}`, JSON.stringify(sent.example, null, 2))));
    list.append(item);
  }
  return list;
};

const rolesOf = (described) => (described.security ?? []).flatMap((one) => Object.values(one).flat());

const whoMay = (roles, open) => open
  ? element("p", {}, element("b", {}, "Who may: "), "whoever signs the delivery; no token")
  : element("p", {}, element("b", {}, "Who may: "), roles.length ? "" : "any account", ...roles.map((role) => element("span", { class: "role" }, role)));

const fill = (api, body, { path, method, described, list, open }) => {
  const content = resolve(api, described.requestBody)?.content?.["application/json"];
  if (described.description) body.append(element("p", {}, described.description));
  body.append(whoMay(rolesOf(described), open));
  if (list.length) body.append(parameters(api, list));
  if (content) body.append(table("Fields of the body", ["Field", "Type", "What it is"], fieldRows(fields(api, content.schema))));
  body.append(example("Request", curl(path, method, list, content?.example, open)), element("h4", {}, "Answers"), answers(api, described.responses ?? {}));
};

// The inside of an operation is made when it is opened for the first time: the page is there at once.
const operation = (api, path, method, described, shared) => {
  const list = [...shared, ...(described.parameters ?? [])].map((one) => resolve(api, one));
  const id = described.operationId ?? `${method}${path}`;
  const open = Array.isArray(described.security) && described.security.length === 0;
  const body = element("div", { class: "inside" });
  const box = element("details", { class: "operation", id },
    element("summary", {},
      element("span", { class: `method ${method}` }, method.toUpperCase()),
      element("h3", {}, described.summary ?? id, element("span", { class: "path" }, path))),
    body);
  box.addEventListener("toggle", () => {
    if (!box.open || body.children.length) return;
    fill(api, body, { path, method, described, list, open });
  });
  const words = [method, path, id, described.summary, described.description, ...rolesOf(described)].join(" ").toLowerCase();
  return { id, path, method, box, words, summary: described.summary ?? id };
};

const openTarget = () => {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  if (target?.matches("details.operation")) {
    target.open = true;
    target.scrollIntoView();
    target.querySelector("summary").focus({ preventScroll: true });
  }
};

// In the order that the section gives its paths; what takes away comes last.
const order = (tag) => (one, other) => {
  const rank = ({ path, method }) => [(tag["x-paths"] ?? []).findIndex((start) => path.startsWith(start)), method === "delete" ? 1 : 0];
  const [first, second] = [rank(one), rank(other)];
  return first[0] - second[0] || first[1] - second[1] || one.path.localeCompare(other.path) || methods.indexOf(one.method) - methods.indexOf(other.method);
};

const sections = (api) => {
  const made = new Map((api.tags ?? []).map((tag) => [tag.name, { tag, list: [] }]));
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of methods.filter((name) => item[name])) {
      const name = item[method].tags?.[0] ?? "Other";
      if (!made.has(name)) made.set(name, { tag: { name }, list: [] });
      made.get(name).list.push(operation(api, path, method, item[method], item.parameters ?? []));
    }
  }
  for (const section of made.values()) section.list.sort(order(section.tag));
  return [...made.values()].filter((section) => section.list.length);
};

const show = (api) => {
  byId("about").textContent = api.info.description ?? "";
  const all = sections(api);
  byId("operations").replaceChildren();
  for (const section of all) {
    const id = section.tag.name.toLowerCase().replaceAll(/[^a-z]+/g, "-");
    section.shown = element("section", { "aria-labelledby": id }, element("h2", { id }, section.tag.name),
      element("p", {}, section.tag.description ?? ""), ...section.list.map((one) => one.box));
    for (const one of section.list) one.entry = element("li", {}, element("a", { href: `#${one.id}` }, one.summary));
    section.entry = element("li", {}, element("a", { href: `#${id}` }, section.tag.name), element("ul", {}, ...section.list.map((one) => one.entry)));
    byId("operations").append(section.shown);
    byId("sections").append(section.entry);
  }
  const total = all.reduce((sum, section) => sum + section.list.length, 0);
  const find = () => {
    const wanted = byId("find").value.trim().toLowerCase().split(/\s+/);
    let found = 0;
    for (const section of all) {
      let here = 0;
      for (const one of section.list) {
        const matches = wanted.every((word) => one.words.includes(word));
        one.box.hidden = one.entry.hidden = !matches;
        if (matches) here++;
      }
      section.shown.hidden = section.entry.hidden = here === 0;
      found += here;
    }
    byId("found").textContent = found === total ? `${total} operations` : `${found} of ${total} operations`;
  };
  byId("find").addEventListener("input", find);
  byId("all").addEventListener("click", ({ currentTarget }) => {
    const open = currentTarget.getAttribute("aria-pressed") !== "true";
    currentTarget.setAttribute("aria-pressed", String(open));
    currentTarget.textContent = open ? "Close all" : "Open all";
    for (const box of document.querySelectorAll("details.operation")) box.open = open;
  });
  addEventListener("hashchange", openTarget);
  find();
  openTarget();
};

byId("contents").open = matchMedia("(min-width: 60rem)").matches;
fetch("/openapi.json")
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
  .then(show)
  .catch(() => byId("operations").replaceChildren(element("p", { role: "alert" }, "The document cannot be read at the moment. Load the page again.")));
