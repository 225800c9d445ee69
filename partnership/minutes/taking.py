"""Everything one can do with minutes; each subject has its own module."""

from partnership.minutes.agreeing import Agreeing
from partnership.minutes.attending import Attending
from partnership.minutes.drafting import Drafting
from partnership.minutes.publishing import Publishing


class MinuteTaking(Drafting, Agreeing, Attending, Publishing):
    """Drafting, filling in, agreeing, amending, putting under control, publishing."""

    __slots__ = ()
