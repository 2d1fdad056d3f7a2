/**
 * Cancers that people live with or get over, as in lasting-of-body.ts; those that they die of are in causes-of-death.ts. Together they come to
 * the new cases of England by age and sex (PHE 2018), and to the 3.9 % of the cancer register.
 */
import type { CodedText } from '../../../clinical-record.ts';
import { snomed } from '../coded.ts';
import type { SpecialtyName } from '../health.ts';
import { type Curve, lasting, type LastingSort } from './lasting-sort.ts';

type AboutCancer = Partial<Pick<LastingSort, 'women' | 'men' | 'smoking' | 'bmi' | 'alcohol' | 'origin' | 'raisedBy' | 'isAfterBirths'>> & {
  readonly both?: Curve;
};

const cancer = (sort: string, what: string | CodedText, specialty: SpecialtyName, about: AboutCancer): LastingSort =>
  lasting(sort, 'cancer', what, { specialty, delay: [20, 150], ...about });

export const cancers: readonly LastingSort[] = [
  cancer('breast-cancer', 'Malignant tumour of breast', 'breast-surgery', {
    women: [0, 0, 0, 0, 0.03, 0.67, 6.7, 22, 41, 63, 84, 95],
    bmi: 0.1,
  }),
  cancer('prostate-cancer', 'Malignant tumour of prostate', 'urology', {
    men: [0, 0, 0, 0, 0, 0, 0.15, 3.6, 22, 62, 95, 110],
    origin: 'prostate',
  }),
  cancer('bowel-cancer', 'Malignant tumour of colon', 'colorectal-surgery', {
    women: [0, 0, 0, 0, 0.09, 0.38, 1.2, 3, 6.6, 12, 21, 27],
    men: [0, 0, 0, 0, 0.09, 0.38, 1.3, 3.6, 8.5, 18, 29, 36],
    bmi: 0.15,
    raisedBy: { 'ulcerative-colitis': 3, 'crohns-disease': 2.5 },
  }),
  cancer('lung-cancer', snomed('363358000', 'Malignant tumour of lung'), 'respiratory-medicine', {
    both: [0, 0, 0, 0, 0, 0.04, 0.17, 0.69, 2.1, 4.3, 6, 6],
    smoking: 8,
  }),
  cancer('melanoma', 'Malignant melanoma of skin', 'dermatology', {
    women: [0, 0, 0, 0.12, 0.7, 2.3, 4.7, 7.7, 10, 14, 18, 20],
    men: [0, 0, 0, 0.09, 0.27, 0.9, 2, 3.8, 6.7, 11, 16, 20],
    origin: 'fairSkin',
  }),
  cancer('bladder-cancer', 'Malignant tumour of bladder', 'urology', {
    women: [0, 0, 0, 0, 0, 0, 0.09, 0.34, 0.95, 2.1, 3.3, 3.9],
    men: [0, 0, 0, 0, 0, 0.09, 0.26, 1, 3.3, 7.7, 13, 16],
    smoking: 3,
  }),
  cancer('kidney-cancer', 'Malignant tumour of kidney', 'urology', {
    women: [0, 0.04, 0.09, 0.09, 0.09, 0.17, 0.43, 0.95, 1.7, 2.8, 3.4, 3.6],
    men: [0, 0.04, 0.09, 0.09, 0.09, 0.26, 0.77, 1.8, 3.4, 5.2, 6.4, 6.5],
    smoking: 1.5,
    bmi: 0.2,
  }),
  cancer('endometrial-cancer', 'Malignant tumour of endometrium', 'gynaecology', {
    women: [0, 0, 0, 0, 0, 0.12, 0.56, 2.7, 7.3, 12, 16, 17],
    bmi: 0.5,
    isAfterBirths: true,
  }),
  cancer('cervical-cancer', 'Malignant tumour of cervix', 'gynaecology', {
    women: [0, 0, 0, 0, 0.09, 0.77, 1.7, 2.4, 2.8, 3.2, 3.4, 3.4],
    smoking: 1.5,
    isAfterBirths: true,
  }),
  cancer('ovarian-cancer', 'Malignant tumour of ovary', 'gynaecology', {
    women: [0, 0, 0, 0.04, 0.09, 0.26, 0.52, 1.1, 1.9, 2.7, 3.1, 3.2],
    isAfterBirths: true,
  }),
  cancer('testicular-cancer', 'Malignant tumour of testis', 'urology', {
    men: [0, 0, 0, 0.09, 0.52, 1.6, 2.5, 2.8, 2.9, 3, 3, 3],
  }),
  cancer('thyroid-cancer', 'Malignant tumour of thyroid', 'endocrinology', {
    women: [0, 0, 0, 0.05, 0.22, 0.78, 1.5, 2, 2.5, 2.8, 2.9, 2.9],
    men: [0, 0, 0, 0, 0.12, 0.22, 0.44, 0.78, 1, 1.2, 1.3, 1.3],
  }),
  cancer('head-and-neck-cancer', 'Malignant tumour of head and neck', 'ear-nose-throat', {
    women: [0, 0, 0, 0, 0, 0.12, 0.34, 0.9, 1.8, 2.6, 3, 3.1],
    men: [0, 0, 0, 0, 0, 0.12, 0.68, 2.5, 4.9, 6.5, 6.9, 6.9],
    smoking: 3.5,
    alcohol: 2.5,
  }),
  cancer('non-hodgkin-lymphoma', 'Non-Hodgkin lymphoma', 'haematology', {
    both: [0, 0.07, 0.13, 0.2, 0.26, 0.52, 1.2, 2.5, 4.7, 7.8, 10, 11],
  }),
  cancer('hodgkin-lymphoma', 'Hodgkin lymphoma', 'haematology', {
    both: [0, 0, 0.07, 0.26, 0.65, 1, 1.2, 1.4, 1.5, 1.6, 1.7, 1.7],
  }),
  cancer('chronic-lymphocytic-leukaemia', 'Chronic lymphocytic leukaemia', 'haematology', {
    women: [0, 0, 0, 0, 0, 0, 0.07, 0.39, 1.3, 2.6, 3.9, 4.3],
    men: [0, 0, 0, 0, 0, 0, 0.13, 0.78, 2.3, 4.7, 6.5, 7],
  }),
  cancer('acute-lymphoblastic-leukaemia', 'Acute lymphoblastic leukaemia', 'haematology', {
    both: [0, 0.22, 0.42, 0.52, 0.55, 0.58, 0.6, 0.62, 0.64, 0.66, 0.66, 0.66],
  }),
  lasting('basal-cell-carcinoma', 'skin', 'Basal cell carcinoma of skin', {
    women: [0, 0, 0, 0, 0.1, 0.9, 4, 13, 30, 62, 100, 125],
    men: [0, 0, 0, 0, 0.1, 0.8, 4, 14, 37, 85, 140, 170],
    origin: 'fairSkin',
    specialty: 'dermatology',
    isMajor: false,
    ends: { percent: 95, years: [0.2, 0.8], again: 25 },
    isLasting: false,
  }),
];

/** Of which there is never said to be no sign again. */
export const withoutRemission: ReadonlySet<string> = new Set(['chronic-lymphocytic-leukaemia']);
