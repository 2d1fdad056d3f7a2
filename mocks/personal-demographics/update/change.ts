/** What an update did to a record, as the business rules look at it. */
import { equal } from '../../../src/contract/equal.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { Population } from '../../../src/population.ts';
import type { Extension, Patient } from '../record/patient.ts';

export interface Change {
  readonly before: Patient;
  readonly after: Patient;
  /** `yyyy-mm-dd` by the workspace's clock. */
  readonly today: string;
  /** Whose directory organisations are looked up in. */
  readonly population: Population;
}

/** Says what is wrong with the record as it would be; nothing where it may be so. */
export type Rule = (change: Change) => Problem | undefined;

export interface Changed<Member> {
  readonly now: Member;
  /** Absent for a new member. */
  readonly was?: Member;
  readonly index: number;
}

/** Members of a list that are new or not what they were; what nobody touched may be as it is. */
export function changedMembers<Member extends { readonly id?: string }>(
  before: readonly Member[] | undefined,
  after: readonly Member[] | undefined,
): readonly Changed<Member>[] {
  return (after ?? []).flatMap((now, index) => {
    const was = now.id === undefined ? undefined : before?.find(({ id }) => id === now.id);
    if (was === undefined) return [{ now, index }];
    return equal(was, now) ? [] : [{ now, was, index }];
  });
}

/** The extension with this url, where the update made or changed one. */
export function changedExtension<Url extends Extension['url']>(
  { before, after }: Change,
  url: Url,
): { readonly now: Extract<Extension, { url: Url }>; readonly index: number } | undefined {
  const index = (after.extension ?? []).findIndex((extension) => extension.url === url);
  const now = after.extension?.[index];
  if (now === undefined || !hasUrl(now, url)) return undefined;
  const was = before.extension?.find((extension) => extension.url === url);
  return was !== undefined && equal(was, now) ? undefined : { now, index };
}

function hasUrl<Url extends Extension['url']>(extension: Extension, url: Url): extension is Extract<Extension, { url: Url }> {
  return extension.url === url;
}
