/** What the sandbox's own API found wrong with a form: all of it at its head, and for each field what concerns it. */
import type { ControlAnswer } from '../control.ts';

export type Refused = Extract<ControlAnswer<unknown>, { readonly ok: false }>;

export function Refusal({ refused }: { readonly refused: Refused | undefined }) {
  if (!refused) return null;
  const { lead, list } = toldOnce(refused.problem);
  return (
    <div class="refusal" role="alert">
      {lead !== '' && <p>{lead}</p>}
      {list.length > 0 && (
        <ul>
          {list.map((said) => (
            <li>{said}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What says several things in one breath says each of those that are sentences in a line of its own, and nothing twice. */
function toldOnce({ detail, errors = [] }: Refused['problem']): { readonly lead: string; readonly list: readonly string[] } {
  const said = new Set(errors.map((one) => one.detail));
  const sentences = said.size > 1 ? [...said].filter((one) => one.endsWith('.')) : [];
  const lead = sentences.reduce((left, one) => left.replace(one, ''), detail);
  return { lead: lead.trim(), list: [...sentences, ...[...said].filter((one) => !sentences.includes(one) && !detail.includes(one))] };
}

/** What is wrong below a place of the body: `faultAt(refused, '/hours')`. Which place that is, a person sees. */
export const faultAt = (refused: Refused | undefined, pointer: string): string | undefined =>
  refused?.problem.errors
    ?.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
    ?.detail.replace(/^The body at \S+ /, '');
