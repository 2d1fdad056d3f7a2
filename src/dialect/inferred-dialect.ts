/** Writes a problem in the error shape that a contract documents, and checks it against the contract before it is sent. */
import type { Contract, Json, Operation, SchemaFault } from '../contract/contract.ts';
import { chooseType } from './choose-type.ts';
import type { ErrorForm } from './error-form.ts';
import { fitToSchema, type Attempt, type Daring, type Writing } from './fit-to-schema.ts';
import type { Choice, KnownFaults } from './known-faults.ts';
import { publishedExample } from './published-example.ts';
import type { Report, Reports } from './report.ts';
import type { Answered, Saying } from './say.ts';

export interface InferredProblem {
  readonly type: string;
  readonly body: Json;
}

export interface ToWrite {
  readonly contract: Contract;
  readonly known: KnownFaults;
  readonly operation: Operation | undefined;
  readonly reports: Reports;
  readonly answered: Answered;
  readonly accept: string | undefined;
}

/** undefined where the contract shows no error body anywhere. */
export function writeInferred(to: ToWrite): InferredProblem | undefined {
  const { known, operation, answered, accept, reports } = to;
  const shown = known.formsFor(operation, answered.status);
  const choice = `${reports.whole.kind} ${chooseType(accept, shown[0] ?? [])?.type ?? ''}`;
  const before = known.recall(shown, choice);
  const again = before && write(before.form, to, before.attempt);
  if (again && again.worth >= before.worth) return { type: again.form.type, body: again.body };
  let best: Tried | undefined;
  for (const forms of shown) {
    const form = chooseType(accept, forms);
    best = better(best, form && writeForm(form, to));
    if (best?.worth === BEST) break;
  }
  if (!best) return undefined;
  if (best.worth > 0) known.remember(shown, choice, best);
  return { type: best.form.type, body: best.worth > 0 ? best.body : (publishedBody(best.form, to) ?? best.body) };
}

interface Tried extends Choice {
  readonly body: Json;
  readonly faults: readonly SchemaFault[];
}

/** 3: valid, names the fault and says nothing untrue · 2: its code or status had to be another's · 1: only valid · 0: invalid. */
const BEST = 3;

const better = (best: Tried | undefined, tried: Tried | undefined): Tried | undefined =>
  tried && tried.worth > (best?.worth ?? -1) ? tried : best;

/** An API that never fills the only member for a text has to, or the fault would go unnamed. */
const DARINGS: readonly Daring[] = ['published', 'texts', 'everything', 'required'];
/** How many times a body is mended before another is tried. */
const MOST_MENDINGS = 12;

function writeForm(form: ErrorForm, to: ToWrite): Tried | undefined {
  let best: Tried | undefined;
  for (const daring of DARINGS) {
    let attempt: Attempt = { daring, variant: 0, refused: new Map(), wanted: new Set() };
    for (let i = 0; i < MOST_MENDINGS; i++) {
      const tried = write(form, to, attempt);
      best = better(best, tried);
      if (best?.worth === BEST) return best;
      if (!tried || tried.faults.length === 0) break;
      attempt = mended(attempt, tried.faults);
    }
  }
  return best;
}

function write(form: ErrorForm, to: ToWrite, attempt: Attempt): Tried | undefined {
  const { body, isNamed, isUntrue } = fitToSchema(form.schema, writing(form, to, attempt));
  if (body === undefined) return undefined;
  const faults = form.at ? to.contract.check(form.at, body) : [];
  const worth = faults.length > 0 ? 0 : !isNamed ? 1 : isUntrue ? 2 : BEST;
  return { form, attempt, worth, body, faults };
}

function publishedBody(form: ErrorForm, { contract, reports, answered }: ToWrite): Json | undefined {
  const { kind, keyword, message } = reports.whole;
  const body = publishedExample(form, { kind, keyword, status: answered.status }, message);
  return body !== undefined && form.at && contract.check(form.at, body).length === 0 ? body : undefined;
}

function writing(form: ErrorForm, { known, operation, reports, answered }: ToWrite, attempt: Attempt): Writing {
  const saying = (report: Report): Saying => ({
    report,
    answered,
    term: known.termFor(form, operation, { kind: report.kind, keyword: report.keyword, status: answered.status }),
  });
  return { flatten: known.flatten, membersOf: known.membersOf, habits: known.habits, reports, saying, attempt };
}

/** Keywords that a union of schemas reports beside the real fault. */
const UNIONS = new Set(['anyOf', 'oneOf', 'not', 'if']);
const DROPPED = new Set(['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'dependentRequired']);

function mended(attempt: Attempt, faults: readonly SchemaFault[]): Attempt {
  const refused = new Map(attempt.refused);
  const wanted = new Set(attempt.wanted);
  let { variant } = attempt;
  for (const { pointer, keyword } of faults) {
    if (keyword === 'required') wanted.add(pointer);
    else if (DROPPED.has(keyword)) refused.set(pointer, Infinity);
    else if (UNIONS.has(keyword)) variant = attempt.variant + 1;
    else refused.set(pointer, (refused.get(pointer) ?? 0) + 1);
  }
  return { ...attempt, variant, refused, wanted };
}
