/** The contract as NHS England publishes it, where the checkout stands beside it; it is never part of this project. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { resolve as dereference } from '../compare-contracts.ts';

const file = resolve(import.meta.dirname, '../../../../shared/specs/pds-fhir.json');

type Node = { readonly [key: string]: unknown };

export const published: Node | undefined = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Node) : undefined;

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const compiled = new Map<string, ValidateFunction | undefined>();
if (published) ajv.addSchema({ ...published, $id: 'http://published.example/contract' });

/** How a body breaks what is published for that answer; empty where it fits, or where nothing is published. */
export function publishedFaults(method: string, path: string, status: number, body: unknown): string[] {
  const pointer = schemaPointer(method, path, status);
  if (pointer === undefined) return [];
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `http://published.example/contract#${pointer}` });
  compiled.set(pointer, validate);
  return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function schemaPointer(method: string, path: string, status: number): string | undefined {
  if (!published) return undefined;
  const paths = node(published['paths']);
  const template = Object.keys(paths).find((each) => new RegExp(`^${each.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path));
  const operation = template === undefined ? {} : node(node(paths[template])[method.toLowerCase()]);
  const responses = node(operation['responses']);
  const key = [String(status), `${String(status)[0]}XX`].find((each) => each in responses);
  if (key === undefined || template === undefined) return undefined;
  const schema = node(node(node(dereference(published, responses[key])['content'])['application/fhir+json'])['schema']);
  return typeof schema['$ref'] === 'string' ? schema['$ref'].slice(1) : undefined;
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
