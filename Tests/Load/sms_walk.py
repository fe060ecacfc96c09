"""A conversation by SMS: each message has an id, and its gateway brings it until it is answered."""

import asyncio

import channels
from channels import Shown
from journey import Journey
from letters import gsm
from screens import Screen
from talk import Talk
from wire import NoAnswer

_KEYWORDS = {"sign-up": "inscription", "callback": "rappel"}


class SmsWalk:
    def __init__(self, journey: Journey, talk: Talk):
        self.journey, self.talk = journey, talk

    async def go(self) -> None:
        journey, talk = self.journey, self.talk
        if talk.at == {0} and journey.chance(0.7):
            first = talk.plan.first
            await self._exchange(_KEYWORDS[talk.plan.kind], {talk.plan.screen(first): {first}})
        else:
            screen = await self._exchange("bonjour", talk.after_dial())
            if talk.plan.last in talk.at:
                journey.leave(talk)
                return
            if screen is talk.offer:
                await journey.think()
                await self._exchange("1", talk.after_going_on())
        while not talk.is_over:
            await journey.think()
            if journey.chance(journey.habits.gives_up / 4):
                journey.leave(talk)
                return
            index = talk.index
            outcomes = talk.after(index)
            journey.foresee(talk, outcomes)
            shown = await self._ask(talk.plan.steps[index].sms)
            journey.judge(talk, shown, gsm, outcomes)
            if talk.index == talk.plan.last:
                journey.finish(talk, shown.text)

    async def _exchange(self, text: str, outcomes: dict[Screen, set[int]]) -> Screen:
        self.journey.foresee(self.talk, outcomes)
        return self.journey.judge(self.talk, await self._ask(text), gsm, outcomes)

    async def _ask(self, text: str) -> Shown:
        journey = self.journey
        message = journey.fresh()
        journey.book.counts["SMS"] += 1
        while True:
            try:
                shown = await channels.sms(journey.wire, journey.person.phone, message, text)
                break
            except NoAnswer as error:
                journey.slow(error)
                journey.book.counts["retries"] += 1
                await asyncio.sleep(journey.rng.uniform(0.3, 1.5))
        journey.look(self.talk, shown)
        journey.page.shown[shown.text] += 1
        journey.book.counts["turns answered"] += 1
        if journey.chance(journey.habits.retries):
            await self._again(message, text, shown)
        return shown

    async def _again(self, message: str, text: str, before: Shown) -> None:
        journey = self.journey
        journey.book.counts["retries"] += 1
        try:
            shown = await channels.sms(journey.wire, journey.person.phone, message, text)
        except NoAnswer as error:
            journey.slow(error)
            return
        if shown.text != before.text:
            journey.book.fault("wrong", f"{journey.page.phone} was answered otherwise when an SMS came again: “{shown.text}”")
