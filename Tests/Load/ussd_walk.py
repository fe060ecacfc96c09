"""A conversation by USSD: dials, keys, and what the network does in between."""

import asyncio
from enum import Enum

import channels
import words
from channels import Refused, Shown
from journey import Journey, Unexpected
from letters import ascii_only
from line import Line
from screens import Screen
from talk import Talk
from wire import NoAnswer

_POLITE_ENDS = {ascii_only(words.TOO_LATE), ascii_only(words.CLOSED)}


class Next(Enum):
    """How it goes on after a line is gone."""

    REDIAL = 1
    SMS = 2
    NOTHING = 3


class _Lost(Exception):
    """The session is gone; the conversation is not."""


class UssdWalk:
    def __init__(self, journey: Journey, talk: Talk):
        self.journey, self.talk = journey, talk
        self.old: Line | None = None

    async def go(self) -> Next:
        while True:
            line = Line(self.journey)
            try:
                await self._walk(line)
            except _Lost:
                pass
            if self.talk.is_over:
                return Next.NOTHING
            self.old = line
            # Whoever may be nobody any more does not ask again.
            may_be_erased = self.talk.plan.kind == "erasure" and self.talk.plan.last in self.talk.at
            if may_be_erased or self.journey.chance(self.journey.habits.gives_up):
                self.journey.leave(self.talk)
                return Next.NOTHING
            if self.talk.plan.kind != "erasure" and self.journey.chance(self.journey.habits.switches):
                await self.journey.wait_to_redial()
                return Next.SMS
            await self.journey.wait_to_redial()

    async def _walk(self, line: Line) -> None:
        journey, talk = self.journey, self.talk
        journey.book.counts["dials"] += 1
        screen = await self._exchange(line, "", talk.after_dial())
        if self.talk.plan.last in talk.at:
            # The last step was taken though nobody was told.
            journey.leave(talk)
            return
        await self._late_step()
        if screen is talk.offer:
            await self._answer_offer(line)
        while not talk.is_over:
            await self._step(line)

    async def _answer_offer(self, line: Line) -> None:
        journey, talk = self.journey, self.talk
        await journey.think()
        if journey.chance(journey.habits.starts_over):
            first = talk.plan.first
            journey.book.counts["started over"] += 1
            before = set(talk.at)
            try:
                await self._exchange(line, line.with_typed("2"), {talk.plan.screen(first): {first}})
            except _Lost:
                talk.at = before | {first} if talk.at == before else talk.at
                raise
        else:
            await self._exchange(line, line.with_typed("1"), talk.after_going_on())

    async def _step(self, line: Line) -> None:
        journey, talk, habits = self.journey, self.talk, self.journey.habits
        await journey.think()
        index = talk.index
        step = talk.plan.steps[index]
        if journey.chance(habits.drops):
            await self._drop(line)
        if step.wrong and index not in talk.missed and journey.chance(habits.misses):
            talk.missed.add(index)
            typed, hint = step.wrong
            journey.book.counts["misses"] += 1
            await self._exchange(line, line.with_typed(typed), {step.screen.missed(hint): {index}})
            await journey.think()
        text = line.with_typed(step.ussd)
        outcomes = talk.after(index)
        if journey.chance(habits.vanishes):
            journey.foresee(talk, outcomes)
            part = journey.rng.choice([0.3, 0.9, 1, 1, 1])
            await self._unless_gone(line.vanish(text, part))
            if part == 1:
                talk.at = {index, index + 1}
            if journey.chance(0.5):
                raise _Lost
        shown = await self._exchange_shown(line, text, outcomes, also={index})
        if journey.chance(habits.retries) and talk.plan.kind != "erasure":
            await self._again(line)
        if talk.index == talk.plan.last:
            journey.finish(talk, shown.text)
            await self._unless_gone(channels.ussd_end(journey.wire, journey.person.phone, line.session, "Success"))

    async def _exchange(self, line: Line, text: str, outcomes: dict[Screen, set[int]]) -> Screen:
        self.journey.foresee(self.talk, outcomes)
        shown = await self._ask(line, text)
        return self.journey.judge(self.talk, shown, ascii_only, outcomes)

    async def _exchange_shown(self, line: Line, text: str, outcomes: dict[Screen, set[int]], also: set[int]) -> Shown:
        """As `_exchange`; where no answer comes, `also` is where the conversation may have stayed."""
        before = set(self.talk.at)
        self.journey.foresee(self.talk, outcomes)
        try:
            shown = await self._ask(line, text)
        except _Lost:
            if text in line.shown:
                self.talk.at = before | also | set().union(*outcomes.values())
            raise
        self.journey.judge(self.talk, shown, ascii_only, outcomes)
        return shown

    async def _ask(self, line: Line, text: str) -> Shown:
        """Asks, and again with the same bytes where nothing comes; lost after a few times."""
        journey = self.journey
        for pause in (0.3, 0.8, 1.5, None):
            try:
                shown = await line.send(text, self.talk)
            except NoAnswer as error:
                journey.slow(error)
                if pause is None or not journey.chance(0.7):
                    raise _Lost from None
                journey.book.counts["retries"] += 1
                await asyncio.sleep(pause * journey.rng.uniform(0.7, 1.3))
                continue
            if shown.text in _POLITE_ENDS and shown.ends and journey.is_disturbed():
                # Nothing was taken; a session that was closed is closed.
                line.forget_last(text)
                journey.book.counts["closed"] += 1
                raise _Lost
            return shown
        raise _Lost

    async def _again(self, line: Line) -> None:
        """The gateway brings a step once more that was answered: the same bytes, and no effect."""
        journey = self.journey
        journey.book.counts["retries"] += 1
        answered = [text for text, shown in line.shown.items() if shown is not None]
        text = line.text if journey.chance(0.7) else journey.rng.choice(answered[-4:])
        if text != line.text:
            journey.book.counts["late steps"] += 1
            if self._may_be_forgotten(line, text):
                return
        await self._unless_gone(line.send(text, self.talk))

    def _may_be_forgotten(self, line: Line, text: str) -> bool:
        return line.shown[text] not in self.talk.shown

    async def _late_step(self) -> None:
        """A step of the session before, on its way all the while."""
        journey, old = self.journey, self.old
        self.old = None
        if not old or not old.text or not journey.chance(journey.habits.late):
            return
        journey.book.counts["late steps"] += 1
        try:
            shown = await channels.ussd(journey.wire, journey.person.phone, old.session, old.with_typed("1*1*1"))
        except NoAnswer:
            return
        journey.look(self.talk, shown)
        if shown.text not in _POLITE_ENDS or not shown.ends:
            journey.book.fault("wrong", f"{journey.person.phone}: a late step of a session that was left was shown “{shown.text}”")
            raise Unexpected

    async def _drop(self, line: Line) -> None:
        journey = self.journey
        journey.book.counts["hang-ups"] += 1
        if journey.chance(journey.habits.hangs_up):
            await self._unless_gone(channels.ussd_end(journey.wire, journey.person.phone, line.session, "Incomplete"))
        raise _Lost

    async def _unless_gone(self, asking) -> None:
        """What comes back to nobody."""
        try:
            await asking
        except NoAnswer as error:
            self.journey.slow(error)
