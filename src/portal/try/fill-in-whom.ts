/** Fills the fields of a form in for whom it is to be sent as: the token or key, and the headers that name a member of staff. */
import { askControl, sending } from '../control.ts';
import { headerOfPersona, personaOf } from '../tokens/personas.ts';
import type { PageVisit } from '../visit.ts';
import { fieldName, type FieldFault, type RequestForm } from './request.ts';
import { credentialOf, type Whom } from './whom.ts';
import { alone, strictly, whomFields } from './whom-fields.ts';

type FieldText = (field: string) => string;

export interface FilledFor {
  /** Texts of fields that are others now. */
  readonly texts: ReadonlyMap<string, string>;
  readonly faults: readonly FieldFault[];
}

/** The same as JSON. */
export interface FilledForScript {
  readonly texts: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

const nothing: FilledFor = { texts: new Map(), faults: [] };

/** Who is chosen: '' for nobody, a persona's id, an NHS number, or an application alone. */
export const chosenIn = (text: FieldText): string => text(whomFields.number).replaceAll(/[\s-]/g, '') || text(whomFields.as);

/** What a visitor has typed as a token or a key stays; what was filled in here for somebody is made anew. */
export async function fillInWhom(visit: PageVisit, whom: Whom | undefined, form: RequestForm, text: FieldText): Promise<FilledFor> {
  const credential = whom && credentialOf(whom.access);
  if (!whom || !credential) return nothing;
  const as = chosenIn(text);
  const texts = new Map([...staffTexts(whom, form, text), [whomFields.was, as]]);
  const field = fieldName(credential);
  if (text(field) !== '' && text(field) !== text(whomFields.given)) return { texts, faults: [] };
  const shown =
    as === ''
      ? { credential: '' }
      : await credentialFor(visit, whom, { as, type: credential.type, application: text(whomFields.application) });
  if ('why' in shown)
    return {
      texts: new Map(),
      faults: [{ field: text(whomFields.number) === '' ? whomFields.as : whomFields.number, message: shown.why }],
    };
  texts.set(field, shown.credential);
  texts.set(whomFields.given, shown.credential);
  return { texts, faults: [] };
}

interface Asked {
  readonly as: string;
  readonly type: 'token' | 'key';
  readonly application: string;
}

async function credentialFor(
  visit: PageVisit,
  { applications = [] }: Whom,
  { as, type, application }: Asked,
): Promise<{ readonly credential: string } | { readonly why: string }> {
  const chosen = applications.find(({ id }) => id === application) ?? applications[0];
  if (!chosen) return { why: 'No application is registered here that could have a token: register one first.' };
  if (type === 'key') return { credential: chosen.apiKey };
  const wanted = { application: chosen.id, ...(as !== alone && { as }) };
  const minted = await askControl<'mint-token'>(visit, '/tokens', sending('POST', wanted));
  return minted.ok ? { credential: `Bearer ${minted.body.token}` } : { why: minted.problem.detail };
}

/** Where somebody else is chosen than before, what named the one names the other. */
function staffTexts({ groups }: Whom, { parameters }: RequestForm, text: FieldText): readonly (readonly [string, string])[] {
  const [as, was] = [chosenIn(text), text(whomFields.was)];
  if (as === was) return [];
  const [now, before] = [personaOf(groups, as), personaOf(groups, was)];
  return parameters.flatMap((parameter) => {
    if (parameter.in !== 'header') return [];
    const field = fieldName(parameter);
    const said = headerOfPersona(parameter.name, now);
    if (said !== undefined) return [[field, said] as const];
    const isOfBefore = text(field) !== '' && text(field) === headerOfPersona(parameter.name, before);
    return isOfBefore ? [[field, ''] as const] : [];
  });
}

/** For a form that is opened for somebody: looked at strictly, where who asks is all that matters; the token is got when it is sent. */
export function openedFor(whom: Whom | undefined, form: RequestForm, as: string): ReadonlyMap<string, string> {
  if (!whom || as === '') return new Map();
  const chosen = new Map<string, string>([[/^\d{10}$/.test(as) ? whomFields.number : whomFields.as, as]]);
  if (!whom.access.isStrict) chosen.set(fieldName(strictly), 'strict');
  return new Map([...chosen, ...staffTexts(whom, form, (field) => chosen.get(field) ?? ''), [whomFields.was, as]]);
}
