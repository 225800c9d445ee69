"""The rules: which concepts together make which intent, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from partnership.language.questions.lexicon import Concepts
from partnership.language.questions.model import Intent

SURE = 50
"""A rule with a lower score is a guess: it is offered, never followed."""

RULES = """
refuse      98  PRIVATE PERSON !NOTE !PREPARE !CHECKLIST !CONTROL !DONE !TASK
plan        99  NOTE EVENT_NOUN DATE !COLON !DISCUSS !WHAT !MINUTES
undo        99  CANCEL NOTE_NOUN|LAST_CHANGE !QUERY !EVENT_NOUN !COLON
undo        97  UNDO !QUERY
dictate     99  DICTATE !QUERY
digests     90  DIGEST !DISCUSS !OWE !SAID !WHO !ITEM !COLON !NOTE
note        98  NOTE
plan        97  TOLD EVENT_NOUN TIME
note        96  TOLD NAMED
add_partner 91  ADD PARTNER|PARTNERSHIP|TWIN !EVENT_NOUN
add_partner 90  NEW PARTNER|PARTNERSHIP !QUERY !DATE
undo        96  CANCEL CHANGED !EVENT_NOUN !PLACE !PERSON !QUERY
change_log  93  EDITED WHO|WHEN|WHAT !AREAS !POST
change_log  92  CHANGE_LOG
set_language 94 LANGUAGE SET|SWITCH !EVENT_NOUN !PAPER !MINUTES
set_language 90 LANGUAGE COUNTRY SHORT
set_language 93 SWITCH COUNTRY !PLACE !EVENT_NOUN !PARTNER
add_contact 93  ADD CONTACT !QUERY !ASKED !EVENT_NOUN
add_contact 92  NEW MAYOR|DEPUTY|COORDINATOR PLACE UNREAD_WORD !QUERY !ASKED !EVENT_NOUN
set_stage   93  STAGE|STATUS SET|SWITCH PLACE !QUERY !ASKED !EVENT_NOUN !ITEM
set_areas   96  FIELD ADD|SET|CANCEL PLACE !QUERY !ASKED !EVENT_NOUN !TOPIC_LIST !TASK
cancel      95  CANCEL EVENT_NOUN !QUERY !ASKED
cancel      94  CANCEL PLACE !QUERY !ASKED !PARTNER !PARTNERSHIP !LETTER !CONTACT
hand_over   97  HAND_OVER !QUERY
hand_over   97  PASS_ON AFFAIRS !WHO !WHEN
hand_over   96  TAKE_OVER AFFAIRS !WHO !WHEN
hand_over   95  LEAVING PASS_ON !WHO !WHEN
hand_over   80  LEAVING !QUERY !PLACE
move        95  MOVE EVENT_NOUN|PLACE|DATE !QUERY
due         96  DEADLINE SET|DATE !QUERY
due         89  TOPIC_LIST|TASK DATE !QUERY !ASKED !EVENT_NOUN
due         89  ITEM DATE PREPARE|DO !QUERY !ASKED !EVENT_NOUN
letters     95  CLOSE LETTER PLACE !TASK !CONTROL !UNREAD_WORD !QUERY !ASKED
done        94  DONE ITEM !QUERY !ASKED !DEADLINE
done        94  CLOSE DONE|ITEM|CONTROL !ASKED
done        60  DONE SHORT !QUERY !ASKED !UNREAD_WORD
minutes     99  TALK_RECORD
minutes     98  PROTOCOL DRAFTING !NOTE
minutes     97  PROTOCOL GAP|NEEDED !DONE
minutes     96  PUBLISH MINUTES !QUERY
minutes     62  PROTOCOL !NAMED !EVENT_NOUN !WHO !POST !DONE !DATE !TIME !SIGNED !UNREAD_WORD
find        92  NOTES
find        91  SEARCH
find        86  NOTE_NOUN SHOW|LAST !COLON
find        58  SEEK UNREAD_WORD !EVENT_NOUN !LETTER !CONTACT !PARTNER
checklist   93  CHECKLIST
checklist   92  PREPARE EVENT_NOUN QUERY|ASKED
checklist   79  PREPARE PLACE QUERY|ASKED
checklist   77  PREPARE EVENT_NOUN PLACE !DATE !TIME !DONE
plan        92  PLAN EVENT_NOUN !QUERY
task        93  REMIND TO_CALL DATE|TIME !QUERY
task        92  REMIND DATE|TIME !EVENT_NOUN !QUERY !ASKED
task        91  ONTO_CONTROL !QUERY !ASKED !CLOSE !PROTOCOL
task        90  NEEDED REACH|TALK DATE|TIME !QUERY !ASKED !EVENT_NOUN
task        76  REMIND TALK|REACH|DO !QUERY !ASKED !EVENT_NOUN
task        91  TASK CREATE !QUERY !ASKED !DEADLINE
task        91  DELEGATE PERSON !QUERY !ASKED !DEADLINE
plan        91  REMIND DATE|TIME !QUERY
plan        90  EVENT_NOUN DATE !QUERY !ASKED !PLURAL !MINUTES !DISCUSS !ATTEND !HISTORY !LETTER
plan        66  EVENT_NOUN AHEAD PLACE !QUERY !ASKED !PLURAL
plan        87  TRAVEL PERIOD PLACE AHEAD !QUERY !ASKED !PAST !LAST
plan        87  TALK PLACE TIME AHEAD !QUERY !ASKED !WHO
plan        64  SERIES TIME !QUERY !ASKED !ITEM !UNREAD_WORD
plan        65  PLACE TIME !QUERY !ASKED

