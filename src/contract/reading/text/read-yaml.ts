/** Reads YAML 1.2 as JSON-like data, in time linear in its size; merges (`<<`) are understood, tags are not. */
import { FAILSAFE_SCHEMA, load, Type, types, YAMLException } from 'js-yaml';
import { ContractError } from '../../contract-error.ts';
import type { Json, Quirk } from '../../contract.ts';
import { COST, DOCUMENT_DEPTH, EXPANDED_NODES, EXPANDED_SHARE, MERGED_KEYS } from '../../limits.ts';
import type { Budget } from '../../work.ts';
import type { TextFile } from './read-tree.ts';

interface About {
  readonly quirks: Quirk[];
  readonly budget: Budget;
}

export function readYaml({ name, text }: TextFile, about: About): Json {
  const tree = parse(name, text, about);
  if (ALIAS.test(text)) refuseBombs(name, tree);
  return tree;
}

function parse(name: string, text: string, { quirks, budget }: About): Json {
  try {
    return read(text);
  } catch (error) {
    const why = whyNot(error);
    if (why.reason !== DUPLICATE) throw unreadable(name, text, why);
  }
  for (const line of repeatedKeys(text, budget)) {
    quirks.push({ pointer: '', effect: 'mended', message: `Line ${line} repeats a key of the same mapping; the last one counts.` });
  }
  try {
    return read(text, { json: true });
  } catch (error) {
    throw unreadable(name, text, whyNot(error));
  }
}

/** Steps that reading it takes, by what is seen of it from outside: a long text costs little, and many small things much. */
export function costOfYaml(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at++) if (MARKS.has(text.charCodeAt(at))) marks++;
  return COST.yaml * text.length + COST.yamlMark * marks;
}

/** What ends a line, a name or an item, what opens a list or a mapping, and what begins an anchor, an alias or a tag. */
const MARKS: ReadonlySet<number> = new Set(['\n', '\r', ':', ',', '[', '{', '&', '*', '!'].map((mark) => mark.charCodeAt(0)));

/** Scalars of the core schema of YAML 1.2 (§10.3.2): a date stays a text, and so does `yes`. */
const scalar = <T>(tag: string, test: RegExp, construct: (text: string) => T): Type =>
  new Type(`tag:yaml.org,2002:${tag}`, {
    kind: 'scalar',
    resolve: (data) => data === null || (typeof data === 'string' && test.test(data)),
    construct: (data) => construct(String(data ?? '')),
  });

const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const NUMBER = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const infinite = (text: string): number => (/nan/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity);

/** A tag that nobody here knows is passed over; what it stands before counts. */
const passedOver = (['scalar', 'sequence', 'mapping'] as const).flatMap((kind) =>
  ['!', 'tag:'].map((tag) => new Type(tag, { kind, multi: true, construct: (data) => data })),
);

const CORE = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', /^(?:~|null|Null|NULL)?$/, () => null),
    scalar('bool', /^(?:true|True|TRUE|false|False|FALSE)$/, (text) => /^t/i.test(text)),
    scalar('int', INTEGER, Number),
    scalar('float', NUMBER, (text) => (/[ia]/i.test(text) ? infinite(text) : Number(text))),
    types.merge,
  ],
  explicit: passedOver,
});

function read(text: string, options: { readonly json?: boolean } = {}): Json {
  return (load(text, { schema: CORE, maxDepth: 2 * DOCUMENT_DEPTH, maxTotalMergeKeys: MERGED_KEYS, ...options }) ?? null) as Json; // of strings, numbers, booleans, null, lists and mappings
}

const DUPLICATE = 'duplicated mapping key';

interface Why {
  /** From 1; undefined where it is of the whole text. */
  readonly line: number | undefined;
  readonly reason: string;
  readonly position: number;
}

function whyNot(error: unknown): Why {
  if (error instanceof YAMLException) {
    return { line: error.mark && error.mark.line + 1, reason: error.reason, position: error.mark?.position ?? 0 };
  }
  if (error instanceof RangeError) return { line: undefined, reason: 'nested too deeply', position: 0 };
  throw error;
}

function unreadable(name: string, text: string, { line, reason }: Why): ContractError {
  // What ends too soon is said to end on the line after the last.
  const where = line === undefined ? 'it breaks the rules' : `line ${Math.min(line, text.trimEnd().split('\n').length)} breaks the rules`;
  return new ContractError('unreadable', `${name} cannot be read as YAML (nor as JSON): ${where} (${reason}).`);
}

/** Most repeated keys that are looked for; each takes another reading, so fewer in a large text. */
const LOOKED_FOR = 20;
const READ_AT_MOST = 10_000_000;

/** Lines that repeat a key. The parser stops at the first one, so that one is given another name to find the next. */
function repeatedKeys(text: string, budget: Budget): number[] {
  const cost = costOfYaml(text);
  const lines: number[] = [];
  let mended = text;
  for (let tries = Math.min(LOOKED_FOR, 1 + READ_AT_MOST / text.length); tries >= 1; tries--) {
    budget.spend(cost);
    try {
      read(mended);
      return lines;
    } catch (error) {
      const { line, reason, position } = whyNot(error);
      if (reason !== DUPLICATE || line === undefined) return lines;
      lines.push(line);
      mended = `${mended.slice(0, position)}repeated-${lines.length}-${mended.slice(position)}`;
    }
  }
  return lines;
}

/** What may be an alias: most texts hold none, and need not be walked. */
const ALIAS = /(?:^|[\s,:[{])\*[^\s*,[\]{}]+/m;

/** Aliases can say something enormous in a few lines, or something that holds itself. */
function refuseBombs(name: string, tree: Json): void {
  const { nodes, expanded } = sizeOf(tree);
  if (expanded <= EXPANDED_NODES + EXPANDED_SHARE * nodes) return;
  throw new ContractError('unsafe', `${name} repeats its YAML anchors too often to be expanded. Use $ref for what is shared.`);
}

/** How many values there are, and how many there would be if each alias were written out; infinitely many where one holds itself. */
function sizeOf(tree: Json): { readonly nodes: number; readonly expanded: number } {
  const sizes = new Map<Json, number>();
  const open = new Set<Json>();
  const root: Walk = { node: tree, children: childrenOf(tree), next: 0, size: 1 };
  const stack: Walk[] = [root];
  for (let walk = stack.at(-1); walk; walk = stack.at(-1)) {
    const child = walk.children[walk.next++];
    if (walk.next > walk.children.length) {
      sizes.set(walk.node, walk.size);
      open.delete(walk.node);
      stack.pop();
      const around = stack.at(-1);
      if (around) around.size += walk.size;
    } else if (typeof child !== 'object' || child === null) walk.size++;
    else if (open.has(child)) return { nodes: sizes.size, expanded: Infinity };
    else {
      const known = sizes.get(child);
      if (known !== undefined) walk.size += known;
      else {
        open.add(child);
        stack.push({ node: child, children: childrenOf(child), next: 0, size: 1 });
      }
    }
  }
  return { nodes: sizes.size, expanded: root.size };
}

interface Walk {
  readonly node: Json;
  readonly children: readonly Json[];
  next: number;
  size: number;
}

const childrenOf = (node: Json): readonly Json[] => (typeof node === 'object' && node !== null ? Object.values(node) : []);
