/** Vectors of trust, as NHS login knows them: how well it is known who somebody is, and how they showed it (its interface specification §5.1, RFC 8485). */
import { vectors, type Vector } from '../../workspace/applications/vectors.ts';
import type { Proofing } from '../users/user.ts';

const usual: readonly Vector[] = ['P9.Cp.Cd', 'P9.Cp.Ck', 'P9.Cm'];

const levels: readonly Proofing[] = ['P0', 'P5', 'P9'];
const rank = (level: Proofing): number => levels.indexOf(level);
export const proofingOf = (vector: string): Proofing => levels.find((level) => vector.startsWith(level)) ?? 'P0';

/** What an application asks for, as far as it may, or why that is refused. */
export type AskedVectors = { readonly asked: readonly Vector[] } | { readonly description: string; readonly why?: string };

export function askedVectors(vtr: string | null, allowed: readonly Vector[] = vectors): AskedVectors {
  const written = vtr === null ? usual : readVectors(vtr);
  const known = written?.map((one) => ({ one, meant: meantBy(one) }));
  if (!known || known.some(({ meant }) => meant.length === 0))
    return { description: `vtr must be a JSON array of ${vectors.join(', ')}, or of parts of them` };
  const refused = known.find(({ meant }) => !meant.some((vector) => allowed.includes(vector)));
  if (refused)
    return {
      description: `the client is not registered for the vector ${refused.one}`,
      why: `The application is registered for ${allowed.join(', ') || 'no vector of trust'}${vtr === null ? `, and without vtr it asks for ${usual.join(', ')}` : ''}: PATCH /_sandbox/applications/{id} changes its vectors.`,
    };
  const meant = new Set(known.flatMap((one) => one.meant));
  return { asked: vectors.filter((vector) => meant.has(vector) && allowed.includes(vector)) };
}

function readVectors(text: string): readonly string[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isWritten = Array.isArray(read) && read.length > 0 && read.every((one): one is string => typeof one === 'string');
  return isWritten ? (read as readonly string[]) : undefined; // each of them is a text
}

/** Components that are left out may be any. */
function meantBy(written: string): readonly Vector[] {
  const wanted = written.split('.');
  return vectors.filter((vector) => wanted.every((component) => vector.split('.').includes(component)));
}

/** The strongest of them that somebody reaches who has proved so much. */
export const reached = (asked: readonly string[], proofing: Proofing): string | undefined =>
  asked.findLast((vector) => rank(proofingOf(vector)) <= rank(proofing));
