"""One USSD session: its text grows, and a step that is sent again is answered again by the same bytes."""

import channels
from channels import Refused, Shown
from journey import Journey
from talk import Talk
from wire import NoAnswer


class Line:
    def __init__(self, journey: Journey):
        self.journey = journey
        self.session = journey.fresh()
        self.text = ""
        # What was shown for which text; nothing where it was sent and not answered.
        self.shown: dict[str, str | None] = {}

    async def send(self, text: str, talk: Talk) -> Shown:
        journey = self.journey
        page = journey.page
        try:
            shown = await channels.ussd(journey.wire, journey.person.phone, self.session, text)
        except Refused:
            raise
        except NoAnswer:
            self.doubt(text)
            raise
        journey.look(talk, shown)
        known = self.shown.get(text)
        if known is not None:
            if known != shown.text:
                journey.book.fault("wrong", f"{page.phone} sent a step again, and was shown something else than before: “{shown.text}”")
            return shown
        if text in self.shown:
            page.doubtful -= 1
        self.shown[text] = shown.text
        self.text = text
        page.shown[shown.text] += 1
        journey.book.counts["turns answered"] += 1
        return shown

    def doubt(self, text: str) -> None:
        if text not in self.shown:
            self.shown[text] = None
            self.journey.page.doubtful += 1

    def forget_last(self, text: str) -> None:
        """What was shown was no answer: a polite end of which nothing is recorded."""
        page = self.journey.page
        page.shown[self.shown.pop(text)] -= 1
        self.journey.book.counts["turns answered"] -= 1

    def with_typed(self, typed: str) -> str:
        return f"{self.text}*{typed}" if self.text else typed

    async def vanish(self, text: str, part: float) -> None:
        journey = self.journey
        journey.book.counts["vanished"] += 1
        await journey.wire.vanish("/channels/ussd/receive", channels.ussd_form(journey.person.phone, self.session, text), part)
        if part == 1:
            self.doubt(text)
