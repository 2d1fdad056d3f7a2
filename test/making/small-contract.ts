/** Contracts of a few lines for tests of meaning and of generated answers. */
import type { Generator } from '../../src/making/generate.ts';
import { generatorOf } from '../generator-of.ts';
import type { Contract, Json, MediaType, Operation, SchemaAt } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';

export interface Small {
  readonly contract: Contract;
  readonly generator: Generator;
  readonly operation: Operation;
  /** The 200 response's body. */
  readonly media: MediaType;
  readonly at: SchemaAt;
}

/** One operation whose 200 answers with the schema. */
export function smallContract(
  schema: Json,
  more: { readonly path?: string; readonly schemas?: Json; readonly parameters?: Json; readonly examples?: Json } = {},
): Small {
  const { path = '/things', schemas = {}, parameters = [], examples = {} } = more;
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    paths: {
      [path]: {
        get: {
          operationId: 'read',
          parameters,
          responses: { 200: { description: 'Read.', content: { 'application/json': { schema, examples } } } },
        },
      },
    },
    components: { schemas },
  });
  const contract = loadContract({ name: 'small.json', text });
  const operation = contract.operations[0];
  const media = operation?.responses.get('200')?.content[0];
  if (!operation || !media?.schema) throw new Error('a small contract has one operation with one body');
  return { contract, generator: generatorOf(contract), operation, media, at: media.schema };
}
