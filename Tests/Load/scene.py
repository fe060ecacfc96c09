"""What a drill may touch."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from book import Book
from service import Service
from wire import Wire


@dataclass(frozen=True)
class Backup:
    file: Path
    # The references that were told before it began.
    told: set[str]


@dataclass
class Scene:
    service: Service
    book: Book
    wire: Wire
    rng: random.Random
    # How long trouble lasts, in seconds.
    breath: float
    # How many seconds an answer may take.
    late: float
    # Held by whoever stops the service, and by whoever needs it to stand.
    standing: asyncio.Lock = field(default_factory=asyncio.Lock)
    disturbed_until: float = 0.0
    backups: int = 0
    # The last that was made.
    backup: Backup | None = None

    def disturb(self, seconds: float) -> None:
        """Sessions may be closed by the service itself meanwhile."""
        self.disturbed_until = max(self.disturbed_until, time.monotonic() + seconds)

    def is_disturbed(self) -> bool:
        return time.monotonic() < self.disturbed_until

    def wrong(self, words: str) -> None:
        self.book.fault("wrong", words)
