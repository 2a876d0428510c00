/** Of the same act under way only one: the second click of a double click waits for the answer of the first. */
export class SingleFlight<Answer> {
  #running: { readonly content: string; readonly answer: Promise<Answer> } | null = null;

  run(content: string, act: () => Promise<Answer>): Promise<Answer> {
    if (this.#running?.content === content) return this.#running.answer;
    const running = {
      content,
      answer: act().finally(() => {
        if (this.#running === running) this.#running = null;
      }),
    };
    this.#running = running;
    return running.answer;
  }
}
