"""What a person does from the first dial to the end, or to giving up, and what the network does to them meanwhile."""

import asyncio
from dataclasses import dataclass

import channels
import eye
import words
from book import Book, Erased
from channels import Refused, Shown, Strange
from letters import ascii_only, gsm
from people import Person
from screens import Screen, reference_in
from talk import Talk
from wire import NoAnswer, TooSlow, Wire


@dataclass
class Pace:
    """Seconds: between two keys, from a lost line to the next dial, and how long an answer may take."""

    key: float
    redial: float
    late: float


class Unexpected(Exception):
    """Something else was shown than the model knows; the person is taken out, and the fault is in the book."""


class Journey:
    def __init__(self, person: Person, book: Book, wire: Wire, pace: Pace, is_disturbed):
        self.person, self.book, self.wire, self.pace = person, book, wire, pace
        self.rng, self.habits = person.rng, person.habits
        self.page = book.page(person.phone)
        self.number = 0
        # Whether the service was just killed, or its clock turned: then a line may be closed for a good reason.
        self.is_disturbed = is_disturbed

    # A name of a session or a message that nobody else has.
    def fresh(self) -> str:
        self.number += 1
        return f"load{self.person.index}x{self.number}"

    def chance(self, odds: float) -> bool:
        return self.rng.random() < odds

    async def think(self) -> None:
        await asyncio.sleep(self.rng.uniform(0.4, 1.6) * self.pace.key)

    async def wait_to_redial(self) -> None:
        self.book.counts["redials"] += 1
        await asyncio.sleep(self.rng.uniform(0.5, 1.5) * self.pace.redial)

    def foresee(self, talk: Talk, outcomes: dict[Screen, set[int]]) -> None:
        """A registration that begins takes the words before it out of the recordings, also where nobody sees that it has begun."""
        if any(screen.name == "consent" for screen in outcomes):
            self.page.forgettable.update(talk.shown)
            talk.shown.clear()

    def judge(self, talk: Talk, shown: Shown, letters, outcomes: dict[Screen, set[int]]) -> Screen:
        """Narrows where the conversation is by what is shown."""
        for screen, at in outcomes.items():
            if screen.fits(shown.text, shown.ends, letters):
                talk.at = set(at)
                talk.shown.append(shown.text)
                return screen
        due = " or ".join(screen.name for screen in outcomes)
        self.book.fault("wrong", f"{self.person.phone} was due to see {due}, and was shown “{shown.text}”")
        raise Unexpected

    def look(self, talk: Talk, shown: Shown) -> None:
        self.book.took(shown.seconds, self.pace.late)
        eye.look(self.book, self.person.phone, talk.plan.secret, shown.text)

    def slow(self, error: NoAnswer) -> None:
        if isinstance(error, TooSlow):
            self.book.fault("late", f"{self.person.phone}: {error}")
        elif isinstance(error, Refused):
            # Whoever is sent away does not wait for it either.
            self.book.took(error.seconds, self.pace.late)
            self.book.counts["refused"] += 1
        else:
            self.book.counts["unanswered"] += 1

    def finish(self, talk: Talk, text: str) -> None:
        """The last screen was shown: what the plan says must be stored now."""
        plan = talk.plan
        talk.is_over = talk.is_finished = True
        if plan.kind == "erasure":
            self.page.erased = Erased.YES
            self.book.counts["erased"] += 1
            return
        if plan.kind == "callback":
            self.page.noted.append(plan)
            self.book.counts["call-backs told"] += 1
            return
        self.page.told[reference_in(text)] = plan
        self.book.counts["sign-ups told"] += 1

    def leave(self, talk: Talk) -> None:
        """For good, before the last screen was shown."""
        talk.is_over = True
        if talk.plan.last not in talk.at:
            return
        if talk.plan.kind == "erasure":
            self.page.erased = Erased.MAYBE
        else:
            (self.page.unnoted if talk.plan.kind == "callback" else self.page.untold).append(talk.plan)
