/** What a message carries besides its text: files, photos, contacts, venues. */

import { api } from "./api.js";
import { h, saveAs } from "./dom.js";
import { icon } from "./icons.js";
import { avatar, fullName } from "./names.js";

/** The nodes of whatever a message carries. */
export function attachments(message, app) {
  // A venue comes with its location, a document never with a photo: one of them is enough.
  const kind = ["photo", "document", "contact", "venue"].find((name) => message[name]);
  return kind ? [BUILDERS[kind](message[kind], app)] : [];
}

const BUILDERS = {
  photo: photoView,
  document: documentView,
  contact: contactView,
  venue: venueView,
};

function photoView(sizes, app) {
  const largest = sizes.at(-1);
  const address = api.fileAddress(app.route.person, largest.file_id);
  const image = h("img", {
    src: address,
    alt: app.t("photo"),
    width: largest.width,
    height: largest.height,
  });
  return h(
    "button",
    { type: "button", class: "photo", onclick: () => app.dialogs.photo(address) },
    image,
  );
}

function documentView(file, app) {
  const name = file.file_name ?? app.t("file");
  const address = api.fileAddress(app.route.person, file.file_id);
  return h(
    "a",
    { class: "document", href: address, download: name, "aria-label": app.t("download", { name }) },
    h("span", { class: "attachment-mark" }, icon("file"), h("small", {}, extension(name))),
    h(
      "span",
      { class: "attachment-words" },
      h("strong", {}, name),
      h("small", {}, file.file_size ? app.formats.size(file.file_size) : app.t("file")),
    ),
    icon("download"),
  );
}

function extension(name) {
  const ending = name.includes(".") ? name.split(".").at(-1) : "";
  return ending.slice(0, 4).toUpperCase();
}

function contactView(contact, app) {
  const name = fullName(contact);
  const save = () => saveAs(`${name}.vcf`, contact.vcard ?? vcard(contact), "text/vcard");
  const number = contact.phone_number.startsWith("+")
    ? contact.phone_number
    : `+${contact.phone_number}`;
  return h(
    "div",
    { class: "contact" },
    h(
      "div",
      { class: "contact-card" },
      avatar(contact.user_id ?? name.length, name),
      h(
        "span",
        { class: "attachment-words" },
        h("strong", {}, name),
        h("a", { href: `tel:${number}` }, number),
      ),
    ),
    h(
      "button",
      { type: "button", class: "attachment-button", onclick: save },
      icon("contact"),
      app.t("save_contact"),
    ),
  );
}

/** A contact's card as other programs read it (RFC 2426), where the sender gave none. */
function vcard({ first_name: first, last_name: last = "", phone_number: phone }) {
  const escape = (text) => text.replace(/([\\;,])/g, "\\$1");
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:${escape(last)};${escape(first)};;;`,
    `FN:${escape([first, last].filter(Boolean).join(" "))}`,
    `TEL;TYPE=CELL:${phone}`,
    "END:VCARD",
    "",
  ];
  return lines.join("\r\n");
}

function venueView(venue, app) {
  const { latitude, longitude } = venue.location;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  const label = `${venue.title}, ${app.t("open_map")}`;
  return h(
    "a",
    {
      class: "venue",
      href: map,
      target: "_blank",
      rel: "noopener noreferrer",
      "aria-label": label,
    },
    h("span", { class: "venue-map" }, icon("pin")),
    h(
      "span",
      { class: "attachment-words" },
      h("strong", {}, venue.title),
      h("small", {}, venue.address),
    ),
  );
}