when        91  COUNTDOWN EVENT_NOUN|NAMED
events      90  HOW_MANY EVENT_NOUN !COUNTDOWN !PARTNER !PARTNERSHIP !TWIN
letters     90  HOW_MANY LETTER|REPLY !NOT_LETTER
progress    95  SHARE TASK|DONE
progress    91  HOW_MANY TASK DONE|CONTROL|CLOSE
progress    61  SHARE SHORT !UNREAD_WORD !EVENT_NOUN !NAMED
open_items  90  HOW_MANY TASK|OVERDUE
agreement   90  HOW_MANY AGREEMENT !PARTNER !PARTNERSHIP
count       90  HOW_MANY PARTNER|PARTNERSHIP|TWIN|CITY|EVENT_NOUN|COUNTRY !SINCE
letters     90  WROTE QUERY|NAMED !PERSON
contact     89  REACH|TALK WHO|TO_WHOM|WITH_WHOM !SAID !DISCUSS
contact     85  REACH NAMED|QUERY
letters     88  LETTER QUERY|ASKED|NAMED|SHOW|LISTED|STATUS|REPLY|AWAIT|SHORT !NOT_LETTER
letters     85  REMINDER DRAFTING|TALK PLACE !DATE !TIME !TASK
letters     72  DECLINED PLACE !EVENT_NOUN !PARTNER !PARTNERSHIP !QUERY
letters     86  REPLY PLACE|PERSON|ORGANISATION|WHETHER|MINE|IS_THERE|AWAIT
stage       88  WHEN TWIN PLACE !EVENT_NOUN !START !SIGNED !AGREEMENT
when        87  WHEN EVENT_NOUN|NAMED|AGREEMENT|SIGNED|PLANNED
gaps        88  GAP
list        87  WITH_WHOM AREA
by_area     85  WHO|WHICH PARTNER|CITY RESPONSIBLE|AREAS|WORKS_WITH UNREAD_WORD !PLACE !PERSON !AREA
by_area     88  WHO|WHICH PARTNER|CITY HAVE|OWNS UNREAD_WORD !PLACE !PERSON !AREA !COUNTRY !TWIN !GAP !CONTACT !EVENT_NOUN
list        84  STAGE PARTNERSHIP|PARTNER|CITY WHICH|WHO|SHOW|LISTED !PLACE
list        86  WITH_WHOM WORKS_WITH|PARTNER|PARTNERSHIP|TWIN|MEMORANDUM|SIGNED|AGREEMENT
list        86  PARTNER|PARTNERSHIP|TWIN|CITY AREA !PLACE
list        82  PARTNER|PARTNERSHIP|TWIN|CITY PREPARING|DORMANT|ACTIVE|SUSPENDED|ENDED|DECLINED
list        86  WHERE MEMORANDUM|TWIN|SOLIDARITY|AGREEMENT !PLACE
list        85  WITH_WHOM CITY !DISCUSS !EVENT_NOUN
list        80  CITY WORKS_WITH !COUNTRY
list        80  WHO WORKS_WITH|AREAS AREA !PLACE !PERSON
list        79  WHO WORKS_WITH PLACE !PERSON !RESPONSIBLE !AREAS
list        75  PARTNER PARTNERSHIP QUERY
list        80  PARTNERSHIP SOLIDARITY|PROJECT|TWIN|MEMORANDUM !PLACE !QUERY
list        78  COUNTRY PARTNER|PARTNERSHIP|TWIN|CITY|WHICH|LISTED|INFO !EVENT_NOUN
list        68  COUNTRIES QUERY|LISTED|SHOW
list        72  PARTNER !UNREAD
list        72  TWIN !UNREAD
list        70  LISTED|SHOW CITY|PARTNERSHIP
list        51  COUNTRY !UNREAD !AT_HOME
list        50  AREA ALONE
list        83  PARTNER_ONE COUNTRY WHO|WHICH
list        82  PARTNER COUNTRY WHO !IS_THERE !OWNS !PERSON
list        82  COUNTRY PLACE WORKS_WITH|PARTNER !PERSON !EVENT_NOUN !UNREAD_WORD
coverage    85  OWNS COUNTRY PARTNER|SOMEBODY|CONTACT|CITY
coverage    56  WORKS_WITH|TWIN_ONE|PARTNERSHIP UNREAD_WORD ASKED|WHETHER !NAMED
coverage    81  COUNTRY IS_THERE|WORKS_WITH|SOMEBODY|WHO|WITH_WHOM|HAVE !EVENT_NOUN !WHICH !AT_HOME
definition  88  DEFINE ORGANISATION !AREAS
definition  86  ORGANISATION AREAS|POST !PLACE !PARTNERSHIP
definition  84  COMPARE SOLIDARITY|MEMORANDUM|TWIN|PARTNERSHIP|AGREEMENT !PLACE
definition  83  DEFINE SOLIDARITY|MEMORANDUM|TWIN|INTENT|PROJECT|AGREEMENT !PLACE !PERSON
definition  50  ORGANISATION !UNREAD
history     86  HISTORY NAMED|PARTNERSHIP|PARTNER|TWIN|SHORT|MINE
history     84  SINCE NAMED|PARTNER|TWIN !EVENT_NOUN !AGREEMENT
history     88  START QUERY|HOW NAMED|PARTNERSHIP !EVENT_NOUN
discussed   86  DISCUSS NAMED|EVENT_NOUN
discussed   85  DISCUSS QUERY PERIOD
discussed   84  MINUTES NAMED|EVENT_NOUN
discussed   84  SAID QUERY NAMED
discussed   76  DISCUSS WHICH|WHAT !UNREAD_WORD
discussed   64  PROTOCOL DATE|PERIOD !QUERY !DONE
who_does    87  WHO PREPARE|DO|RESPONSIBLE ITEM
open_items  88  OPEN TASK
open_items  86  OVERDUE QUERY|TASK|SHORT|SHOW
open_items  86  OWE QUERY|NAMED
open_items  87  TODO !UNREAD
open_items  85  DO QUERY PLACE|PERSON|EVENT_NOUN !PREPARE
open_items  84  TASK NAMED|MINE|SHOW|QUERY|ASKED|LISTED|SHORT|OVERDUE|DEADLINE
open_items  83  DONE ITEM QUERY|ASKED
open_items  82  DEADLINE QUERY|ASKED
open_items  81  DEADLINE PERIOD|SHORT|SHOW|LISTED|NAMED !DATE !ITEM !SET !EVENT_NOUN
open_items  82  OPEN OWE|PLACE QUERY|SHOW !LETTER !CHECKLIST
open_items  83  OPEN ISSUES
open_items  80  ON_CONTROL
open_items  78  TASK PERIOD !EVENT_NOUN !DONE
open_items  76  OPEN PLACE !LETTER !EVENT_NOUN !AGREEMENT !PARTNER !ASKED
open_items  79  DEADLINE WHAT !UNREAD_WORD !AGREEMENT
areas       87  SUBJECT
who         86  AREAS PERSON !PLACE !DISCUSS !AREA
areas       85  AREAS NAMED|PARTNERSHIP|AGREEMENT !TOPIC_LIST
areas       55  AREAS SHORT
contact     85  NUMBER PERSON
contact     80  AT_WHOM NAMED
contact     85  PHONE NAMED|MAYOR|DEPUTY|COORDINATOR
contact     84  CONTACT NAMED|PARTNERSHIP|PARTNER|MINE|SHOW|QUERY|LISTED|SHORT
contact     84  RESPONSIBLE WHO|NAMED !REPLY
contact     83  SUPPORT WHO|WHICH|NAMED !EVENT_NOUN
when        86  SIGNED WHO AGREEMENT|SIGNING
when        86  WHO SIGNING
when        85  WHO SIGNED PLACE
who         84  WHO PERSON
who         83  WHO|WHICH|WHAT|SHOW MAYOR|DEPUTY|SECRETARY|DIRECTOR|EXPERT|INTERPRETER
who         83  POST NAMED
who         82  WHO SIGNED
who         75  MAYOR|DEPUTY|SECRETARY PLACE
who         60  PERSON !UNREAD !ITEM
who         54  WHO_IS UNREAD_WORD !NAMED !PARTNER !TWIN !TASK !EVENT_NOUN !AREA
stage       83  STAGE NAMED|PARTNERSHIP
stage       82  STATUS NAMED|PARTNERSHIP
when        82  WHETHER PAST EVENT_NOUN !PLURAL !PERIOD !LETTER
stage       86  PROGRESS NAMED|PARTNERSHIP
stage       83  GOAL PLACE|PARTNERSHIP
stage       79  TWIN_ONE PLACE ASKED|WHETHER|IS !WHO !WHICH !WHAT !SHOW
agreement   89  WHEN AGREEMENT MINUTES NAMED !EVENT_NOUN !PROTOCOL
agreement   88  AGREEMENT UNTIL
agreement   83  AGREEMENT DEADLINE QUERY
agreement   81  AGREEMENT NAMED|PARTNERSHIP|PARTNER|MINE|SHOW|QUERY|LISTED|SHORT
agreement   80  SIGNED PLACE ASKED|WHETHER
when        80  NEXT_ONE|LAST_ONE EVENT_NOUN !PERIOD !PLURAL !DISCUSS !MINUTES
today       79  TODAY WHAT|AGENDA|SHOW|SOMETHING !EVENT_NOUN !NAMED
today       79  TODAY SHORT !NAMED
taking_part 88  WHO|WHICH MAYOR|DIRECTOR DELEGATION !DEPUTY !CONTACT
taking_part 86  ATTEND EVENT_NOUN|PERIOD
taking_part 85  FUND EVENT_NOUN
taking_part 84  WHERE EVENT_NOUN
taking_part 80  WHO TRAVEL !PERSON !RESPONSIBLE
taking_part 82  WHO|WITH_WHOM EVENT_NOUN !RESPONSIBLE !SIGNING !MAYOR !POST !REACH !ITEM
events      77  PLANNED QUERY|ASKED|SHOW
events      76  EVENT_NOUN WHICH|SHOW|PERIOD|PLURAL|LISTED|IS_THERE
events      76  CALENDAR !UNREAD
events      75  INFO EVENT_NOUN
events      75  EVENT
events      75  AGENDA PLACE !DATE !TIME !HOW !INFO
events      74  AGENDA PERIOD
events      73  WHAT PERIOD MINE|NEXT|LAST|PAST|SHORT|HAPPEN|DOING
events      73  SOMETHING PERIOD
events      72  HAPPEN DATE|PERIOD
events      71  WHAT PERIOD !UNREAD_WORD !NAMED
events      70  PERIOD ASKED !UNREAD_WORD !TIME !NAMED
events      60  EVENT_NOUN NAMED ASKED
events      55  EVENT_NOUN PLACE|COUNTRY !UNREAD
who         76  INFO PERSON !PLACE
definition  76  INFO ORGANISATION !PLACE
card        80  INFO BEFORE PLACE
card        74  INFO PLACE
card        73  PARTNERSHIP PLACE
card        52  QUERY PLACE !UNREAD
card        51  PLACE !UNREAD
help        80  HELP !THANKS !NAMED
thanks      62  THANKS
greeting    56  GREETING

