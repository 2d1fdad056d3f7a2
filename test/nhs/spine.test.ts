/** Faults in Spine's words, whoever finds them: a mock, its header checks, the contract, or the gateway. */
import { describe, expect, test } from 'vitest';
import { headers, patient, said, ward } from './ward.ts';

const bed = `/ward/beds/${patient}`;
const put = async (body: unknown): Promise<readonly unknown[]> => said(await ward().send('PUT', bed, body, headers));

describe('a fault is said in Spine’s words', () => {
  test('by a mock, with a code that the API alone knows', async () => {
    expect(await put({ number: 13 })).toEqual([409, 'NO_BED', 'No bed is free', 'conflict', 'There is no bed 13']);
  });

  test('by a mock, with a code of Spine’s', async () => {
    const answer = await ward().send('GET', '/ward/beds/9000000009', undefined, headers);
    expect(await said(answer)).toEqual([404, 'RESOURCE_NOT_FOUND', 'Resource not found', 'not-found', undefined]);
  });

  test.for<[string, unknown, readonly unknown[]]>([
    ['a missing member', {}, [400, 'MISSING_VALUE', 'Required value is missing', 'required', "Missing value - 'number'"]],
    [
      'a wrong value, echoed',
      { number: 'one' },
      [400, 'INVALID_VALUE', 'Provided value is invalid', 'value', "Invalid value - 'one' in field 'number'"],
    ],
    [
      'a list, as Python prints it',
      { number: ['one', "the bed's", 2, true, null, { a: 'b' }] },
      [
        400,
        'INVALID_VALUE',
        'Provided value is invalid',
        'value',
        `Invalid value - '['one', "the bed's", 2, True, None, {'a': 'b'}]' in field 'number'`,
      ],
    ],
    [
      'a member that nobody knows',
      { number: 1, colour: 'blue' },
      [
        400,
        'ADDITIONAL_PROPERTIES',
        'Additional properties should not be included',
        'invariant',
        "Invalid request with error - Additional properties are not allowed ('colour' was unexpected)",
      ],
    ],
    [
      'too few values',
      { number: 1, pillows: [] },
      [400, 'TOO_FEW_VALUES_SUBMITTED', 'Too few values submitted', 'value', "Too few values submitted - [] in field 'pillows'"],
    ],
    [
      'too many values',
      { number: 1, pillows: ['a', 'b', 'c'] },
      [
        400,
        'TOO_MANY_VALUES_SUBMITTED',
        'Too many values submitted',
        'value',
        "Too many values submitted - ['a', 'b', 'c'] in field 'pillows'",
      ],
    ],
  ])('by the contract: %s', async ([, body, told]) => {
    expect(await put(body)).toEqual(told);
  });

  test('by the contract, of a parameter', async () => {
    const answer = await ward().send('GET', `${bed}?nights=two`, undefined, headers);
    expect(await said(answer)).toEqual([
      400,
      'INVALID_VALUE',
      'Provided value is invalid',
      'value',
      "Invalid value - 'two' in field 'nights'",
    ]);
  });

  test('by the gateway, which names a path that is not there', async () => {
    const answer = await ward().send('GET', '/ward/chairs');
    expect(await said(answer)).toEqual([
      400,
      'UNSUPPORTED_REQUEST',
      'The request is not one that is supported.',
      'value',
      "Unsupported path - '/chairs'",
    ]);
  });

  test('and never echoes what could be a number of a real patient, nor what is long', async () => {
    const number = ['600', '000', '0005'].join('');
    expect(JSON.stringify(await put({ number: `bed ${number}` }))).not.toContain(number);
    expect(await put({ number: 'x'.repeat(101) })).toContain("Invalid value - '<too long to display>' in field 'number'");
  });
});

describe('checks of the head of a request', () => {
  const without = (name: string, value?: string): Record<string, string> =>
    Object.fromEntries(Object.entries({ ...headers, [name]: value ?? '' }).filter(([, sent]) => sent !== ''));

  test('come in the order that its operation has', async () => {
    const asked = async (method: string, path: string): Promise<unknown> => (await said(await ward().send(method, path, { number: 1 })))[1];
    expect(await asked('PUT', '/ward/beds/1')).toBe('INVALID_RESOURCE_ID');
    expect(await asked('PUT', bed)).toBe('PRECONDITION_FAILED');
    const read = await ward().send('GET', '/ward/beds/1');
    expect((await said(read))[1]).toBe('MISSING_VALUE');
  });

  test.for<[string, string | undefined, readonly unknown[]]>([
    [
      'X-Request-ID',
      undefined,
      [
        400,
        'MISSING_VALUE',
        'Required value is missing',
        'required',
        'Invalid request with error - X-Request-ID header must be supplied to access this resource',
      ],
    ],
    [
      'X-Request-ID',
      'seven',
      [400, 'INVALID_VALUE', 'Provided value is invalid', 'value', "Invalid value - 'seven' in header 'X-Request-ID'"],
    ],
    [
      'If-Match',
      '"1"',
      [
        412,
        'PRECONDITION_FAILED',
        'Required condition was not fulfilled',
        'structure',
        'Invalid request with error - If-Match header must be supplied to update this resource',
      ],
    ],
    [
      'NHSD-Session-URID',
      'nurse',
      [
        400,
        'INVALID_VALUE',
        'Provided value is invalid',
        'value',
        "Invalid value - 'nurse' in header 'NHSD-Session-URID'. See the notice on the door",
      ],
    ],
  ])('refuse %s as %s', async ([name, value, told]) => {
    expect(await said(await ward().send('PUT', bed, { number: 1 }, without(name, value)))).toEqual(told);
  });
});
