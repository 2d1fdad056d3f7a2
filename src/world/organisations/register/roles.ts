/** Which roles organisations have and in which class of record they are, who gave their codes, and since when there are such. */
import type { IsoDate } from '../../../population.ts';
import type { RegisterSort } from './registered.ts';

export interface RoleOfSort {
  readonly code: string;
  /** Where not from the day it opened to the day it closes. */
  readonly start?: IsoDate;
  readonly end?: IsoDate;
  /** Of so many only one has it. */
  readonly oneIn?: number;
}

export interface SortFacts {
  /** The primary one first. */
  readonly roles: readonly [RoleOfSort, ...RoleOfSort[]];
  readonly isSite?: true;
  /** A body that the law made. */
  readonly isStatutory?: true;
  readonly assigner: string;
}

const digital = 'HSCIC';
const england = 'NHS ENGLAND';
const prescriptions = 'NHS BUSINESS SERVICES AUTHORITY';
/** The Health and Care Act 2022 made the boards. */
const boards: IsoDate = '2022-07-01';

const of = (code: string): SortFacts['roles'] => [{ code }];

export const sortFacts: Readonly<Record<RegisterSort, SortFacts>> = {
  national: { roles: of('RO116'), isStatutory: true, assigner: digital },
  region: { roles: of('RO209'), assigner: digital },
  icb: {
    roles: [{ code: 'RO261' }, { code: 'RO318', start: boards }, { code: 'RO262', end: '2022-06-30' }],
    isStatutory: true,
    assigner: digital,
  },
  'sub-icb-location': { roles: [{ code: 'RO98' }, { code: 'RO319', start: boards }], isStatutory: true, assigner: england },
  'reporting-entity': { roles: of('RO327'), assigner: england },
  'primary-care-network': { roles: of('RO272'), assigner: england },
  'gp-practice': { roles: [{ code: 'RO177' }, { code: 'RO76' }], assigner: prescriptions },
  'gp-branch': { roles: of('RO96'), isSite: true, assigner: digital },
  trust: { roles: [{ code: 'RO197' }, { code: 'RO57', start: '2008-04-01', oneIn: 2 }], isStatutory: true, assigner: digital },
  hospital: { roles: of('RO198'), isSite: true, assigner: digital },
  'urgent-treatment-centre': { roles: [{ code: 'RO198' }, { code: 'RO29' }], isSite: true, assigner: digital },
  clinic: { roles: [{ code: 'RO198' }, { code: 'RO317' }], isSite: true, assigner: digital },
  'vaccination-centre': { roles: [{ code: 'RO198' }, { code: 'RO279', start: '2020-12-08' }], isSite: true, assigner: digital },
  pharmacy: {
    roles: [{ code: 'RO182' }, { code: 'RO279', start: '2021-01-14', end: '2023-06-30', oneIn: 6 }],
    assigner: prescriptions,
  },
  'pharmacy-headquarters': { roles: of('RO181'), assigner: prescriptions },
  headquarters: { roles: of('RO181'), assigner: prescriptions },
  'appliance-contractor': { roles: of('RO94'), assigner: prescriptions },
  dentist: { roles: of('RO110'), assigner: prescriptions },
  'optical-headquarters': { roles: of('RO166'), assigner: digital },
  optician: { roles: of('RO167'), isSite: true, assigner: digital },
  other: { roles: of('RO157'), assigner: digital },
};
