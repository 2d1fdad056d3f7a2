/** Whether a body tells of somebody: an id, an identifier or a reference of theirs stands anywhere in it. */
import type { Json } from '../../contract/contract.ts';

export function tellsOf(body: Json, id: string): boolean {
  if (typeof body === 'string') return body === id || body.endsWith(`/${id}`) || body.endsWith(`|${id}`);
  if (typeof body === 'number') return String(body) === id;
  return typeof body === 'object' && body !== null && Object.values(body).some((member: Json) => tellsOf(member, id));
}
