/** Documents that take as many steps to read as a contract may, each kind in its own way: where reading one takes long, a weight in limits.ts is wrong. */

const each = <T>(size: number, of: (index: number) => T): T[] => Array.from({ length: size }, (_, index) => of(index));
const byName = <T>(size: number, of: (index: number) => T, prefix = 'm'): Record<string, T> =>
  Object.fromEntries(each(size, (index) => [`${prefix}${index}`, of(index)]));
const lines = (size: number, of: (index: number) => string): string => each(size, of).join('\n');
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const sending = (schema: object, more: object = {}): object => ({ 'application/json': { schema, ...more } });
const answering = (schema: object, more: object = {}): object => ({
  responses: { 200: { description: 'ok', content: sending(schema) } },
  ...more,
});

const documentOf = (paths: object, more: object = {}): string =>
  JSON.stringify({ openapi: '3.1.0', info: { title: 'The worst', version: '1' }, paths, ...more });
const withSchemas = (schema: object, schemas: object = {}): string =>
  documentOf({ '/x': { get: answering(schema) } }, { components: { schemas } });
const swaggerOf = (paths: object, more: object = {}): string =>
  JSON.stringify({ swagger: '2.0', info: { title: 'The worst', version: '1' }, paths, ...more });
const yamlOf = (body: string): string => `openapi: 3.1.0\ninfo: {title: The worst, version: "1"}\npaths: {}\nx-more:\n${body}\n`;
const perPath = (paths: number, of: (index: number) => object): object => byName(paths, of, '/m');
const root = (size: number): number => Math.ceil(Math.sqrt(size));

