/** Inline mode: "@bot words" asks the bot while typing, and one of its results is sent. */

import { api } from "./api.js";
import { h } from "./dom.js";
import { avatar } from "./names.js";

const PAUSE_MS = 250;

export class InlineMode {
  #app;
  #composer;
  #timer = null;
  #asked = 0;

  constructor(app, composer) {
    this.#app = app;
    this.#composer = composer;
  }

  /** The question to the bot in a text, or null where the text is none. */
  queryOf(text) {
    const { username } = this.#app.store.world.bot;
    const start = `@${username} `;
    return text.toLowerCase().startsWith(start.toLowerCase()) ? text.slice(start.length) : null;
  }

  /** Asks the bot when the typing pauses. */
  ask(query) {
    this.cancel();
    this.#timer = setTimeout(() => this.#app.attempt(() => this.#first(query)), PAUSE_MS);
  }

  /** Forgets a question whose answer is not wanted any more. */
  cancel() {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  async #first(query) {
    const visit = this.#asked;
    const answer = await api.inline(this.#app.route.person, query, "");
    if (visit === this.#asked) this.#show(query, answer, answer.results, false);
  }

  #show(query, answer, results, keepPlace) {
    const { t } = this.#app;
    const visit = this.#asked;
    let asking = false;
    const more = async () => {
      if (asking || !answer.next_offset) return;
      asking = true;
      const next = await api.inline(this.#app.route.person, query, answer.next_offset);
      if (visit === this.#asked) this.#show(query, next, [...results, ...next.results], true);
    };
    const items = results.map((result) => this.#item(result, query));
    const head = this.#head(answer.button, items.length);
    const onNearEnd = () => this.#app.attempt(more);
    this.#composer.completion.show(t("inline_results"), items, { head, onNearEnd, keepPlace });
  }

  #head(button, count) {
    const { t, actions } = this.#app;
    if (button?.start_parameter) {
      return h(
        "button",
        {
          type: "button",
          class: "completion-button",
          onclick: () => actions.start(button.start_parameter),
        },
        button.text,
      );
    }
    return count ? null : h("p", { class: "completion-none" }, t("no_results"));
  }

  #item(result, query) {
    const title =
      result.title ??
      [result.first_name, result.last_name].filter(Boolean).join(" ") ??
      result.type;
    const note =
      result.description ?? result.address ?? result.phone_number ?? result.caption ?? "";
    const choose = async () => {
      this.#composer.clear();
      await this.#app.actions.chooseResult(result.id, query);
    };
    return {
      title,
      note,
      wide: true,
      picture: avatar([...title][0]?.codePointAt(0) ?? 0, title),
      choose,
    };
  }
}
