/** What is known of the rules of an API that comes with the project: loaded when somebody asks for it. */
import type { Served } from '../../gateway/announced.ts';
import { fidelity } from '../../generated/fidelity.ts';
import type { AnyFidelity } from '../../mock/fidelity.ts';

const noted: Readonly<Record<string, (() => Promise<{ readonly default: AnyFidelity }>) | undefined>> = fidelity;

/** Undefined where nobody has written any; a contract that was brought has none, whatever it is called. */
export async function fidelityNotesOf({ contract: { slug }, mock }: Served): Promise<AnyFidelity | undefined> {
  const load = mock && Object.hasOwn(noted, slug) ? noted[slug] : undefined;
  return load && (await load()).default;
}
