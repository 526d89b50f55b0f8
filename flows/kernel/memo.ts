/**
 * Remembers what a pure function made of a source text. Bounded: the oldest entry goes first, so that texts from outside
 * can never fill the memory. Only for functions whose result depends on nothing but the source.
 */
export function memoize<Value>(
  entriesMax: number,
  make: (source: string) => Value,
): (source: string) => Value {
  const known = new Map<string, Value>();

  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const made = make(source);
    if (known.size >= entriesMax) {
      const oldest = known.keys().next();
      if (!oldest.done) known.delete(oldest.value);
    }
    known.set(source, made);
    return made;
  };
}
