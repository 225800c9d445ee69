"""English words of the trade and what they point to; see the Ukrainian table for the notation."""

WORDS = """
WHO         who whos
TO_WHOM     whom
WHEN        when whens date
WHAT        what whats
WHICH       which
HOW         how
SHOW        show give find display get need want
INFO        info information card about details overview update profile everything
LISTED      list all registry
SOMEBODY    anyone anybody someone somebody any
PARTNER     partner partners
PARTNERSHIP partnership partnerships cooperation relations relationship ties
WORKS_WITH  works work working cooperates cooperate partnered friends cooperating
TWIN        twin twins twinned twinning sister
TWIN_ONE    twinned twin
CITY        city cities town towns municipalities municipality country countries communities
CITY        hromada hromadas
MEETING     meeting meetings meet met talks
ONLINE      online zoom call calls videocall virtual
HYBRID      hybrid
VISIT       visit visits visited trip trips
TRAVEL      go went travel travelled
STUDY       study
WORKING     working
SIGNING     signing signings
SIGNED      signed sign signs
SEMINAR     seminar seminars webinar webinars workshop training
DECISION    committee session board
EVENT       event events
CALENDAR    calendar timetable
AGENDA      agenda plans plan
PLANNED     planned scheduled upcoming
LETTER      letter letters correspondence
REPLY       reply replies replied answer answered response responded
PHONE       phone telephone email mail mobile
CONTACT     contact contacts whatsapp kontakt kontakty
RESPONSIBLE responsible coordinates coordinator coordinating charge handles
REACH       reach contacted
TALK        write talk ask call speak
POST        position post job role title
MAYOR       mayor mayors
DEPUTY      deputy vice
SECRETARY   secretary
COORDINATOR coordinates coordinator coordinators
DIRECTOR    director head
EXPERT      expert experts officer
INTERPRETER interpreter translator
STAGE       stage phase
STATUS      status state
AREAS       area areas field fields cover covers topics sectors themes projects spheres priorities
TASK        task tasks action actions todo todos assignments items
SHARE       share percentage percent progress rate proportion
OPEN        open outstanding pending unfinished
OVERDUE     overdue
OWE         owe owes promised
DISCUSS     discussed discuss agree agreed talked decided talk decisions decision
PROTOCOL    minutes protocol protocols summary
DRAFTING    draft make prepare write create generate compile
NEEDED      need needed lacking lacks
MINUTES     minutes outcome outcomes results result summary conclusions takeaways
AGREEMENT   agreement agreements treaty memorandum charter contract mou
HISTORY     history timeline chronology
DEADLINE    deadline deadlines due
SET         set extend change put
PLAN        schedule plan arrange book organise organize set put
MOVE        move reschedule postpone shift push delay rearrange
CANCEL      cancel cancelled canceled remove delete drop
NOTE_NOUN   note memo
NOTES       notes noted
SEARCH      search
SEEK        find
DONE        done finished completed complete ready sent submitted
CLOSE       mark close tick
CHECKLIST   checklist
CREATE      create add set give make
PREPARE     prepares preparing prepare bring pack need
PAPER       list report presentation programme draft invitation translation letter
ADD         add create register
NEW         new
TODAY       today todays
HELP        help commands
GREETING    hello hi hey greetings
THANKS      merci danke thanks thank thx cheers thankyou appreciate
MINE        our ours we us
NEXT        next upcoming planned coming scheduled
LAST        last previous latest past
PAST        did were was met had
SOLIDARITY  solidarity
MEMORANDUM  memorandum mou
PREPARING   preparation preparing
DORMANT     dormant inactive sleeping
ACTIVE      active
SUSPENDED   suspended
ENDED       ended terminated
DECLINED    declined
WHERE       where
SAID        say says tell told said promised asked proposed
GOAL        goal aim purpose
FUND        funds funded funding finances pays sponsor sponsors
SUPPORT     supports support
GAP         missing gaps
ATTEND      participants attended attend attendees
REMIND      remind
HAPPEN      happening happened happen
COMPARE     difference differ differs
COUNTRIES   countries country
START       started start began begin develop developed evolve evolved
PARTNER_ONE partner
OWNS        have has
PROGRESS    progress progressing along
SOMETHING   something anything
PRIVATE     passport passports birthday
NUMBER      number
DEFINE      meaning mean means
AWAIT       awaiting await waiting unanswered
BEFORE      before
DELEGATION  delegation delegations
ISSUES      issues questions
UNDO        undo revert
DIGEST      digest digests newsletter subscribe unsubscribe
PUBLISH     publish
PASS_ON     transfer transfers transferring
EDITED      changed edited modified updated
CHANGED     change changes edit
SWITCH      switch move
ACCESS_RIGHT access
ARCHIVED    archive
DELETE      delete remove
BIND        bind
LANGUAGE    language
FIELD       area areas
WROTE       wrote written
AWAIT       silent
REPLY       silent
AFFAIRS     affairs duties portfolio responsibilities work partnerships everything
LEAVING     resigned resigns resigning leaving leaves
"""

