/** What is printed below a test that failed: its last exchanges, and why each of them was answered as it was. */
import type { Explanation } from './in-process-sandbox.ts';

/** Exchanges, and faults of each, that are told; a page of them helps nobody. */
const told = 5;

export const isSuccess = ({ answer: { status } }: Explanation): boolean => status > 199 && status < 300;

/** Those of a test's exchanges that are told: the last ones, and the last that were not answered with success. Oldest first, as they come. */
export function toBeTold(exchanges: readonly Explanation[]): readonly Explanation[] {
  const those = new Set([...exchanges.filter((exchange) => !isSuccess(exchange)).slice(-told), ...exchanges.slice(-told)]);
  return exchanges.filter((exchange) => those.has(exchange));
}

/** `isAlone`: no other test ran at the same time, whose exchanges could be among these. */
export function toldFailure(
  exchanges: readonly Explanation[],
  { test, isAlone }: { readonly test: string; readonly isAlone: boolean },
): string {
  const whose = `"${test}"${isAlone ? '' : ', or of tests beside it,'}`;
  return [
    `The last requests of ${whose} and why the sandbox answered so (sandbox.explain('/trace/…') says more):`,
    ...exchanges.flatMap(linesOf),
  ].join('\n');
}

function linesOf({ id, request, answer, problem, next = [], notes, works, worksNote }: Explanation): readonly string[] {
  const faults = problem?.faults ?? [];
  return [
    `  ${request.method} ${request.url} → ${answer.status}`,
    `    ${problem ? `${problem.kind}: ${problem.message}` : (answer.why ?? '')}`,
    ...faults.slice(0, told).map((fault) => `    - ${faultOf(fault)}`),
    ...(faults.length > told ? [`    - and ${faults.length - told} more`] : []),
    ...next.slice(0, told).map((message) => `    then: ${message}`),
    ...notes.map((note) => `    note: ${note}`),
    ...(works === undefined ? [] : [`    this works${worksNote === undefined ? '' : ` (${worksNote})`}: ${works}`]),
    `    /trace/${id}`,
  ];
}

/** A fault is not typed further by the contract of the sandbox's own API. */
function faultOf(fault: Readonly<Record<string, unknown>>): string {
  const place = ['in', 'name', 'pointer'].flatMap((key) => (typeof fault[key] === 'string' && fault[key] !== '' ? [fault[key]] : []));
  return `${place.join(' ')}: ${String(fault['message'] ?? '')}`;
}
