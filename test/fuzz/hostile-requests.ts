/** Bytes that no honest client sends, one entry each, from bent request lines to lying lengths. Latin-1 text stands for its bytes. */
import fc from 'fast-check';

export interface Hostile {
  readonly name: string;
  readonly bytes: Buffer;
}

const notes = '/notebook/notes';
const visits = '/clinic/FHIR/R4/Visit';
const host = 'Host: localhost\r\n';
const close = `${host}Connection: close\r\n`;
const json = `${close}Content-Type: application/json\r\n`;

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const get = (target: string, headers = close): string => `GET ${target} HTTP/1.1\r\n${headers}\r\n`;
const post = (body: string | Buffer, headers = json, target = notes): Buffer =>
  Buffer.concat([
    latin(`POST ${target} HTTP/1.1\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`),
    Buffer.isBuffer(body) ? body : Buffer.from(body),
  ]);
const chunked = (chunks: string, headers = json): string =>
  `POST ${notes} HTTP/1.1\r\n${headers}Transfer-Encoding: chunked\r\n\r\n${chunks}`;
const named = (kind: string, entries: readonly (readonly [string, string | Buffer])[]): readonly Hostile[] =>
  entries.map(([name, bytes]) => ({ name: `${kind}: ${name.slice(0, 60)}`, bytes: Buffer.isBuffer(bytes) ? bytes : latin(bytes) }));

const controls = Array.from({ length: 33 }, (_, i) => (i === 32 ? 127 : i));
const percents = [
  '%',
  '%%',
  '%ZZ',
  '%E0%A4%A',
  '%C3%28',
  '%00',
  'a%00b',
  '%FF',
  '%ED%A0%80',
  '%C0%AF',
  '%u0041',
  '%2',
  '%0d%0aX-Evil:%201',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
];
const nested = (levels: number, open: string, end: string, core = ''): string => open.repeat(levels) + core + end.repeat(levels);

const urls = named('URL', [
  ...percents.map((bad) => [`path ${bad}`, get(`${notes}/${bad}`)] as const),
  ...percents.map((bad) => [`query ${bad}`, get(`${notes}?q=${bad}`)] as const),
  ...percents.map((bad) => [`query name ${bad}`, get(`${notes}?${bad}=1`)] as const),
  ...percents.map((bad) => [`base ${bad}`, get(`/${bad}/notes`)] as const),
  ...controls.map((code) => [`raw ${code}`, get(`${notes}/a${String.fromCharCode(code)}b`)] as const),
  ...[8_100, 8_300, 16_000, 60_000, 70_000, 300_000].map((size) => [`${size} characters`, get(`${notes}?q=${'a'.repeat(size)}`)] as const),
  ...[
    '//',
    '/..',
    '/../../etc/passwd',
    '/notebook/../_sandbox/reset',
    '/.%2e/',
    '*',
    '',
    'notebook',
    '?',
    '#',
    '/#x',
    '//evil.example/x',
    'http://evil.example/x',
    'http://[::1',
    'http://a:b@c:99999/',
    'evil.example:443',
    `${notes}?${'a[]=1&'.repeat(500)}`,
    `${notes}?page[__proto__][x]=1`,
    `${notes}?${'&'.repeat(5_000)}`,
  ].map((target) => [target || 'empty', get(target)] as const),
]);

const lines = named('request line', [
  ...['HTTP/0.9', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'HTTP/1.1 ', 'http/1.1', 'HTTP/1.', 'HTTP/', 'RTSP/1.0', ''].map(
    (version) => [version || 'no version', `GET ${notes} ${version}\r\n${close}\r\n`] as const,
  ),
  ...[
    'get',
    'G E T',
    'CONNECT',
    'TRACE',
    'TRACK',
    'PRI',
    'DEBUG',
    '',
    'GET'.repeat(2_000),
    'GE\tT',
    '\u0000GET',
    'PROPFIND',
    'M-SEARCH',
  ].map((method) => [`method ${method}`, `${method} ${notes} HTTP/1.1\r\n${close}\r\n`] as const),
  ['bare line feeds', `GET ${notes} HTTP/1.1\n${close.replaceAll('\r', '')}\n`],
  ['bare carriage returns', `GET ${notes} HTTP/1.1\r${close.replaceAll('\n', '')}\r`],
  ['blank lines first', `\r\n\r\n\r\n${get(notes)}`],
  ['nothing', ''],
  ['a TLS greeting', Buffer.from('16030100a5010000a10303', 'hex')],
  ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['two spaces', `GET  ${notes}  HTTP/1.1\r\n${close}\r\n`],
  [
    'a first request that lies about the second',
    `GET ${notes} HTTP/1.1\r\n${host}Content-Length: 5\r\n\r\nGET ${notes} HTTP/1.1\r\n${close}\r\n`,
  ],
  ['two hundred at once', get(notes, host).repeat(199) + get(notes)],
]);