/** What a document of some size says. */
export const worstDocuments: Readonly<Record<string, (size: number) => string>> = {
  'YAML: keys': (n) => yamlOf(lines(n, (i) => `  k${i}: 1`)),
  'YAML: short keys in flow': (n) => yamlOf(`  {${each(n, (i) => `${i.toString(36)}: 1`).join(',')}}`),
  'YAML: empty lists': (n) => yamlOf(`  [${'[],'.repeat(n)}]`),
  'YAML: items of a block': (n) => yamlOf(lines(n, () => '  - a')),
  'YAML: quoted texts': (n) => yamlOf(lines(n, (i) => `  - "a\\t${i}"`)),
  'YAML: numbers and dates': (n) => yamlOf(lines(n, (i) => `  - ${i % 2 ? '2020-01-01' : '1.5e3'}`)),
  'YAML: folded texts': (n) => yamlOf(lines(n, (i) => `  k${i}: >-\n    a\n    b`)),
  'YAML: a long text': (n) => yamlOf(`  k: |\n${lines(n, () => '    some words of a text')}`),
  'YAML: comments': (n) => yamlOf(lines(n, () => '  # some words')),
  'YAML: deep indentation': (n) =>
    yamlOf(each(Math.ceil(n / 60), (k) => each(60, (i) => `${' '.repeat(i + 2)}a${i ? '' : k}:`).join('\n')).join('\n')),
  'YAML: keys that repeat': (n) => yamlOf(lines(n, (i) => `  k${i % 5}: 1`)),
  'YAML: anchors': (n) => yamlOf(lines(n, (i) => `  k${i}: &a${i} 1`)),
  'YAML: aliases': (n) => yamlOf(`  one: &a {b: 1, c: 2}\n${lines(n, (i) => `  k${i}: *a`)}`),
  'YAML: merges': (n) => yamlOf(`  one: &a {b: 1, c: 2, d: 3, e: 4}\n${lines(n, (i) => `  k${i}: {<<: *a}`)}`),
  'YAML: tags': (n) => yamlOf(lines(n, (i) => `  k${i}: !!str 1`)),
  'JSON: numbers': (n) => documentOf({}, { 'x-more': each(n, () => 1) }),
  'JSON: members': (n) => documentOf({}, { 'x-more': byName(n, () => 1) }),
  'JSON: small objects': (n) => documentOf({}, { 'x-more': each(n, () => ({ a: {} })) }),
  'JSON: a long text': (n) => documentOf({}, { 'x-more': 'é\n'.repeat(n) }),
  'JSON: depth': (n) =>
    documentOf({}, { 'x-more': each(Math.ceil(n / 200), () => JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown) }),
  'schemas: members': (n) => withSchemas({ properties: byName(n, () => ({ type: 'string' })), required: each(n, (i) => `m${i}`) }),
  'schemas: empty': (n) => withSchemas({ properties: byName(n, () => ({})) }),
  'schemas: nullable': (n) =>
    withSchemas({ properties: byName(n, () => ({ type: 'string', nullable: true, exclusiveMinimum: true, minimum: 1 })) }),
  'schemas: with examples and enums': (n) =>
    withSchemas({ properties: byName(n, () => ({ type: 'string', enum: ['a', 'b'], example: 'a', default: 'a' })) }),
  'schemas: arrays': (n) => withSchemas({ properties: byName(n, () => ({ type: 'array', items: { type: 'array', items: {} } })) }),
  'schemas: parts of a whole': (n) => withSchemas({ allOf: each(n, (i) => ({ properties: { [`m${i}`]: {}, same: {} } })) }),
  'schemas: heirs': (n) =>
    withSchemas(ref('base'), {
      base: { type: 'object', discriminator: { propertyName: 'kind' }, properties: { kind: { type: 'string' } } },
      ...byName(n, () => ({ allOf: [ref('base'), { properties: { own: {} } }] })),
    }),
  'schemas: discriminators': (n) =>
    withSchemas(
      {
        oneOf: each(n, (i) => ref(`m${i}`)),
        discriminator: { propertyName: 'kind', mapping: byName(n, (i) => `#/components/schemas/m${i}`) },
      },
      byName(n, () => ({ type: 'object', properties: { kind: { type: 'string' } } })),
    ),
  'schemas: names and anchors': (n) =>
    withSchemas({ properties: byName(n, (i) => ({ $id: `https://example.org/${i}`, $anchor: `a${i}`, $ref: `#a${i}` })) }),
  'schemas: dynamic anchors': (n) => withSchemas({ properties: byName(n, (i) => ({ $dynamicAnchor: `a${i}`, $dynamicRef: `#a${i}` })) }),
  'references: to one': (n) => withSchemas({ properties: byName(n, () => ref('one')) }, { one: { type: 'string' } }),
  'references: a chain': (n) => withSchemas(ref('m0'), { ...byName(n, (i) => ref(`m${i + 1}`)), [`m${n}`]: {} }),
  'references: a web': (n) =>
    withSchemas(
      ref('m0'),
      byName(root(n), () => ({ anyOf: each(root(n), (i) => ref(`m${i}`)) })),
    ),
  'references: circles': (n) =>
    withSchemas(
      ref('m0'),
      byName(n, (i) => ({ allOf: [ref(`m${(i + 1) % n}`), ref(`m${i}`)] })),
    ),
  'references: by long pointers': (n) =>
    withSchemas({
      properties: {
        deep: { properties: { deep: { properties: { deep: {} } } } },
        ...byName(n, () => ({
          $ref: '#/paths/~1x/get/responses/200/content/application~1json/schema/properties/deep/properties/deep/properties/deep',
        })),
      },
    }),
  'references: broken': (n) => withSchemas({ properties: byName(n, (i) => ref(`none${i}`)) }),
  'references: shared path items': (n) =>
    documentOf(
      perPath(Math.min(root(n), 490), () => ({ $ref: '#/components/pathItems/p' })),
      {
        components: {
          pathItems: {
            p: {
              get: answering(
                {},
                { parameters: each(Math.ceil(n / Math.min(root(n), 490)), (i) => ({ in: 'query', name: `q${i}`, schema: {} })) },
              ),
            },
          },
        },
      },
    ),
  'patterns: short': (n) => withSchemas({ properties: byName(n, (i) => ({ pattern: `^a${i}$` })) }),
  'patterns: repeats': (n) => withSchemas({ properties: byName(n, (i) => ({ pattern: `^(ab?){1,90}${i}$` })) }),
  'patterns: at their limit': (n) =>
    withSchemas({ properties: byName(n, (i) => ({ pattern: `^[a-z]{1,999}[a-z]{1,999}[a-z]{1,900}${i}$` })) }),
  'patterns: classes of letters': (n) => withSchemas({ properties: byName(n, (i) => ({ pattern: `^\\p{L}[^\\p{Lu}\\w\\s]+${i}$` })) }),
  'patterns: alternatives': (n) =>
    withSchemas({
      properties: byName(n, (i) => ({
        pattern: each(60, (k) => `a${k}b${i}`)
          .join('|')
          .slice(0, 500),
      })),
    }),
  'patterns: groups': (n) => withSchemas({ properties: byName(n, (i) => ({ pattern: `${'('.repeat(100)}a${i}${')?'.repeat(100)}` })) }),
  'patterns: unfit': (n) => withSchemas({ properties: byName(n, (i) => ({ pattern: `(?<=a${i})b(?!c)` })) }),
  'quirks: wrong schemas': (n) => withSchemas({ properties: byName(n, () => ({ type: 'wrong', minLength: -1, pattern: '(', enum: [] })) }),
  'quirks: schemas that are none': (n) => withSchemas({ properties: byName(n, () => 5) }),
  'quirks: unknown keywords': (n) => withSchemas({ properties: byName(n, () => ({ type: 'string', format: 'nonsense', widget: 1 })) }),
  'quirks: paths that cannot be read': (n) => documentOf(perPath(n, () => ({ get: 5, post: { parameters: 5, responses: null } }))),
  'operations: few parameters each': (n) =>
    documentOf(
      perPath(Math.min(n, 499), () => ({
        get: answering({}, { parameters: each(Math.ceil(n / 499), (i) => ({ in: 'query', name: `q${i}`, schema: {} })) }),
      })),
    ),
  'operations: many answers': (n) =>
    documentOf(
      perPath(Math.min(n, 499), () => ({
        get: {
          responses: Object.fromEntries(
            each(Math.min(Math.ceil(n / 499), 300), (i) => [200 + i, { description: 'ok', content: sending({}) }]),
          ),
        },
      })),
    ),
  'operations: many media types': (n) =>
    documentOf(
      perPath(Math.min(n, 499), () => ({
        get: { responses: { 200: { description: 'ok', content: byName(Math.ceil(n / 499), () => ({}), 'a/b') } } },
      })),
    ),
  'operations: parameters of the path': (n) =>
    documentOf(
      perPath(Math.min(root(n), 60), () => ({
        parameters: each(Math.ceil(n / 60 / 8), (i) => ({ in: 'query', name: `q${i}`, schema: {} })),
        ...Object.fromEntries(
          ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'].map((method) => [method, answering({})]),
        ),
      })),
    ),
  'operations: headers of answers': (n) =>
    documentOf({
      '/x': { get: { responses: { 200: { description: 'ok', headers: byName(n, () => ({ schema: { type: 'string' } }), 'X-') } } } },
    }),
  'operations: servers': (n) =>
    documentOf({ '/x': { get: answering({}) } }, { servers: each(n, (i) => ({ url: `https://a.example.org/${i}` })) }),
  'operations: security': (n) =>
    documentOf(
      { '/x': { get: answering({}, { security: each(n, (i) => ({ [`s${i}`]: [] })) }) } },
      { components: { securitySchemes: byName(n, () => ({ type: 'http', scheme: 'bearer' }), 's') } },
    ),
  'examples: in a schema': (n) => withSchemas({ type: 'array', example: each(n, (i) => ({ i })) }),
  'examples: many of one answer': (n) =>
    documentOf({
      '/x': {
        get: { responses: { 200: { description: 'ok', content: sending({}, { examples: byName(n, (i) => ({ value: { i } })) }) } } },
      },
    }),
  'examples: by reference': (n) =>
    documentOf(
      {
        '/x': {
          get: {
            responses: {
              200: { description: 'ok', content: sending({}, { examples: byName(n, () => ({ $ref: '#/components/examples/e' })) }) },
            },
          },
        },
      },
      { components: { examples: { e: { value: { a: 1 } } } } },
    ),
  'examples: a shared large one': (n) =>
    documentOf(
      {
        '/x': {
          get: {
            responses: {
              200: { description: 'ok', content: sending({}, { examples: byName(root(n), () => ({ $ref: '#/components/examples/e' })) }) },
            },
          },
        },
      },
      { components: { examples: { e: { value: each(root(n), (i) => i) } } } },
    ),
  'examples: texts of JSON': (n) =>
    documentOf({
      '/x': {
        get: { responses: { 200: { description: 'ok', content: sending({}, { example: JSON.stringify(each(n, () => ({ a: 1 }))) }) } } },
      },
    }),
  'examples: references inside': (n) =>
    documentOf(
      {
        '/x': {
          get: {
            responses: {
              200: { description: 'ok', content: sending({}, { example: each(n, () => ({ $ref: '#/components/examples/e/value' })) }) },
            },
          },
        },
      },
      { components: { examples: { e: { value: { a: 1 } } } } },
    ),
  'Swagger 2.0: definitions': (n) =>
    swaggerOf(
      { '/x': { get: { responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/m0' } } } } } },
      { definitions: byName(n, () => ({ type: 'object', properties: { a: { type: 'string' } } })) },
    ),
  'Swagger 2.0: operations': (n) =>
    swaggerOf(
      perPath(Math.min(n, 499), () => ({
        get: {
          produces: ['application/json'],
          parameters: each(Math.ceil(n / 499), (i) => ({ in: 'query', name: `q${i}`, type: 'string' })),
          responses: { 200: { description: 'ok', schema: {} } },
        },
      })),
    ),
  'Swagger 2.0: many media types': (n) =>
    swaggerOf(
      perPath(Math.min(root(n), 499), () => ({
        post: {
          parameters: [{ in: 'body', name: 'b', schema: { type: 'object' } }],
          responses: { 200: { description: 'ok', schema: {} } },
        },
      })),
      { produces: each(root(n), (i) => `a/b${i}`), consumes: each(root(n), (i) => `a/b${i}`) },
    ),
  'Swagger 2.0: values': (n) => swaggerOf({}, { 'x-more': each(n, () => 1) }),
  'Swagger 2.0: forms': (n) =>
    swaggerOf({
      '/x': {
        post: {
          consumes: ['multipart/form-data'],
          parameters: each(n, (i) => ({ in: 'formData', name: `f${i}`, type: 'string' })),
          responses: {},
        },
      },
    }),
};
