/** A contract that is well-formed and means harm with every word that its author may choose. */

export function hostileContract(texts: readonly string[]): string {
  const text = (i: number): string => texts[i % texts.length] ?? '';
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: text(0), version: text(1), summary: text(2), description: texts.join('\n\n'), contact: { name: text(3) } },
    servers: [{ url: 'https://example.org/hostile' }],
    tags: texts.map((name) => ({ name, description: name })),
    components: {
      schemas: {
        Thing: {
          type: 'object',
          title: text(4),
          description: text(5),
          required: [text(6)],
          properties: Object.fromEntries(
            texts.map((name) => [name, { type: 'string', title: name, description: name, example: name, default: name }]),
          ),
        },
      },
    },
    paths: Object.fromEntries(
      texts.map((id, i) => [
        `/things${i}`,
        {
          post: {
            operationId: id,
            summary: id,
            description: `${id}\n\n[${id}](${id})\n\n![${id}](${id})`,
            tags: [id],
            externalDocs: { url: 'javascript:document.title="executed"', description: id },
            parameters: [
              { name: `q${id}`, in: 'query', description: id, schema: { type: 'string', enum: [id, 'other'] }, example: id },
              { name: 'limit', in: 'query', description: id, schema: { type: 'integer', description: id } },
            ],
            requestBody: {
              description: id,
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/Thing' },
                  examples: { [id]: { summary: id, description: id, value: { [text(6)]: id, [id]: id } } },
                },
              },
            },
            responses: {
              201: {
                description: id,
                headers: { 'X-Told': { description: id, schema: { type: 'string' } } },
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' }, example: { [text(6)]: id } } },
              },
              400: {
                description: id,
                content: {
                  'application/json': {
                    schema: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
                    example: { message: id },
                  },
                },
              },
            },
          },
        },
      ]),
    ),
  });
}
