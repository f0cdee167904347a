/** The methods of an object as a plain object of functions, which can be spread like those that we make ourselves. */
export function bound<T extends object>(instance: T): T {
  const methods = new Map<string, unknown>();
  for (let at: object = instance; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (name === "constructor" || typeof methodOf(instance, name) !== "function") continue;
      // Looked up at each call, since a test may put another method in its place.
      methods.set(name, (...given: unknown[]) => methodOf(instance, name).apply(instance, given));
    }
  }
  return Object.fromEntries(methods) as T;
}

function methodOf(instance: object, name: string): (...given: unknown[]) => unknown {
  return Reflect.get(instance, name);
}
