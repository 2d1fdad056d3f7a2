/** Whether an interpreter is needed stays said, as long as somebody's communication is. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidUpdate } from '../../../src/nhs/spine/spine-words.ts';
import { extensionUrl } from '../record/systems.ts';

/** Looked at before the schema is: what a client puts in its place need be no extension at all. */
export function interpreterRemoved(before: Json, after: Json): Problem | undefined {
  const kept = partsOfCommunication(after);
  const isRemoved = kept !== undefined && !kept.some(isSaid) && partsOfCommunication(before)?.some(isSaid) === true;
  return isRemoved ? invalidUpdate('interpreterRequired cannot be removed') : undefined;
}

function partsOfCommunication(patient: Json): readonly Json[] | undefined {
  const communication = listIn(patient).find((each) => isObject(each) && each['url'] === extensionUrl.communication);
  return communication === undefined ? undefined : listIn(communication);
}

function listIn(owner: Json): readonly Json[] {
  const list = isObject(owner) ? owner['extension'] : undefined;
  return isArray(list) ? list : [];
}

function isSaid(part: Json): boolean {
  return isObject(part) && part['url'] === 'interpreterRequired';
}
