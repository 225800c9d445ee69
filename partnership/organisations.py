"""Councils, associations, donors, enterprises: everybody who acts and is not a person."""

from dataclasses import dataclass
from enum import StrEnum

from partnership.bilingual import Bilingual


class OrganisationKind(StrEnum):
    """What an organisation is."""

    LOCAL_COUNCIL = "local_council"
    MUNICIPALITY = "municipality"
    COMMUNITY = "community"
    DEPARTMENT = "department"
    BODY = "body"
    ASSOCIATION = "association"
    DONOR = "donor"
    PROGRAMME = "programme"
    PROJECT = "project"
    SERVICE_AGENCY = "service_agency"
    MINISTRY = "ministry"
    NGO = "ngo"
    CHAMBER = "chamber"
    EDUCATION = "education"
    COMPANY = "company"
    MEDIA = "media"
    PRESS_SERVICE = "press_service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation with its names and its place in the hierarchy of projects."""

    id: str
    kind: OrganisationKind
    name: Bilingual
    name_de: str | None = None
    abbreviation: Bilingual | None = None
    aliases: tuple[str, ...] = ()
    place: str | None = None
    implemented_by: str | None = None
    funded_by: str | None = None
    framework: str | None = None
    """The programme within which a project runs."""
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()
