/** What can be said in each role of an error body about one report, best first. */
import type { Json } from '../../contract/contract.ts';
import type { OwnValues } from '../published/own-values.ts';
import type { Term } from '../published/read-example.ts';
import { expressionOf, fieldOf, stepsOf, type Report } from '../report.ts';
import type { ErrorRole } from '../../meaning/roles/error-roles.ts';
import { wantedCodes } from './choose-code.ts';
import { uuidFrom } from './error-id.ts';
import { reasonPhrase } from './reason-phrases.ts';
import { wordsFor, type Named } from './words-for.ts';

export interface Occasion {
  readonly status: number;
  readonly id: string;
  /** ISO 8601. */
  readonly now: string;
}

export interface Saying {
  readonly report: Report;
  readonly named: Named;
  /** The API's own name for this fault, where it has one. */
  readonly term: Term | undefined;
  /** What its published bodies of this fault hold besides. */
  readonly values: OwnValues;
  readonly answered: Occasion;
}

/** FHIR's issue codes that are true of most faults, those of a client's request first. */
const GENERAL_ISSUES = ['processing', 'invalid', 'business-rule', 'transient', 'exception'];

export function say(role: ErrorRole, { report, named, term, answered }: Saying): readonly Json[] {
  const { said, fault, kind, message } = report;
  const words = wordsFor(named);
  switch (role) {
    case 'message':
      return [message];
    case 'title':
    case 'display':
      return present(said.display, term?.display, words.title);
    case 'code':
      // The number is for codes that are numbers.
      return [...present(said.code, term?.code ?? wantedCodes(named)[0]), answered.status];
    case 'issue-code':
      return present(said.issue, term?.issue, ...words.issues, ...(answered.status < 500 ? GENERAL_ISSUES : GENERAL_ISSUES.toReversed()));
    case 'oauth-error':
      return present(said.code, ...words.oauth);
    case 'severity':
      return present(said.severity, ...(kind === 'internal' ? ['fatal', 'error'] : ['error', 'fatal']));
    case 'status':
      return [String(answered.status), answered.status];
    case 'status-line':
      return [`${answered.status} ${reasonPhrase(answered.status)}`];
    case 'reason':
      return [reasonPhrase(answered.status)];
    case 'id':
      return present(occurrence(answered.id, report), uuidFrom(answered.id, report.index));
    case 'urn':
      return present(prefixed('urn:uuid:', uuidFrom(answered.id, report.index)));
    case 'instant':
      return [answered.now];
    case 'system':
      return present(term?.system);
    case 'constant':
      return [];
    case 'problem-type':
      // A problem no further described than by its status (RFC 9457 §4.2.1).
      return ['about:blank'];
    case 'kind':
      return [kind.replaceAll('-', '_')];
    case 'header':
      return present(fault ? (fault.in === 'header' ? fault.name : undefined) : words.header);
    default:
      return fault === undefined ? [] : sayPlace(role, fault);
  }
}

function sayPlace(role: ErrorRole, fault: NonNullable<Report['fault']>): readonly Json[] {
  switch (role) {
    case 'pointer':
      return fault.in === 'body' ? [fault.pointer === '' ? '/' : fault.pointer] : [];
    case 'field':
      return present(fieldOf(fault));
    case 'parameter':
      return present(fault.in === 'header' ? undefined : fault.name);
    case 'expression':
      return present(expressionOf(fault));
    case 'steps':
      return stepsOf(fault);
    default:
      return [];
  }
}

const present = (...values: readonly (string | undefined)[]): readonly string[] => values.filter((value) => value !== undefined);

/** Each of several faults is an occurrence of its own. */
const occurrence = (id: string, { index }: Report): string => (index === undefined ? id : `${id}.${index}`);

const prefixed = (prefix: string, value: string | undefined): string | undefined => value && prefix + value;
