/** The kinds of what a record holds in words: one, and many. */
import type { ToldKind } from './told-resources.ts';

export const kindWords: Readonly<Record<ToldKind, readonly [one: string, many: string]>> = {
  allergy: ['allergy', 'allergies'],
  appointment: ['appointment', 'appointments'],
  condition: ['problem', 'problems'],
  document: ['document', 'documents'],
  medication: ['medicine', 'medicines'],
  observation: ['result', 'results'],
  vaccination: ['vaccination', 'vaccinations'],
};
