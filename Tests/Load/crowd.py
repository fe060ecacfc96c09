"""Everybody: arrivals by a rate that does not wait for answers, and each person's conversations."""

import asyncio
import random

from book import Book
from channels import Strange
from journey import Journey, Pace, Unexpected
from people import Habits, Person, person
from plan import erasure
from sms_walk import SmsWalk
from talk import Talk
from ussd_walk import Next, UssdWalk
from wire import Wire


# So much shorter people think when it is late; and how many seconds the last of them are waited for.
_HURRY = 0.2
_LAST_WAIT = 90


class Crowd:
    def __init__(self, seed: int, book: Book, wire: Wire, pace: Pace, habits: Habits, is_disturbed):
        self.seed, self.book, self.wire, self.pace, self.habits = seed, book, wire, pace, habits
        self.is_disturbed = is_disturbed
        self.came = 0
        self._tasks: set[asyncio.Task] = set()

    async def arrive(self, seconds: float, people: int) -> None:
        """Poisson's arrivals, twice as many at first as at the end: a code that was named on the radio."""
        rng = random.Random(f"{self.seed} arrivals")
        loop = asyncio.get_running_loop()
        begun = loop.time()
        at = 0.0
        while True:
            rate = people / seconds * (4 / 3 - 2 / 3 * at / seconds)
            at += rng.expovariate(rate)
            if at >= seconds:
                return
            await asyncio.sleep(max(0.0, begun + at - loop.time()))
            self._start(person(self.seed, self.came, self.habits))
            self.came += 1

    def _start(self, someone: Person) -> None:
        task = asyncio.create_task(self._live(someone))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _live(self, someone: Person) -> None:
        journey = Journey(someone, self.book, self.wire, self.pace, self.is_disturbed)
        self.book.begins()
        try:
            for plan in someone.plans:
                self.book.own(plan.secret, someone.phone)
                talk = Talk(plan)
                await self._converse(journey, talk, someone.by_sms)
                # Whoever gave up leaves an open conversation, and does not come back.
                if not talk.is_finished:
                    return
            await self._erase(journey, someone)
        except Unexpected:
            pass
        except Strange as strange:
            self.book.fault("wrong", f"{someone.phone}: {strange}")
        finally:
            self.book.ends()

    async def _erase(self, journey: Journey, someone: Person) -> None:
        told = list(journey.page.told)
        if someone.erases and len(told) == 1 and not journey.page.noted:
            await journey.wait_to_redial()
            await UssdWalk(journey, Talk(erasure(told[0]))).go()

    async def _converse(self, journey: Journey, talk: Talk, by_sms: bool) -> None:
        if not by_sms and await UssdWalk(journey, talk).go() is not Next.SMS:
            return
        await SmsWalk(journey, talk).go()

    async def go_home(self, seconds: float) -> int:
        """Waits for those who are still there: so long, and then they hurry. Who is not done by then is counted."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        self.pace.key *= _HURRY
        self.pace.redial *= _HURRY
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_LAST_WAIT)
        left = len(self._tasks)
        for task in list(self._tasks):
            task.cancel()
        return left
