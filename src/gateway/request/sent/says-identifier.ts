/** What a name says of the value under it: that it identifies a patient, or that it is a telephone number. */

/** Letters alone, so that `NHS_Number`, `nhs-number` and `nhsNumber` are one. */
const lettersOf = (name: string): string =>
  name
    .slice(0, 300)
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

const numbered = /nhsn(?:umber|umbr|mbr|um|br|o|r)|chinumber|(?:hcn|hsc|hc|healthandcare)number/;
const ending = /(?:nhs|nhs(?:id|ident|identifier|no|n)|^chi(?:no|num|id)?|patientchi|hcn)$/;

/** The name of a member, a parameter, a column, a part. */
export function namesIdentifier(name: string): boolean {
  const letters = lettersOf(name);
  return numbered.test(letters) || ending.test(letters);
}

/** The roots of numbers in messages of HL7: NHS number, the same unverified, CHI number. */
const roots = new Set(['2.16.840.1.113883.2.1.4.1', '2.16.840.1.113883.2.1.3.2.4.18.23', '2.16.840.1.113883.2.1.3.2.4.16.53']);

/** A text that says what the value beside it is: a system, a root, a label, a question. */
export const labelsIdentifier = (text: string): boolean => namesIdentifier(text) || roots.has(text.replace(/^urn:oid:/i, '').trim());

/** The members that hold such texts. */
export const labels: ReadonlySet<string> = new Set(
  'system root name key type code label title text display field column id linkId question url assigner assigningAuthorityName codeSystem header'.split(
    ' ',
  ),
);

/** Members that hold the value of what their neighbours name. */
export const holdsValue = (name: string): boolean => /^(?:value\w*|extension|content|answers?|text|data|number|#text|\d+)$/i.test(name);

export const namesTelephone = (name: string): boolean => /tele?(?:phone|com)?s?$|phone|mobile|fax|^tel|sms|pager/i.test(name);

/** Fields of a message of HL7 version 2 that hold a patient's identifiers. */
export const isIdentifierField = (name: string): boolean => /^(?:PID-(?:2|3|4|19)|MRG-[1-7])$/.test(name);

/** Types of identifiers (HL7 v2-0203) that are a patient's everywhere in a country. */
export const isNationalType = (code: unknown): boolean => code === 'NH' || code === 'NI';

/** Whose identifiers are a patient's, even where nothing says which. */
export const namesPatient = (name: string): boolean =>
  /^(?:patient|person|relatedperson|subject|beneficiary|subscriber|mother|baby|child)s?$/i.test(name);
