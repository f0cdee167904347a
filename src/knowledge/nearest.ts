/** Proposes the known ids that share most letter pairs with `id`: the end of a message that says it is unknown. */
export function nearest(id: string, known: ReadonlySet<string>): string {
  const wanted = pairsOf(id);
  const likeness = (other: string) => {
    const its = pairsOf(other);
    return (2 * [...wanted].filter((pair) => its.has(pair)).length) / (wanted.size + its.size || 1);
  };
  const near = [...known]
    .map((other) => ({ other, likeness: likeness(other) }))
    .filter((item) => item.likeness > 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map((item) => item.other);
  return near.length > 0
    ? `Did you mean ${near.join(" or ")}? Otherwise add it first.`
    : "Add it first, or leave it out.";
}

function pairsOf(text: string): Set<string> {
  return new Set([...text].slice(1).map((letter, at) => text[at] + letter));
}
