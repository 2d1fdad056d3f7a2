/** What every text for an assistant says before anything else. */
export const synthetic =
  'Synthetic data only: every name, number and address is made up. A mock for development and testing, not a service of the NHS, never for care. Never send real patient data here.';
