/** What is asked for, and all that is wrong with it: the query first, then the headers. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import { isRealDate } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { hasRightCheck, hasShortIdForm } from '../prescriptions/short-id.ts';

const headers = ['x-request-id', 'nhsd-organization-uuid', 'nhsd-session-urid', 'nhsd-identity-uuid', 'nhsd-session-jobrole'];

export const missingHeaders = (call: Pick<AnyCall, 'header'>): readonly string[] =>
  headers.flatMap((name) => ((call.header(name) ?? '') === '' ? [`Missing required header, ${name}.`] : []));

export function wrongId(id: string): readonly string[] {
  if (!hasShortIdForm(id.toUpperCase())) return ['prescriptionId does not match required format.'];
  return hasRightCheck(id.toUpperCase()) ? [] : ['prescriptionId checksum is invalid.'];
}

export function wrongNumber(number: string): readonly string[] {
  if (!/^\d{10}$/.test(number)) return ['nhsNumber does not match required format.'];
  return parseNhsNumber(number) === undefined ? ['nhsNumber checksum is invalid.'] : [];
}

export function wrongQuery({ prescriptionId, nhsNumber, lowDate, highDate }: AnyCall['query']): readonly string[] {
  const [id, number] = [textOf(prescriptionId), textOf(nhsNumber)];
  const either =
    id === '' && number === ''
      ? ['Missing required query string parameter; either prescriptionId or nhsNumber must be included.']
      : id !== '' && number !== ''
        ? ['Invalid query string parameters; only prescriptionId or nhsNumber must be provided, not both.']
        : [];
  return [
    ...either,
    ...(id === '' ? [] : wrongId(id)),
    ...(number === '' ? [] : wrongNumber(number)),
    ...[lowDate, highDate].flatMap((day, n) =>
      textOf(day) === '' || dayOf(day) !== undefined ? [] : [`${n === 0 ? 'lowDate' : 'highDate'} does not match required format.`],
    ),
  ];
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `20260131` or `2026-01-31`, as the latter. */
export function dayOf(value: unknown): string | undefined {
  const day = textOf(value).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return isRealDate(day) ? day : undefined;
}
