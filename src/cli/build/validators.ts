/** Writes a module of validating functions for the bodies of contracts of ours. */
import type { Contract, SchemaAt } from '../../contract/contract.ts';
import { isOfSandbox } from '../../contract/group.ts';
import { reachesKeyword } from '../../contract/reading/reaches-keyword.ts';
import { hoist } from './hoist.ts';
import { GENERATED } from './write.ts';
import { NOT_WRITTEN, writeChecks } from './write-checks.ts';

/** `contractFolder` is the path of `src/contract` as the written module has to import it. */
export function writeValidators(contracts: readonly Contract[], contractFolder: string): string {
  const places = contracts.flatMap((contract) =>
    checkedSchemas(contract).map((at) => ({ slug: contract.slug, document: contract.document, ...at })),
  );
  const { schemas, roots } = hoist(places);
  const lines = contracts.map(({ slug }) => {
    const own = places.flatMap((place, index) => (place.slug === slug ? [`    ${JSON.stringify(place.pointer)}: ${roots[index]},`] : []));
    return [`  ${JSON.stringify(slug)}: {`, ...own, '  },'].join('\n');
  });
  return [GENERATED, writeChecks(schemas, contractFolder), 'export const validators = {', ...lines, '};', ''].join('\n');
}

export function validatorTypes(contractFolder: string): string {
  return [
    GENERATED,
    `import type { Compiled } from '${contractFolder}/validation/validate-standalone.ts';`,
    'export const validators: Readonly<Record<string, Compiled>>;',
    '',
  ].join('\n');
}

/**
 * The schemas that every request or answer meets: of parameters and of bodies. Response headers are rare enough to be interpreted, and so are
 * answers of what comes with the sandbox, and schemas that no function is written for.
 */
function checkedSchemas(contract: Contract): SchemaAt[] {
  const found = new Map<string, SchemaAt>();
  const isOwn = isOfSandbox(contract.document['info']);
  for (const { parameters, body, responses } of contract.operations) {
    const answered = isOwn ? [] : [...responses.values()].flatMap(({ content }) => content);
    for (const { schema } of [...parameters, ...(body?.content ?? []), ...answered]) {
      if (schema && typeof schema.schema === 'object' && !NOT_WRITTEN.some((keyword) => reachesKeyword(contract, schema.schema, keyword)))
        found.set(schema.pointer, schema);
    }
  }
  return [...found.values()];
}
