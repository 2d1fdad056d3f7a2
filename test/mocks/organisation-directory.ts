/** The organisation directory under test, on a morning of January 2026, and how its bundles are looked into. */
import { expect } from 'vitest';
import { sandboxesFor, type Answer, type Loose } from '../sandbox.ts';

const editions = { 'ods-terminology': await sandboxesFor('ods-terminology'), 'ods-organisations': await sandboxesFor('ods-organisations') };

export type Edition = keyof typeof editions;

export const morning = Date.UTC(2026, 0, 15, 9);
export const organisationCodes = 'https://fhir.nhs.uk/Id/ods-organization-code';
export const lists = 'https://digital.nhs.uk/services/organisation-data-service/CodeSystem';
export const england = 'https://fhir.nhs.uk/England/CodeSystem';
export const fhirJson = { 'Content-Type': 'application/fhir+json' };

export function directory(edition: Edition, settings: Parameters<(typeof editions)['ods-terminology']>[0] = {}) {
  const sandbox = editions[edition](settings);
  sandbox.clock.set(morning);
  const found = async (path: string): Promise<Answer> => {
    const answer = await sandbox.call('GET', path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer;
  };
  return {
    ...sandbox,
    found,
    /** Of what was found and of what came with it. */
    ids: async (path: string) => entriesOf(await found(path)).map((entry) => String(entry['resource']?.['id'])),
    /** All of them, whatever the page. */
    resources: async (path: string) =>
      entriesOf(await found(`${path}${path.includes('?') ? '&' : '?'}_count=3000`)).map((entry) => entry['resource']),
    /** Status, code and diagnostics of what is refused. */
    refused: async (method: string, path: string, body?: unknown) => {
      const answer = await sandbox.call(method, path, body === undefined ? {} : { body, headers: fhirJson });
      const issue = answer.body['issue']?.[0];
      return [answer.status, issue?.['code'], issue?.['diagnostics']];
    },
    expand: async (include: object, more: readonly object[] = [], inactive = true, compose: object = {}) => {
      const resource = { resourceType: 'ValueSet', compose: { inactive, include: [include], ...compose } };
      const body = { resourceType: 'Parameters', parameter: [{ name: 'valueSet', resource }, ...more] };
      return sandbox.call('POST', '/ValueSet/$expand', { body, headers: fhirJson });
    },
    /** The values that a look-up tells, by property. */
    properties: async (code: string, system = organisationCodes) => {
      const { body } = await found(`/CodeSystem/$lookup?system=${system}&code=${code}&property=*`);
      const told: Record<string, unknown[]> = {};
      for (const parameter of looseList(body['parameter'])) {
        const [first, ...others] = looseList(parameter['part']);
        if (String(parameter['name']) !== 'property') continue;
        const value = others.find((part) => String(part['name']) === 'value') ?? {};
        (told[String(first?.['valueCode'])] ??= []).push(
          value['valueCoding']?.['code'] ?? Object.entries(value).find(([name]) => name !== 'name')?.[1],
        );
      }
      return told;
    },
  };
}

export const looseList = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value : []);
export const entriesOf = ({ body }: Answer): readonly Loose[] => looseList(body['entry']);
export const nextOf = ({ body }: Answer): string | undefined =>
  looseList(body['link']).flatMap((link) => (String(link['relation']) === 'next' ? [String(link['url'])] : []))[0];
