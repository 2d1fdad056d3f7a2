/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'mesh.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  { where: /parameter header accept( schema|:)/, why: 'OpenAPI ignores a header parameter of this name; ours are the media types.' },
  {
    where: /parameter header content-type/,
    why: 'OpenAPI ignores a header parameter of this name; ours is the media type of the request body.',
  },
  { where: /^handshake_messageexchange__mailbox_id__get: only ours$/, why: 'The service takes GET as well; the contract leaves it out.' },
  {
    where: /^(rich_(inbox|outbox)_\S+|ping_\S+|health_get|healthcheck_get): only ours$/,
    why: 'The official sandbox has them beside the contract: views of a whole mailbox, and its health, which the published clients ask for.',
  },
  {
    where: /^handshake_.*parameter header mex-(javaversion|osarchitecture)/,
    why: 'The published client libraries send both.',
  },
  {
    where: /^send_message: parameter header mex-(content-(compressed|encrypted|type)|partnerid)/,
    why: 'The service passes them on; its guide and its clients name them and the parameter list leaves them out.',
  },
  {
    where: /^(handshake|acknowledge)_.*response 200 (application\/json|field)/,
    why: 'Published without a body; version 1 of the service names the mailbox, and the message.',
  },
  {
    where: /response (403|404|410|423) (application\/|field )/,
    why: 'Published without a body; the service answers with its own error shape, in either version.',
  },
  {
    where: /response (404|406|422)( (application\/|field ).*)?: only ours$/,
    why: 'The service answers so: a message that is not the sender’s is not found, a chunk above the total, an encoding that is not gzip.',
  },
  {
    where: /^send_message: response 400 /,
    why: 'Two faults of the message itself are 400 as well, in the shape of the other faults.',
  },
  { where: /response 417 field \/detail\[\]\/(event|code|msg)/, why: 'Published as any object; its example has these members.' },
  { where: /response (200|206) header (mex-|last-modified)/, why: 'A message is told by its headers, which the contract leaves out.' },
  { where: /response 200 field \/links\/(self|next)/, why: 'Published as a map; these are the two names in it.' },
  { where: /^send_chunk: response 202 field \/blockID/, why: 'Version 1 of the service says the number of the chunk.' },
  {
    where: /^tracking_by_message_id.*field \/(sender|file_size|content_encrypted|is_compressed)/,
    why: 'The service says these in version 2, too.',
  },
  { where: /^send_(message|chunk): request field : only ours$/, why: 'Published with a format and without a type.' },
];
