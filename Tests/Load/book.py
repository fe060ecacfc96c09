"""What the people know: each answer they were shown, and each sign-up whose number they were told. The judge holds the store against it."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from plan import Plan


class Erased(Enum):
    NO = 1
    # The last step was never answered.
    MAYBE = 2
    YES = 3


@dataclass
class Page:
    """One person's."""

    phone: str
    # Screens that were shown, by their text; each must be in the recordings.
    shown: Counter = field(default_factory=Counter)
    # Of those, screens whose words may be gone since: what was said before a registration began goes with its beginning.
    forgettable: Counter = field(default_factory=Counter)
    # Requests of which it is not known whether they were taken: so many more recordings there may be.
    doubtful: int = 0
    # reference → the sign-up that bears it.
    told: dict[str, Plan] = field(default_factory=dict)
    # Sign-ups whose last step was never answered: they may be stored, and nobody knows their number.
    untold: list[Plan] = field(default_factory=list)
    noted: list[Plan] = field(default_factory=list)
    unnoted: list[Plan] = field(default_factory=list)
    erased: Erased = Erased.NO


@dataclass(frozen=True)
class Fault:
    """`kind`: lost, crossed, late or wrong."""

    kind: str
    words: str


class Book:
    def __init__(self):
        self.pages: dict[str, Page] = {}
        self.owner: dict[str, str] = {}
        self.counts = Counter()
        self.worst = 0.0
        self.faults: list[Fault] = []
        self.open = 0
        self.most_open = 0

    def page(self, phone: str) -> Page:
        if phone not in self.pages:
            self.pages[phone] = Page(phone)
        return self.pages[phone]

    def own(self, secret: str, phone: str) -> None:
        self.owner[secret] = phone

    def fault(self, kind: str, words: str) -> None:
        self.faults.append(Fault(kind, words))
        self.counts[kind] += 1

    def took(self, seconds: float, limit: float) -> None:
        self.worst = max(self.worst, seconds)
        if seconds > limit:
            self.fault("late", f"an answer took {seconds:.1f} s")

    def begins(self) -> None:
        self.open += 1
        self.most_open = max(self.most_open, self.open)

    def ends(self) -> None:
        self.open -= 1
