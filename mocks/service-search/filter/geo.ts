/** Points and the way between them: longitude comes first, and distances are kilometres. */

/** Degrees. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

const radius = 6371.0088;
const radians = Math.PI / 180;

/** As `POINT(-0.76 52.00)`. */
export function pointOf(text: string): Position | undefined {
  const [, longitude, latitude] = /^\s*POINT\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s*\)\s*$/i.exec(text) ?? [];
  if (longitude === undefined || latitude === undefined) return undefined;
  const point = { longitude: Number(longitude), latitude: Number(latitude) };
  return Math.abs(point.longitude) <= 180 && Math.abs(point.latitude) <= 90 ? point : undefined;
}

export function kilometresBetween(a: Position, b: Position): number {
  const halfHeight = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const halfWidth = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const h = halfHeight ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * halfWidth ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)));
}
