/** XML by the words of a schema: names, attributes, wrappers, namespaces. */
import { expect, test } from 'vitest';
import type { Json, Schema } from '../../../src/contract/contract.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { writeXml } from '../../../src/contract/xml/write-xml.ts';

function written(schema: object, value: Json, schemas: object = {}): string {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    paths: { '/x': { get: { responses: { 200: { description: 'ok', content: { 'application/xml': { schema } } } } } } },
    components: { schemas },
  });
  const contract = loadContract({ name: 'small', text });
  const at: Schema | undefined = contract.operations[0]?.responses.get('200')?.content[0]?.schema?.schema;
  return writeXml(contract, value, at, 'response').replace('<?xml version="1.0" encoding="UTF-8"?>\n', '');
}

const text = { type: 'string' };

test.each<[string, object, Json, string]>([
  ['members are elements', { properties: { a: text, b: { type: 'integer' } } }, { a: 'x', b: 2 }, '<response><a>x</a><b>2</b></response>'],
  [
    'an element may have another name',
    { xml: { name: 'jar' }, properties: { a: { ...text, xml: { name: 'label' } } } },
    { a: 'x' },
    '<jar><label>x</label></jar>',
  ],
  [
    'a member may be an attribute',
    { properties: { id: { type: 'integer', xml: { attribute: true } }, a: text } },
    { id: 7, a: 'x' },
    '<response id="7"><a>x</a></response>',
  ],
  [
    'a list repeats its name',
    { properties: { a: { type: 'array', items: text } } },
    { a: ['x', 'y'] },
    '<response><a>x</a><a>y</a></response>',
  ],
  [
    'items may have a name of their own',
    { properties: { a: { type: 'array', items: { ...text, xml: { name: 'one' } } } } },
    { a: ['x', 'y'] },
    '<response><one>x</one><one>y</one></response>',
  ],
  [
    'a list may be wrapped',
    { properties: { a: { type: 'array', items: { ...text, xml: { name: 'one' } }, xml: { wrapped: true, name: 'all' } } } },
    { a: ['x'] },
    '<response><all><one>x</one></all></response>',
  ],
  [
    'a wrapper and its items share a name',
    { properties: { a: { type: 'array', items: text, xml: { wrapped: true } } } },
    { a: ['x'] },
    '<response><a><a>x</a></a></response>',
  ],
  [
    'names have namespaces',
    { xml: { prefix: 's', namespace: 'urn:s', name: 'jar' }, properties: { a: { ...text, xml: { prefix: 's' } } } },
    { a: 'x' },
    '<s:jar xmlns:s="urn:s"><s:a>x</s:a></s:jar>',
  ],
  [
    'what XML cannot hold is written so that it can',
    { properties: { a: text } },
    { a: '<&">\u0000', 'b c': null },
    '<response><a>&lt;&amp;&quot;&gt;</a><b_c/></response>',
  ],
  [
    'a member may be the text',
    { properties: { id: { ...text, xml: { attribute: true } }, a: { ...text, xml: { nodeType: 'text' } } } },
    { id: '1', a: 'x' },
    '<response id="1">x</response>',
  ],
])('%s', (_, schema, value, expected) => {
  expect(written({ type: 'object', ...schema }, value)).toBe(expected);
});

test('components give their names, through references and parts', () => {
  const schemas = {
    Jar: { allOf: [{ $ref: '#/components/schemas/Sized' }, { type: 'object', properties: { lid: { ...text, xml: { name: 'cap' } } } }] },
    Sized: { type: 'object', properties: { size: { type: 'integer', xml: { attribute: true } } } },
  };
  expect(written({ $ref: '#/components/schemas/Jar' }, { size: 2, lid: 'tin' }, schemas)).toBe('<Jar size="2"><cap>tin</cap></Jar>');
  expect(written({ type: 'array', items: { $ref: '#/components/schemas/Jar' } }, [{ size: 2 }], schemas)).toBe(
    '<response><Jar size="2"/></response>',
  );
});
