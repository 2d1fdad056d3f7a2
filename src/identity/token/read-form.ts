/** What was sent to the token endpoint. A parameter that is sent twice has the value of neither (RFC 6749 §3.2). */
export interface TokenForm {
  get(name: string): string | undefined;
}

export function readTokenForm(bytes: Uint8Array | undefined): TokenForm {
  const form = new URLSearchParams(new TextDecoder().decode(bytes ?? new Uint8Array()));
  return {
    get(name) {
      const values = form.getAll(name);
      // What is sent without a value is treated as left out (RFC 6749 §3.2).
      return values.length === 0 || values[0] === '' ? undefined : values.join(' ');
    },
  };
}
