/** What a FHIR search looks at, and what HL7 FHIR R4 says it finds. */
import type { Json } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import type { Member } from './members.ts';
import type { Search } from './searches.ts';

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const textOf = (value: Json | undefined, ...path: readonly string[]): readonly string[] =>
  path.length === 0
    ? listOf(value).map(String)
    : listOf(value).flatMap((one) => (isObject(one) ? textOf(one[path[0] ?? ''], ...path.slice(1)) : []));

/** What HL7 FHIR R4 (search, 3.1.1.4 and 3.1.1.5) says each finds. */
export function fhirSearches({ name, kind, search }: Member): readonly Search[] {
  const schema = { type: 'string' };
  const token = (
    parameter: string,
    codes: (held: Json | undefined) => readonly string[],
    ask: (value: Json) => string | undefined,
  ): readonly Search[] => [
    { name: parameter, schema, ask, finds: (held, asked) => codes(held).includes(asked) },
    { name: `${parameter}:not`, schema, ask, finds: (held, asked) => !codes(held).includes(asked) },
  ];
  if (search === 'none') return [];
  switch (kind) {
    case 'code':
    case 'flag':
      return [
        ...token(name, (held) => textOf(held), String),
        ...(kind === 'code'
          ? [
              {
                name,
                schema,
                ask: (value: Json) => `${String(value)},completed`,
                finds: (held: Json | undefined, asked: string) => asked.split(',').includes(String(held)),
              },
            ]
          : []),
      ];
    case 'concept': {
      const codes = (held: Json | undefined): readonly string[] =>
        listOf(isObject(held) ? held['coding'] : undefined).flatMap((coding) =>
          isObject(coding) ? [String(coding['code']), `${String(coding['system'])}|${String(coding['code'])}`] : [],
        );
      return [
        ...token(name, codes, (value) => codes(value)[0]),
        { name, schema, ask: (value) => codes(value)[1], finds: (held, asked) => codes(held).includes(asked) },
      ];
    }
    case 'identifiers': {
      const tokens = (held: Json | undefined): readonly string[] =>
        listOf(held).flatMap((one) => (isObject(one) ? [String(one['value']), `${String(one['system'])}|${String(one['value'])}`] : []));
      return [
        { name, schema, ask: (value) => tokens(value)[0], finds: (held, asked) => tokens(held).includes(asked) },
        { name, schema, ask: (value) => tokens(value)[1], finds: (held, asked) => tokens(held).includes(asked) },
      ];
    }
    case 'reference':
      return [
        { name, schema, ask: (value) => textOf(value, 'reference')[0], finds: (held, asked) => textOf(held, 'reference').includes(asked) },
        {
          name,
          schema,
          ask: (value) => textOf(value, 'reference')[0]?.split('/')[1],
          finds: (held, asked) => textOf(held, 'reference').some((one) => one.endsWith(`/${asked}`)),
        },
      ];
    case 'names': {
      const starts = (of: (held: Json | undefined) => readonly string[]) => (held: Json | undefined, asked: string) =>
        of(held).some((one) => one.toLowerCase().startsWith(asked.toLowerCase()));
      const family = (held: Json | undefined): readonly string[] => textOf(held, 'family');
      return [
        { name: 'family', schema, ask: (value) => family(value)[0]?.slice(0, 5).toLowerCase(), finds: starts(family) },
        { name: 'family:exact', schema, ask: (value) => family(value)[0], finds: (held, asked) => family(held).includes(asked) },
        {
          name: 'family:contains',
          schema,
          ask: (value) => family(value)[0]?.slice(2, 5),
          finds: (held, asked) => family(held).some((one) => one.toLowerCase().includes(asked.toLowerCase())),
        },
        { name: 'given', schema, ask: (value) => textOf(value, 'given')[0], finds: starts((held) => textOf(held, 'given')) },
        { name: 'name', schema, ask: (value) => family(value)[0], finds: starts((held) => [...family(held), ...textOf(held, 'given')]) },
      ];
    }
    case 'instant':
    case 'date': {
      const parameter = { authoredOn: 'authored-on', birthDate: 'birthdate' }[name] ?? name;
      const edge = (value: Json | undefined): number => Date.parse(String(value));
      const prefixed = (prefix: string, holds: (held: number, asked: number) => boolean): Search => ({
        name: parameter,
        schema,
        ask: (value) => prefix + String(value),
        finds: (held, asked) => held !== undefined && holds(edge(held), edge(asked.slice(prefix.length))),
      });
      return [
        prefixed('', (held, asked) => held === asked),
        prefixed('eq', (held, asked) => held === asked),
        prefixed('ge', (held, asked) => held >= asked),
        prefixed('gt', (held, asked) => held > asked),
        prefixed('le', (held, asked) => held <= asked),
        prefixed('lt', (held, asked) => held < asked),
        prefixed('ne', (held, asked) => held !== asked),
      ];
    }
    default:
      return [];
  }
}
