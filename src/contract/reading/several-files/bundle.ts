/**
 * Makes one document of a contract that lies in several files: whatever its references name in other files becomes a component, once,
 * and the references point there. What cannot be read stops it, with the file and the place that ask for it.
 */
import { ContractError } from '../../contract-error.ts';
import type { Json, Quirk } from '../../contract.ts';
import { escapeToken, isArray, isObject } from '../../json.ts';
import type { Limits } from '../../limits.ts';
import type { Budget } from '../../work.ts';
import { type NodeKind, STRUCTURE, SWAGGER_STRUCTURE } from '../document-structure.ts';
import type { Draft } from '../read-document.ts';
import { componentsOf, nameFor } from './components.ts';
import { type Beside, type ContractFile, contractFiles } from './contract-files.ts';
import { exampleFiles } from './example-files.ts';
import { followerOf } from './follow.ts';
import { homesOf } from './homes.ts';
import { type Located, locator as locatorOf } from './locate.ts';
import { nodeIn, isReference, nodesIn, type HeldNode, type Reference } from './place.ts';

interface About {
  readonly name: string;
  readonly text: string;
  readonly beside: Beside;
  readonly limits: Limits;
  readonly quirks: Quirk[];
  readonly budget: Budget;
}

/** Most steps from one reference to the next before something else must be met. */
const HOPS = 50;

/** Most problems that one message lists. */
const LISTED = 10;

/** Where a part of each kind may hold a value that refers to files of examples. */
const VALUES: Partial<Record<NodeKind, readonly string[]>> = {
  example: ['value'],
  schema: ['example', 'examples', 'default'],
  'media-type': ['example'],
  parameter: ['example'],
  header: ['example'],
};

