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
    title: those[0]?.title ?? slug,
    answers: those,
    resources: toldResources(those.filter(({ status }) => status < 400).map(({ text }) => parsed(text))),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
