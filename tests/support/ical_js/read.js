// Reads a calendar file from standard input and prints its occurrences as JSON, in UTC.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const MOST = 60;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
const exceptions = events.filter((each) => each.isRecurrenceException());
const occurrences = [];

function add(event, start, end) {
  const utc = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  occurrences.push({ uid: event.uid, start: utc(start), end: utc(end), summary: event.summary });
}

for (const event of events.filter((each) => !each.isRecurrenceException())) {
  if (!event.isRecurring()) {
    add(event, event.startDate, event.endDate);
    continue;
  }
  exceptions.filter((each) => each.uid === event.uid).forEach((each) => event.relateException(each));
  const iterator = event.iterator();
  for (let next = iterator.next(); next && occurrences.length < MOST; next = iterator.next()) {
    const found = event.getOccurrenceDetails(next);
    add(event, found.startDate, found.endDate);
  }
}

process.stdout.write(
  JSON.stringify({ method: calendar.getFirstPropertyValue("method"), occurrences }),
);
