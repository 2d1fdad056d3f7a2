/** Which members of an object are made: the required, the published, and of the others those that say something. */
import type { JsonObject, SchemaAt } from '../contract/contract.ts';
import { escapeToken } from '../contract/json.ts';
import { isLeaf, type Merged } from '../meaning/schema/merged-schema.ts';
import type { Lessons } from './lessons.ts';

export interface MembersTask {
  readonly merged: Merged;
  /** JSON pointer of the object. */
  readonly pointer: string;
  /** The published object, where the answer follows one. */
  readonly hint: JsonObject | undefined;
  readonly lessons: Lessons;
  readonly sending: 'request' | 'response';
  /** Objects above this one, counted from the resource it is part of. */
  readonly depth: number;
  /** Leaves and containers made so far. */
  readonly made: number;
  readonly required: boolean;
  /** Whether a choice was made to get here. */
  readonly branching: boolean;
  readonly inResource: boolean;
  /** Where the object stands in its resource: `identifier`, `name.period`. */
  readonly path: string;
  /** Names of components this object is part of. */
  readonly within: readonly string[];
  inner(name: string): Merged;
  read(at: SchemaAt): Merged;
}

/** Containers nested deeper, and any beyond so many parts of one answer, are made only where required. */
const DEEP = 6;
const MANY = 350;
/** FHIR's own furniture: true of everything and telling nothing, unless the contract spells it out. */
const FURNITURE = new Set([
  'extension',
  'modifierExtension',
  'contained',
  'implicitRules',
  'language',
  'fhir_comments',
  'resourceDefinition',
  'userSelected',
  'suffix',
]);
/** The same by where it stands in its resource. */
const FURNITURE_OF: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^meta$/, new Set(['source', 'profile', 'security', 'tag'])],
  [/[Ii]dentifier$/, new Set(['type', 'period', 'assigner'])],
  [/[Cc]oding$/, new Set(['version'])],
  [/^entry$/, new Set(['request', 'response', 'link'])],
];

export function membersToMake(task: MembersTask): readonly string[] {
  const { merged, hint, lessons, pointer } = task;
  const names = new Set([
    ...(hint ? Object.keys(hint).filter((name) => merged.properties.has(name)) : []),
    ...merged.properties.keys(),
    ...merged.required,
  ]);
  const asked = new Set(askedFor(task));
  for (const name of asked) names.add(name);
  const chosen = [...names].filter((name) => isChosen(task, name, asked.has(name)));
  if (chosen.length === 0 && task.required && !hint && !lessons.bare) chosen.push(...somethingToSay(task));
  const taken = oneOfEachChoice(chosen, task, asked);
  for (const name of taken) if (!merged.required.has(name) && !asked.has(name)) lessons.optional.add(`${pointer}/${escapeToken(name)}`);
  return taken;
}

