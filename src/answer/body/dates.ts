/** Puts the dates of a published or made body where they belong: what happens moves to the clock together, and what was made just now was made now. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import type { RoleLeaf } from '../../meaning/studied-body.ts';
import { daysToMove, happeningsIn, movedBy } from '../../meaning/timeline.ts';
import { joined } from '../../meaning/words.ts';
import { likeliest } from '../generated/likeness.ts';
import { spellMoment } from '../generated/moments.ts';
import { applyAccepted, type Edit } from './edits.ts';
import { isOfAnItem } from './bind-ids.ts';

/** All by one offset, so that what happened before something else still does. */
export function dateEdits(leaves: readonly RoleLeaf[], now: number): readonly Edit[] {
  const happenings = happeningsIn(leaves);
  const days = daysToMove(happenings, now);
  return days === 0 ? [] : happenings.map(({ leaf, text }) => ({ tokens: leaf.tokens, value: movedBy(text, days) }));
}

const MADE =
  /^(created|updated|lastupdated|lastmodified|modified|submitted|received|accepted|registered|recorded|quoted|requested|uploaded|processed|timestamp)(at|on|date|time|datetime|timestamp)?$|^(date|time|datetime)(created|updated|modified|submitted|received|accepted)$|^(creation|modification|submission)(date|time|datetime)$/;

/** What a write has just made says so of itself. */
export function madeNow(
  about: { readonly meaning: Meaning; readonly at: SchemaAt; readonly leaves: readonly RoleLeaf[]; readonly now: number },
  value: Json,
): Json {
  const { meaning, at, leaves, now } = about;
  const edits = leaves.flatMap(({ leaf, tokens, value: shown, role }): readonly Edit[] => {
    const isMoment = typeof shown === 'string' && (role === 'date' || role === 'dateTime' || role === 'instant');
    if (!isMoment || !MADE.test(joined(leaf.name)) || !isOfAnItem(tokens.filter((token) => token !== 'meta'))) return [];
    const spelt = spellMoment(now).filter((each) => meaning.fits(leaf.schema, each));
    const own = likeliest(shown, spelt);
    return own === undefined ? [] : [{ tokens, value: own }];
  });
  if (edits.length === 0) return value;
  const faulty = new Set(meaning.contract.check(at, value).map(({ pointer }) => pointer));
  return applyAccepted(value, edits, faulty, (edited) => meaning.contract.check(at, edited));
}
