/** Schemas of a drawn shape: the item as it is sent, as it is answered, and as a list tells of it. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import type { Shape } from '../contract-generator.ts';
import { isRequired, isSent, isServed, schemaOf, type Member } from './members.ts';
import { idMember, parentMember, saysId } from './naming.ts';

const text = { type: 'string' };

export function idSchema({ id }: Shape): JsonObject {
  switch (id) {
    case 'uuid':
      return { type: 'string', format: 'uuid' };
    case 'integer':
      return { type: 'integer' };
    case 'pattern':
      return { type: 'string', pattern: '^J-[0-9]{6}$' };
    case 'ksuid':
      return { type: 'string', pattern: '^[0-9A-Za-z]{27}$' };
    default:
      return text;
  }
}

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
export const object = (properties: JsonObject, required: readonly string[], more: JsonObject = {}): JsonObject => ({
  type: 'object',
  ...(required.length > 0 ? { required } : {}),
  properties,
  ...more,
});

function memberSchemas({ openapi }: Shape, members: readonly Member[], marked: boolean): JsonObject {
  return Object.fromEntries(
    members.map((member) => {
      const schema = schemaOf(member.kind, openapi);
      const mark = member.mode === 'writeOnly' ? { writeOnly: true } : marked && !isSent(member) ? { readOnly: true } : {};
      // In 3.0 what stands beside a reference is not read.
      const marks = Object.keys(mark).length > 0;
      return [member.name, marks && schema['$ref'] !== undefined ? { allOf: [schema], ...mark } : { ...schema, ...mark }];
    }),
  );
}

export function schemas(shape: Shape): JsonObject {
  const { style, members } = shape;
  if (style === 'fhir') {
    const own = memberSchemas(shape, members, true);
    const properties = {
      resourceType: { type: 'string', enum: [shape.resource] },
      id: { ...idSchema(shape) },
      meta: { type: 'object', properties: { versionId: text, lastUpdated: { type: 'string', format: 'date-time' } } },
      ...own,
    };
    return { Jar: object(properties, ['resourceType', ...members.filter(isRequired).map(({ name }) => name)]) };
  }
  const closed = shape.open ? {} : { additionalProperties: false };
  const requiredOf = (list: readonly Member[]): string[] => list.filter(isRequired).map(({ name }) => name);
  if (style === 'json-api') {
    const resource = (id: boolean, required: readonly string[]): JsonObject =>
      object(
        {
          type: { type: 'string', enum: ['jars'] },
          ...(id ? { id: idSchema(shape) } : {}),
          attributes: object(memberSchemas(shape, members, true), required, closed),
        },
        ['type', ...(id ? ['id'] : []), 'attributes'],
      );
    return {
      Jar: resource(true, requiredOf(members)),
      NewJar: object({ data: resource(false, requiredOf(members)) }, ['data']),
      SomeOfJar: object({ data: resource(true, []) }, ['data']),
      OneJar: object({ data: ref('Jar') }, ['data']),
    };
  }
  const id = idMember(shape);
  const parent = shape.showsParent ? { [parentMember(shape)]: { ...text, readOnly: true } } : {};
  const one = shape.schemas === 'one';
  const own = { ...idSchema(shape), ...(saysId(shape) || !one ? {} : { readOnly: true }) };
  const served = one ? members : members.filter(isServed);
  const sent = members.filter(isSent);
  const shown = shape.idShown ? { [id]: own } : {};
  const whole = object(
    { ...shown, ...parent, ...memberSchemas(shape, served, one) },
    [...Object.keys(shown), ...Object.keys(parent), ...requiredOf(served)],
    closed,
  );
  const fresh = object(
    { ...(saysId(shape) ? { [id]: idSchema(shape) } : {}), ...memberSchemas(shape, sent, false) },
    [...(saysId(shape) ? [id] : []), ...requiredOf(sent)],
    closed,
  );
  const changes = object(memberSchemas(shape, sent, false), [], closed);
  const added = served.filter((member) => !isSent(member));
  const composed = {
    allOf: [
      ref('NewJar'),
      object({ ...shown, ...parent, ...memberSchemas(shape, added, true) }, [
        ...Object.keys(shown),
        ...Object.keys(parent),
        ...requiredOf(added),
      ]),
    ],
  };
  return {
    Jar: shape.schemas === 'composed' ? composed : whole,
    ...(one ? {} : { NewJar: fresh }),
    SomeOfJar: shape.wrapped === 'both' ? object({ data: changes }, ['data']) : changes,
    ...(shape.wrapped === 'none' ? {} : { OneJar: object({ data: ref('Jar') }, ['data']) }),
    ...(shape.wrapped === 'both' ? { SentJar: object({ data: ref(one ? 'Jar' : 'NewJar') }, ['data']) } : {}),
    ...(shape.listed === 'summary'
      ? {
          JarSummary: object(
            { ...shown, ...memberSchemas(shape, summarised(shape), one) },
            [...Object.keys(shown), ...requiredOf(summarised(shape))],
            {
              additionalProperties: false,
            },
          ),
        }
      : {}),
  };
}

/** What a summary in a list tells of an item. */
export const summarised = ({ members }: Shape): readonly Member[] => members.filter(isServed).filter((_, i) => i % 2 === 0);

export const itemSchema = ({ style, wrapped }: Shape): JsonObject => ref(style === 'json-api' || wrapped !== 'none' ? 'OneJar' : 'Jar');
export const sentSchema = ({ style, wrapped, schemas: count }: Shape): JsonObject =>
  ref(style === 'json-api' ? 'NewJar' : wrapped === 'both' ? 'SentJar' : count !== 'one' && style === 'plain' ? 'NewJar' : 'Jar');

export function faultSchema({ style }: Shape): JsonObject {
  return style === 'fhir'
    ? {
        Fault: object(
          {
            resourceType: { type: 'string', enum: ['OperationOutcome'] },
            issue: { type: 'array', minItems: 1, items: object({ severity: text, code: text, diagnostics: text }, ['severity', 'code']) },
          },
          ['resourceType', 'issue'],
        ),
      }
    : { Fault: object({ code: text, message: text }, ['code', 'message']) };
}
