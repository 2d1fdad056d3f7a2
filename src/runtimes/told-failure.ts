/** What is printed below a test that failed: each of its exchanges that did not succeed, and why. */
import type { Explanation } from './in-process.ts';

/** Exchanges, and faults of each, that are told; a page of them helps nobody. */
const told = 5;

/** Nothing where all went well. */
export function toldFailure(
  exchanges: readonly Explanation[],
  { test, isAlone }: { readonly test: string; readonly isAlone: boolean },
): string {
  const failed = exchanges.filter(({ answer }) => answer.status < 200 || answer.status > 299);
  if (failed.length === 0) return '';
  const whose = isAlone ? '' : ', or tests beside it,';
  const more = failed.length > told ? `, of which these are the last ${told}` : '';
  return [
    `The sandbox did not answer ${failed.length === 1 ? 'a request' : `${failed.length} requests`} of "${test}"${whose} with success${more}:`,
    ...failed.slice(-told).flatMap(linesOf),
  ].join('\n');
}

function linesOf({ request, answer, problem, notes, works }: Explanation): readonly string[] {
  const faults = problem?.faults ?? [];
  return [
    `  ${request.method} ${request.url} → ${answer.status}`,
    `    ${problem ? `${problem.kind}: ${problem.message}` : (answer.why ?? '')}`,
    ...faults.slice(0, told).map((fault) => `    - ${faultOf(fault)}`),
    ...(faults.length > told ? [`    - and ${faults.length - told} more`] : []),
    ...notes.map((note) => `    note: ${note}`),
    ...(works === undefined ? [] : [`    this works: ${works}`]),
  ];
}

/** A fault is not typed further by the contract of the sandbox's own API. */
function faultOf(fault: Readonly<Record<string, unknown>>): string {
  const place = ['in', 'name', 'pointer'].flatMap((key) => (typeof fault[key] === 'string' && fault[key] !== '' ? [fault[key]] : []));
  return `${place.join(' ')}: ${String(fault['message'] ?? '')}`;
}
