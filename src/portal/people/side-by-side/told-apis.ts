/** The answers about one person, by the API that gave them, with what they tell. */
import type { components } from '../../../generated/sandbox-control.types.ts';
import { toldResources, type ToldResource } from './told-resources.ts';

type Answer = components['schemas']['AnswerAbout'];

export interface ToldApi {
  readonly slug: string;
  readonly title: string;
  readonly answers: readonly Answer[];
  readonly resources: readonly ToldResource[];
}

export function toldApis(answers: readonly Answer[]): readonly ToldApi[] {
  return [...Map.groupBy(answers, ({ slug }) => slug)].map(([slug, those]) => ({
    slug,
    title: shortTitle(those[0]?.title ?? slug),
    answers: those,
    resources: toldResources(those.filter(({ status }) => status < 400).map(({ text }) => parsed(text))),
  }));
}

/** What names of APIs share is left out: `(FHIR R4)`, and what says that it is one. */
const shortTitle = (title: string): string =>
  title
    .replace(/\s*[-–]?\s*\([^)]*\)/g, '')
    .replace(/(?:\s+(?:FHIR(?:\s+R4)?|API|sandbox|service))+$/i, '')
    .trim() || title;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
