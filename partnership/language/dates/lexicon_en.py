"""English words about time and the codes the patterns are written in (see `codes`)."""

WORDS = """
M1e january jan
M2e february feb
M3e march mar
M4e april apr
M5e may
M6e june jun
M7e july jul
M8e august aug
M9e september sept sep
M10e october oct
M11e november nov
M12e december dec
W0 monday mon
W1 tuesday tue tues
W2 wednesday wed
W3 thursday thu thur thurs
W4 friday fri
W5 saturday sat
W6 sunday sun
V0 mondays
V1 tuesdays
V2 wednesdays
V3 thursdays
V4 fridays
V5 saturdays
V6 sundays
RDa daily
RWa weekly
RMa monthly
RQa quarterly
RYa yearly annual
RY annually
RFa fortnightly biweekly
A0 today todays
A1 tomorrow tomorrows tmrw tmr tomorow tommorow
A-1 yesterday
A0+Yevening tonight
UD day days
UW week weeks
UF fortnight
UM month months
UQ quarter quarters
UY year years
UH hour hours h hrs hr
Umin minute minutes min mins
oclock oclock ish
Ymorning morning
Yafternoon afternoon
Yevening evening
Ynight night
C12:00 noon midday
C0:00 midnight
am am
pm pm
S1 winter
S2 spring
S3 summer
S4 autumn fall
at at
on on
in in during throughout
after after
before before
by by
to to
til until till
po through
from from since
between between
and and
or or
next next
this this current
last last past
every every each
other other
lasts duration lasting lasts
work working business
twice twice
once once
times times
ago ago
end end late
beg beginning start early
mid middle mid
Xwknd weekend weekends
Xwkd weekdays weekday workdays
half half
time time
their their partner partners
our our
local local
of of
lunch lunch lunchtime
for for
now now
a a an per
neg score ratio scale rate version v python room article section item chapter floor no number ver
street street avenue square
past was were held met had signed sent received happened
near around about approximately starting
move move moved reschedule rescheduled postpone postponed shift
thousand thousand
new new
incl inclusive
not not
but except excluding unless
earlier earlier
west catholic western
east orthodox eastern
any any
parity odd even
UW wk wks
later later
than than
ttl black good mr mrs ms dr mayor
rep report reports
money eur euro euros usd uah dollars percent km kg
"""

CARDINALS = """
1 one
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
30 thirty
40 forty
50 fifty
60 sixty
90 ninety
"""

ORDINALS = """
1 first
2 second
3 third
4 fourth
5 fifth
6 sixth
7 seventh
8 eighth
9 ninth
10 tenth
11 eleventh
12 twelfth
13 thirteenth
14 fourteenth
15 fifteenth
16 sixteenth
17 seventeenth
18 eighteenth
19 nineteenth
20 twentieth
30 thirtieth
"""
