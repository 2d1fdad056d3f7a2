/** Writes a module of validating functions for the bodies of contracts of ours, with ajv, to be used without ajv. */
import { _, Ajv2020, type Format as AjvFormat } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Contract, SchemaAt } from '../../contract/contract.ts';
import { isOfSandbox } from '../../contract/group.ts';
import type { Draft } from '../../contract/reading/read-document.ts';
import { reachesKeyword } from '../../contract/reading/reaches-keyword.ts';
import { FORMATS } from '../../contract/validation/formats.ts';
import { hoist } from './hoist.ts';
import { onlyWhether } from './only-whether.ts';
import { GENERATED } from './write.ts';

/** What ajv's code asks for at run time, and what it gets instead: ajv itself stays at home. */
const RUNTIME: readonly (readonly [asked: string, given: string])[] = [
  ['require("ajv/dist/runtime/ucs2length").default', 'lengthOf'],
  ['require("ajv/dist/runtime/equal").default', 'equal'],
];

const lengthOf = 'const lengthOf = (text) => { let length = 0; for (const _ of text) length++; return length; };';

/** `contractFolder` is the path of `src/contract` as the written module has to import it. */
export function writeValidators(contracts: readonly Contract[], contractFolder: string): string {
  const places = contracts.flatMap((contract) =>
    checkedSchemas(contract).map((at) => ({ slug: contract.slug, document: contract.document, ...at })),
  );
  const { schemas, roots } = hoist(places);
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    messages: false,
    inlineRefs: false,
    addUsedSchema: false,
    multipleOfPrecision: 9,
    formats: ajvFormats(),
    code: { source: true, esm: true, formats: _`FORMATS` },
  });
  for (const [name, schema] of schemas) ajv.addSchema({ not: { not: schema } }, name);
  let code = standaloneCode.default(ajv, Object.fromEntries([...schemas.keys()].map((name) => [name, name])));
  for (const [asked, given] of RUNTIME) code = code.replaceAll(asked, given);
  if (code.includes('require('))
    throw new Error('The generated validators ask for a module that src/cli/build/validators.ts does not replace.');
  const lines = contracts.map(({ slug }) => {
    const own = places.flatMap((place, index) => (place.slug === slug ? [`    ${JSON.stringify(place.pointer)}: ${roots[index]},`] : []));
    return [`  ${JSON.stringify(slug)}: {`, ...own, '  },'].join('\n');
  });
  return [
    GENERATED,
    `import { equal } from '${contractFolder}/equal.ts';`,
    `import { FORMATS } from '${contractFolder}/validation/formats.ts';`,
    lengthOf,
    onlyWhether(onlyNames(code.replace('"use strict";', ''))),
    'export const validators = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

/** Where a schema is asked for nothing but the names of its properties, those are kept, and the schema is not. */
function onlyNames(code: string): string {
  const kept: string[] = [];
  const named = code.replaceAll(/(schema\d+)((?:\.\w+|\[\d+\]|\["[^"]+"\])+)(?=, key\d+\))/g, (_, schema: string, path: string) => {
    const [, written = ''] = new RegExp(`const ${schema} = (\\{.*?\\});(?=const |function |export )`).exec(code) ?? [];
    const steps = [...path.matchAll(/\.(\w+)|\[(\d+)\]|\["([^"]+)"\]/g)].map(
      ([, ...names]) => names.find((name) => name !== undefined) ?? '',
    );
    const properties = steps.reduce((part, step) => part[step] as Draft, JSON.parse(written) as Draft); // ajv refers to objects that it has read
    kept.push(`const names${kept.length} = ${JSON.stringify(Object.fromEntries(Object.keys(properties).map((name) => [name, 0])))};`);
    return `names${kept.length - 1}`;
  });
  return kept.join('\n') + named;
}

export function validatorTypes(contractFolder: string): string {
  return [
    GENERATED,
    `import type { Compiled } from '${contractFolder}/validation/validate-standalone.ts';`,
    'export const validators: Readonly<Record<string, Compiled>>;',
    '',
  ].join('\n');
}

function ajvFormats(): Record<string, AjvFormat> {
  const formats: Record<string, AjvFormat> = {};
  for (const [name, format] of Object.entries(FORMATS)) {
    if (format)
      formats[name] =
        format.type === 'number' ? { type: 'number', validate: format.validate } : { type: 'string', validate: format.validate };
  }
  return formats;
}

/**
 * The schemas that every request or answer meets: of parameters and of bodies. Response headers are rare enough to be interpreted, and so are
 * answers of what comes with the sandbox; schemas with a discriminator too, which ajv understands in its plainest form only.
 */
function checkedSchemas(contract: Contract): SchemaAt[] {
  const found = new Map<string, SchemaAt>();
  const isOwn = isOfSandbox(contract.document['info']);
  for (const { parameters, body, responses } of contract.operations) {
    const answered = isOwn ? [] : [...responses.values()].flatMap(({ content }) => content);
    for (const { schema } of [...parameters, ...(body?.content ?? []), ...answered]) {
      if (schema && typeof schema.schema === 'object' && !reachesKeyword(contract, schema.schema, 'discriminator'))
        found.set(schema.pointer, schema);
    }
  }
  return [...found.values()];
}
