/** Which resources a contract speaks of, and what each operation does to them: read from paths, methods and schemas alone, for any contract. */
import type { Contract, Json, Operation, SchemaAt } from '../../contract/contract.ts';
import { jsonMedia, successOf, type Success } from '../../contract/documented.ts';
import type { Generator } from '../../making/generate.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { itemSchema } from '../list/envelope/frame.ts';
import { listFields } from '../list/list-fields.ts';
import { planIndex } from '../list/row-index.ts';
import { lazily } from '../../contract/lazily.ts';
import { isInbox } from './delivery.ts';
import { idPlace, itemParameterOf, madeElsewhere, sentBy, planId } from './id-plan.ts';
import { isList, membersOf, wordsListed } from './members.ts';
import { publishedState } from './published.ts';
import { collectionName } from './names.ts';
import type { Interaction, Part, Resource } from './resource.ts';
import { alike, echoes, placeOf } from './same-shape.ts';
import { planPlainItems } from '../told/plain-items.ts';
import { planToldItems } from '../told/told-items.ts';

interface Draft {
  readonly path: string;
  itemPath?: string;
  itemParameter?: string;
  single: boolean;
  readonly parts: Part[];
}

interface Finding {
  readonly contract: Contract;
  readonly meaning: Meaning;
  readonly generator: Generator;
  readonly drafts: Map<string, Draft>;
}

/** A HEAD that is declared is the read without its body; what a resource is like is never learnt from it. */
const itemInteractions: Readonly<Record<string, Interaction>> = {
  get: 'read',
  head: 'read',
  put: 'replace',
  patch: 'patch',
  delete: 'delete',
};
const patchType = /json-patch|merge-patch/;

export function findResources(generator: Generator): readonly Resource[] {
  const { meaning } = generator;
  const { contract } = meaning;
  const finding: Finding = { contract, meaning, generator, drafts: new Map() };
  for (const operation of contract.operations) placeItem(finding, operation);
  for (const operation of contract.operations) placeCollection(finding, operation);
  const resources = new Map<string, Resource>();
  // A parent's path is shorter than its children's, so it is finished before they ask for it.
  for (const draft of [...finding.drafts.values()].toSorted((a, b) => a.path.length - b.path.length)) {
    if (draft.parts.length > 0) resources.set(draft.path, finish(finding, draft, resources));
  }
  return [...resources.values()];
}

/** `found` holds the resources above, and in the end all of them. */
function finish({ contract, meaning, generator }: Finding, draft: Draft, found: ReadonlyMap<string, Resource>): Resource {
  const above = [...found.values()];
  const { path, itemPath, itemParameter, single, parts } = draft;
  const operations: Partial<Record<Interaction, Operation>> = {};
  for (const { operation, interaction } of parts) if (operation.method !== 'head') operations[interaction] ??= operation;
  const parameter = itemParameterOf(
    parts.map((part) => part.operation),
    itemParameter,
  );
  const shape = shapeOf(meaning, operations);
  const view = viewOf(draft, above);
  const collection = contract.slug + (view?.of.path ?? path);
  const unpublished = {
    path,
    collection,
    parents: parameterNames(path),
    parent: above.findLast((other) => other.itemPath !== undefined && path.startsWith(`${bare(other.itemPath)}/`)),
    parameter,
    single,
    operations,
    all: parts,
    shape,
    id: planId({
      meaning,
      sent: sentBy(operations.create),
      operation: parts.find((part) => part.operation.path === itemPath)?.operation,
      path,
      parameter,
      shape,
      shown: shownItem(operations),
    }),
    ...(itemPath !== undefined && itemParameter !== undefined ? { itemPath, itemParameter } : {}),
    index:
      view?.of.index ??
      lazily(() =>
        planIndex(
          listFields(
            { contract, meaning },
            [...found.values()].filter((one) => one.collection === collection),
          ),
        ),
      ),
    ...(view ? { view } : {}),
  };
  const published = lazily(() => publishedState(generator, unpublished));
  const told = lazily(() => planToldItems(contract, meaning, unpublished));
  return {
    ...unpublished,
    published,
    told,
    plain: lazily(() => (told() ? undefined : planPlainItems(generator, unpublished, published))),
  };
}

/** What an item looks like: as it is read, else as its creation answers it, else as it is listed, else as a change answers it, else as it is sent. */
function shapeOf(meaning: Meaning, operations: Resource['operations']): SchemaAt | undefined {
  const shown = (operation: Operation | undefined): SchemaAt | undefined =>
    operation && jsonMedia(successOf(operation, [200, 201])?.response)?.schema;
  const list = shown(operations.list);
  const items = list && itemSchema(meaning, list, collectionName(operations.list?.path ?? ''));
  const sent = sentBy(operations.create);
  const created = shown(operations.create);
  return (
    shown(operations.read) ??
    (created && sent && (alike(meaning, sent, created) || placeOf(meaning, membersOf(meaning, created), sent)) ? created : undefined) ??
    (items && membersOf(meaning, items).size > 0 ? items : undefined) ??
    shown(operations.replace) ??
    shown(operations.patch) ??
    sent ??
    operations.replace?.body?.content.find((media) => media.schema)?.schema
  );
}

