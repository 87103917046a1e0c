// Renders the joined OpenAPI document. Text is only ever set as text, never as markup.
const methods = ["get", "post", "put", "patch", "delete"];

const element = (name, text, ...children) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
};

const resolve = (api, node) =>
  node?.$ref ? node.$ref.slice(2).split("/").reduce((at, key) => at?.[key.replace("~1", "/").replace("~0", "~")], api) : node;

// An example of a schema: each field with its type, nested as it is sent.
const example = (api, schema, depth = 0) => {
  const found = resolve(api, schema);
  if (!found || depth > 6) return "…";
  const one = found.oneOf?.[0] ?? found.anyOf?.find((option) => option.type !== "null") ?? found.allOf?.[0];
  if (one) return example(api, one, depth + 1);
  const type = [].concat(found.type ?? []).find((name) => name !== "null");
  if (found.const !== undefined) return found.const;
  if (found.enum) return found.enum.join(" | ");
  if (type === "array") return [example(api, found.items, depth + 1)];
  if (found.properties) {
    return Object.fromEntries(Object.entries(found.properties).map(([name, value]) => [name, example(api, value, depth + 1)]));
  }
  return [type ?? "any", found.format].filter(Boolean).join(", ");
};

const parameters = (list) => {
  const table = element("table");
  table.append(element("tr", "", element("th", "Parameter"), element("th", "In"), element("th", "What it is")));
  for (const one of list) {
    const type = one.schema?.format ?? one.schema?.type ?? "";
    const what = [one.required ? "required" : "", type, one.description ?? ""].filter(Boolean).join("; ");
    table.append(element("tr", "", element("td", "", element("code", one.name)), element("td", one.in), element("td", what)));
  }
  return table;
};

const operation = (api, path, method, described, shared) => {
  const box = element("details");
  const title = element("summary", "", Object.assign(element("span", method.toUpperCase()), { className: "method" }), element("code", path));
  if (described.summary) title.append(" " + described.summary);
  const body = element("div");
  if (described.description) body.append(element("p", described.description));
  const list = [...shared, ...(described.parameters ?? [])].map((one) => resolve(api, one));
  if (list.length) body.append(parameters(list));
  const content = Object.values(resolve(api, described.requestBody)?.content ?? {})[0];
  if (content) body.append(element("p", "Body:"), element("pre", JSON.stringify(example(api, content.schema), null, 2)));
  for (const [status, answer] of Object.entries(described.responses ?? {})) {
    const found = resolve(api, answer);
    body.append(element("p", `${status}: ${found?.description ?? ""}`));
    const sent = Object.values(found?.content ?? {})[0];
    if (sent?.schema && status.startsWith("2")) body.append(element("pre", JSON.stringify(example(api, sent.schema), null, 2)));
  }
  box.append(title, body);
  return box;
};

const show = (api) => {
  document.getElementById("about").textContent = api.info.description ?? "";
  const byTag = new Map();
  for (const [path, item] of Object.entries(api.paths).sort()) {
    for (const method of methods.filter((name) => item[name])) {
      const tag = item[method].tags?.[0] ?? "other";
      if (!byTag.has(tag)) byTag.set(tag, []);
      byTag.get(tag).push({ path, made: operation(api, path, method, item[method], item.parameters ?? []) });
    }
  }
  const all = document.getElementById("operations");
  all.replaceChildren();
  for (const [tag, list] of [...byTag].sort()) {
    all.append(element("section", "", element("h2", tag), ...list.map((one) => one.made)));
  }
  document.getElementById("find").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const list of byTag.values()) for (const one of list) one.made.hidden = !one.path.toLowerCase().includes(wanted);
  });
};

fetch("/openapi.json")
  .then((answer) => answer.json())
  .then(show)
  .catch(() => { document.getElementById("operations").textContent = "The document cannot be read at the moment."; });
