/** What answers of APIs tell, read without knowing which API it is: the resources of FHIR in them, each with its codes, words and days. */

type Members = Readonly<Record<string, unknown>>;

/** What people call the kinds of what a record holds. */
const kindsOfResources = {
  AllergyIntolerance: 'allergy',
  Appointment: 'appointment',
  Condition: 'condition',
  DocumentReference: 'document',
  Immunization: 'vaccination',
  MedicationDispense: 'medication',
  MedicationRequest: 'medication',
  MedicationStatement: 'medication',
  Medication: 'medication',
  Observation: 'observation',
} as const;

export type ToldKind = (typeof kindsOfResources)[keyof typeof kindsOfResources];

export interface ToldResource {
  readonly type: string;
  readonly kind: ToldKind | undefined;
  readonly members: Members;
  readonly codes: ReadonlySet<string>;
  /** In lower case. */
  readonly words: ReadonlySet<string>;
  /** Days that are named in it: 2025-10-26. */
  readonly days: ReadonlySet<string>;
}

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

export const jsonMembers = (value: unknown): Members => (isMembers(value) ? value : {});

/** The first of a list, or what stands alone. */
export const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Nobody twice: several answers of an API may hold the same. */
export function toldResources(answers: readonly unknown[]): readonly ToldResource[] {
  const found = new Map<string, ToldResource>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (!isMembers(value)) return;
    const type = textIn(value['resourceType']);
    if (type !== undefined && type !== 'Bundle') {
      const id = textIn(value['id']);
      found.set(`${type}/${id ?? `${found.size} without an id`}`, toldResource(type, value));
    }
    Object.values(value).forEach(look);
  };
  answers.forEach(look);
  return [...found.values()];
}

function toldResource(type: string, members: Members): ToldResource {
  const codes = new Set<string>();
  const words = new Set<string>();
  const days = new Set<string>();
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (name === 'code') codes.add(value);
      else if (/^\d{4}-\d\d-\d\d/.test(value)) days.add(value.slice(0, 10));
      else words.add(value.toLowerCase());
      return;
    }
    if (Array.isArray(value)) for (const one of value) look(one, name);
    else if (isMembers(value)) for (const [member, one] of Object.entries(value)) look(one, member);
  };
  look(members, '');
  const kind = Object.hasOwn(kindsOfResources, type) ? kindsOfResources[type as keyof typeof kindsOfResources] : undefined; // it is one of its members
  return { type, kind, members, codes, words, days };
}

/** How many of what, where anything is: a medicine alone is what a prescription names, and not counted beside it. */
export function countsOf(resources: readonly ToldResource[]): ReadonlyMap<ToldKind, number> {
  const counts = new Map<ToldKind, number>();
  for (const { kind, type } of resources) if (kind && type !== 'Medication') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
