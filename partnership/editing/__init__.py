"""Changing the registry: each command in one transaction, logged, and undone for a day."""

from partnership.editing.adding import Added, AddingPartners, NewPlace
from partnership.editing.base import Edited
from partnership.editing.fields import EditingFields
from partnership.editing.letters import AnsweringLetters
from partnership.editing.people import AddingContacts, NewContact
from partnership.editing.removing import Removing
from partnership.editing.staging import ChangingStages, SignedAgreement
from partnership.editing.undoing import Undoing

__all__ = ["Added", "Edited", "Editing", "NewContact", "NewPlace", "SignedAgreement"]


class Editing(
    AddingPartners,
    EditingFields,
    AddingContacts,
    AnsweringLetters,
    ChangingStages,
    Removing,
    Undoing,
):
    """Everything that changes the registry; each subject has its own module."""
