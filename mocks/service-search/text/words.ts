/** Words of a text, as they are looked for: in small letters, parted by all that is neither letter nor digit. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
