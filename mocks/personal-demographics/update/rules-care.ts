/** Business rules on practice, pharmacies, communication and contact preference. */
import { invalidUpdate, invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { contactMethods, languages, writtenFormats } from '../record/codes.ts';
import { extensionUrl } from '../record/systems.ts';
import { changedExtension, changedMembers, type Rule } from './change.ts';
import { periodProblem } from './period.ts';

/** One to nine characters, letters and digits (ODS). */
const odsCode = /^[A-Z0-9]{1,9}$/;

export const practiceIsOne: Rule = ({ before, after, today }) => {
  for (const { now, index } of changedMembers(before.generalPractitioner, after.generalPractitioner)) {
    const { value, period } = now.identifier;
    if (!odsCode.test(value)) return invalidValue(value, `generalPractitioner/${index}/identifier/value`);
    if (period?.end !== undefined) return invalidUpdate('Invalid patch - the period of a general practitioner cannot have an end');
    const problem = periodProblem(period, { path: `generalPractitioner/${index}/identifier/period`, today });
    if (problem) return problem;
  }
  return undefined;
};

const single = new Set<string>(Object.values(extensionUrl));

export const extensionsAreSingle: Rule = ({ before, after }) => {
  const urls = (after.extension ?? []).map(({ url }) => url);
  const isDouble = (url: string): boolean => urls.filter((each) => each === url).length > 1;
  const held = (before.extension ?? []).length < urls.length ? urls.find((url) => single.has(url) && isDouble(url)) : undefined;
  return held === undefined ? undefined : invalidUpdate(`Invalid patch - the record already has an extension with url '${held}'`);
};

export const pharmaciesAreCodes: Rule = (change) => {
  for (const url of [extensionUrl.nominatedPharmacy, extensionUrl.preferredDispenser, extensionUrl.applianceSupplier] as const) {
    const changed = changedExtension(change, url);
    if (changed === undefined) continue;
    const path = `extension/${changed.index}/valueReference/identifier`;
    const { value } = changed.now.valueReference.identifier;
    if (!odsCode.test(value.toUpperCase())) return invalidValue(value, `${path}/value`);
    if ('period' in changed.now.valueReference.identifier) return invalidUpdate(`Invalid patch - '${path}' must not have a period`);
  }
  return undefined;
};

export const communicationIsKnown: Rule = (change) => {
  const { before, after } = change;
  const isKept = after.extension?.some(({ url }) => url === extensionUrl.communication);
  if (isKept && needsInterpreter(before.extension) !== undefined && needsInterpreter(after.extension) === undefined) {
    return invalidUpdate('interpreterRequired cannot be removed');
  }
  const changed = changedExtension(change, extensionUrl.communication);
  for (const [index, part] of (changed?.now.extension ?? []).entries()) {
    if (part.url !== 'language') continue;
    const code = part.valueCodeableConcept.coding[0]?.code ?? '';
    if (code === 'en' || !Object.hasOwn(languages, code)) {
      return invalidValue(code, `extension/${changed?.index ?? 0}/extension/${index}/valueCodeableConcept/coding/0/code`);
    }
  }
  return undefined;
};

function needsInterpreter(extensions: Parameters<Rule>[0]['after']['extension']): boolean | undefined {
  for (const extension of extensions ?? []) {
    if (extension.url !== extensionUrl.communication) continue;
    for (const part of extension.extension) if (part.url === 'interpreterRequired') return part.valueBoolean;
  }
  return undefined;
}

export const contactPreferenceIsKnown: Rule = (change) => {
  const changed = changedExtension(change, extensionUrl.contactPreference);
  if (changed === undefined) return undefined;
  const parts = changed.now.extension;
  for (const [index, part] of parts.entries()) {
    const path = `extension/${changed.index}/extension/${index}`;
    if (part.url === 'PreferredContactTimes') {
      if (part.valueString.length > 40) return invalidValue(part.valueString, `${path}/valueString`);
      if (!parts.some(({ url }) => url === 'PreferredContactMethod'))
        return missingValue(`extension/${changed.index}/extension/PreferredContactMethod`);
      continue;
    }
    const code = part.valueCodeableConcept.coding[0]?.code ?? '';
    const known = part.url === 'PreferredContactMethod' ? contactMethods : writtenFormats;
    if (!Object.hasOwn(known, code)) return invalidValue(code, `${path}/valueCodeableConcept/coding/0/code`);
  }
  return undefined;
};