const headers = named('header', [
  ...controls.map((code) => [`value with ${code}`, get(notes, `${close}X-Request-ID: a${String.fromCharCode(code)}b\r\n`)] as const),
  ...controls.map((code) => [`name with ${code}`, get(notes, `${close}X-A${String.fromCharCode(code)}B: 1\r\n`)] as const),
  ...['Host', 'Content-Type', 'X-Request-ID', 'Authorization', 'Accept', 'Prefer', 'Cookie', 'Content-Encoding'].map(
    (name) =>
      [
        `${name} twice`,
        Buffer.concat([latin(`POST ${notes} HTTP/1.1\r\n${json}${name}: a\r\n${name}: b\r\nContent-Length: 12\r\n\r\n{"text":"a"}`)]),
      ] as const,
  ),
  ...['', ' ', 'a b', '][', '[::1', 'a:99999999', 'u:p@h', '%00', 'évil', 'a'.repeat(5_000), '../..', '<b>'].map(
    (value) => [`Host ${value}`, get(notes, `Host: ${value}\r\nConnection: close\r\n`)] as const,
  ),
  ['no Host', get(notes, 'Connection: close\r\n')],
  ...[100, 1_000, 3_000].map(
    (count) => [`${count} of them`, get(notes, close + Array.from({ length: count }, (_, i) => `X-${i}: 1\r\n`).join(''))] as const,
  ),
  ...[30_000, 60_000, 100_000, 1_000_000].map(
    (size) => [`${size} characters`, get(notes, `${close}X-Long: ${'a'.repeat(size)}\r\n`)] as const,
  ),
  ['folded', get(notes, `${close}X-Request-ID: a\r\n b\r\n`)],
  ['without a colon', get(notes, `${close}X-Request-ID\r\n`)],
  ['space before the colon', get(notes, `${close}X-Request-ID : a\r\n`)],
  ['without an end', `GET ${notes} HTTP/1.1\r\n${close}X-A: 1`],
  ...[
    'code=99999',
    'code=NaN',
    'code=200;code=500',
    'wait=-1',
    'wait=1e-9',
    `example=${'a'.repeat(5_000)}`,
    'seed=%00',
    'dynamic=maybe',
    ',;=,;=',
  ].map((value) => [`Prefer ${value}`, get(`${notes}/first`, `${close}Prefer: ${value}\r\n`)] as const),
  ...['', ',,,', '*', '*/', '/*', 'a/b;q=', 'a/b;q=9', ';', `${'a/b,'.repeat(2_000)}c/d`, 'text/html\u00ff'].map(
    (value) => [`Accept ${value}`, get(`${notes}/first`, `${close}Accept: ${value}\r\n`)] as const,
  ),
  ...['h2c', 'websocket', 'TLS/1.3'].map(
    (value) => [`Upgrade ${value}`, get(notes, `${host}Connection: Upgrade\r\nUpgrade: ${value}\r\n`)] as const,
  ),
  ...['100-continue', 'the impossible'].map((value) => [`Expect ${value}`, post('{"text":"a"}', `${json}Expect: ${value}\r\n`)] as const),
]);

const lengths = named('length', [
  ...['-1', '+5', '0x5', '5.0', '1e3', '', ' ', '99999999999999999999', '18446744073709551616', '5, 5', '5, 6', 'five', '\u00b2'].map(
    (length) => [`Content-Length ${length}`, `POST ${notes} HTTP/1.1\r\n${json}Content-Length: ${length}\r\n\r\n{"text":"a"}`] as const,
  ),
  ...[1, 11, 13, 100, 1_048_577, 5_000_000].map(
    (length) =>
      [`${length} promised for twelve`, `POST ${notes} HTTP/1.1\r\n${json}Content-Length: ${length}\r\n\r\n{"text":"a"}`] as const,
  ),
  ['two lengths that agree', `POST ${notes} HTTP/1.1\r\n${json}Content-Length: 12\r\nContent-Length: 12\r\n\r\n{"text":"a"}`],
  ['two lengths that differ', `POST ${notes} HTTP/1.1\r\n${json}Content-Length: 12\r\nContent-Length: 3\r\n\r\n{"text":"a"}`],
  [
    'a length beside chunks',
    `POST ${notes} HTTP/1.1\r\n${json}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{"text":"a"}\r\n0\r\n\r\n`,
  ],
  ['no length at all', `POST ${notes} HTTP/1.1\r\n${json}\r\n{"text":"a"}`],
  ['a body on GET', `GET ${notes} HTTP/1.1\r\n${json}Content-Length: 12\r\n\r\n{"text":"a"}`],
  ...['chunked, chunked', 'gzip, chunked', 'identity', 'xchunked', 'chunked\u000b', ' chunked', 'CHUNKED'].map(
    (coding) =>
      [
        `Transfer-Encoding ${coding}`,
        `POST ${notes} HTTP/1.1\r\n${json}Transfer-Encoding: ${coding}\r\n\r\nc\r\n{"text":"a"}\r\n0\r\n\r\n`,
      ] as const,
  ),
  ...[
    'zz\r\n{}\r\n0\r\n\r\n',
    '-1\r\n{}\r\n0\r\n\r\n',
    'c\r\n{"text":"a"}0\r\n\r\n',
    'ffffffffffffffffff\r\n{}\r\n0\r\n\r\n',
    'c\r\n{"text":"a"}\r\n',
    '2\r\n{"text":"a"}\r\n0\r\n\r\n',
    'ff\r\n{"text":"a"}\r\n0\r\n\r\n',
    '0\r\n',
    '\r\n',
    '0\r\nContent-Length: 5\r\n\r\n',
    `c;${'x'.repeat(20_000)}\r\n{"text":"a"}\r\n0\r\n\r\n`,
    '0x2\r\n{}\r\n0\r\n\r\n',
    ' 2\r\n{}\r\n0\r\n\r\n',
    'c\n{"text":"a"}\n0\n\n',
    `c\r\n{"text":"a"}\r\n0\r\n${'X-T: 1\r\n'.repeat(5_000)}\r\n`,
  ].map((chunks) => [`chunks ${JSON.stringify(chunks)}`, chunked(chunks)] as const),
  ['a hundred thousand one-byte chunks cut short', chunked('1\r\na\r\n'.repeat(100_000))],
]);

