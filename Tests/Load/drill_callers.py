"""Callers that are no gateway: some send a letter a second, some nothing, one dials without end."""

import asyncio

import words
from channels import Shown
from journey import Journey, Pace
from letters import ascii_only
from line import Line
from people import Habits, Person
from plan import callback
from scene import Scene
from talk import Talk
from wire import NoAnswer

_LINES = 150
_HEAD = b"POST /channels/ussd/receive HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 400\r\n\r\nsessionId=1&phoneNumber=%2B2376768"


async def slow(scene: Scene) -> None:
    """Nobody waits longer because of them: that is judged by everybody's own times."""
    await asyncio.gather(*(_trickle(scene, at) for at in range(_LINES)))
    scene.book.counts["slow callers"] += _LINES


async def _trickle(scene: Scene, at: int) -> None:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", scene.service.port)
    except OSError:
        return
    try:
        # A third of them say nothing at all, a third stop in the head.
        text = (b"", _HEAD[:60], _HEAD)[at % 3]
        for letter in text[: int(scene.breath * 4)]:
            writer.write(bytes([letter]))
            await asyncio.sleep(0.25)
        await asyncio.sleep(scene.breath / 2)
    except OSError:
        pass
    finally:
        writer.transport.abort()


def passer_by(scene: Scene) -> Journey:
    """Somebody of a drill's own."""
    phone = f"+237676899{scene.rng.randrange(1000):03d}"
    person = Person(0, phone, [], False, False, scene.rng, Habits())
    return Journey(person, scene.book, scene.wire, Pace(key=0, redial=0, late=scene.late), scene.is_disturbed)


async def dial(journey: Journey, talk: Talk) -> Shown | None:
    """Once; nothing where no answer comes."""
    line = Line(journey)
    line.session = f"{journey.page.phone[1:]}x{journey.rng.random()}"
    try:
        return await line.send("", talk)
    except NoAnswer as error:
        journey.slow(error)
        return None


async def machine(scene: Scene, turns_a_minute: int) -> None:
    """A machine that dials without end is cut off, in words; not a dial too soon."""
    journey = passer_by(scene)
    phone = journey.page.phone
    talk = Talk(callback(scene.rng))
    loop = ascii_only(words.LOOP)
    for number in range(1, turns_a_minute + 6):
        shown = await dial(journey, talk)
        if not shown:
            return
        if shown.text == loop:
            journey.page.shown[loop] -= 1
            scene.book.counts["machines cut off"] += 1
            if number <= turns_a_minute:
                scene.wrong(f"a number was cut off at its dial {number}, not after {turns_a_minute}")
            return
    if not scene.is_disturbed():
        scene.wrong(f"a number that dialled {turns_a_minute + 5} times was not cut off")
