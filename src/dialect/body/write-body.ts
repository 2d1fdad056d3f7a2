/** Writes a problem in the error shape that a contract documents, and checks it against the contract before it is sent. */
import type { Json, SchemaFault } from '../../contract/contract.ts';
import type { FaultPlan } from '../fault-plan.ts';
import { mayBeJson, negotiate } from '../../contract/media-type.ts';
import type { ErrorForm, ErrorForms } from '../form/error-form.ts';
import { exampleOfFault, withMessage } from '../published/published-example.ts';
import type { Report, Reports } from '../report.ts';
import type { Occasion, Saying } from '../words/say.ts';
import { htmlPage } from './html-page.ts';
import { fillForm, type Attempt, type Daring, type Filling } from './fill-form.ts';

interface WrittenBody {
  readonly type: string;
  readonly body: Json;
}

interface ToWrite {
  readonly plan: FaultPlan;
  readonly reports: Reports;
  readonly answered: Occasion;
  readonly accept: string | undefined;
}

/** undefined where the contract shows no error body anywhere. */
export function writeBody(to: ToWrite): WrittenBody | undefined {
  let best: Tried | undefined;
  for (const forms of to.plan.formsFor(to.answered.status)) {
    const form = chooseForm(to.accept, forms);
    best = better(best, form && writeForm(form, to));
    if (best?.worth === BEST) break;
  }
  if (!best) return undefined;
  const { form, worth, body } = best;
  return { type: form.type, body: worth > 0 ? body : (publishedBody(form, to) ?? body) };
}

/** An error is sent even to a client that accepts none of its types: it would rather read it than not (RFC 9110 §15.5.7). */
function chooseForm(accept: string | undefined, forms: ErrorForms): ErrorForm | undefined {
  const type = negotiate(
    accept,
    forms.map((form) => form.type),
  );
  return forms.find((form) => form.type === type) ?? forms.find((form) => mayBeJson(form.type)) ?? forms[0];
}

interface Tried {
  readonly form: ErrorForm;
  readonly body: Json;
  readonly faults: readonly SchemaFault[];
  readonly worth: number;
}

/** Valid, names the fault and says nothing that is not its own; less for each text, code or status that had to be another's; 0 is invalid. */
const BEST = 1;
const ONLY_VALID = 1 / 1000;

const better = (best: Tried | undefined, tried: Tried | undefined): Tried | undefined =>
  tried && tried.worth > (best?.worth ?? -1) ? tried : best;

/** An API that never fills the only member for a text has to, or the fault would go unnamed. */
const DARINGS: readonly Daring[] = ['published', 'texts', 'everything', 'titles', 'required'];
/** How many times a body is mended before another is tried. */
const MOST_MENDINGS = 8;

function writeForm(form: ErrorForm, to: ToWrite): Tried | undefined {
  let best: Tried | undefined;
  for (const daring of DARINGS) {
    let attempt: Attempt = { daring, variant: 0, refused: new Map(), wanted: new Set() };
    for (let i = 0; i < MOST_MENDINGS; i++) {
      const tried = write(form, to, attempt);
      best = better(best, tried);
      if (best && best.worth > ONLY_VALID) return best;
      if (!tried || tried.faults.length === 0) break;
      attempt = mended(attempt, tried.faults);
    }
  }
  return best;
}

function write(form: ErrorForm, to: ToWrite, attempt: Attempt): Tried | undefined {
  const { body: filled, isNamed, forced } = fillForm(form.part(attempt.variant), writing(form, to, attempt));
  if (filled === undefined) return undefined;
  const body = form.writtenAs === 'html' ? htmlPage(to.answered.status, to.reports.whole.message) : filled;
  const faults = form.at ? to.plan.contract.check(form.at, body) : [];
  const worth = faults.length > 0 ? 0 : isNamed ? BEST / (1 + forced) : ONLY_VALID;
  return { form, body, faults, worth };
}

/** The last resort: the example of this very fault, with our text in place of its own. */
function publishedBody(form: ErrorForm, { plan, reports, answered }: ToWrite): Json | undefined {
  const { kind, keyword, message } = reports.whole;
  const example = exampleOfFault(form, { kind, keyword, status: answered.status });
  const body = example && withMessage(example.value, message);
  return body !== undefined && form.at && plan.contract.check(form.at, body).length === 0 ? body : undefined;
}

function writing(form: ErrorForm, { plan, reports, answered }: ToWrite, attempt: Attempt): Filling {
  const saying = (report: Report): Saying => {
    const { kind, keyword } = report;
    const named = { kind, keyword, status: answered.status, topic: plan.topic };
    return { report, answered, named, ...plan.namingOf(form, named) };
  };
  return { habits: plan.habits, reports, saying, attempt };
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
