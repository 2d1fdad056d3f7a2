/** Resources that travel inside another: the entries of a FHIR Bundle that is posted as a message, a batch or a transaction (FHIR R4 §2.36, §3.1.0.11). */
import type { Operation, SchemaAt } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { membersOf, wordsListed } from './members.ts';
import { collectionName } from './names.ts';
import type { Resource } from './resource.ts';

/** The collections of this API by the kind of resource that they hold, for an operation whose body may carry some; undefined where it carries none. */
export function planCarried(
  meaning: Meaning,
  operation: Operation,
  resources: readonly Resource[],
): ReadonlyMap<string, Resource> | undefined {
  if (operation.method !== 'post' || !operation.body?.content.some((media) => media.schema && isBundle(meaning, media.schema, operation)))
    return undefined;
  const kinds = new Map<string, Resource>();
  for (const resource of resources) {
    const name = collectionName(resource.path);
    if (!resource.single && !resource.view && resource.parents.length === 0 && /^[A-Z]/.test(name)) kinds.set(name, resource);
  }
  return kinds.size > 0 ? kinds : undefined;
}

function isBundle(meaning: Meaning, at: SchemaAt, { path }: Operation): boolean {
  const members = membersOf(meaning, at);
  const words = wordsListed(meaning, members.get('resourceType'));
  return members.has('entry') && (words.includes('Bundle') || path.endsWith('/$process-message'));
}
