/** Dates and sizes as a person reads them: in the sandbox's zone and the page's language. */

const LOCALES = { uk: "uk-UA", en: "en-GB" };
const DAY_SECONDS = 86400;
const KILO = 1024;

/** What a letter of a `date_time` entity's format asks for. */
const ENTITY_PARTS = {
  w: { weekday: "long" },
  d: { day: "2-digit", month: "2-digit", year: "numeric" },
  D: { day: "numeric", month: "long", year: "numeric" },
  t: { hour: "2-digit", minute: "2-digit" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

export class Formats {
  #made = new Map();

  constructor(language, zone) {
    this.locale = LOCALES[language];
    this.zone = zone;
  }

  /** Hours and minutes of a Unix time. */
  time(seconds) {
    return this.#format(seconds, { hour: "2-digit", minute: "2-digit" });
  }

  /** Weekday, day, month and time: the clock and the reminders. */
  moment(seconds) {
    const options = {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
    };
    return this.#format(seconds, options);
  }

  /** A key equal for two times of one calendar day. */
  day(seconds) {
    return this.#format(seconds, { day: "2-digit", month: "2-digit", year: "numeric" });
  }

  /** Day and month, with the year where it is not the present one. */
  date(seconds, now) {
    const year = { year: "numeric" };
    const same = this.#format(seconds, year) === this.#format(now, year);
    return this.#format(seconds, { day: "numeric", month: "long", ...(same ? {} : year) });
  }

  /** How a list of chats dates the last message: today its time, this week its weekday. */
  brief(seconds, now) {
    if (this.day(seconds) === this.day(now)) return this.time(seconds);
    const recent = Math.abs(now - seconds) < 6 * DAY_SECONDS;
    return this.#format(
      seconds,
      recent ? { weekday: "short" } : { day: "2-digit", month: "2-digit", year: "2-digit" },
    );
  }

  /** A `date_time` entity's text by its format, or null where the message's own text stays. */
  entity(seconds, format, now) {
    if (format === "r") return this.#relative(seconds - now);
    const parts = [...format].map((letter) => ENTITY_PARTS[letter]);
    if (!parts.length || parts.includes(undefined)) return null;
    return this.#format(seconds, Object.assign({}, ...parts));
  }

  size(bytes) {
    const power = bytes < KILO ? 0 : bytes < KILO ** 2 ? 1 : 2;
    const unit = ["byte", "kilobyte", "megabyte"][power];
    const options = {
      style: "unit",
      unit,
      unitDisplay: power ? "short" : "long",
      maximumFractionDigits: 1,
    };
    return new Intl.NumberFormat(this.locale, options).format(bytes / KILO ** power);
  }

  #relative(difference) {
    const units = [
      ["day", DAY_SECONDS],
      ["hour", 3600],
      ["minute", 60],
    ];
    const [unit, length] = units.find(([, each]) => Math.abs(difference) >= each) ?? ["second", 1];
    const wording = new Intl.RelativeTimeFormat(this.locale, { numeric: "auto" });
    return wording.format(Math.round(difference / length), unit);
  }

  #format(seconds, options) {
    const key = JSON.stringify(options);
    if (!this.#made.has(key)) {
      this.#made.set(
        key,
        new Intl.DateTimeFormat(this.locale, { timeZone: this.zone, ...options }),
      );
    }
    return this.#made.get(key).format(new Date(seconds * 1000));
  }
}