PHRASES = """
LAST_CHANGE last change|last action|last entry
DICTATE     start minutes|start the minutes|take minutes|taking minutes|record the meeting
DICTATE     stop minutes|stop the minutes
ONTO_CONTROL under control|on control
TO_CALL     to call|to phone|to ring|to meet|to visit
LEAVING     on leave|on vacation|on holiday|maternity leave
HAND_OVER   hand over|hands over|handing over|handover|handover from
HAND_OVER   takes over|take over|taking over
AWAIT       not replied|not answered|not reply|no reply|not answer|not answering
REPLY       not answer|not answering
TALK_RECORD record of conversation|record of the conversation|record of talks
GAP         is missing|s missing|what is still missing|whats missing
GAP         not recorded|no contact|no coordinator|without a coordinator|without a contact
GAP         no agreement|without agreement|without an agreement|no agreements|without agreements
UNDO        take it back|take that back|put it back
CHANGE_LOG  change log|log of changes|history of changes
SWITCH      speak
WROTE       did we write|have we written|did we send a letter
WHO_IS      who is|whos
GAP         without contact|without areas|no areas
UNTIL       until when|till when|valid until|expire*|in force
RESPONSIBLE from our side|on our side|from our team
PRIVATE     date of birth|home address|bank card|bank account|tax number|tax code
SINCE       since when|how long have
MINUTES     what happened at|what happened during|how did the meeting|how did the visit
MINUTES     how was the|came out of|come out of
CANCEL      wont happen|not happening|will not happen|not take place|call off*|called off
HELP        help me|how does this work|how does it work|how do you|get started|where do i start
HELP        what can you do|how do you work|how to use|how do i use
COUNTDOWN   how long until|how many days|how long till|days left
TWIN_ONE    sister city|twin city|twin town|sister town
TODO        to be done|still open|left to do|what needs to be done|what should be done
TODO        what is left|to do
STAGE       how far|where are we with|how far are we
PROGRESS    next steps|next step|whats next|what is next
WITH_WHOM   which cities|which towns|which partners|with whom|who do we work with|who are we
AREAS       doing with|doing together|cooperate on|work on|working on|do together
MOVE        change the date|change the time|put off|bring forward
THANKS      thank you
OPEN        not done|not finished
HOW_MANY    how many|number of|count of|count the
IS          is
IS_THERE    is there|are there|do we have|have we got|any partners|any partner|do you have
IS_THERE    anyone in|anybody in
DEFINE      what is|what are|whats|stand for|stands for|what does|meaning of|explain
INFO        tell me about|whats new|what is new|news from|news on|what about|whats up|how is
INFO        what do we know
WHEN        what date|what time|what day|which day
REACH       who should i|how do i reach|whom should|who can i
NEXT_ONE    next meeting|next visit|next call|next event|next signing|next seminar
NEXT_ONE    upcoming meeting|upcoming visit
LAST_ONE    last meeting|last visit|last call|last event|latest meeting
CONTACT     get in touch|in touch with
TOPIC_LIST  list of areas|list of topics|list of exchange
NOTE        write down|take a note|make a note|note that|note down|add a note
GREETING    good morning|good day|good afternoon|good evening
NOT_LETTER  letter of intent|letters of intent
INTENT      letter of intent|letters of intent
RETURN      return visit
DEADLINE    due date
"""
"""Words in a row; here too `*` stands for any ending, of the last word."""

SMALL_WORDS = """
a an and are as at be by can could do does for from has have i in is it me my now of on or please
that the their there these they this to will with would you
between
"""
"""Words that only join others; they are never names and never left over."""
