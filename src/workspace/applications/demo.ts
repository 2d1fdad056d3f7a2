/** An application that comes with a sandbox of one's own, so that the first token takes no registration. Both halves of its key are public, and so is its secret. */
import type { RegisteredApplication } from './applications.ts';

/** Its private half is beside those who sign with it. */
export const demoPublicKey = {
  kty: 'RSA',
  kid: 'demo-1',
  alg: 'RS512',
  use: 'sig',
  e: 'AQAB',
  n: 'xpcrXjINEIocb6P5ZkKgMFZ3BX5ILHLMilDkav-HGmSrTBBNew86hlLDIPMu8wDP67xOXVtw8okVMOKRs6UW1HpgDcaW0ImaU3GzQRynD5jPrqiwa9gOKIScdvOqT03waY03eYl6D10ZEzdkN6KkHhmyajNbTGA4xjXXduJJEonF1KUI3mopQEOP-x1pZFtwkwLhXCOc_uAMzn0PfLQtNCaLcGz5XPzYiUXNGySUFW0LwlknguZN0roZhEZz0dDo8vmQHI2g29vNm3X6MmfvaxDz1jvjo5nbd170pzwSNXZE00N4WRJTRtpiioKF-jeCv8BoUJdA-qe3C1EDHwAP1Q',
} as const;

export const demoSecret = 'nhs-api-sandbox-demo-secret';

export const demoApplication: RegisteredApplication = {
  id: 'demo',
  name: 'Demo application',
  apiKey: 'nhs-api-sandbox-demo',
  callbackUrls: ['http://localhost:3000/callback'],
  made: 0,
  isDemo: true,
  keys: [demoPublicKey],
};
