/** The package brings no types. */
declare module 'nhs-number-validator' {
  const validator: { validate(number: string): boolean };
  export default validator;
}
