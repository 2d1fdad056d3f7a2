/**
 * Where the real providers are. In a process the sandbox answers in their stead, and there names itself as they do: read off the discovery
 * documents of NHS login and CIS2, which names its port as well. Alone in its file, since it is looked at before anything else of identity is.
 */

interface OfficialProvider {
  /** As the mock of it is called: see `Provider`. */
  readonly name: 'nhs-login' | 'cis2';
  /** The live host, and by the pattern of their names those of all environments before it. */
  readonly hosts: RegExp;
  readonly port: '' | ':443';
  readonly paths: readonly string[];
}

const realms = '/openam/oauth2/realms/root/realms';

const officialProviders: readonly OfficialProvider[] = [
  // `sandpit`, `aos` (integration), `ext`, `dev` …
  { name: 'nhs-login', hosts: /^auth\.(?:login|[a-z0-9-]+\.signin)\.nhs\.uk$/, port: '', paths: [''] },
  {
    name: 'cis2',
    // `nhsdev`, `nhsint`, `nhsdep` …
    hosts: /^am\.(?:nhsidentity|[a-z0-9-]+\.auth-ptl\.cis2)\.spineservices\.nhs\.uk$/,
    port: ':443',
    paths: [`${realms}/NHSIdentity/realms/Healthcare`, `${realms}/oidc`],
  },
];

export interface OfficialIssuer {
  readonly provider: OfficialProvider['name'];
  /** Letter by letter as the provider writes it in `iss`. */
  readonly issuer: string;
  readonly path: string;
}

/** The real provider that an address belongs to. */
export function officialIssuerAt({ hostname, port, pathname }: URL): OfficialIssuer | undefined {
  const provider = port === '' ? officialProviders.find(({ hosts }) => hosts.test(hostname)) : undefined;
  const path = provider?.paths.find((base) => pathname === base || pathname.startsWith(`${base}/`));
  if (!provider || path === undefined) return undefined;
  return { provider: provider.name, issuer: `https://${hostname}${provider.port}${path}`, path };
}

export function isOfficialIssuerOf(name: string, issuer: string): boolean {
  const url = URL.parse(issuer);
  const found = url ? officialIssuerAt(url) : undefined;
  return found?.provider === name && found.issuer === issuer;
}
