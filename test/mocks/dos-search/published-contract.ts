/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'ftrs-dos-search.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /^searchOrganizations: response 200 field \/entry\[\]\/resource\/(type|telecom|eligibility|providedBy|location)/,
    why: 'Published with one Bundle for both searches; this one never holds a HealthcareService.',
  },
  {
    where:
      /^searchHealthcareServices: response 200 field \/entry\[\]\/resource\/(active|name|status|connectionType|payload\w+|address|extension|managingOrganization|identifier\[\]\/use)/,
    why: 'Published with one Bundle for both searches; this one never holds an Organization or an Endpoint.',
  },
  {
    where: /^searchHealthcareServices: response 200 field \/total/,
    why: 'The service counts here, and the published example does.',
  },
  {
    where: /^searchHealthcareServices: response (403|429|503)/,
    why: 'Permission and rate are checked here too, and the service can switch this search off.',
  },
  {
    where: /^searchHealthcareServices: response \d+ header x-(request|correlation)-id/,
    why: 'Both ids are mirrored on every answer.',
  },
];
