/** One concept of a code system of this API: how long it holds, and its properties. */

export type Property = { readonly code: string } & (
  | { readonly valueBoolean: boolean }
  | { readonly valueInteger: number }
  | { readonly valueCoding: { readonly system: string; readonly code: string } }
);

export interface Concept {
  readonly code: string;
  readonly display: string;
  /** The days on which it began and ended; it began with the service where nothing is said. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly properties?: readonly Property[];
}

export const integerOf = ({ properties = [] }: Concept, name: string): number | undefined =>
  properties.flatMap((each) => (each.code === name && 'valueInteger' in each ? [each.valueInteger] : []))[0];

/** The properties that say yes. */
export const isTrue = ({ properties = [] }: Concept, name: string): boolean =>
  properties.some((each) => each.code === name && 'valueBoolean' in each && each.valueBoolean);

/** Functions that may use it; none where nobody chooses it. */
export const functionsOf = ({ properties = [] }: Concept): readonly string[] =>
  properties.flatMap((each) => (each.code === 'businessFunction' && 'valueCoding' in each ? [each.valueCoding.code] : []));
