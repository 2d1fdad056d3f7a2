/** A short public list of codings for leaves whose contract shows none: concepts printed in NHS specifications and the International Patient Summary. */

export interface Concept {
  readonly code: string;
  readonly display: string;
}

export const SNOMED = 'http://snomed.info/sct';

export const CONCEPTS: readonly [Concept, ...Concept[]] = [
  { code: '195967001', display: 'Asthma' },
  { code: '38341003', display: 'Hypertensive disorder' },
  { code: '73211009', display: 'Diabetes mellitus' },
  { code: '84114007', display: 'Heart failure' },
  { code: '13645005', display: 'Chronic obstructive pulmonary disease' },
  { code: '84757009', display: 'Epilepsy' },
];
