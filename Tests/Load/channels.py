"""The two ways to the service: Africa's Talking's USSD form, and an SMS whose answer is the body of the response."""

from dataclasses import dataclass
from urllib.parse import quote

import words
from letters import ascii_only, gsm
from wire import NoAnswer, Wire

_BUSY = {ascii_only(words.BUSY), gsm(words.BUSY)}


class Refused(NoAnswer):
    """The service says that it has not taken it: it is to be tried again."""

    def __init__(self, seconds: float):
        super().__init__("busy")
        self.seconds = seconds


class Strange(Exception):
    """An answer that no person should see."""


@dataclass(frozen=True)
class Shown:
    text: str
    ends: bool
    seconds: float


async def ussd(wire: Wire, phone: str, session: str, text: str) -> Shown:
    response = await wire.post("/channels/ussd/receive", ussd_form(phone, session, text))
    mark, _, shown = response.body.partition(" ")
    if response.status != 200 or mark not in ("CON", "END"):
        raise Strange(f"{response.status} with “{response.body[:20]}…” where CON or END is due")
    if shown in _BUSY:
        raise Refused(response.seconds)
    return Shown(shown, mark == "END", response.seconds)


def ussd_form(phone: str, session: str, text: str) -> str:
    return f"sessionId={session}&phoneNumber={quote(phone)}&networkCode=62401&serviceCode=*123%23&text={quote(text)}"


async def ussd_end(wire: Wire, phone: str, session: str, status: str) -> None:
    response = await wire.post("/channels/ussd/status", f"sessionId={session}&phoneNumber={quote(phone)}&status={status}")
    if response.status == 503:
        raise Refused(response.seconds)
    if response.status != 200:
        raise Strange(f"{response.status} for the end of a session")


async def sms(wire: Wire, phone: str, message: str, text: str) -> Shown:
    response = await wire.post("/channels/sms/receive", f"id={message}&msisdn={quote(phone[1:])}&text={quote(text)}")
    if response.status == 503:
        raise Refused(response.seconds)
    if response.status != 200:
        raise Strange(f"{response.status} for an SMS")
    return Shown(response.body, False, response.seconds)
