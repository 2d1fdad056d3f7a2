/** The browser is sent to an address that an application has registered, with an answer in its query. */
export function redirectTo(address: string, answer: Readonly<Record<string, string | undefined>>) {
  const url = new URL(address);
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) url.searchParams.set(name, value);
  return { status: 302 as const, headers: { Location: url.href } };
}
