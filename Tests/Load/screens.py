"""A screen as the model expects it, told from the text that was shown."""

import re
from dataclasses import dataclass

import words
from letters import ascii_only, gsm

_REFERENCE = re.compile(r"(?<!\d)\d{8}(?!\d)")


def numbered(options) -> list[str]:
    return [f"{n} {option}" for n, option in enumerate(options, 1)]


@dataclass(frozen=True)
class Screen:
    """`lines` without the keys; `{reference}` stands for eight digits that nobody can foretell."""

    name: str
    lines: tuple[str, ...]
    ends: bool = False
    sms_head: str | None = None
    # Shown before them after an answer that fits nothing; with it a screen may have a second page.
    hint: str | None = None

    def fits(self, text: str, ends: bool, letters) -> bool:
        if ends != self.ends and letters is ascii_only:
            return False
        lines = self.lines
        if letters is gsm and self.sms_head:
            lines = (self.sms_head, *lines[1:])
        expected = letters("\n".join(lines))
        if self.hint:
            return text.startswith(letters(self.hint + "\n" + lines[0]))
        return _REFERENCE.sub("{reference}", without_keys(text)) == expected

    def missed(self, hint: str) -> "Screen":
        return Screen(self.name + " after a miss", self.lines, self.ends, self.sms_head, hint)


def without_keys(text: str) -> str:
    lines = text.split("\n")
    while lines and lines[-1] in words.KEYS:
        lines.pop()
    return "\n".join(lines)


def reference_in(text: str) -> str | None:
    found = _REFERENCE.search(text)
    return found.group() if found else None


def question(name: str, ask: str, options=(), sms_head: str | None = None) -> Screen:
    return Screen(name, (ask, *numbered(options)), sms_head=sms_head)


MENU = Screen("menu", (*words.MENU, *numbered(words.MENU_OPTIONS)))
CONSENT = question("consent", words.CONSENT_USSD, ["Oui", "Non"], words.CONSENT_SMS)
REGISTERED = Screen("registered", (words.THANKS,), ends=True)
ERASED = Screen("erased", (words.ERASED,), ends=True)
# Of a session of somebody who is nobody any more.
CLOSED = Screen("closed", (words.CLOSED,), ends=True)
NOTED = Screen("noted", (words.NOTED,), ends=True)


def offer(title: str) -> Screen:
    return Screen("offer", (words.OFFER.format(title=title), "1 Continuer", "2 Recommencer"))
