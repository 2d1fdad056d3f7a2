/** The premises of one of the register, where somebody goes there or sends a prescription there. */
import type { Point, Premises } from '../../../organisation-register.ts';
import type { Organisation } from '../../../population.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';
import type { Registered } from '../register/registered.ts';
import { facilitiesOf, offeredAt } from './offers.ts';
import { exceptionsOf, type Holidays, openingOf } from './opening.ts';

const kinds = new Set<string>([
  'gp-practice',
  'gp-branch',
  'pharmacy',
  'dentist',
  'optician',
  'clinic',
  'hospital',
  'urgent-treatment-centre',
  'vaccination-centre',
] satisfies Premises['kind'][]);
const isKind = (kind: string): kind is Premises['kind'] => kinds.has(kind);

/** One in so many still has one. */
const withFax = 12;
/** One in so many takes no new patients. */
const full = 6;

export interface PremisesAsked {
  readonly seed: number;
  readonly held: Registered;
  readonly organisation: Organisation;
  /** About the day. */
  readonly holidays: Holidays;
  point(postcode: string): Point | undefined;
}

export function premisesOf({ seed, held, organisation, holidays, point }: PremisesAsked): Premises | undefined {
  const stated = held.stated?.premises;
  const kind = stated?.kind ?? organisation.kind;
  const { address } = organisation;
  const where = stated?.point ?? point(address.postcode ?? '');
  if (!isKind(kind) || where === undefined) return undefined;
  const drawn = (n: number): number => hash(seed, held.order, field.opening + n);
  const atADistance = held.sellsAtADistance ?? stated?.sellsAtADistance ?? false;
  const opening = openingOf(kind, atADistance, drawn(0) >>> 8);
  return {
    organisation,
    kind,
    address,
    point: where,
    week: opening.week,
    exceptions: exceptionsOf(kind, opening, drawn(1) >>> 8, holidays),
    contacts: contactsOf(organisation, drawn(2)),
    facilities: facilitiesOf(drawn(3)),
    services: offeredAt(kind, atADistance, drawn(4)),
    ...((kind === 'gp-practice' || kind === 'dentist') && { takesNewPatients: drawn(5) % full !== 0 }),
    ...(atADistance && { sellsAtADistance: true }),
    ...stated,
  };
}

function contactsOf({ ods, phone }: Organisation, drawn: number): Premises['contacts'] {
  const host = `${ods.toLowerCase()}.example`;
  /** Another number of the same range for drama. */
  const other = (n: number): string => `${phone.slice(0, -3)}${String((drawn + n) % 1000).padStart(3, '0')}`;
  return [
    { kind: 'telephone', value: phone },
    { kind: 'telephone', value: other(0), isForCliniciansOnly: true },
    { kind: 'email', value: `hello@${host}` },
    { kind: 'website', value: `https://${host}` },
    ...((drawn >>> 12) % withFax === 0 ? [{ kind: 'fax' as const, value: other(1) }] : []),
  ];
}
