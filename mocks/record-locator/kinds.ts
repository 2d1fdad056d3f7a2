/** Which documents pointers are made to: each type with its words, and the one category that it belongs to. */

export const snomed = 'http://snomed.info/sct';
const nicip = 'https://nicip.nhs.uk';

/** By code of SNOMED CT. */
export const categories: Readonly<Record<string, string>> = {
  '734163000': 'Care plan',
  '1102421000000108': 'Observations',
  '823651000000106': 'Clinical note',
  '721981007': 'Diagnostic studies report',
  '103693007': 'Diagnostic procedure',
  '419891008': 'Record artifact',
  '716931000000107': 'Record headings',
  '423876004': 'Clinical document',
};

export interface DocumentKind {
  readonly display: string;
  readonly category: string;
}

const carePlan = (display: string): DocumentKind => ({ display, category: '734163000' });

export const crisisPlan = `${snomed}|736253002`;
export const personalisedPlan = `${snomed}|2181441000000107`;
export const summaryRecord = `${snomed}|824321000000109`;

/** By `system|code`, as the types of a search and the permissions of an organisation are written. */
export const kinds: Readonly<Record<string, DocumentKind>> = {
  [crisisPlan]: carePlan('Mental health crisis plan'),
  [`${snomed}|887701000000100`]: carePlan('Emergency health care plan'),
  [`${snomed}|861421000000109`]: carePlan('End of life care coordination summary'),
  [`${snomed}|1382601000000107`]: carePlan('ReSPECT (Recommended Summary Plan for Emergency Care and Treatment) form'),
  [`${snomed}|325691000000100`]: carePlan('Contingency plan'),
  [`${snomed}|736373009`]: carePlan('End of life care plan'),
  [`${snomed}|16521000000101`]: carePlan('Lloyd George record folder'),
  [`${snomed}|736366004`]: carePlan('Advance care plan'),
  [`${snomed}|735324008`]: carePlan('Treatment escalation plan'),
  [personalisedPlan]: carePlan('Personalised Care and Support Plan'),
  [`${snomed}|1363501000000100`]: {
    display: 'Royal College of Physicians NEWS2 (National Early Warning Score 2) chart',
    category: '1102421000000108',
  },
  [summaryRecord]: { display: 'Summary record', category: '823651000000106' },
  [`${snomed}|749001000000101`]: { display: 'Appointment', category: '419891008' },
  [`${snomed}|887181000000106`]: { display: 'Clinical summary', category: '716931000000107' },
  [`${snomed}|1515851000000101`]: { display: 'About me', category: '423876004' },
  [`${nicip}|MAULR`]: { display: 'MRA Upper Limb Rt', category: '721981007' },
  [`${nicip}|MAXIB`]: { display: 'MRI Axilla Both', category: '103693007' },
};

export const allTypes: readonly string[] = Object.keys(kinds);
