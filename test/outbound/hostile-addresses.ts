/** Addresses that nothing may be sent to, by what is wrong with them: strings for the guard, and for nobody's socket. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** This machine and addresses in numbers, in every spelling that some parser takes for one (NET-3). */
const inNumbers = words(`
  127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 127.0.0.1. 0 0.0.0.0 00.0.0.0
  127.255.255.254 0x7f.0x0.0x0.0x1 0177.0x0.0.1 127.00.00.01 1.1 １２７.０.０.１ 127。0。0。1 ①②⑦.⓪.⓪.① %31%32%37.0.0.1
  10.0.0.1 172.16.0.1 192.168.0.1 192.168.1 0xc0a80001 3232235521 100.64.0.1 198.18.0.1 224.0.0.1 255.255.255.255
  169.254.169.254 169.254.43518 2852039166 0xa9fea9fe 0251.0376.0251.0376 0xa9.0xfe.0xa9.0xfe 169.254.169.254. 169.254.170.2 168.63.129.16 192.0.0.192
  8.8.8.8 1.1.1.1 93.184.216.34 134744072 256.256.256.256 1.2.3 1.2.3.4.5 999 0x 1e3.0.0.1
  [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [2002:7f00:1::]
  [2002:a9fe:a9fe::] [fe80::1] [fe80::1%25eth0] [fc00::1] [fd00:ec2::254] [ff02::1] [2001:db8::1] [2606:4700:4700::1111] [::ffff:169.254.169.254] [2001::1]
`);

/** Names of some network inside, and names that anybody can have lead there (NET-4). */
const byName = words(`
  localhost LOCALHOST localhost. ⓛocalhost loc%61lhost a.localhost localhost.localdomain ip6-localhost metadata metadata. intranet kubernetes
  metadata.google.internal metadata.google.internal. instance-data.ec2.internal printer.local nas.LOCAL router.home.arpa nas.lan wiki.corp git.intranet
  kubernetes.default.svc api.svc.cluster node.consul x.test x.example x.invalid x.onion 1.0.0.127.in-addr.arpa db.private box.home
  127.0.0.1.nip.io 7f000001.nip.io 127-0-0-1.sslip.io app.10.0.0.1.xip.io localtest.me www.localtest.me lvh.me a.lvh.me vcap.me lacolhost.com
  7f000001.c0a80001.rbndr.us sandbox.example.org portal.sandbox.example.org SANDBOX.example.org. nhs-api-sandbox.someone.workers.dev workers.dev
`);

/** Another scheme, port or way of writing an address (NET-2). */
const byForm = words(`
  http://app.example.com/hook HTTP://app.example.com/ ftp://app.example.com/ file:///etc/passwd file://localhost/etc/passwd gopher://app.example.com:70/1
  dict://app.example.com/ data:application/json,{} blob:https://app.example.com/1 javascript:alert(1) ws://app.example.com/ wss://app.example.com/
  jar:https://app.example.com!/ ldap://app.example.com/ about:blank https://app.example.com:8443/ https://app.example.com:22/ https://app.example.com:80/
  https://app.example.com:0/ https://app.example.com:65536/ https://app.example.com:99999999/ https://user@app.example.com/ https://user:word@app.example.com/
  https://@app.example.com/ https://:@app.example.com/ https://app.example.com@127.0.0.1/ https://127.0.0.1@app.example.com/ https://a%40b@app.example.com/
  https:// https:/// https:app.example.com https:/app.example.com //app.example.com/hook /hook app.example.com/hook https//app.example.com
  https://app.example.com\\@127.0.0.1/ https:\\\\app.example.com\\hook https://app.example.com/\u{e9} https://\u{e9}xample.com/ https://app。example。com/
  https://app.example.com%00.example.org/ https://app.exa%6Dple.com/ https://app.example.com\u{ad}/ https://[app.example.com]/ https://app..example.com:1/
  https://app.example.com/${'a'.repeat(2_048)} https://${'a'.repeat(300)}.example.com:1/
`);

const withSpaces = ['', ' ', ' https://app.example.com/', 'https://app.example.com/ ', 'https://app.example.com/a b'];
const withControls = ['https://app.example.com/\r\nX: y', 'https://app.exam\tple.com/', '\u0000https://app.example.com/'];

export const hostileAddresses: readonly string[] = [
  ...[...inNumbers, ...byName].map((host) => `https://${host}/hook`),
  ...byForm,
  ...withSpaces,
  ...withControls,
];