/** An item as an example shows it. */
function shownItem({ read, create, replace }: Resource['operations']): Json | undefined {
  return [read, create, replace]
    .map((operation) => operation && jsonMedia(successOf(operation, [200, 201])?.response)?.examples[0]?.value)
    .find((value) => value !== undefined);
}

/** `/Patient/{id}/Appointment` shows those of `/Appointment` that name the patient, where it makes none of its own. */
function viewOf({ path, itemPath, single, parts }: Draft, above: readonly Resource[]): Resource['view'] {
  const [, by, name] = /\{([^{}/]+)\}\/([^{}/]+)$/.exec(path) ?? [];
  if (by === undefined || itemPath !== undefined || single || parts.some(({ interaction }) => interaction !== 'list')) return undefined;
  const of = above.find((other) => !other.single && other.parents.length === 0 && other.path.endsWith(`/${name}`));
  return of && { of, by };
}

function draftAt({ drafts }: Finding, path: string): Draft {
  const known = drafts.get(path);
  if (known) return known;
  const made: Draft = { path, single: false, parts: [] };
  drafts.set(path, made);
  return made;
}

/** Some APIs end every path in a slash, which says nothing. */
const bare = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

/** `/things/{id}`, `/List{id}`, `/things/{id}/_history/{version}`. */
function placeItem(finding: Finding, operation: Operation): void {
  const whole = bare(operation.path);
  const history = /^(.*)\/_history(?:\/\{[^{}/]+\})?$/.exec(whole);
  const path = history?.[1] ?? whole;
  const taken = takenFrom(whole, operation.method);
  const item = /^(.*)\/([^{}/]*)\{([^{}/]+)\}$/.exec(taken ?? path);
  if (!item) return;
  const [, parent = '', literal = '', parameter = ''] = item;
  const interaction = taken ? 'delete' : history ? historyInteraction(operation) : itemInteractions[operation.method];
  if (!interaction || (operation.method === 'head' && !isAlsoRead(finding, operation))) return;
  const made = draftAt(finding, literal === '' ? parent : `${parent}/${literal}`);
  made.itemPath = history || taken ? (made.itemPath ?? taken ?? path) : operation.path;
  made.itemParameter = parameter;
  made.parts.push({ operation, interaction });
}

const isAlsoRead = ({ contract }: Finding, { path }: Operation): boolean =>
  contract.operations.some((other) => other.path === path && other.method === 'get');

/** `/inbox/{id}/status/acknowledged`: who has read a message says so, and it leaves the box. */
function takenFrom(path: string, method: string): string | undefined {
  const item = method === 'put' || method === 'post' ? /^(.*\/\{[^{}/]+\})\/(?:status\/)?acknowledged?$/.exec(path)?.[1] : undefined;
  return item !== undefined && isInbox(item.slice(0, item.lastIndexOf('/'))) ? item : undefined;
}

function historyInteraction({ method, path }: Operation): Interaction | undefined {
  if (method !== 'get') return undefined;
  return path.endsWith('}') ? 'read-version' : 'history';
}

function placeCollection(finding: Finding, operation: Operation): void {
  const { method } = operation;
  const path = bare(operation.path);
  if (/\}$|_history$/.test(path) || takenFrom(path, method)) return;
  const last = path.slice(path.lastIndexOf('/') + 1);
  const parent = path.slice(0, path.lastIndexOf('/'));
  const add = (at: string, interaction: Interaction): void => void draftAt(finding, at).parts.push({ operation, interaction });
  if (last === '_search' && (method === 'post' || method === 'query')) add(parent, 'list');
  else if (method === 'query') {
    if (listSchema(finding.meaning, operation)) add(path, 'list');
  } else if (last.startsWith('$')) {
    // A FHIR operation creates where it says 201 Created and stands beside items; the others answer from their examples.
    if (method === 'post' && operation.responses.has('201') && finding.drafts.get(parent)?.itemPath) add(parent, 'create');
  } else if (method === 'post') {
    const interaction = postInteraction(finding, operation);
    if (interaction) add(path, interaction);
  } else if (method === 'get') {
    const interaction = getInteraction(finding, operation);
    if (interaction === 'read') single(draftAt(finding, path), operation, 'read');
    else if (interaction) add(path, interaction);
  } else {
    const interaction = itemInteractions[method];
    if (interaction && method !== 'head' && !finding.drafts.get(path)?.itemPath) single(draftAt(finding, path), operation, interaction);
  }
}

function single(draft: Draft, operation: Operation, interaction: Interaction): void {
  draft.single = true;
  draft.parts.push({ operation, interaction });
}

