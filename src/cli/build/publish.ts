/** Writes `dist/` as it is published: what `npm run build` writes, and the bill of its materials (CycloneDX), as npm knows them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { uuidOfHex } from '../../contract/uuid.ts';
import { bundle } from './bundle.ts';
import type { ThirdParty } from './third-parties.ts';

const root = resolve(import.meta.dirname, '../../..');

export async function bundleToPublish(folder: string): Promise<void> {
  const parties = await bundle(folder);
  writeFileSync(join(folder, 'sbom.cdx.json'), billOfMaterials(parties));
}

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface Bill {
  readonly serialNumber: string;
  readonly metadata: { readonly component: Component; readonly [name: string]: unknown };
  readonly components: readonly Component[];
  readonly [name: string]: unknown;
}

/** Of all that is installed here, npm's entries for what is in the package. The same materials give the same bytes. */
function billOfMaterials(parties: readonly ThirdParty[]): string {
  const bill = JSON.parse(npmSbom()) as Bill; // CycloneDX 1.5, as npm writes it
  const names = new Set(parties.map(({ name, version }) => `${name}@${version}`));
  const components = bill.components
    .filter(({ name, version }) => names.has(`${name}@${version}`))
    // To npm they are for development: who installs the package does not install them, since they are inside.
    .map((component) => ({ ...component, properties: [{ name: 'cdx:npm:package:bundled', value: 'true' }] }));
  const missing = [...names].filter((name) => !components.some((component) => `${component.name}@${component.version}` === name));
  if (missing.length > 0) throw new Error(`npm knows nothing of ${missing.join(', ')}, which the package contains`);
  const { timestamp: _, ...metadata } = bill.metadata;
  const whole = {
    ...bill,
    metadata: { ...metadata, component: { ...bill.metadata.component, name: 'nhs-api-sandbox' } },
    components,
    dependencies: [{ ref: bill.metadata.component['bom-ref'], dependsOn: components.map((component) => component['bom-ref']) }],
  };
  const hash = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  const serialNumber = `urn:uuid:${uuidOfHex(hash)}`;
  return `${JSON.stringify({ ...whole, serialNumber }, null, 2)}\n`;
}

function npmSbom(): string {
  // What npm was told for packing is not meant for this.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)));
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--offline'];
  return execFileSync('npm', words, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
}

if (import.meta.main) await bundleToPublish(join(root, 'dist'));
