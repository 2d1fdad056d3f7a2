/** What the sandbox's own API found wrong with a form: all of it at its head, and for each field what concerns it. */
import type { ControlAnswer } from '../control.ts';

export type Refused = Extract<ControlAnswer<unknown>, { readonly ok: false }>;

export function Refusal({ refused }: { readonly refused: Refused | undefined }) {
  if (!refused) return null;
  const { detail, errors = [] } = refused.problem;
  const others = errors.map((one) => one.detail).filter((said) => said !== detail);
  return (
    <div class="refusal" role="alert">
      <p>{detail}</p>
      {others.length > 0 && (
        <ul>
          {others.map((said) => (
            <li>{said}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is wrong below a place of the body: `faultAt(refused, '/hours')`. */
export const faultAt = (refused: Refused | undefined, pointer: string): string | undefined =>
  refused?.problem.errors?.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))?.detail;
