/** What is printed below a test that failed: each of its exchanges that did not succeed, and why. */
import type { Explanation } from './in-process-sandbox.ts';

/** Exchanges, and faults of each, that are told; a page of them helps nobody. */
const told = 5;

/** Those of a test's exchanges that are told. */
export const untoward = (exchanges: readonly Explanation[]): readonly Explanation[] =>
  exchanges.filter(({ answer }) => answer.status < 200 || answer.status > 299).slice(-told);

/** `isAlone`: no other test ran at the same time, whose exchanges could be among these. */
export function toldFailure(
  exchanges: readonly Explanation[],
  { test, isAlone }: { readonly test: string; readonly isAlone: boolean },
): string {
  const whose = `"${test}"${isAlone ? '' : ', or of tests beside it,'}`;
  return [`Requests of ${whose} that the sandbox did not answer with success:`, ...exchanges.flatMap(linesOf)].join('\n');
}

function linesOf({ request, answer, problem, next = [], notes, works, worksNote }: Explanation): readonly string[] {
  const faults = problem?.faults ?? [];
  return [
    `  ${request.method} ${request.url} → ${answer.status}`,
    `    ${problem ? `${problem.kind}: ${problem.message}` : (answer.why ?? '')}`,
    ...faults.slice(0, told).map((fault) => `    - ${faultOf(fault)}`),
    ...(faults.length > told ? [`    - and ${faults.length - told} more`] : []),
    ...next.slice(0, told).map((message) => `    then: ${message}`),
    ...notes.map((note) => `    note: ${note}`),
    ...(works === undefined ? [] : [`    this works${worksNote === undefined ? '' : ` (${worksNote})`}: ${works}`]),
  ];
}

/** A fault is not typed further by the contract of the sandbox's own API. */
function faultOf(fault: Readonly<Record<string, unknown>>): string {
  const place = ['in', 'name', 'pointer'].flatMap((key) => (typeof fault[key] === 'string' && fault[key] !== '' ? [fault[key]] : []));
  return `${place.join(' ')}: ${String(fault['message'] ?? '')}`;
}
