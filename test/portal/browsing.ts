/** A visitor's browser without script: it keeps the cookie of the pages, and sends forms as a page of ours does. */
import type { Sandbox } from '../sandbox.ts';

export async function browsing({ visit }: Pick<Sandbox, 'visit'>) {
  const [cookie = ''] = (await visit('/_portal/key')).headers.getSetCookie();
  const Cookie = cookie.split(';')[0] ?? '';
  const token = Cookie.split('=')[1] ?? '';
  return {
    see: (path: string) => visit(path, { headers: { Cookie } }),
    send: (path: string, fields: Readonly<Record<string, string>>) =>
      visit(path, { method: 'POST', headers: { Cookie }, body: new URLSearchParams({ ...fields, _token: token }) }),
    /** As a form with files is sent. */
    upload(path: string, fields: Readonly<Record<string, string | File>>) {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, _token: token })) body.set(name, value);
      return visit(path, { method: 'POST', headers: { Cookie }, body });
    },
  };
}
