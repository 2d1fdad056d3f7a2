/** Names that mean something else inside a network than outside it, or that anybody can make lead there. */
const inside =
  // Special use (RFC 6761, 6762, 7686, 8375, 9476; ICANN's "internal"), and what networks are commonly called.
  'localhost local internal home.arpa arpa test example invalid onion alt localdomain lan home corp intranet private router cluster svc consul';
const inward =
  // Names that resolve to the address written in them, or to this machine: those that are known. Others cannot be told by name.
  'nip.io sslip.io xip.io traefik.me localtest.me lvh.me vcap.me lacolhost.com localho.st rbndr.us 1u.ms rebind.network ip6.name backname.io local.gd fuf.me';
/** Where a deployment may be reached by a name that it does not know of. */
const ours = 'workers.dev';

export const deniedSuffixes: readonly string[] = `${inside} ${inward} ${ours}`.split(' ');
