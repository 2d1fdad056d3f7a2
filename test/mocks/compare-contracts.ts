/** Compares two OpenAPI documents operation by operation, and says every difference in one line. */

type Node = { readonly [key: string]: unknown };

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Lines such as `get-patient: response 200 header ETag: only published`. */
export function differences(published: Node, ours: Node): string[] {
  const [theirs, own] = [operationsOf(published), operationsOf(ours)];
  const lines: string[] = [];
  for (const key of new Set([...theirs.keys(), ...own.keys()])) {
    const [a, b] = [theirs.get(key), own.get(key)];
    const id = String(b?.node['operationId'] ?? a?.node['operationId'] ?? key);
    if (a === undefined || b === undefined) lines.push(`${id}: only ${a ? 'published' : 'ours'}`);
    else for (const line of compareFacts(factsOf(published, a), factsOf(ours, b))) lines.push(`${id}: ${line}`);
  }
  return lines.toSorted();
}

interface Operation {
  readonly place: string;
  readonly parameters: readonly Node[];
  readonly node: Node;
}

/** By method and path, whatever the parameters in it are called: many published documents name no operation. */
function operationsOf(document: Node): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(child(document, 'paths'))) {
    for (const method of methods) {
      const node = asNode(asNode(item)[method]);
      if (!('responses' in node)) continue;
      const parameters = [...list(asNode(item)['parameters']), ...list(node['parameters'])].map((each) => resolve(document, each));
      operations.set(`${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`, { place: `${method} ${path}`, parameters, node });
    }
  }
  return operations;
}

/** What a contract says of one operation, as lines with a value. */
function factsOf(document: Node, { place, parameters, node }: Operation): Map<string, string> {
  const facts = new Map([['place', place]]);
  for (const parameter of parameters) {
    const name = `parameter ${String(parameter['in'])} ${String(parameter['name']).toLowerCase()}`;
    facts.set(name, parameter['required'] === true ? 'required' : 'optional');
    for (const [path, kind] of fieldsOf(document, asNode(parameter['schema']))) facts.set(`${name} schema ${path || '(whole)'}`, kind);
  }
  addContent(facts, document, 'request', resolve(document, asNode(node['requestBody'])));
  for (const [status, each] of Object.entries(child(node, 'responses'))) {
    const response = resolve(document, asNode(each));
    facts.set(`response ${status}`, 'documented');
    for (const header of Object.keys(child(response, 'headers')))
      facts.set(`response ${status} header ${header.toLowerCase()}`, 'documented');
    addContent(facts, document, `response ${status}`, response);
  }
  return facts;
}

function addContent(facts: Map<string, string>, document: Node, name: string, holder: Node): void {
  for (const [type, media] of Object.entries(child(holder, 'content'))) {
    facts.set(`${name} ${type}`, 'documented');
    for (const [path, kind] of fieldsOf(document, asNode(asNode(media)['schema']))) facts.set(`${name} field ${path}`, kind);
  }
}

/** Every member a schema names, by its path, with the types it may have. Alternatives are laid over each other. */
function fieldsOf(document: Node, schema: Node, path = '', depth = 0, found = new Map<string, string>()): Map<string, string> {
  const node = resolve(document, schema);
  const type = typeOf(node);
  if (type !== '') found.set(path, [...new Set([...(found.get(path)?.split('|') ?? []), ...type.split('|')])].toSorted().join('|'));
  if (depth > 14) return found;
  for (const part of [...list(node['allOf']), ...list(node['anyOf']), ...list(node['oneOf'])])
    fieldsOf(document, asNode(part), path, depth + 1, found);
  for (const [name, property] of Object.entries(child(node, 'properties')))
    fieldsOf(document, asNode(property), `${path}/${name}`, depth + 1, found);
  if ('items' in node) fieldsOf(document, asNode(node['items']), `${path}[]`, depth + 1, found);
  return found;
}

function typeOf(node: Node): string {
  const { type } = node;
  if (Array.isArray(type)) return type.join('|');
  if (typeof type === 'string') return type;
  return 'const' in node ? typeof node['const'] : '';
}

function compareFacts(theirs: Map<string, string>, own: Map<string, string>): string[] {
  return [...new Set([...theirs.keys(), ...own.keys()])].flatMap((fact) => {
    const [a, b] = [theirs.get(fact), own.get(fact)];
    if (a === b) return [];
    if (a === undefined) return [`${fact}: only ours`];
    return b === undefined ? [`${fact}: only published`] : [`${fact}: published ${a}, ours ${b}`];
  });
}

export function resolve(document: Node, node: unknown): Node {
  const held = asNode(node);
  const { $ref } = held;
  if (typeof $ref !== 'string') return held;
  let target: unknown = document;
  for (const token of $ref.slice(2).split('/'))
    target = asNode(target)[decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~')];
  return resolve(document, target);
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function child(node: Node, key: string): Node {
  return asNode(node[key]);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