const bodies = named('body', [
  ...[63, 64, 65, 1_000, 100_000].map((levels) => [`${levels} arrays deep`, post(nested(levels, '[', ']'))] as const),
  ...[65, 10_000].map((levels) => [`${levels} objects deep`, post(nested(levels, '{"a":', '}', '1'))] as const),
  ...[1_048_576, 1_048_577, 3_000_000].map((size) => [`${size} bytes`, post(`{"text":"a"}${' '.repeat(size - 12)}`)] as const),
  ...[
    '{',
    '}',
    '[',
    '"',
    '{"text":',
    '{"text":"a",}',
    '{"text":"a"}{"text":"b"}',
    '{"text":1e99999}',
    '{"text":-0.0e-99999}',
    `{"text":${'9'.repeat(50_000)}}`,
    '{"text":"\\ud800"}',
    '{"text":"\\u0000"}',
    '{"text":"a","text":"b"}',
    `{${Array.from({ length: 10_001 }, (_, i) => `"${i}":1`).join()}}`,
    `[${'0,'.repeat(10_001)}0]`,
    `{"text":"${'a'.repeat(300_000)}"}`,
    '{"__proto__":{"x":1},"text":"a"}',
    '{"constructor":{"prototype":{"x":1}},"text":"a"}',
    'null',
    'true',
    '0',
    '""',
    '[]',
    '{}',
    '\ufeff{"text":"a"}',
    '{"text":"<script>alert(1)</script>"}',
    "{'text':'a'}",
    '// x\n{"text":"a"}',
    'NaN',
    'undefined',
  ].map((body) => [`JSON ${body}`, post(body)] as const),
  ...['80', 'ff', 'c0af', 'eda080', 'f8888080', 'e282', 'fffe2200', '0000feff', 'f4908080', '22c328', '2200', '1f8b0800'].map(
    (bytes) => [`UTF-8 ${bytes}`, post(Buffer.from(bytes, 'hex'))] as const,
  ),
  ...[
    'text/csv',
    'text/html',
    'application/xml',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'application/x-www-form-urlencoded',
    'application/fhir+json',
    'application/json-patch+json',
    'application/octet-stream',
    'application/json; charset=utf-16',
    'application/json;;;',
    '/',
    ';',
    'json',
    '*/*',
    'a'.repeat(3_000),
    '\u00ff',
  ].flatMap((type) => [
    [`type ${type}`, post('{"text":"a"}', `${close}Content-Type: ${type}\r\n`)] as const,
    [
      `type ${type} on a visit`,
      post(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        `${close}Content-Type: ${type}\r\n`,
        visits,
      ),
    ] as const,
  ]),
  ...['gzip', 'br', 'identity, gzip', '*', 'x'].map(
    (encoding) =>
      [`encoding ${encoding}`, post(Buffer.from('1f8b08000000000000ff', 'hex'), `${json}Content-Encoding: ${encoding}\r\n`)] as const,
  ),
  ...[
    'text=%',
    'text=%00',
    '__proto__=1',
    `${'a=1&'.repeat(9_999)}`,
    `${'a=1&'.repeat(250_000)}`,
    `${Array.from({ length: 9_000 }, (_, i) => `a${i}=1`).join('&')}`,
    '=&=&=',
    'text=a&text=b',
    'text[]=a&text[x]=b',
  ].map((form) => [`form ${form}`, post(form, `${close}Content-Type: application/x-www-form-urlencoded\r\n`)] as const),
]);

/** The same bytes in every run. */
const noise = named('noise', [
  ...fc
    .sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), { seed: 7, numRuns: 30 })
    .map((bytes, i) => [`${i}`, Buffer.from(bytes)] as const),
  ...fc
    .sample(fc.string({ unit: 'binary-ascii', maxLength: 200 }), { seed: 7, numRuns: 30 })
    .map((text, i) => [`in headers ${i}`, get(notes, `${close}${text}\r\n`)] as const),
]);

export const hostileRequests: readonly Hostile[] = [...urls, ...lines, ...headers, ...lengths, ...bodies, ...noise];
