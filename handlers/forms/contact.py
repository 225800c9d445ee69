"""The form of /addcontact: whose side, name, post, phone and e-mail; a line skips what it says."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.changes import undo_button
from handlers.cards.names import pair_name
from handlers.cards.partner import OpenPartner, PartnerView
from handlers.forms.engine import Again, Flow, Form, Question, Step, name_of
from handlers.forms.facts import partnership_of
from handlers.forms.partners import ask_partner, read_partner
from handlers.screens import Screen, button, fill, lines
from partnership.agreements import Side
from partnership.channels import email_channel, phone_channel
from partnership.contact_lines import read_contact
from partnership.editing import NewContact
from partnership.errors import WrongValueError
from partnership.typed_text import bilingual, parts

NOTHING = "none"
"""Value of the choice «не внесено»."""


class AddingContact(StatesGroup):
    """Steps of the form."""

    partner = State()
    side = State()
    name = State()
    position = State()
    phone = State()
    email = State()
    coordinates = State()
    confirm = State()


def contact_flow() -> Flow:
    """The form of a contact."""
    return Flow(
        steps=(
            Step(AddingContact.partner, ask_partner, read_partner),
            Step(AddingContact.side, ask_side),
            Step(AddingContact.name, ask_name, read_name),
            Step(AddingContact.position, ask_position, read_text),
            Step(AddingContact.phone, ask_phone, read_phone),
            Step(AddingContact.email, ask_email, read_email),
            Step(AddingContact.coordinates, ask_coordinates),
            Step(AddingContact.confirm, ask_confirm),
        ),
        following=following,
        finish=finish,
    )


def following(form: Form) -> State | None:
    """What is still to be asked; of a line only what it left open or got wrong."""
    steps = [step.state for step in contact_flow().steps]
    if form.data.get("line"):
        _check_line(form)
        wanted = {"partner", "name", *form.data.get("again", ())}
        steps = [step for step in steps if name_of(step) in wanted]
    return next((step for step in steps if name_of(step) not in form.answers), None)


def _check_line(form: Form) -> None:
    """Read the phone and the address of a line; the one that is wrong is asked for once more."""
    if "partner" not in form.answers:
        return
    for name, read in (("phone", read_phone), ("email", read_email)):
        typed = form.answers.get(name, NOTHING)
        if typed == NOTHING:
            continue
        try:
            form.answers[name] = read(form, typed)
        except Again as again:
            del form.answers[name]
            form.data.setdefault("again", []).append(name)
            form.data.update(problem=str(again.problem), typed=typed)
            return


def ask_side(form: Form) -> Question:
    """Whose person it is."""
    reader, partnership = form.reader, partnership_of(form)
    home = reader.registry.places[partnership.home].name.text(reader.language)
    foreign = reader.registry.places[partnership.foreign[0]].name.text(reader.language)
    text = fill(_("<b>{pair}</b>\nFrom which side is the contact?"), pair=_pair(form))
    return Question(text, [(Side.FOREIGN.value, foreign), (Side.HOME.value, home)])


def ask_name(_form: Form) -> Question:
    """The name of the person."""
    return Question(
        fill(_("Write the name; in both languages with « / » between them if you know both."))
    )


def read_name(form: Form, text: str) -> str:
    """A name, or a whole line with post, phone and address."""
    said = read_contact(parts(text))
    if said.name is None:
        raise Again(fill(_("Write the name of the person first.")))
    rest = {"position": said.position, "phone": said.phone, "email": said.email}
    form.answers.update({key: value for key, value in rest.items() if value})
    return said.name


def ask_position(_form: Form) -> Question:
    """The post."""
    return Question(fill(_("What position do they hold?")), _or_nothing())


def read_text(_form: Form, text: str) -> str:
    """Any words."""
    return text


def ask_phone(_form: Form) -> Question:
    """The work phone."""
    return Question(fill(_("Work phone, with the code of the country?")), _or_nothing())


def read_phone(form: Form, text: str) -> str:
    """A number that can exist, as E.164; a national one is of the side's country."""
    try:
        return phone_channel(text, _country(form)).value
    except WrongValueError:
        raise Again(
            fill(_("This is no phone number. For example: {example}"), example="+33 2 48 57 80 00")
        ) from None


def ask_email(_form: Form) -> Question:
    """The work e-mail."""
    return Question(fill(_("Work e-mail?")), _or_nothing())


def read_email(_form: Form, text: str) -> str:
    """An address in its normal form."""
    try:
        return email_channel(text).value
    except WrongValueError:
        raise Again(
            fill(_("This is no e-mail address. For example: {example}"), example="name@example.org")
        ) from None


def _or_nothing() -> list[tuple[str, str]]:
    return [(NOTHING, _("Not known"))]


def _side(form: Form) -> Side:
    return Side(form.answers.get("side", Side.FOREIGN))


def _country(form: Form) -> str:
    partnership = partnership_of(form)
    place = partnership.home if _side(form) is Side.HOME else partnership.foreign[0]
    return form.reader.registry.places[place].country


def ask_coordinates(_form: Form) -> Question:
    """Whether the person answers for the partnership."""
    text = fill(_("Does this person coordinate the partnership on their side?"))
    return Question(text, [("yes", _("Yes")), ("no", _("No"))])


def ask_confirm(form: Form) -> Question:
    """All that will be saved."""
    return Question(lines([contact_lines(form), fill(_("Save?"))]), [("save", _("Save"))])


def contact_lines(form: Form) -> Markup:
    """The contact as far as it is known."""
    answers = form.answers
    known = [_words(form, name) for name in ("name", "position")]
    known += [_known(form, name) for name in ("phone", "email")]
    coordinates = answers.get("coordinates") == "yes"
    return lines(
        [
            fill("<b>{pair}</b>", pair=_pair(form)),
            fill("{contact}", contact=", ".join(each for each in known if each)),
            fill(_("Coordinates the partnership")) if coordinates else None,
        ]
    )


def _known(form: Form, name: str) -> str | None:
    value: str | None = form.answers.get(name)
    return None if value == NOTHING else value


def _words(form: Form, name: str) -> str | None:
    """A text in the reader's language, where it was given in both."""
    value = _known(form, name)
    return bilingual(value).text(form.reader.language) if value else None


def _pair(form: Form) -> str:
    return pair_name(partnership_of(form), form.reader.registry, form.reader.language)


async def finish(form: Form) -> Screen:
    """Add the person, or what is new of a known one."""
    position = _known(form, "position")
    contact = NewContact(
        side=_side(form),
        name=bilingual(form.answers["name"]),
        position=bilingual(position) if position else None,
        phone=_known(form, "phone"),
        email=_known(form, "email"),
        coordinates=form.answers.get("coordinates") == "yes",
    )
    partner = form.answers["partner"]
    added = await form.service("editing").add_contact(form.reader.user, partner, contact)
    contacts = OpenPartner(id=partner, view=PartnerView.CONTACTS).pack()
    row = [button(_("Contacts"), contacts)]
    if not added.changes:
        return Screen(
            lines([contact_lines(form), fill(_("It is already so; nothing was changed."))]), [row]
        )
    text = lines([fill(_("Contact saved.")), contact_lines(form)])
    return Screen(text, [[*row, undo_button(added.batch)]])
