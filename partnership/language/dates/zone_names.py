"""Cities and abbreviations whose clock people name: «за Києвом», «Berlin time», «15:00 CET»."""

# IANA zone, then the stems of the names people write, Ukrainian and English.
CITIES = """
Europe/Kyiv києв київ kyiv kiev східноєвропейськ
Europe/Berlin берлін центральноєвропейськ німецьк німеччин berlin german
Europe/Paris париж паризьк французьк paris french
Europe/Warsaw варшав польськ польщ warsaw polish
Europe/London лондон london
Europe/Brussels брюссел brussels
Europe/Rome рим римськ rome
Europe/Madrid мадрид madrid
Europe/Prague праг празьк prague
Europe/Vienna відн відень віденськ vienna
Europe/Vilnius вільнюс vilnius
Europe/Riga риг ризьк riga
Europe/Tallinn таллін tallinn
Europe/Helsinki гельсінк helsinki
Europe/Stockholm стокгольм stockholm
Europe/Copenhagen копенгаген copenhagen
Europe/Amsterdam амстердам amsterdam
Europe/Lisbon лісабон lisbon
Europe/Athens афін athens
Europe/Sofia софі софійськ sofia
Europe/Bucharest бухарест bucharest
Europe/Budapest будапешт budapest
Europe/Bratislava братислав bratislava
Europe/Zagreb загреб zagreb
Europe/Chisinau кишин chisinau
Europe/Istanbul стамбул анкар istanbul ankara
Europe/Zurich цюрих берн zurich bern
Asia/Tbilisi тбіліс tbilisi
Asia/Yerevan єреван yerevan
Asia/Baku баку baku
Asia/Tokyo токіо tokyo
America/New_York вашингтон йорк washington york
America/Toronto торонто toronto
UTC гринвіч грінвіч greenwich
"""

# People say «CET» for the clock on the wall in summer too, so these are places, not fixed offsets.
ABBREVIATIONS = {
    "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin",
    "EET": "Europe/Kyiv",
    "EEST": "Europe/Kyiv",
    "UTC": "UTC",
    "GMT": "UTC",
    "BST": "Europe/London",
}

CASE_ENDINGS = (
    "", "а", "у", "і", "и", "я", "ю", "є", "ь", "н", "ом", "ем", "єм", "ою", "ею", "єю", "ям",
    "ами", "ев", "евом", "нем", "им", "ими", "ий", "ому", "ський", "ським", "ського",
    "ьким", "ьського", "ьським",
)  # fmt: skip
