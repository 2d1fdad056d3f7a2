/** A chunk of the app's own: asks an address, and says what came. */
export async function say(address) {
  const { shorten } = await import('./shorten.js');
  const response = await fetch(address, { headers: { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' } });
  return { status: response.status, data: response.headers.get('x-sandbox-data'), text: shorten(await response.text()) };
}
