/** The same answer sooner: making one person's record asks the same of the same few relatives many times over. */

const slotCount = 256;

/** A function of an index that keeps its latest answers, one for each slot. */
export function remembered<T>(answer: (index: number) => T): (index: number) => T {
  const slots: { readonly index: number; readonly answer: T }[] = [];
  return (index) => {
    const slot = slots[index % slotCount];
    if (slot?.index === index) return slot.answer;
    const fresh = answer(index);
    slots[index % slotCount] = { index, answer: fresh };
    return fresh;
  };
}
