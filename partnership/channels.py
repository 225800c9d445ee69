"""Reading phone numbers and e-mail addresses as people type them."""

import re

from partnership.errors import WrongValueError
from partnership.people import Channel, ChannelKind


def phone_channel(text: str, country: str) -> Channel:
    """A phone in E.164; a national number is read as one of `country`.

    «8 050…» is an old way to dial within Ukraine: the 8 is dropped. Raises WrongValueError.
    """
    # Imported here: the metadata of all countries is of use to one command only.
    from phonenumbers import (
        NumberParseException,
        PhoneNumberFormat,
        format_number,
        is_valid_number,
        parse,
    )

    plain = re.sub(r"^8\s?(?=0)", "", text.strip())
    try:
        number = parse(plain, country)
    except NumberParseException:
        raise WrongValueError("phone", text, "not_a_phone") from None
    if not is_valid_number(number):
        raise WrongValueError("phone", text, "not_a_phone")
    return Channel(ChannelKind.PHONE, format_number(number, PhoneNumberFormat.E164))


def email_channel(text: str) -> Channel:
    """An e-mail address in its normal form; nothing is sent. Raises WrongValueError."""
    from email_validator import EmailNotValidError, validate_email

    try:
        address = validate_email(text.strip(), check_deliverability=False)
    except EmailNotValidError:
        raise WrongValueError("email", text, "not_an_email") from None
    return Channel(ChannelKind.EMAIL, address.normalized)
