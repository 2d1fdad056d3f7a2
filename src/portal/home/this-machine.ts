/** Whether an address leads nobody else here: a phone that opens it finds itself. */
export const isThisMachine = (address: string): boolean =>
  /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(new URL(address).hostname);
