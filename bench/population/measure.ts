/** One pass over the people, or over a sample of them, that counts for all figures; and how each figure is met. */
import type { Population } from '../../src/population.ts';
import { Counts, type Measured } from './counts.ts';
import { type Figure, type Section, type Verdict, verdictOf } from './figures.ts';
import { peopleOf } from './life.ts';
import { readRecord } from './read-record.ts';
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
  /** Of how many, evenly spread, the clinical record is read. */
  readonly records?: number;
  /** Told now and then how many have been seen. */
  readonly progress?: (seen: number) => void;
}

const progressEvery = 5_000;

export function survey(population: Population, { sample, records = 0, progress }: SurveyOptions = {}): Survey {
  const people = peopleOf(population);
  const counts = new Counts();
  const observers = topics.map((topic) => topic.begin(people));
  const share = Math.min(1, records / Math.min(sample ?? population.size, population.size));
  let seen = 0;
  for (const life of people.all(sample)) {
    for (const observer of observers) observer.see?.(life, counts);
    const isRead = Math.floor((seen + 1) * share) > Math.floor(seen * share);
    const record = isRead ? readRecord(population, life.person.nhsNumber, counts) : undefined;
    if (record !== undefined) for (const observer of observers) observer.read?.(life, record, counts);
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
    return {
      figure,
      section,
      measured,
      verdict: verdictOf(figure, measured, isWhole && section.isOfRecords !== true ? 0 : errorsOfSample),
    };
  });
}
