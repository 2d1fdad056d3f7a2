/** The two kinds of period that the directory has, each as an extension: few bodies have a statutory one. */
import type { components } from '../../../src/generated/ods-terminology.types.ts';
import type { RegisterPeriods } from '../../../src/organisation-register.ts';
import type { Period } from '../../../src/population.ts';
import { extensions, systems } from '../systems.ts';

export type Schemas = components['schemas'];

export function typedPeriods({ legal, operational }: RegisterPeriods): readonly Schemas['TypedPeriod'][] {
  return [...(legal ? [typedPeriod('Legal', legal)] : []), typedPeriod('Operational', operational)];
}

function typedPeriod(code: 'Legal' | 'Operational', { start, end }: Period): Schemas['TypedPeriod'] {
  return {
    url: extensions.period,
    extension: [
      { url: 'dateType', valueCoding: { system: systems.periodType, code, display: code } },
      { url: 'period', valuePeriod: { start, ...(end !== undefined && { end }) } },
    ],
  };
}

/** A coding of one of the directory's lists. */
export function coded(system: string, code: string, display: string | undefined): Schemas['CodeableConcept'] {
  return { coding: [{ system, code, ...(display !== undefined && { display }) }] };
}
