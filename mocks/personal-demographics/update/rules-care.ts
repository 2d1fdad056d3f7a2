/** Business rules on the organisations that care for somebody, communication and contact preference. */
import { equal } from '../../../src/contract/equal.ts';
import { invalidUpdate, invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { contactMethods, languages, writtenFormats } from '../record/codes.ts';
import { isCodeOf } from '../record/organisations.ts';
import { extensionUrl } from '../record/systems.ts';
import { changedExtension, changedMembers, type Rule } from './change.ts';
import { notPermitted } from './patches.ts';
import { periodProblem } from './period.ts';

/**
 * By the published contract primary care systems and the back office alone change a practice. No token tells them apart from others, so
 * everybody may change it, and nobody may take it away.
 */
export const practiceIsOne: Rule = ({ before, after, today, population }) => {
  for (const { now, index } of changedMembers(before.generalPractitioner, after.generalPractitioner)) {
    const { value, period } = now.identifier;
    if (!isCodeOf('practice', value, population)) return invalidValue(value, `generalPractitioner/${index}/identifier/value`);
    if (period?.end !== undefined) return invalidUpdate('Invalid patch - the period of a general practitioner cannot have an end');
    const problem = periodProblem(period, { path: `generalPractitioner/${index}/identifier/period`, today });
    if (problem) return problem;
  }
  return undefined;
};

export const managingOrganisationIsPractice: Rule = ({ before, after, population }) => {
  const code = after.managingOrganization?.identifier.value;
  if (code === undefined || code === before.managingOrganization?.identifier.value || isCodeOf('practice', code, population))
    return undefined;
  return invalidValue(code, 'managingOrganization/identifier/value');
};

const single = new Set<string>(Object.values(extensionUrl));

export const extensionsAreSingle: Rule = ({ before, after }) => {
  const urls = (after.extension ?? []).map(({ url }) => url);
  const isDouble = (url: string): boolean => urls.filter((each) => each === url).length > 1;
  const held = (before.extension ?? []).length < urls.length ? urls.find((url) => single.has(url) && isDouble(url)) : undefined;
  return held === undefined ? undefined : invalidUpdate(`Invalid patch - the record already has an extension with url '${held}'`);
};

const pharmacies = [
  [extensionUrl.nominatedPharmacy, 'pharmacy'],
  [extensionUrl.preferredDispenser, 'dispenser'],
  [extensionUrl.applianceSupplier, 'applianceSupplier'],
] as const;

export const pharmaciesAreCodes: Rule = (change) => {
  for (const [url, role] of pharmacies) {
    const changed = changedExtension(change, url);
    if (changed === undefined) continue;
    const path = `extension/${changed.index}/valueReference/identifier`;
    const { value } = changed.now.valueReference.identifier;
    if (!isCodeOf(role, value, change.population)) return invalidValue(value, `${path}/value`);
    if ('period' in changed.now.valueReference.identifier) return invalidUpdate(`Invalid patch - '${path}' must not have a period`);
  }
  return undefined;
};

export const communicationIsKnown: Rule = (change) => {
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

export const contactPreferenceIsKnown: Rule = (change) => {
  const changed = changedExtension(change, extensionUrl.contactPreference);
  if (changed === undefined) return undefined;
  const parts = changed.now.extension;
  for (const [index, part] of parts.entries()) {
    const path = `extension/${changed.index}/extension/${index}`;
    if (part.url === 'PreferredContactTimes') {
      if (part.valueString.trim() === '' || part.valueString.length > 40) return invalidValue(part.valueString, `${path}/valueString`);
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

/** Why somebody left a practice's list is not among what the published contract lets an update change. */
export const removalReasonStays: Rule = ({ before, after }) => {
  const [was, now] = [before, after].map(({ extension }) => extension?.filter(({ url }) => url === extensionUrl.removal) ?? []);
  return equal(was, now) ? undefined : invalidUpdate(notPermitted);
};
