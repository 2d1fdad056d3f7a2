/** Names that APIs spell in several ways. */

/** `orderId`, `order_id`, `OrderID` and `order-id` are one name. */
export const plainName = (name: string): string => name.replace(/[-_. ]/g, '').toLowerCase();

export function sameName(a: string, b: string): boolean {
  return a === b || plainName(a) === plainName(b);
}

/** One of what a collection holds: `orders` is `order`, `companies` is `company`, `addresses` is `address`. */
export function singular(plural: string): string {
  const plain = plainName(plural);
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(plain)) return plain.slice(0, -2);
  return /[^s]s$/.test(plain) ? plain.slice(0, -1) : plain;
}

/** The last literal segment of a path: `lines` of `/orders/{orderId}/lines`. */
export function collectionName(path: string): string {
  return path.split('/').findLast((segment) => segment !== '' && !segment.includes('{') && !segment.startsWith('$')) ?? '';
}