/** Changes the document in place. Gives the file that a place of it was written in; undefined for the document's own. */
export function bundle(document: Draft, { name, text, beside, limits, quirks, budget }: About): (pointer: string) => string | undefined {
  const entry: ContractFile = { path: name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), tree: document };
  const files = contractFiles({ entry, size: text.length, beside, limits, quirks, budget });
  const locator = locatorOf(files);
  const follower = followerOf({ entry, files, locator, quirks });
  const { follow, problems } = follower;
  const structure = document['swagger'] === undefined ? STRUCTURE : SWAGGER_STRUCTURE;
  const components = componentsOf(document);
  const queue: HeldNode[] = [];
  const homes = homesOf({ components, locator, quirks, made: (place) => queue.push(place) });
  const pointAtExample = (place: HeldNode, node: Reference, target: Located): void =>
    point(place, node, target.file === entry ? target.pointer : (homes.of('schema', target) ?? homes.given('example', target)));
  const { readExternal, visitValue } = exampleFiles({ entry, files, locator, follower, quirks, point: pointAtExample });
  const visited = new Map<NodeKind, Set<Json>>();
  let writtenInto = false;

  const root = { holder: { '': document }, key: '', pointer: '', file: entry, at: '' };
  inPlace(nodeIn({ ...root, kind: 'components' }, document, 'components'));
  adopt();
  queue.push({ ...root, kind: 'document' });
  // The queue grows while it is read.
  for (const place of queue) visit(place);
  if (problems.size > 0) throw incomplete(name, [...problems]);
  if (writtenInto && holdsItself(document))
    throw new ContractError('unsafe', `${name} is a circle of files that are written into each other.`);
  return homes.fileOf;

  /** A component that is nothing but a reference to another file is the home of what stands there. */
  function adopt(): void {
    for (const section of components.sections()) {
      const map = inPlace({ ...section, file: entry, at: section.pointer });
      for (const place of map ? nodesIn(map) : []) {
        const node = place.holder[place.key];
        const target = isReference(node) && Object.keys(node).length === 1 ? follow(place, node.$ref) : undefined;
        if (!target || target.file === entry || homes.of(place.kind, target) !== undefined) continue;
        place.holder[place.key] = homes.settle(place.kind, target, place.pointer);
        queue.push({ ...place, file: target.file, at: target.pointer });
      }
    }
  }

  function visit(place: HeldNode): void {
    const { kind, holder, key } = place;
    const node = holder[key];
    if (!isObject(node) || seen(kind, node)) return;
    if (isReference(node)) {
      if (components.holds(kind)) refer(place, node);
      else referInPlace(place, node);
      // Keywords may stand beside a reference in a schema, and nowhere else.
      if (kind !== 'schema') return;
    }
    if (kind === 'example') readExternal(place, node as Draft);
    if (kind === 'schema') visitSchema(place, node as Draft);
    for (const member of VALUES[kind] ?? []) if (node[member] !== undefined) visitValue(nodeIn(place, node as Draft, member));
    if (kind === 'callback') queue.push(...nodesIn(place, 'path-item'));
    for (const [member, [holds, child]] of Object.entries(structure[kind])) {
      if (node[member] === undefined) continue;
      const part = { ...nodeIn(place, node as Draft, member), kind: child };
      const map = holds === 'one' ? undefined : inPlace(part);
      if (holds === 'one') queue.push(part);
      else if (map) for (const one of nodesIn(map)) queue.push(one);
    }
  }

  function seen(kind: NodeKind, node: Json): boolean {
    const nodes = visited.get(kind) ?? new Set();
    if (nodes.has(node)) return true;
    visited.set(kind, nodes.add(node));
    return false;
  }

  /** Points a reference at where its target stands in the document. */
  function refer(place: HeldNode, node: Reference): void {
    const target = follow(place, node.$ref);
    if (target) pointAt(place, node, target, target.file === entry ? target.pointer : homes.given(place.kind, target));
  }

  /** The first reference to a path is where the path is written; later ones point there. Other kinds are written wherever they are used. */
  function referInPlace(place: HeldNode, node: Reference): void {
    const target = place.kind === 'path-item' ? follow(place, node.$ref) : undefined;
    const known = target?.file === entry ? target.pointer : target && homes.of(place.kind, target);
    if (target && known !== undefined) pointAt(place, node, target, known);
    else {
      const written = inPlace(place);
      if (written) queue.push(written);
    }
  }

  /** OpenAPI's own structure need not lead to what a reference names, so it is visited from here. */
  function pointAt(place: HeldNode, node: Reference, { holder, key, file, pointer: at }: Located, pointer: string): void {
    point(place, node, pointer);
    if (pointer !== '') queue.push({ kind: place.kind, holder, key, file, at, pointer });
  }

  function point({ file }: HeldNode, node: Reference, pointer: string): void {
    if (file === entry && node.$ref.startsWith('#') && locator.locate(entry, node.$ref.slice(1))?.pointer === pointer) return;
    locator.rewritten(node, { ref: node.$ref, file });
    (node as Draft)['$ref'] = `#${pointer.replaceAll('%', '%25')}`;
  }

  /** Writes what a reference names in the reference's own place, where OpenAPI has no component for it: a map, an operation, a path. */
  function inPlace(place: HeldNode): HeldNode | undefined {
    let here = place;
    for (let hops = 0; hops < HOPS; hops++) {
      const node = here.holder[here.key];
      if (!isReference(node)) return typeof node === 'object' && node !== null ? here : undefined;
      const target = follow(here, node.$ref);
      if (!target) return undefined;
      writtenInto = true;
      const written = copyOf(target.file === entry ? target.node : homes.settle('document', target, here.pointer));
      locator.moved(written, target);
      here.holder[here.key] = written;
      here = { ...here, file: target.file, at: target.pointer };
    }
    problems.add(`${place.file.path} at ${place.at} refers to itself, by way of other references`);
    return undefined;
  }

  function visitSchema(place: HeldNode, node: Draft): void {
    for (const member of ['enum', 'required']) if (isReference(node[member])) inPlace(nodeIn(place, node, member));
    const { discriminator } = node;
    if (!isObject(discriminator)) return;
    const mapping: Draft = isObject(discriminator['mapping']) ? (discriminator['mapping'] as Draft) : {};
    for (const [tag, to] of Object.entries(mapping)) {
      if (typeof to !== 'string' || !/[#/]|\.(?:json|ya?ml)$/i.test(to)) continue;
      const at = `${place.at}/discriminator/mapping/${escapeToken(tag)}`;
      const target = follow({ ...nodeIn(place, mapping, tag), at }, to);
      if (target) mapping[tag] = `#${target.file === entry ? target.pointer : homes.given('schema', target)}`;
    }
    for (const keyword of ['oneOf', 'anyOf']) if (isArray(node[keyword])) nameBranches(nodeIn(place, node, keyword), mapping);
    if (Object.keys(mapping).length > 0) (discriminator as Draft)['mapping'] = mapping;
  }

  /** Without a mapping a branch goes by the name of its component; where that had to become another name, a mapping says so. */
  function nameBranches(branches: HeldNode, mapping: Draft): void {
    for (const branch of nodesIn(branches)) {
      const before = branch.holder[branch.key];
      const target = isReference(before) ? follow(branch, before.$ref) : undefined;
      if (!target || target.file === entry) continue;
      const name = nameFor(target.file.path, target.pointer);
      const home = homes.given('schema', target);
      const isMapped = Object.values(mapping).includes(`#${home}`) || Object.hasOwn(mapping, name);
      if (!isMapped && !home.endsWith(`/${name}`)) mapping[name] = `#${home}`;
    }
  }
}

/** One node may be a schema where it stands and a map of schemas where it is written; what is mended in the one must not show in the other. */
function copyOf(node: Json): Json {
  return isArray(node) ? [...node] : isObject(node) ? { ...node } : node;
}

function incomplete(name: string, problems: readonly string[]): ContractError {
  const more = problems.length > LISTED ? [`and ${problems.length - LISTED} more`] : [];
  const lines = [...problems.slice(0, LISTED), ...more].map((line) => `  ${line}`);
  return new ContractError('incomplete', `${name} is not complete.\n${lines.join('\n')}`);
}

function holdsItself(tree: Json): boolean {
  const open = new Set<Json>();
  const done = new Set<Json>();
  const stack: { readonly node: Json; readonly leave: boolean }[] = [{ node: tree, leave: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, leave } = step;
    if (typeof node !== 'object' || node === null || (!leave && done.has(node))) continue;
    if (leave) {
      open.delete(node);
      done.add(node);
      continue;
    }
    if (open.has(node)) return true;
    open.add(node);
    stack.push({ node, leave: true });
    for (const child of Object.values(node)) stack.push({ node: child, leave: false });
  }
  return false;
}
