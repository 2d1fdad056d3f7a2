/** As whom a request may be sent: who there is, what this operation makes of each, and which field proves it. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { personaGroups, type PersonaGroup } from '../tokens/personas.ts';
import type { PageVisit } from '../visit.ts';
import type { FormParameter, RequestForm } from './request.ts';
import { strictly } from './whom-fields.ts';

export type ToldAccess = components['schemas']['OperationAccess'];
type KnownApplications = readonly components['schemas']['Application'][];

export interface Whom {
  readonly access: ToldAccess;
  /** Undefined for whoever may not get tokens here. */
  readonly applications: KnownApplications | undefined;
  readonly groups: readonly PersonaGroup[];
}

/** Undefined where the operation asks for nothing that could be shown. */
export async function whomFor(visit: PageVisit, slug: string, operation: string): Promise<Whom | undefined> {
  const place = `/contracts/${encodeURIComponent(slug)}/operations?access=true&operation=${encodeURIComponent(operation)}`;
  const [listed, applications, groups] = await Promise.all([
    askControl<'list-operations'>(visit, place),
    askControl<'list-applications'>(visit, '/applications'),
    personaGroups(visit),
  ]);
  const access = listed.ok ? listed.body.operations[0]?.access : undefined;
  if (!access || !credentialOf(access)) return undefined;
  const usable = applications.ok ? applications.body.applications.filter(({ status }) => status !== 'revoked') : undefined;
  return { access, applications: usable, groups };
}

/** The part of a request that proves who sends it. */
export function credentialOf({ alternatives }: ToldAccess): (FormParameter & { readonly type: 'token' | 'key' }) | undefined {
  const [wanted] = alternatives.flat().filter(({ type }) => type !== 'unseen');
  if (wanted?.type === 'token') return { type: 'token', in: 'header', name: 'Authorization', sentAs: 'value' };
  const { in: place, name } = wanted ?? {};
  return place && name !== undefined ? { type: 'key', in: place, name, sentAs: 'value' } : undefined;
}

/** A form with the fields of whom it is sent as. */
export function withWhom(form: RequestForm, whom: Whom | undefined): RequestForm {
  const credential = whom && credentialOf(whom.access);
  const further = credential ? [credential, strictly] : [];
  const isNew = ({ in: place, name }: FormParameter): boolean =>
    !form.parameters.some((one) => one.in === place && one.name.toLowerCase() === name.toLowerCase());
  return { ...form, parameters: [...form.parameters, ...further.filter(isNew)] };
}

export const modeOf = (kind: 'patient' | 'worker' | undefined): keyof NonNullable<ToldAccess['modes']> =>
  kind === undefined ? 'application-restricted' : kind === 'worker' ? 'user-restricted' : 'patient-access';
