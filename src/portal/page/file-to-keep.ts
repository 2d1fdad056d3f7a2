/** A file to take away: saved under its name and never opened on this origin, whatever was sent or brought that stands in it. */

interface KeptFile {
  /** Letters, digits, dots and hyphens. */
  readonly name: string;
  readonly type: string;
}

export const fileToKeep = (body: string | Uint8Array<ArrayBuffer>, { name, type }: KeptFile): Response =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'X-Sandbox-Data': 'synthetic',
      Vary: 'Cookie',
    },
  });
