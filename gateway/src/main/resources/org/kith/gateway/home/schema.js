// Reads schemas of the OpenAPI document: which fields a body has, and how each is written.
const deepest = 5;

export const resolve = (api, node) =>
  node?.$ref ? node.$ref.slice(2).split("/").reduce((at, key) => at?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], api) : node;

const kind = (schema) => [].concat(schema?.type ?? []).find((name) => name !== "null");

// What one value looks like, in words: "text", "text; a moment, RFC 3339", "list; each whole number".
const names = { string: "text", integer: "whole number", number: "number", boolean: "true or false", object: "object", array: "list" };
const formats = { date: "a day, YYYY-MM-DD", "date-time": "a moment, RFC 3339", uuid: "a UUID", uri: "an address" };

export const typeOf = (api, schema) => {
  const found = resolve(api, schema);
  if (!found) return "";
  if (found.const !== undefined) return JSON.stringify(found.const);
  const words = [kind(found) === "array" ? `list; each ${typeOf(api, found.items) || "any value"}` : names[kind(found)] ?? "any value"];
  if (formats[found.format]) words.push(formats[found.format]);
  if (found.enum) words.push(`one of ${found.enum.join(", ")}`);
  const { minimum, maximum } = found;
  if (minimum !== undefined && maximum !== undefined) words.push(`${minimum} to ${maximum}`);
  else if (minimum !== undefined) words.push(`from ${minimum}`);
  if (found.default !== undefined) words.push(`left out: ${found.default}`);
  return words.join("; ");
};

// Every field of a body as one flat list, nested ones by their path: person.nhsNumber, indicators[].value.
export const fields = (api, schema, path = "", depth = 0) => {
  const found = resolve(api, schema);
  if (!found || depth > deepest) return [];
  if (kind(found) === "array") return fields(api, found.items, `${path}[]`, depth + 1);
  if (found.oneOf) return found.oneOf.flatMap((one) => fields(api, one, path, depth + 1));
  const list = [];
  for (const [name, value] of Object.entries(found.properties ?? {})) {
    const full = path ? `${path}.${name}` : name;
    const inner = resolve(api, value);
    list.push({
      name: full,
      type: typeOf(api, value),
      required: (found.required ?? []).includes(name),
      description: value.description ?? inner?.description ?? "",
    });
    list.push(...fields(api, value, full, depth + 1));
  }
  return list;
};
