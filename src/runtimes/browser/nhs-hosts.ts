/** The hosts of NHS England's APIs and of those who let people in to them, as the zones that all their environments lie in. */

/**
 * Whole zones, so that an environment nobody thought of is among them. What people read in a browser (`www.`, `assets.`), what names
 * definitions (`fhir.`), and what other bodies of the NHS run under `nhs.uk` is not: an app under test may need it, or be it.
 */
const zones: readonly string[] = [
  // The API platform: its live host, and `sandbox.`, `int.`, `ref.`, `dep.`, `internal-dev.` … before it.
  'api.service.nhs.uk',
  // The API platform of the website.
  'api.nhs.uk',
  // Spine by its older names, messages and smartcards with it.
  'ncrs.nhs.uk',
  'nhsd-esa.net',
  'national.nhs.uk',
  // Citizens' log-in: the live one, and its environments.
  'login.nhs.uk',
  'signin.nhs.uk',
  // Directories of services, and terminology.
  'directoryofservices.nhs.uk',
  'pathwaysdos.nhs.uk',
  'ontology.nhs.uk',
  'dataproducts.nhs.uk',
  'digital.nhs.uk',
];

/** Spine has a zone per environment: `spineservices`, `intspineservices`, `depspineservices` … Messages and staff's log-in are below them. */
const spine = /(?:^|\.)[a-z0-9-]*spineservices\.nhs\.uk$/;

/** `hostname` is as a URL has it: lower case, without a port. */
export function isNhsHost(hostname: string): boolean {
  // With its last dot a name is the same name.
  const host = hostname.replace(/\.$/, '');
  return zones.some((zone) => host === zone || host.endsWith(`.${zone}`)) || spine.test(host);
}
