/** A visitor's browser without script: it keeps the cookies of the pages, and sends forms as a page of ours does. */
import type { Sandbox } from '../sandbox.ts';

export async function browsing({ visit }: Pick<Sandbox, 'visit'>) {
  const cookies = new Map<string, string>();
  async function go(path: string, init: RequestInit = {}): Promise<Response> {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await visit(path, { ...init, headers: { Cookie } });
    for (const [, name = '', value = ''] of answer.headers.getSetCookie().map((cookie) => /^([^=]+)=([^;]*)/.exec(cookie) ?? [])) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  await go('/_portal/key');
  const token = cookies.get('nhs-sandbox-form') ?? '';
  return {
    see: (path: string) => go(path),
    send: (path: string, fields: Readonly<Record<string, string>>) =>
      go(path, { method: 'POST', body: new URLSearchParams({ ...fields, _token: token }) }),
    /** As a form with files is sent. */
    upload(path: string, fields: Readonly<Record<string, string | File>>) {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, _token: token })) body.set(name, value);
      return go(path, { method: 'POST', body });
    },
  };
}