card        45  PLACE
events      43  NAMED
contact     42  NAMED
who         46  PERSON
list        42  COUNTRY !AT_HOME
definition  46  ORGANISATION
plan        47  DATE|TIME !QUERY !ASKED
note        44  NAMED UNREAD_WORD !QUERY !ASKED
events      47  EVENT_NOUN
plan        46  EVENT_NOUN !QUERY
when        45  EVENT_NOUN
"""
"""`intent score needs...`: all must be there, `A|B` is one of them, `!C` must not be there."""

DERIVED = """
EVENT_NOUN  DELEGATION MEETING ONLINE VISIT SIGNING SEMINAR EVENT DECISION
NAMED       PLACE PERSON ORGANISATION COUNTRY
ITEM        TASK PAPER LETTER TOPIC_LIST
QUERY       WHO TO_WHOM WHEN WHAT WHICH WHETHER HOW_MANY WITH_WHOM IS_THERE
"""
"""A concept that is there when one of those that follow is."""

FACTS = """
PLACE PERSON ORGANISATION COUNTRY AREA DATE TIME AHEAD SERIES PERIOD ASKED SHORT ALONE PLURAL
UNREAD UNREAD_WORD COLON AT_HOME TOLD
"""
"""What is seen in the sentence as a whole and not in a word (see `facts`)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An intent with the score it gets when every need is met and nothing excluded is there."""

    intent: Intent
    score: int
    needs: tuple[Concepts, ...]
    excluded: Concepts

    def fits(self, concepts: Concepts) -> bool:
        """Whether the rule reads a sentence with these concepts."""
        if not self.excluded.isdisjoint(concepts):
            return False
        return not any(need.isdisjoint(concepts) for need in self.needs)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, the surest first."""
    found = [_rule(line) for line in RULES.strip().splitlines() if line]
    return tuple(sorted(found, key=lambda rule: -rule.score))


@cache
def derived() -> tuple[tuple[str, Concepts], ...]:
    """Concepts that follow from others."""
    rows = (line.split() for line in DERIVED.strip().splitlines())
    return tuple((concept, frozenset(sources)) for concept, *sources in rows)


@lru_cache(maxsize=1024)
def intents_of(concepts: Concepts) -> tuple[tuple[Intent, int], ...]:
    """The intents that fit, the surest first, each once; people's questions are much alike."""
    found: dict[Intent, int] = {}
    for rule in rules():
        if rule.intent not in found and rule.fits(concepts):
            found[rule.intent] = rule.score
    return tuple(found.items())


def _rule(line: str) -> Rule:
    intent, score, *needs = line.split()
    return Rule(
        Intent(intent),
        int(score),
        tuple(frozenset(need.split("|")) for need in needs if not need.startswith("!")),
        frozenset(need[1:] for need in needs if need.startswith("!")),
    )
