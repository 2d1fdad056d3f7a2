/** Whom an operation lets in, as far as the request that works has to know it. */
import { memberOfStaff, personaOf } from '../tokens/personas.ts';
import { chosenIn } from './fill-in-whom.ts';
import { credentialOf, modeOf, type Whom } from './whom.ts';
import { alone } from './whom-fields.ts';
import type { Admitting, RefusedCaller } from './who-works.ts';

export function admittingOf({ access, groups }: Whom): Admitting | undefined {
  const { modes, isStrict } = access;
  const credential = credentialOf(access);
  if (!modes || !credential) return undefined;
  const staff = memberOfStaff(groups);
  const { in: place, name } = credential;
  return { modes, isStrict, credential: { in: place, name }, ...(staff && { staff: { id: staff.id, name: staff.name } }) };
}

export function refusedCaller(whom: Whom | undefined, sent: (field: string) => string): RefusedCaller | undefined {
  const admitting = whom && admittingOf(whom);
  return admitting && { admitting, sent, mode: modeOfChosen(whom, chosenIn(sent)) };
}

function modeOfChosen({ groups }: Whom, as: string): RefusedCaller['mode'] {
  if (as === '') return undefined;
  return as === alone ? modeOf(undefined) : modeOf(personaOf(groups, as)?.kind ?? 'patient');
}
