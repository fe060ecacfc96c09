"""Trouble at moments that the seed draws: two rows of it, so that a kill can fall into anything else."""

import asyncio
import random
from functools import partial

import drill_backup
import drill_callers
import drill_clock
import drill_readers
import drill_stops
from book import Book
from scene import Scene
from service import Service
from wire import Wire

TURNS_A_MINUTE = 60

# What, and how many times in ten minutes; at least once in any run.
_STOPS = {"kill": (drill_stops.kill, 8), "term": (drill_stops.terminate, 3), "clock": (drill_clock.clock, 1)}
_OTHERS = {
    "backup": (drill_backup.backup, 2),
    "second": (drill_stops.second, 2),
    "reader": (drill_readers.reader, 2),
    "export": (drill_readers.stalled_export, 2),
    "slow": (drill_callers.slow, 2),
    "machine": (partial(drill_callers.machine, turns_a_minute=TURNS_A_MINUTE), 2),
}
_PERIOD = 600


class Drills:
    def __init__(self, seed: int, seconds: float, late: float, service: Service, book: Book, wire: Wire):
        breath = min(10.0, max(1.0, seconds / 60))
        self.seconds = seconds
        self.scene = Scene(service, book, wire, random.Random(f"{seed} drills"), breath, late)

    def is_disturbed(self) -> bool:
        return self.scene.is_disturbed()

    async def run(self, only: list[str] | None) -> None:
        await asyncio.gather(self._row(_STOPS, only), self._row(_OTHERS, only))

    async def _row(self, drills: dict, only: list[str] | None) -> None:
        rng = self.scene.rng
        due = [
            name for name, (_, times) in drills.items() if only is None or name in only
            for _ in range(max(1, round(times * self.seconds / _PERIOD)))
        ]
        rng.shuffle(due)
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for at, name in enumerate(due):
            moment = begun + self.seconds * (at + rng.uniform(0.1, 0.9)) / len(due)
            await asyncio.sleep(max(0.0, moment - loop.time()))
            print(f"{loop.time() - begun:6.1f} s  {name}", flush=True)
            await drills[name][0](self.scene)
