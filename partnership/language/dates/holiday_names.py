"""Names of holidays and the days they fall on.

Source: the holidays of Ukraine since the law 3107-IX of 2023, with Christmas on 25 December.
"""

# `H` stands alone, `J` is a holiday only beside «День» or Day.
WORDS = """
H12-25 різдво різдва різдвом різдву christmas xmas
H12-24 святвечір святвечора святвечором
Heaster великдень великодня великоднем великодню пасха пасху пасхи easter
J8-24 незалежності незалежность independence
J6-28 конституції
J7-15 державності
J1-22 соборності
J10-1 захисника захисників захисниць захисниці
J5-9 європи europe
J5-1 праці
J11-21 гідності
eve eve
"""
