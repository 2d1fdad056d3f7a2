/** Concepts of a terminology server: a code, what it is called, and properties with values of a type. */
import type { Schemas } from '../resources/typed-period.ts';

export type PropertyType = 'code' | 'string' | 'boolean' | 'dateTime' | 'Coding';

export interface PropertyValue {
  readonly property: string;
  readonly type: PropertyType;
  readonly value: string;
  /** Of a coding. */
  readonly system?: string;
}

export interface ConceptTold {
  readonly code: string;
  readonly display: string;
  readonly isInactive?: boolean;
  readonly properties: readonly PropertyValue[];
}

export const codeValue = (property: string, value: string): PropertyValue => ({ property, type: 'code', value });
export const stringValue = (property: string, value: string): PropertyValue => ({ property, type: 'string', value });
export const dateValue = (property: string, value: string): PropertyValue => ({ property, type: 'dateTime', value });
export const flag = (property: string, value: boolean): PropertyValue => ({ property, type: 'boolean', value: String(value) });
export const codingValue = (property: string, system: string, value: string): PropertyValue => ({
  property,
  type: 'Coding',
  value,
  system,
});

/** As a member of the name that FHIR gives a value of its type. */
export function valueMember({ type, value, system }: PropertyValue): Partial<Schemas['Value']> {
  switch (type) {
    case 'code':
      return { valueCode: value };
    case 'string':
      return { valueString: value };
    case 'boolean':
      return { valueBoolean: value === 'true' };
    case 'dateTime':
      return { valueDateTime: value };
    case 'Coding':
      return { valueCoding: { ...(system !== undefined && { system }), code: value } };
  }
}

/** What else it is called in a look-up: a code has no second name. */
export const nameOfType: Readonly<Partial<Record<PropertyType, string>>> = {
  string: 'valueString',
  boolean: 'valueBoolean',
  dateTime: 'valueDateTime',
  Coding: 'valueCoding',
};
