/**
 * The few built-ins that libraries call and Chromium 90 lacks. Syntax is lowered by the build; these are not syntax.
 */
function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLast<T>(this: ArrayLike<T>, wanted: (value: T, index: number, all: ArrayLike<T>) => boolean) {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    const value = this[index] as T;
    if (wanted(value, index, this)) return value;
  }
  return undefined;
}

function provide(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

provide(Array.prototype, 'at', at);
provide(String.prototype, 'at', at);
provide(Array.prototype, 'findLast', findLast);
provide(Object, 'hasOwn', (target: object, name: PropertyKey) => Object.hasOwn(target, name));
provide(globalThis, 'structuredClone', (value: unknown) => JSON.parse(JSON.stringify(value)));
