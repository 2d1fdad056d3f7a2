/** What is known of the rules of this API, and where from. */
import type { operations } from '../../src/generated/notify-supplier.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const url = 'https://github.com/NHSDigital/nhs-notify-supplier-api';
const sandbox = { name: 'Official sandbox, published tests', url };
const contract = { name: 'Published contract', url };
const { observed, inferred, unknown, different } = notedOn(day);

const headers = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
const json = { ...headers, 'Content-Type': 'application/vnd.api+json' };
const letter = '24L5eYSWGzCHlGmzNxuqVusPxDg';

export default {
  compared: { ...contract, name: 'published contract', version: 'of 2025', on: day },
  answers: {
    listLetters: 'rule',
    postLetters: 'rule',
    getLetterStatus: 'rule',
    patchLetter: 'rule',
    getDataId: 'rule',
    'get-file': 'rule',
    createMI: 'rule',
    getMI: 'rule',
  },
  everywhere: [
    observed(sandbox, 'X-Request-ID must be there.', { request: `GET /letters/${letter}`, headers: { 'X-Request-ID': '' }, answer: '400' }),
    observed(
      contract,
      'Faults are JSON:API errors with codes that begin NOTIFY, each with an id that begins rrt and ends with its number.',
    ),
    different(
      sandbox,
      'Every 400 is in the shape of the contract, with the place of what is wrong.',
      'The framework of the official sandbox answers some of them with a message and a list of errors.',
    ),
    unknown('The codes of 401, 403 and 405, and their words, are the sandbox’s own.'),
    different(
      sandbox,
      'An id that nobody knows is unknown on all paths below it.',
      'The official sandbox knows some ids on some paths only.',
    ),
    inferred(contract, 'Whoever asks is the one supplier: letters are not shared out among several.'),
  ],
  operations: {
    listLetters: [
      observed(sandbox, 'Letters that are PENDING are listed, ten where no limit is given.', {
        request: 'GET /letters',
        headers,
        answer: '200',
      }),
      observed(sandbox, 'A limit below 0 or above 2,500, or none of digits, is refused.', {
        request: 'GET /letters?limit=2501',
        headers,
        answer: '400',
      }),
      different(sandbox, 'A letter that a supplier has accepted is listed no more.', 'The official sandbox lists the same letters always.'),
    ],
    getLetterStatus: [
      observed(sandbox, 'Ten published ids are letters in ten states.', { request: `GET /letters/${letter}`, headers, answer: '200' }),
      observed(sandbox, 'Any other is not found, until NHS Notify sends a letter.', { request: 'GET /letters/1', headers, answer: '404' }),
    ],
    patchLetter: [
      observed(sandbox, 'Any status of the contract is taken with 202, whatever the letter’s was before.', {
        request: `PATCH /letters/${letter}`,
        headers: json,
        body: { data: { type: 'Letter', id: letter, attributes: { status: 'PRINTED' } } },
        answer: '202',
      }),
      observed(sandbox, 'A letter that the body names and nobody knows is not found, though the path’s is there.', {
        request: `PATCH /letters/${letter}`,
        headers: json,
        body: { data: { type: 'Letter', id: '123654789', attributes: { status: 'PRINTED' } } },
        answer: '404',
      }),
      unknown('Where path and body name two letters, it is the one of the path.'),
      different(sandbox, 'What a supplier says is kept, and NHS Notify is told.', 'The official sandbox keeps nothing.'),
    ],
    postLetters: [
      observed(sandbox, 'A list of statuses is taken with 202; one unknown letter among them is a 404.', {
        request: 'POST /letters',
        headers: json,
        body: { data: [{ type: 'Letter', id: '123654789', attributes: { status: 'PRINTED' } }] },
        answer: '404',
      }),
      inferred(contract, 'Then none of them is taken.'),
    ],
    getDataId: [
      observed(sandbox, 'A letter with a file is answered 303 with its address.', {
        request: `GET /letters/${letter}/data`,
        headers,
        answer: '303',
      }),
      observed(sandbox, 'One without is not found.', { request: 'GET /letters/2WL5eYSWGzCHlGmzNxuqVusPxDg/data', headers, answer: '404' }),
    ],
    'get-file': [different(contract, 'The file is fetched from this API.', 'The service keeps files elsewhere, behind signed addresses.')],
    createMI: [
      different(contract, 'Management information is kept: 201.', 'The official sandbox answers 200, where the contract says 201.'),
      observed(sandbox, 'An empty specificationId is not found.'),
      observed(sandbox, 'A timestamp that is none is refused.'),
    ],
    getMI: [inferred(contract, 'What was sent is read back under its id.')],
  },
} satisfies Fidelity<operations>;
