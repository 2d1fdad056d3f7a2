/** How many bytes a text has in UTF-8. */
export const bytesOf = (text: string): number => encoder.encode(text).byteLength;

const encoder = new TextEncoder();
