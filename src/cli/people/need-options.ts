/** The needs as options of the command line: `livesWith` is written `--lives-with`. */
import { type NeedName, needNames, needs, type TypedNeeds } from '../../world/needs/needs.ts';
import { flag, type Option, textOption } from '../options.ts';

/** As it is written behind its dashes. */
const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const optionOf = (name: string): string => `--${dashed(name)}`;

export const needOptions: Readonly<Record<string, Option<string | boolean | undefined>>> = Object.fromEntries(
  needNames.map((name) => [dashed(name), optionFor(name)]),
);

function optionFor(name: NeedName): Option<string | boolean | undefined> {
  const { value, means, example, alone } = needs[name];
  if (value === undefined) return flag(means);
  const option = textOption(value, `${means} For example ${example}`);
  return alone ? { ...option, alone, mayFollow: true, read: (typed) => typed || 'true' } : option;
}

export function typedNeeds(values: Readonly<Record<string, unknown>>): TypedNeeds {
  return Object.fromEntries(
    needNames.flatMap((name) => {
      const value = values[dashed(name)];
      return typeof value === 'string' || value === true ? [[name, value]] : [];
    }),
  );
}