/** A GET is a list beside items or beside what creates; beside a PUT, PATCH or DELETE of the same path it reads a lone document. */
function getInteraction(finding: Finding, operation: Operation): 'list' | 'read' | undefined {
  const { contract, meaning, drafts } = finding;
  const path = bare(operation.path);
  const others = contract.operations.filter((other) => bare(other.path) === path);
  if (drafts.get(path)?.itemPath) return 'list';
  if (others.some((other) => postInteraction(finding, other) === 'create' && !answersLikeSent(meaning, other, operation))) return 'list';
  if (others.some((other) => /^(put|patch|delete)$/.test(other.method))) return 'read';
  const [, name] = /\{[^{}/]+\}\/([^{}/]+)$/.exec(path) ?? [];
  // A list below somebody, of what has a collection of its own.
  const isView =
    name !== undefined &&
    contract.operations.some((other) => other.method === 'post' && bare(other.path).endsWith(`/${name}`) && !other.path.includes('{'));
  return isView && listSchema(meaning, operation) ? 'list' : undefined;
}

/** A GET that shows no list and looks like what a POST of the same path takes is no collection. */
function answersLikeSent(meaning: Meaning, post: Operation, get: Operation): boolean {
  const shown = jsonMedia(successOf(get, [200])?.response)?.schema;
  const sent = post.body?.content.find((media) => media.schema)?.schema;
  if (!shown || !sent || !alike(meaning, sent, shown)) return false;
  const items = itemSchema(meaning, shown, collectionName(get.path));
  if (!items) return true;
  const oneInTheOther = placeOf(meaning, membersOf(meaning, items), sent) ?? placeOf(meaning, membersOf(meaning, sent), items);
  return !alike(meaning, items, sent) && oneInTheOther === undefined;
}

/** A POST creates where items or a list can show what it made, or where it answers with what was sent. One that answers a list searches. */
function postInteraction(finding: Finding, operation: Operation): 'create' | 'list' | undefined {
  const { contract, meaning, drafts } = finding;
  const { method, body, responses } = operation;
  const path = bare(operation.path);
  if (method !== 'post' || !body || body.content.some((media) => patchType.test(media.type))) return undefined;
  const hasItems = drafts.get(path)?.itemPath !== undefined;
  const sent = body.content.find((media) => media.schema)?.schema;
  const success = successOf(operation, [201, 200, 202]);
  const shown = jsonMedia(success?.response)?.schema;
  const tellsOfSent = sent && shown && (alike(meaning, sent, shown) || placeOf(meaning, membersOf(meaning, shown), sent) !== undefined);
  if (listSchema(meaning, operation) && !tellsOfSent) {
    return hasItems && !responses.has('201') ? 'list' : undefined;
  }
  if (hasItems) return 'create';
  if (!success || success.status >= 300) return undefined;
  const beside = contract.operations.find((other) => other.method === 'get' && bare(other.path) === path);
  if (beside && (responses.has('201') || saysWhere(success))) return 'create';
  if (sent && shown && echoes(meaning, sent, shown)) return 'create';
  const listed = beside && mayList(meaning, beside) ? listedItem(meaning, beside) : undefined;
  // What is sent is what the same path lists.
  if (sent && listed && alike(meaning, sent, listed)) return 'create';
  // Something was made or taken in where the answer says under which id: a 200 alone may tell of anything else.
  return (success.status > 200 || listed) && shown && namesOne(finding, { path, shown, sent }) ? 'create' : undefined;
}

/** A look that costs little before one that costs much: whether an array stands in the answer, or in one of its members. */
function mayList(meaning: Meaning, operation: Operation): boolean {
  const shown = jsonMedia(successOf(operation, [200])?.response)?.schema;
  const holdsList = (at: SchemaAt, depth: number): boolean =>
    isList(meaning, at) || (depth > 0 && [...membersOf(meaning, at).values()].some((member) => holdsList(member, depth - 1)));
  return shown !== undefined && holdsList(shown, 2);
}

const saysWhere = ({ response }: Success): boolean => response.headers.some(({ name }) => /^location$/i.test(name));

/** Whether an answer has an id that nobody sent. An outcome's own is of nothing that was made. */
function namesOne(
  { meaning }: Finding,
  { path, shown, sent }: { readonly path: string; readonly shown: SchemaAt; readonly sent: SchemaAt | undefined },
): boolean {
  const members = membersOf(meaning, shown);
  if (wordsListed(meaning, members.get('resourceType')).includes('OperationOutcome')) return false;
  return idPlace(meaning, members, path, undefined, madeElsewhere(meaning, sent)) !== undefined;
}

function listSchema(meaning: Meaning, operation: Operation): SchemaAt | undefined {
  const shown = jsonMedia(successOf(operation, [200, 201, 202])?.response)?.schema;
  return shown && listedItem(meaning, operation) ? shown : undefined;
}

function listedItem(meaning: Meaning, operation: Operation): SchemaAt | undefined {
  const shown = jsonMedia(successOf(operation, [200, 201, 202])?.response)?.schema;
  return shown && itemSchema(meaning, shown, collectionName(operation.path));
}

export function parameterNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}/]+)\}/g)].map((match) => match[1] ?? '');
}
