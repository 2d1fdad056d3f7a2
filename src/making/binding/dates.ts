/** Puts the dates of a published or made body where they belong: what happens moves to the clock together, and what was made just now was made now. */
import type { Json, SchemaAt, SchemaFault } from '../../contract/contract.ts';
import { lazily, lazilyFor } from '../../contract/lazily.ts';
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
  // Moments of one form are written alike.
  const own = lazilyFor((form: string) => likeliest(form, spelt()));
  const way: string[] = [];
  const visit = (node: Json | undefined): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, member] of Object.entries(node)) {
      way.push(name);
      if (typeof member === 'object') visit(member);
      else if (typeof member === 'string' && isMoment(member) && MADE.test(joined(name)) && isOfAnItem(way.filter(isNoHolder))) {
        const said = own(member.replace(/\d/g, '1'));
        if (said !== undefined) edits.push({ tokens: [...way], value: said });
      }
      way.pop();
    }
  };
  visit(value);
  if (edits.length === 0) return value;
  const faultsOf = (body: Json): readonly SchemaFault[] => meaning.contract.check(at, body);
  const faulty = lazily(() => new Set(faultsOf(value).map(({ pointer }) => pointer)));
  return applyAccepted(value, edits, faulty, faultsOf);
}

/** Objects that hold what is said of the whole: `meta: {lastUpdated}`, `timestamps: {created}`. */
function isNoHolder(token: string): boolean {
  return !/^(meta|metadata|timestamps|dates|audit|auditInfo)$/.test(token);
}