/** Members that the contract has missed. One that is not declared here belongs to another branch: then that one is tried. */
function askedFor({ lessons, pointer, merged, branching }: MembersTask): readonly string[] {
  if (lessons.wanted.size === 0) return [];
  const missed = [...lessons.wanted].filter((at) => at.startsWith(`${pointer}/`) && !at.slice(pointer.length + 1).includes('/'));
  const names = missed.map((at) =>
    at
      .slice(pointer.length + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~'),
  );
  if (!branching) return names;
  const own = names.filter((name) => merged.properties.has(name) || merged.required.has(name));
  if (own.length < names.length) lessons.branch.set(pointer, (lessons.branch.get(pointer) ?? 0) + 1);
  return own;
}

function isChosen(task: MembersTask, name: string, asked: boolean): boolean {
  const { merged, lessons, hint } = task;
  if (lessons.dropped.has(`${task.pointer}/${escapeToken(name)}`)) return false;
  const inner = task.inner(name);
  if (isHidden(task, inner)) return false;
  if (asked || merged.required.has(name)) return true;
  if (inner.impossible || lessons.bare) return false;
  if (task.sending === 'request' && inner.schema.readOnly === true) return false;
  if (hint) return Object.hasOwn(hint, name);
  return isWorthSaying(task, name, inner);
}

/** No answer shows what is only ever sent. */
function isHidden({ sending }: MembersTask, { schema }: Merged): boolean {
  return sending === 'response' && schema.writeOnly === true;
}

/** The first member that is a plain value, else the first, of an object that has to be there. */
function somethingToSay(task: MembersTask): readonly string[] {
  const { merged, lessons, pointer, inner } = task;
  const names = [...merged.properties.keys()].filter(
    (name) => !inner(name).impossible && !isHidden(task, inner(name)) && !lessons.dropped.has(`${pointer}/${escapeToken(name)}`),
  );
  return [names.find((name) => name !== 'id' && isLeaf(inner(name))) ?? names[0]].filter((name) => name !== undefined);
}

function isWorthSaying(task: MembersTask, name: string, inner: Merged): boolean {
  const { schema } = inner;
  if (schema.deprecated === true || name.startsWith('_') || name.startsWith('$')) return false;
  if (task.inResource && isFurniture(task, name, inner)) return false;
  const spelt = schema.example !== undefined || schema.const !== undefined;
  if (isLeaf(inner)) return task.depth <= DEEP + 3 || spelt;
  if (inner.component !== undefined && task.within.includes(inner.component)) return false;
  return task.depth <= 1 || (task.depth <= DEEP && task.made < MANY);
}

/** An element's own `id` and narrative, what a search result never carries, and extensions whose contract does not say which. */
function isFurniture(task: MembersTask, name: string, inner: Merged): boolean {
  const { merged, path } = task;
  // What is current has not ended.
  if (name === 'end' && /period$/i.test(path)) return true;
  if (inner.schema.example !== undefined || inner.schema.const !== undefined) return false;
  if (name === 'id') return !merged.properties.has('resourceType');
  if (name === 'text') return inner.properties.has('div');
  if (FURNITURE.has(name)) return !saysWhich(task, inner);
  return (
    FURNITURE_OF.some(([where, names]) => names.has(name) && where.test(path)) || (name === 'type' && merged.properties.has('reference'))
  );
}

/** An extension whose url the contract fixes or shows. */
function saysWhich({ read }: MembersTask, { items }: Merged): boolean {
  if (!items) return false;
  const all = [read(items), ...read(items).choices.flatMap(({ branches }) => branches.map(read))];
  return all.some(({ properties }) => {
    const url = properties.get('url');
    const schema = url && read(url).schema;
    return schema?.const !== undefined || schema?.enum !== undefined || schema?.example !== undefined;
  });
}

const TYPED =
  /^([a-z][A-Za-z]*?)(Boolean|Integer|Decimal|String|Code|Uri|Url|DateTime|Date|Time|Instant|Period|Age|Range|Quantity|Reference|CodeableConcept|Coding|Identifier|Attachment|Address|Duration|Ratio|Timing|Canonical|Uuid|Id|Markdown|Base64Binary|PositiveInt|UnsignedInt|Money|HumanName|ContactPoint|Annotation|Dosage)$/;
/** Said only of those it is true of. */
const EXCEPTIONAL = new Set(['deceased', 'multipleBirth', 'abatement', 'asNeeded']);
const PREFERRED = ['CodeableConcept', 'Reference', 'Quantity', 'String', 'DateTime', 'Period', 'Identifier', 'Coding', 'Code', 'Boolean'];

/** FHIR's `value[x]`: at most one of the typed names, whatever the schema allows (https://hl7.org/fhir/R4/formats.html#choice). */
function oneOfEachChoice(chosen: readonly string[], task: MembersTask, asked: ReadonlySet<string>): readonly string[] {
  const among = new Set(chosen);
  const groups = new Map<string, string[]>();
  for (const name of task.merged.properties.keys()) {
    const stem = TYPED.exec(name)?.[1];
    if (stem !== undefined && (task.inResource || stem === 'value')) groups.set(stem, (groups.get(stem) ?? []).concat(name));
  }
  const refused = new Set<string>();
  for (const [stem, names] of groups) {
    const here = names.filter((name) => among.has(name));
    const kept =
      here.find((name) => asked.has(name)) ??
      here.find((name) => task.merged.required.has(name)) ??
      here.find((name) => task.hint && Object.hasOwn(task.hint, name));
    const best = kept ?? (EXCEPTIONAL.has(stem) ? undefined : bestTyped(here, stem));
    if (names.length > 1 || EXCEPTIONAL.has(stem))
      for (const name of here) if (name !== best && !task.merged.required.has(name)) refused.add(name);
  }
  return chosen.filter((name) => !refused.has(name));
}

function bestTyped(names: readonly string[], stem: string): string | undefined {
  return PREFERRED.map((type) => names.find((name) => name === stem + type)).find((name) => name !== undefined) ?? names[0];
}
