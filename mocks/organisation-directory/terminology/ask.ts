/** Which code system is asked, of which night, and what the terminology server says where it cannot answer. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { directoryIn } from '../directory.ts';
import { lastNight, nightsBefore } from '../nights.ts';
import { codeSystems, type CodeSystemTold } from './code-systems.ts';
import type { Night } from './register-concepts.ts';

export interface AskedSystem {
  readonly system: CodeSystemTold;
  readonly version: string;
  readonly night: Night;
}

/** The night that is shown, and the two before it: so many versions are kept. */
export function versionsKept(call: AnyCall): readonly string[] {
  const { asOf } = lastNight(call);
  return [asOf, ...nightsBefore(asOf, 2)];
}

/** The last version, where none is asked for. */
export function askedSystem(call: AnyCall, url: string, version?: string): AskedSystem | Problem {
  const system = codeSystems.get(url);
  const kept = versionsKept(call);
  const [latest = ''] = kept;
  if (!system || (version !== undefined && !kept.includes(version)))
    return said(call, 'not-found', `Could not find code system ${url}${version === undefined ? '' : ` version ${version}`}`);
  const population = version === undefined || version === latest ? lastNight(call) : call.population.on(version);
  return { system, version: population.asOf, night: { directory: directoryIn(population), population } };
}

/** Its texts begin with a number of their own. */
export function said(call: AnyCall, problem: 'not-found' | 'unprocessable' | 'invalid-value', words: string): Problem {
  const id = uuidBy((part) => call.chance(`terminology/${part}/${words}/${call.address}`));
  return { problem, message: words, said: { diagnostics: `[${id}]: ${words}` } };
}
