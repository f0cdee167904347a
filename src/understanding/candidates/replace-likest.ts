/** Several roles with one more in place of whichever of them is likest to it by name: "I meant the lead". */
export function replaceLikest(roles: readonly string[], role: string): string[] {
  const parts = role.split("-");
  const likeness = (other: string) => other.split("-").filter((part) => parts.includes(part)).length;
  const [wrong] = [...roles].reverse().sort((a, b) => likeness(b) - likeness(a));
  return roles.map((each) => (each === wrong ? role : each));
}
