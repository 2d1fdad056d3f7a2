/** One pass over the people, or over a sample of them, that counts for all figures; and how each figure is met. */
import type { Population } from '../../src/population.ts';
import { Counts, type Measured } from './counts.ts';
import { type Figure, type Section, type Verdict, verdictOf } from './figures.ts';
import { peopleOf } from './life.ts';
import { topics } from './topics/topics.ts';

export interface Survey {
  readonly counts: Counts;
  /** How many people were seen. */
  readonly seen: number;
  readonly isWhole: boolean;
}

export interface SurveyOptions {
  /** So many people, evenly spread, rather than all. */
  readonly sample?: number;
  /** Told now and then how many have been seen. */
  readonly progress?: (seen: number) => void;
}

const progressEvery = 5_000;

export function survey(population: Population, { sample, progress }: SurveyOptions = {}): Survey {
  const people = peopleOf(population);
  const counts = new Counts();
  const observers = topics.map((topic) => topic.begin(people));
  let seen = 0;
  for (const life of people.all(sample)) {
    for (const observer of observers) observer.see(life, counts);
    seen += 1;
    if (seen % progressEvery === 0) progress?.(seen);
  }
  const isWhole = sample === undefined || sample >= population.size;
  for (const observer of observers) observer.finish?.(counts, isWhole);
  return { counts, seen, isWhole };
}

export interface Judged {
  readonly figure: Figure;
  readonly section: Section;
  readonly measured: Measured | undefined;
  readonly verdict: Verdict;
}

/** People of a sample stand in families, so that chance weighs more than among people apart. */
const errorsOfSample = 4;

export function judge({ counts, isWhole }: Survey, section: Section): readonly Judged[] {
  return section.figures.map((figure) => {
    const measured = counts.read(figure.reading);
    return { figure, section, measured, verdict: verdictOf(figure, measured, isWhole ? 0 : errorsOfSample) };
  });
}
