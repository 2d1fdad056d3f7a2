/** Eligibility Signposting: its words for what is wrong, and whom it does not know. What it suggests is as the contract has it. */
import type { operations } from '../../src/generated/eligibility-signposting.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Fault, Problem, Said } from '../../src/mock/problem.ts';
import { shown } from '../../src/nhs/spine/spine-words.ts';
import { access } from './access.ts';
import { dialect } from './dialect.ts';

/** In the order in which the service looks at them. */
const parameters: Readonly<Record<string, (value: string) => Said>> = {
  conditions: (value) => ({
    status: 400,
    display: 'The given conditions were not in the expected format.',
    diagnostics: `${value} should be a single or comma separated list of condition strings with no other punctuation or special characters`,
  }),
  category: (value) => ({
    status: 422,
    display: 'The supplied category was not recognised by the API.',
    diagnostics: `${value} is not a category that is supported by the API`,
  }),
  includeActions: (value) => ({
    status: 422,
    display: 'The supplied value was not recognised by the API.',
    diagnostics: `${value} is not a value that is supported by the API`,
  }),
};

/** Numbers that the official sandbox answers with a fault. */
const faulty = new Map<string, () => Problem>([
  ['9800878378', () => refused('conditions', 'RSV&COVID')],
  ['9661033404', () => notFound('9661033404')],
  ['9451019030', () => refused('category', 'DENTISTRY')],
  [
    '9436793375',
    () => ({
      problem: 'internal',
      message: 'This number is answered with a failure.',
      said: { diagnostics: 'An unexpected error occurred.' },
    }),
  ],
]);

export default {
  access,
  dialect,
  problems: inOwnWords,
  behaviours: {
    checkEligibility: (call) => {
      const conditions = call.query.conditions ?? 'ALL';
      if (conditions.split(',').some((each) => !/^[a-z0-9]+$/i.test(each.trim()))) return refused('conditions', conditions);
      return faulty.get(call.path.id)?.() ?? (isKnown(call, call.path.id) ? undefined : notFound(call.path.id));
    },
  },
} satisfies Mock<operations>;

/** Somebody of the population, or of a scenario: the contract's examples have their numbers in their names. */
function isKnown({ population, operation }: AnyCall, number: string): boolean {
  const scenarios = operation.responses.get('200')?.content[0]?.examples ?? [];
  return population.size === 0 || population.find(number) !== undefined || scenarios.some(({ name }) => name.split('-')[1] === number);
}

function notFound(number: string): Problem {
  return {
    problem: 'not-found',
    message: 'Nobody here has this NHS number.',
    faults: [{ in: 'path', name: 'id', pointer: '', keyword: 'exists', message: 'names nobody' }],
    said: {
      display:
        'The given NHS number was not found in our datasets. This could be because the number is wrong or because it cannot be processed.',
      diagnostics: `NHS Number '${shown(number)}' was not recognised by the Eligibility Signposting API`,
    },
  };
}

function refused(name: string, value: string): Problem {
  return inOwnWords({
    problem: 'invalid-value',
    message: 'A parameter has a value that is not supported.',
    faults: [{ in: 'query', name, pointer: '', keyword: 'enum', message: 'is not supported', value }],
  });
}

/** Of several faults the service names the first that it comes upon. */
function inOwnWords(problem: Problem): Problem {
  const named = (name: string): Fault | undefined => problem.faults?.find((fault) => fault.in === 'query' && fault.name === name);
  for (const [name, say] of Object.entries(parameters)) {
    const fault = named(name);
    if (fault) return { ...problem, faults: [fault], said: say(shown(fault.value ?? '')) };
  }
  return problem;
}
