"""English words of the trade and what they point to; see the Ukrainian table for the notation."""

WORDS = """
WHO        who whos
TO_WHOM    whom
WHEN       when whens
WHEN       date
WHAT       what whats
WHICH      which
HOW        how
SHOW       show give find display get
SHOW       need want
INFO       info information card about details overview update
INFO       profile everything
LISTED     list all registry
SOMEBODY   anyone anybody someone somebody
SOMEBODY   any
PARTNER    partner partners
PARTNERSHIP partnership partnerships cooperation relations relationship ties
WORKS_WITH works work working cooperates cooperate partnered
WORKS_WITH friends
TWIN       twin twins twinned twinning sister
TWIN_ONE   twinned twin
CITY       city cities town towns municipalities municipality
CITY       country countries communities
MEETING    meeting meetings meet met talks
MANY       meetings visits events calls signings seminars
ONLINE     online zoom call calls videocall virtual
HYBRID     hybrid
VISIT      visit visits visited delegation trip trips
STUDY      study
WORKING    working
SIGNING    signing signings
SIGNED     signed sign signs
SEMINAR    seminar seminars webinar webinars workshop training
DECISION   committee session board
EVENT      event events
CALENDAR   calendar timetable
AGENDA     agenda plans
PLANNED    planned scheduled upcoming
LETTER     letter letters correspondence
REPLY      reply replies replied answer answered response responded
PHONE      phone telephone email mail mobile
CONTACT    contact contacts
CONTACT    whatsapp
RESPONSIBLE responsible coordinates coordinator coordinating charge handles
REACH      reach
TALK       write talk ask call speak
POST       position post job role title
MAYOR      mayor mayors
DEPUTY     deputy vice
SECRETARY  secretary
COORDINATOR coordinates coordinator coordinators
DIRECTOR   director head
EXPERT     expert experts officer
INTERPRETER interpreter translator
STAGE      stage phase
STATUS     status state
AREAS      area areas field fields cover covers topics sectors themes
TASK       task tasks action actions todo todos assignments items
OPEN       open outstanding pending unfinished
OVERDUE    overdue
OWE        owe owes promised
DISCUSS    discussed discuss agree agreed talked decided talk
DISCUSS    decisions decision
MINUTES    minutes outcome outcomes results result summary notes
MINUTES    conclusions takeaways
AGREEMENT  agreement agreements treaty memorandum charter contract mou
HISTORY    history timeline chronology
DEADLINE   deadline deadlines due
SET        set extend change put
PLAN       schedule plan arrange book organise organize set put
MOVE       move reschedule postpone shift push delay
MOVE       rearrange
CANCEL     cancel cancelled canceled
CANCEL     remove delete drop
NOTE_NOUN  note memo
DONE       done finished completed complete ready
DONE       sent submitted
CLOSE      mark close tick
CHECKLIST  checklist
PREPARE    prepare bring
PREPARE    pack need
PAPER      list report presentation programme draft invitation translation letter
ADD        add create register
NEW        new
TODAY      today todays
HELP       help commands
GREETING   hello hi hey greetings
THANKS     thanks thank thx cheers
THANKS     thankyou
MINE       our ours we us
NEXT       next upcoming planned coming scheduled
LAST       last previous latest past
PAST       did were was met had
SOLIDARITY solidarity
MEMORANDUM memorandum mou
PREPARING  preparation preparing
DORMANT    dormant inactive sleeping
ACTIVE     active
SUSPENDED  suspended
ENDED      ended terminated
DECLINED   declined
TOPIC      partner partners twin city cities town towns registry
WHERE      where
SAID       said promised asked proposed
GOAL       goal aim purpose
ATTEND     participants attended attend attendees
REMIND     remind
HAPPEN     happening
COMPARE    difference differ differs
COUNTRIES  countries country
START      started start began begin
PARTNER_ONE partner
OWNS       have has
CITY       hromada hromadas
WORKS_WITH cooperating cooperate
PROGRESS   progress progressing along
AREAS      projects spheres priorities
SOMETHING  something anything
START      develop developed evolve evolved
REACH      contacted
VISIT      went travel travelled go
NUMBER     number
DEFINE     meaning mean means
AWAIT      awaiting await waiting unanswered
BEFORE     before
HAPPEN     happened happen
THANKS     appreciate
"""

PHRASES = """
SINCE      since when|how long have
MINUTES    what happened at|what happened during
CANCEL     wont happen|not happening|will not happen|not take place
HELP       help me
COUNTDOWN  how long until|how many days|how long till|days left
MINUTES    how did the meeting|how did the visit|how was the
TWIN_ONE   sister city|twin city|twin town|sister town
TODO       to be done|still open|left to do
HELP       how does this work|how does it work|how do you
STAGE      how far
WITH_WHOM  which cities|which towns|which partners
AREAS      cooperate on|work on|working on|do together
MINUTES    came out of|come out of
STAGE      where are we with|how far are we
MOVE       change the date|change the time|put off|bring forward
HELP       get started|where do i start
THANKS     thank you
OPEN       not done|not finished
HOW_MANY   how many|number of|count of|count the
WITH_WHOM  with whom|who do we work with|who are we
IS         is
IS_THERE   is there|are there|do we have|have we got|any partners|any partner|do you have
IS_THERE   anyone in|anybody in
DEFINE     what is|what are|whats|stand for|stands for|what does|meaning of|explain
INFO       tell me about|whats new|what is new|news from|news on|what about|whats up|how is
INFO       what do we know
WHEN       what date|what time|what day|which day
REACH      who should i|how do i reach|whom should|who can i
NEXT_ONE   next meeting|next visit|next call|next event|next signing|next seminar
NEXT_ONE   upcoming meeting|upcoming visit
LAST_ONE   last meeting|last visit|last call|last event|latest meeting
TODO       what needs to be done|what should be done|what is left|to do
CONTACT    get in touch|in touch with
TOPIC_LIST list of areas|list of topics|list of exchange
CANCEL     call off*|called off
NOTE       write down|take a note|make a note|note that|note down|add a note
HELP       what can you do|how do you work|how to use|how do i use
GREETING   good morning|good day|good afternoon|good evening
NOT_LETTER letter of intent|letters of intent
INTENT     letter of intent|letters of intent
RETURN     return visit
DEADLINE   due date
"""

SMALL_WORDS = """
a an and are as at be by can could do does for from has have i in is it me my now of on or please
that the their there these they this to will with would you
"""
