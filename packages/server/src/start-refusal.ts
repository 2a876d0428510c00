/** Why the server cannot start: one line in Chinese that says what is wrong and what to do next. */
export class StartRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartRefusal';
  }
}
