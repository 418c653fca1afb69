"""Sample views of a bench that nobody may trust, or whose program does not fit its centre."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.outcome import OutcomeKind, outcome
from app.errors import Behind
from app.station.pack.view import PackView
from app.station.sign_in.outcome import SigningIn, SignInPrompt
from app.station.sign_in.view import SignInView
from app.station.views import Bar, Link, View
from tests.helpers.sample_desk import sign_in
from tests.helpers.sample_parts import frame
from tests.helpers.sample_work import pack


def sign_in_ending(language: str = "en") -> SignInView:
    return sign_in(language, notice=outcome(SigningIn.SIGN_IN_ENDING, days=12, hours=41))


def numbers_ending(language: str = "en") -> SignInView:
    return sign_in(language, notice=outcome(SigningIn.NUMBERS_ENDING, percent=93))


def offline_too_long(language: str = "en") -> SignInView:
    refused = outcome(SigningIn.OFFLINE_TOO_LONG, days=15)
    return sign_in(language, notice=refused, outcome=refused)


def clock_back(language: str = "en") -> SignInView:
    return sign_in(language, notice=outcome(SigningIn.CLOCK_BACK))


def program_outdated(language: str = "en") -> SignInView:
    return behind(language, Behind.PROGRAM, SigningIn.PROGRAM_OUTDATED)


def centre_outdated(language: str = "en") -> SignInView:
    return behind(language, Behind.CENTRE, SigningIn.CENTRE_OUTDATED)


def login_refused(language: str = "en") -> SignInView:
    return behind(language, Behind.LOGIN, SigningIn.LOGIN_REFUSED)


def behind(language: str, which: Behind, kind: OutcomeKind) -> SignInView:
    who = replace(sign_in(language).frame, link=Link(online=False, waiting=128, behind=which))
    return sign_in(language, frame=who, notice=outcome(kind))


def operator_off(language: str = "en") -> SignInView:
    who = frame(language)
    bar = Bar(SignInPrompt.LOCKED, {"operator": who.operator, "order": who.order})
    said = outcome(SigningIn.OPERATOR_OFF, operator=who.operator)
    return SignInView(replace(who, done=0, wanted=0), bar, said, locked=True)


def pack_outdated(language: str = "en") -> PackView:
    plain = pack(language)
    link = Link(online=False, waiting=128, behind=Behind.PROGRAM)
    return replace(plain, frame=replace(plain.frame, link=link))


TRUST: dict[str, Callable[[str], View]] = {
    "sign_in_ending": sign_in_ending,
    "numbers_ending": numbers_ending,
    "offline_too_long": offline_too_long,
    "clock_back": clock_back,
    "program_outdated": program_outdated,
    "centre_outdated": centre_outdated,
    "login_refused": login_refused,
    "operator_off": operator_off,
    "pack_outdated": pack_outdated,
}
