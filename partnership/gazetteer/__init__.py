"""Towns of Ukraine and of the countries partners come from, to complete a card from."""

from partnership.gazetteer.gazetteer import Gazetteer
from partnership.gazetteer.place_found import PlaceFound

__all__ = ["Gazetteer", "PlaceFound"]
