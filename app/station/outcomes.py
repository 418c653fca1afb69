"""Every answer and every prompt there is: the enums of all rooms, each listed once."""

from __future__ import annotations

from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.count.outcome import Counting, CountPrompt
from app.domain.desk.outcome import Deciding
from app.domain.load.outcome import Loading, LoadPrompt
from app.domain.move.outcome import MovePrompt, Moving
from app.domain.outcome import OutcomeKind, Prompt
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pick.outcome import Picking, PickPrompt
from app.domain.weighing.outcome import Weighing
from app.station.exceptions.outcome import ExceptionsPrompt, Listing
from app.station.home.outcome import AtHome, HomePrompt
from app.station.labels.outcome import Labelling, LabelsPrompt
from app.station.manage.outcome import ManagePrompt, Managing
from app.station.news.outcome import FromCentre
from app.station.sign_in.outcome import SigningIn, SignInPrompt

_OUTCOMES: tuple[type[OutcomeKind], ...] = (
    Anywhere,
    Working,
    Picking,
    Packing,
    Loading,
    Counting,
    Moving,
    Weighing,
    Checking,
    Labelling,
    SigningIn,
    AtHome,
    Listing,
    Deciding,
    Managing,
    FromCentre,
)
_PROMPTS: tuple[type[Prompt], ...] = (
    WorkPrompt,
    PickPrompt,
    PackPrompt,
    LoadPrompt,
    CountPrompt,
    MovePrompt,
    CheckPrompt,
    LabelsPrompt,
    SignInPrompt,
    HomePrompt,
    ExceptionsPrompt,
    ManagePrompt,
)

KINDS: tuple[OutcomeKind, ...] = tuple(kind for room in _OUTCOMES for kind in room)
PROMPTS: tuple[Prompt, ...] = tuple(prompt for room in _PROMPTS for prompt in room)
