/** Finds the operations of a path without trying every one: targets lie by the number of their segments, those that say more first. */
import { matchTemplate, type Segment, type Template } from './template.ts';
import type { Match, Target } from '../api.ts';

export interface RouteIndex {
  /** The operations of the most telling path that these segments fit, whatever the method: a literal path hides a template of its shape. */
  find(segments: readonly string[]): readonly Match[];
}

/** `targets` stand in the order of `bySpecificity`. */
export function indexRoutes(targets: readonly Target[]): RouteIndex {
  const byLength = new Map<number, Target[]>();
  const wildcards: Target[] = [];
  for (const target of targets) {
    const { segments, wildcard } = target.template;
    if (wildcard) wildcards.push(target);
    else byLength.set(segments.length, [...(byLength.get(segments.length) ?? []), target]);
  }
  return {
    find: (segments) => {
      const found = mostTelling(byLength.get(segments.length) ?? [], segments);
      return found.length > 0 ? found : mostTelling(wildcards, segments);
    },
  };
}

/** Of targets that say more before those that say less, the ones that fit and have words where the first has words. */
export function mostTelling(targets: readonly Target[], segments: readonly string[]): readonly Match[] {
  const found: Match[] = [];
  let template: Template | undefined;
  let path: Match['path'] | undefined;
  for (const target of targets) {
    // Operations of one path stand together, and share its template.
    if (target.template !== template) {
      template = target.template;
      const first = found[0]?.target.template;
      path = first && !isAlike(first, template) ? undefined : matchTemplate(template, segments);
    }
    if (path) found.push({ target, path });
  }
  return found;
}

/** Words within a segment hide nothing: `/jobs/{id}` may have methods that `/jobs/{id}:cancel` has not. */
function isAlike(a: Template, b: Template): boolean {
  return (
    a.wildcard === b.wildcard &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, i) => isWord(segment) === isWord(b.segments[i]))
  );
}

const isWord = (segment: Segment | undefined): boolean => segment?.every((part) => 'literal' in part) ?? false;
