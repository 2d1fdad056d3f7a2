/** The private half of the demo application's key. It opens that application in sandboxes on somebody's own machine, and nothing anywhere else. */
import { demoPublicKey } from '../../workspace/applications/demo.ts';

const { kid, kty, n, e } = demoPublicKey;

export const demoPrivateKey = {
  kid,
  kty,
  n,
  e,
  d: 'CUFjYMQZZzjEKmZI9ISiEvI1ktw-5BhSQxdZDRCtWxlhcxE_qkz4yK_3UkQWwstWgdphXbdGkNK7ErbLo-92RxgQUsB7fUBIEoNn5pevbxvSnTA4686tKOphS8PxWB0v2WOCVInPAOdNs19LyurkiAF9z9L0z7tjpKmwgshq9t5Nh4QTV3gtxYmR6j2zP9Q383E_ntlc2SA4gpmVx7JqA9-6A8OmQJdWceFmUFtKOszVRgZCrW7L5FI_P9IPuyja0Ux8sDWeQl8SYU-oaM9lmTOa3w47axJpocduv2SM9xtP5ZYf59Z1kAcSkgJF_caWyiJmbZeXVdNgtjNLb8Bf0w',
  p: '8RwtcDHU9vLv3Qb6ytm0XEoOpbRG_r1TAWBAgSTeV3DoG-l9GJJHHJ54PNrWmIZyKpmEywNZHfNZYBxqc8x0nAxgI_JXl64xd-GmScdsPIdcE9VdFbjdXt1iOKJyzKgkXslzxWfE14_Jwxpdb8BKh1yW-YnPG-wLlcy1EzE691s',
  q: '0trHtzhzzx908cwZjeNeHBzcTbbM-ZwDTJjPhjjdIK6a_Uok732E5nGZEzitnJSh1cvItoC0LNTY-PfZR_dEmgPnaZBsnYB0ejVn0hcoXYC863CZdb4bCiDcjpjQTPhn9I5RtXgvNPafKcxte7rhaQLVpXE_ifnTJ7g48j-Y7I8',
  dp: '3B8VfLCB9VKlmeydWkSXXQpfhPipODgwZ7kwKrc2Ji52OcVY5-3j7kTfEO_ZqzZTVIEDszRDUAyzNAO9TCsE6tKBk0_UmC34C7J-1iyyrDAH6DOK4CH-OHV1Dq-Aj0eSrNbOUxMBqqsjUHPpifTMFfh5_SfLZXqCuShCyFrRsrE',
  dq: 'yGlAGGrk0EIy8jwvMcihQ5E-5_LO4pUiIaTA4u-bZhvvnr3hW2xvbGUevMFLap9vLvmRnb25Az-PtxxEfn2My-LYCmNGiXF1xE6MjoiKSk05w4JzqhD2PGs9l5-xpOcaT70R9qz0GaArahwvF8Jpy1jxXl3Eqc01oPQd1EsUfAs',
  qi: 'dV4zFD7crPBwTyQuTRXNTXbM4dk1YoR0fSnt__nQPayjhOL49pcMvUHFdS142I8DHYehNe8oWEZt4uQuaSafV1RBEdLM6AVfssy2i6bVamKfXKqnn-YkzkRTJlAWWWP6vuf0xGo5J0VU40xwTKEusSd-oOAs78l2CBWYj-urGkU',
};
