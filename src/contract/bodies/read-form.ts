/** Reads a form by the schema of its media type: every member by its type, as a query parameter is, then checked as JSON is. */
import type { Contract, LenientCheck, MediaType, SchemaFault } from '../contract.ts';
import { bodyShape, escapeToken, shapeProblem } from '../json.ts';
import { changedAt } from '../json-edit.ts';
import { tokensOf } from '../json-pointer.ts';
import { LARGEST_BODY_BYTES } from '../limits.ts';
import { essenceOf } from '../media-type.ts';
import { shapeOf } from '../value-shape.ts';
import type { FormEntry, Malformed } from './form-entry.ts';
import { formValue } from './form-value.ts';
import { placeInForm } from './place-in-form.ts';
import { checkOf, settleReadings, type SettledBody } from './settle-readings.ts';

/** A form is read without a media type too: each member is then a text. */
export function formReader(
  contract: Contract,
  media: MediaType | undefined,
  lenient: LenientCheck | undefined,
): (entries: readonly FormEntry[]) => SettledBody | Malformed {
  const shape = shapeOf(contract, media?.schema?.schema ?? true);
  const check = checkOf(lenient);
  const encoding = media?.encoding ?? new Map();
  return (entries) => {
    const files = new Map<string, FormEntry>();
    const repeated = new Set<string>();
    const { value, faults, notes = [] } = settleReadings((read) => formValue(shape, entries, { encoding, read, files, repeated }), check);
    let kept = value;
    for (const [pointer, file] of files) kept = changedAt(kept, tokensOf(pointer), keptOf(file));
    const problem = shapeProblem(kept, bodyShape(LARGEST_BODY_BYTES));
    if (problem) return { malformed: problem.message };
    return {
      value: kept,
      faults: [
        ...faults.map((fault) => (fault.keyword === 'type' && repeated.has(fault.pointer) ? { ...fault, message: ONE_VALUE } : fault)),
        ...typeFaults(entries, encoding),
      ],
      notes: [
        ...[...files].map(
          ([pointer, { part }]) => `Of the ${placeInForm('part', pointer)} (${part?.size ?? 0} bytes) the name is kept, and not the bytes.`,
        ),
        ...notes,
      ],
    };
  };
}

/** What stands for a file in what is kept: its name, which fits wherever the contract has a text. */
function keptOf({ text, part }: FormEntry): string {
  return part?.filename ?? text ?? `${part?.size ?? 0} bytes`;
}

const ONE_VALUE = 'is given more than once, but takes one value';

/** Parts whose media type is none of those that the contract lists for them. One that says none is taken as it comes. */
function typeFaults(entries: readonly FormEntry[], encoding: NonNullable<MediaType['encoding']>): readonly SchemaFault[] {
  return entries.flatMap(({ name, part }) => {
    const wanted = encoding.get(name)?.contentType;
    if (wanted === undefined || part?.contentType === undefined) return [];
    const sent = essenceOf(part.contentType);
    const fits = wanted.split(',').some((type) => {
      const range = essenceOf(type);
      return range === sent || range === '*/*' || (range.endsWith('/*') && sent.startsWith(range.slice(0, -1)));
    });
    return fits ? [] : [{ pointer: `/${escapeToken(name)}`, keyword: 'contentType', message: `must be of the media type ${wanted}` }];
  });
}
