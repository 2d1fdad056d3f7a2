/** As whom the request that works is sent, where somebody was refused for who they are. Used by the server and by the browser. */
import { fieldName, type FormParameter } from './request.ts';
import type { ToldAccess } from './whom.ts';
import { alone, strictly, whomFields } from './whom-fields.ts';

type Mode = keyof NonNullable<ToldAccess['modes']>;

/** What of an operation's access the browser is told. */
export interface Admitting {
  readonly modes: Readonly<Record<Mode, 'all' | 'own' | 'some' | 'none'>>;
  readonly isStrict: boolean;
  readonly credential: Pick<FormParameter, 'in' | 'name'>;
  /** A member of staff who has a role. */
  readonly staff?: { readonly id: string; readonly name: string };
}

export interface RefusedCaller {
  readonly admitting: Admitting;
  /** Of whoever was chosen; undefined for nobody. */
  readonly mode: Mode | undefined;
  /** What was sent, by the fields of the form. */
  readonly sent: (field: string) => string;
}

export interface WorksFor {
  readonly texts: ReadonlyMap<string, string>;
  /** Of the button that sends it. */
  readonly words: string;
}

const words = 'Send the request that works';

/** `working` is the request that works, by the fields of the form. */
export function worksFor(working: ReadonlyMap<string, string>, caller: RefusedCaller | undefined): WorksFor {
  if (!caller) return { texts: working, words };
  const { admitting, sent } = caller;
  const other = somebodyElse(caller, [...working.values()].join(' '));
  const kept = [whomFields.application, fieldName(strictly), ...(other ? [] : [whomFields.as, whomFields.number])];
  // Nobody gets a token for a visitor who has one of their own.
  if (!other && caller.mode === undefined) kept.push(fieldName(admitting.credential));
  return {
    texts: new Map([
      ...working,
      ...kept.map((field) => [field, sent(field)] as const),
      ...(other ? [[other.field, other.as] as const] : []),
    ]),
    words: other ? `${words}, as ${other.name}` : words,
  };
}

interface Other {
  readonly field: string;
  readonly as: string;
  readonly name: string;
}

/** Undefined where whoever was chosen is let in, or nobody is known who is. */
function somebodyElse({ admitting: { modes, isStrict, staff }, mode, sent }: RefusedCaller, request: string): Other | undefined {
  const themselves = patientIn(request, sent(whomFields.number));
  if (mode === undefined && !isStrict && sent(fieldName(strictly)) === '') return undefined;
  if (mode !== undefined && modes[mode] !== 'none') return mode === 'patient-access' ? themselves : undefined;
  if (staff && modes['user-restricted'] !== 'none') return { field: whomFields.as, as: staff.id, name: staff.name };
  if (modes['application-restricted'] !== 'none') return { field: whomFields.as, as: alone, name: 'the application alone' };
  return modes['patient-access'] === 'none' ? undefined : themselves;
}

/** Patients are told of themselves. */
function patientIn(request: string, chosen: string): Other | undefined {
  const number = /(?<!\d)9\d{9}(?!\d)/.exec(request)?.[0];
  if (number === undefined || number === chosen.replaceAll(/[\s-]/g, '')) return undefined;
  return { field: whomFields.number, as: number, name: 'the patient themselves' };
}
