/** The Personal Demographics Service in this process, over the whole synthetic population. */
import type { Contract, Json } from '../../../src/contract/contract.ts';
import type { Population } from '../../../src/population.ts';
import { sandboxesFor, world as worldOfPeople, type Answer, type Loose, type Sandbox, type SandboxOptions } from '../../sandbox.ts';
import { ownFaults } from '../../fhir/judge/own-rules.ts';
import { r4Faults } from '../../fhir/judge/r4-schema.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { publishedFaults } from './published.ts';

export const base = '/personal-demographics/FHIR/R4';

const open = await sandboxesFor('personal-demographics');
export const contract: Contract = open().contract;
export const world: Population = worldOfPeople();

/** Organisations of the world, and codes that tests make up. */
const isOrganisation = (ods: string): boolean => world.organisation(ods) !== undefined;

/** What an OperationOutcome says, in one line per part. */
export function faultOf({ status, body }: Answer): Record<string, unknown> {
  const issue = body['issue']?.[0];
  const coding = issue?.['details']?.['coding']?.[0];
  return {
    status,
    code: coding?.['code'],
    display: coding?.['display'],
    issue: issue?.['code'],
    severity: issue?.['severity'],
    ...(issue?.['diagnostics'] !== undefined && { diagnostics: issue['diagnostics'] }),
  };
}

/** Who was found, best first, with their scores. */
export function foundIn({ body }: Answer): unknown[] {
  const entries: unknown = body['entry'] ?? [];
  return Array.isArray(entries) ? entries.map((entry: Loose) => [entry['resource']?.['id'], entry['search']?.['score']]) : [];
}

export interface Demographics {
  readonly sandbox: Sandbox;
  /** Sends with an X-Request-ID of its own unless one is given; a header of '' is left out. */
  call(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  /** Patches a record at a version. */
  patch(nhsNumber: string, version: number | string, patches: readonly unknown[], headers?: Record<string, string>): Promise<Answer>;
}

export function demographics(options: SandboxOptions = {}): Demographics {
  const sandbox = open(options);
  let count = 0;
  const service: Demographics = {
    sandbox,
    patch: (nhsNumber, version, patches, headers = {}) =>
      service.call('PATCH', `/Patient/${nhsNumber}`, {
        body: { patches },
        headers: { 'Content-Type': 'application/json-patch+json', 'If-Match': `W/"${version}"`, ...headers },
      }),
    async call(method, path, { body, headers = {} } = {}) {
      count += 1;
      const all: Record<string, string> = { 'X-Request-ID': `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`, ...headers };
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
      const response = await sandbox.request(base + path, {
        method,
        headers: sent,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const answer = (text === '' ? {} : JSON.parse(text)) as Answer['body'] & Json;
      // In the form of UK Core, answers differ from what is published on purpose.
      const isPublished = (options.settings?.profiles ?? 'contract') === 'contract';
      const faults = isPublished ? publishedFaults(method, path.split('?')[0] ?? '', response.status, answer) : [];
      if (faults.length > 0) throw new Error(`${method} ${path} breaks the published contract: ${faults.slice(0, 5).join('; ')}`);
      const unsound = isResource(answer) ? [...r4Faults(answer), ...ownFaults(answer, { isOrganisation })] : [];
      if (unsound.length > 0) throw new Error(`${method} ${path} is answered with unsound FHIR: ${unsound.slice(0, 5).join('; ')}`);
      return { status: response.status, headers: response.headers, body: answer };
    },
  };
  return service;
}
