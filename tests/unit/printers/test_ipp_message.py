from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printers.ipp_message import (
    Attribute,
    Group,
    IppError,
    Message,
    Operation,
    Tag,
    decode,
    encode,
    request,
)

# RFC 8010 appendix A.1 in miniature, by hand: Print-Job, charset, language, printer-uri.
BY_HAND = (
    b"\x01\x01\x00\x02\x00\x00\x00\x01\x01"
    b"\x47\x00\x12attributes-charset\x00\x05utf-8"
    b"\x48\x00\x1battributes-natural-language\x00\x02en"
    b"\x45\x00\x0bprinter-uri\x00\x07ipp://p"
    b"\x03%PDF"
)
# A response with a 1setOf, an enum, and a value out of band.
ANSWER = (
    b"\x01\x01\x00\x00\x00\x00\x00\x07\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
    b"\x04\x44\x00\x15printer-state-reasons\x00\x0bmedia-empty\x44\x00\x00\x00\x06paused"
    b"\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x05\x10\x00\x01x\x00\x00"
    b"\x22\x00\x19printer-is-accepting-jobs\x00\x01\x00\x03"
)


def test_a_request_is_what_the_standard_says() -> None:
    message = request(Operation.PRINT_JOB, 1, {"printer-uri": "ipp://p"}, b"%PDF")
    assert encode(message) == BY_HAND
    assert decode(BY_HAND) == message


def test_copies_stand_in_the_job_group() -> None:
    message = decode(encode(request(Operation.PRINT_JOB, 1, {"printer-uri": "ipp://p"}, copies=3)))
    assert message.number(Group.JOB, "copies") == 3


def test_an_answer_is_read() -> None:
    answer = decode(ANSWER)
    assert (answer.code, answer.request_id) == (0, 7)
    assert answer.words(Group.PRINTER, "printer-state-reasons") == ("media-empty", "paused")
    assert answer.number(Group.PRINTER, "printer-state") == 5
    assert answer.values(Group.PRINTER, "printer-is-accepting-jobs") == (False,)
    assert answer.values(Group.JOB, "printer-state") == () and answer.number(Group.JOB, "x") is None


def test_every_cut_is_an_error() -> None:
    for end in range(len(ANSWER)):
        with pytest.raises(IppError):
            decode(ANSWER[:end])


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda tail: ANSWER[:60] + tail))
def test_any_bytes_are_a_message_or_an_ipp_error(raw: bytes) -> None:
    try:
        message = decode(raw)
    except IppError:
        return
    assert sum(len(attributes) for _, attributes in message.groups) <= len(raw)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([Tag.INTEGER, Tag.ENUM]).flatmap(
                lambda tag: st.tuples(
                    st.just(tag), st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1)
                )
            )
            | st.tuples(st.just(Tag.KEYWORD), st.lists(st.text(max_size=9), min_size=1)),
            st.text(alphabet="abc-", min_size=1, max_size=9),
        ),
        max_size=5,
    ),
    st.binary(max_size=20),
)
def test_there_and_back(parts: list[tuple[tuple[Tag, list[int]], str]], data: bytes) -> None:
    attributes = tuple(Attribute(tag, name, tuple(values)) for (tag, values), name in parts)
    message = Message(2, 3, ((Group.JOB, attributes),), data)
    assert decode(encode(message)) == message
