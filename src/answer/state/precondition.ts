/** `If-Match`, where a contract names it: a write must be about the version that its client has read (RFC 9110 §13.1.1). */
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import { versionInTag, type Tagging } from '../../plan/resource/version.ts';

/** What is wrong with this request's `If-Match`, if anything. While a row is as published, the contract's own example tag counts as current. */
export function preconditionProblem(call: Call, tagging: Tagging | undefined, current: number, asPublished: boolean): Problem | undefined {
  const parameter = call.operation.parameters.find((p) => p.in === 'header' && /^(if-match|e-tag)$/i.test(p.name));
  const name = parameter?.name ?? 'If-Match';
  const tag = call.header(name);
  if (tag === undefined) return undefined;
  if (tag.trim() === '*') return undefined;
  if (asPublished && parameter?.examples.some((example) => String(example.value) === tag)) return undefined;
  const versions = tag.split(',').map(versionInTag);
  if (versions.some((version) => version === undefined)) {
    return {
      problem: 'invalid-value',
      message: `The ${name} header must be an entity tag such as W/"1".`,
      faults: [{ in: 'header', name, pointer: '', keyword: 'pattern', message: 'must be an entity tag such as W/"1"' }],
    };
  }
  if (versions.includes(current)) return undefined;
  return {
    problem: 'version-conflict',
    message: `The version in ${name} is not the current one. Read the resource again and send the ${tagging?.header ?? 'ETag'} it answers with.`,
    faults: [{ in: 'header', name, pointer: '', keyword: 'version', message: 'is not the current version' }],
  };
}
