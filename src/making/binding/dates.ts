/** Puts the dates of a published or made body where they belong: what happens moves to the clock together, and what was made just now was made now. */
import type { Json, SchemaAt, SchemaFault } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import type { StudiedBody } from '../../meaning/studied-body.ts';
import { daysToMove, isMoment, movedBy } from '../../meaning/timeline.ts';
import { joined } from '../../meaning/words.ts';
import { likeliest } from '../likeness.ts';
import { spellMoment } from '../leaves/moments.ts';
import { isOfAnItem } from './bind-ids.ts';
import { applyAccepted, type Edit } from './edits.ts';

/** All by one offset, so that what happened before something else still does. */
export function dateEdits(body: StudiedBody, now: number): readonly Edit[] {
  const happenings = body.happenings();
  const days = daysToMove(happenings, now);
  return days === 0 ? [] : happenings.map(({ leaf, text }) => ({ tokens: leaf.tokens, value: movedBy(text, days) }));
}

const MADE =
  /^(created|updated|lastupdated|lastmodified|modified|submitted|received|accepted|registered|recorded|quoted|requested|uploaded|processed|timestamp)(at|on|date|time|datetime|timestamp)?$|^(date|time|datetime)(created|updated|modified|submitted|received|accepted)$|^(creation|modification|submission)(date|time|datetime)$/;

/** What a write has just made says so of itself. */
export function madeNow(
  { meaning, at, now }: { readonly meaning: Meaning; readonly at: SchemaAt; readonly now: number },
  value: Json,
): Json {
  const edits: Edit[] = [];
  const spelt = lazily(() => spellMoment(now));
  const visit = (node: Json, tokens: readonly string[]): void => {
    if (isArray(node)) for (const [index, item] of node.entries()) visit(item, [...tokens, String(index)]);
    else if (isObject(node)) {
      for (const name of Object.keys(node)) {
        const member = node[name];
        if (typeof member === 'object') visit(member, [...tokens, name]);
        else if (
          typeof member === 'string' &&
          isMoment(member) &&
          MADE.test(joined(name)) &&
          isOfAnItem([...tokens.filter(isNoMeta), name])
        ) {
          const own = likeliest(member, spelt());
          if (own !== undefined) edits.push({ tokens: [...tokens, name], value: own });
        }
      }
    }
  };
  visit(value, []);
  if (edits.length === 0) return value;
  const faultsOf = (body: Json): readonly SchemaFault[] => meaning.contract.check(at, body);
  const faulty = lazily(() => new Set(faultsOf(value).map(({ pointer }) => pointer)));
  return applyAccepted(value, edits, faulty, faultsOf);
}

function isNoMeta(token: string): boolean {
  return token !== 'meta';
}
