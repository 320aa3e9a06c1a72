// Validates every example of a document, and of schemas, by ajv.
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** OpenAPI 3.0's schemas as draft 7 has them. */
function asDraft7(s) {
  if (Array.isArray(s)) return s.map(asDraft7);
  if (!s || typeof s !== "object") return s;
  const out = Object.fromEntries(Object.entries(s).map(([k, v]) => [k, asDraft7(v)]));
  if (out.nullable === true && typeof out.type === "string") {
    out.type = [out.type, "null"];
    if (Array.isArray(out.enum) && !out.enum.includes(null)) out.enum = [...out.enum, null];
  }
  delete out.nullable;
  for (const [bound, exclusive] of [["minimum", "exclusiveMinimum"], ["maximum", "exclusiveMaximum"]]) {
    if (out[exclusive] === true) { out[exclusive] = out[bound]; delete out[bound]; }
  }
  return out;
}

/** Counts the examples of a document and lists those that its schemas refuse. */
export function checkExamples(doc, version) {
  const components = { ...doc.components };
  if (version === "30") components.schemas = asDraft7(components.schemas);
  const ajv = new (version === "31" ? Ajv2020 : Ajv)({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  for (const f of ["int32", "int64", "uint64", "float", "double", "byte"]) ajv.addFormat(f, true);
  ajv.addSchema({ $id: "https://x/", components });
  const compile = (pointer) => ajv.compile({ $ref: "https://x/#" + pointer.map((s) => "/" + encodeURIComponent(s.replaceAll("~", "~0").replaceAll("/", "~1"))).join("") });
  const found = { examples: 0, bad: [] };
  const check = (where, validate, value) => {
    found.examples++;
    if (!validate(value)) found.bad.push(`${where}: ${ajv.errorsText(validate.errors).slice(0, 200)}`);
  };
  for (const [name, s] of Object.entries(components.schemas ?? {})) {
    compile(["components", "schemas", name]);
    leaves(s, ["components", "schemas", name], (pointer, leaf) => {
      for (const value of leaf.examples ?? [leaf.example]) check(pointer.join("/"), compile(pointer), value);
    });
  }
  for (const [name, r] of Object.entries(components.responses ?? {})) {
    for (const [media, mt] of Object.entries(r.content ?? {})) {
      const validate = compile(mt.schema.$ref ? mt.schema.$ref.slice(2).split("/") : ["components", "responses", name, "content", media, "schema"]);
      for (const [key, x] of Object.entries(mt.examples ?? {})) {
        check(`${name} ${key}`, validate, components.examples[x.$ref.split("/").pop()].value);
      }
    }
  }
  return found;
}

function leaves(s, pointer, visit) {
  if (!s || typeof s !== "object") return;
  if (Array.isArray(s.examples) || s.example !== undefined) visit(pointer, s);
  for (const [name, p] of Object.entries(s.properties ?? {})) leaves(p, [...pointer, "properties", name], visit);
  leaves(s.items, [...pointer, "items"], visit);
}
