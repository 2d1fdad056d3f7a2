/** Styles and scripts of the pages, from our own origin. Their addresses change with what is in them, so that a browser may keep them for good. */
import { portalAssets, type AssetName } from '../generated/portal-assets.ts';
import { portalPath } from '../gateway/places.ts';
import type { PageVisit } from './visit.ts';

export function assetPath({ folder }: PageVisit, name: AssetName): string {
  return `${folder}${portalPath}/assets/${portalAssets[name].hash}/${name}`;
}

/** `path` is what follows `/assets/`. One of an older version is not found, rather than another one under its name. */
export function asset(path: string): Response | undefined {
  const [hash = '', name = ''] = path.split('/');
  const found = Object.hasOwn(portalAssets, name) ? portalAssets[name as AssetName] : undefined; // a key of it, as was just seen
  if (found?.hash !== hash) return undefined;
  return new Response(found.text, {
    headers: {
      'Content-Type': found.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
