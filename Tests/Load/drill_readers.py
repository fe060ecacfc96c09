"""Somebody reads the database and does not come to an end."""

import asyncio
import signal
import sqlite3
import subprocess

from book import Erased
from drill_callers import dial, passer_by
from plan import callback
from scene import Scene
from talk import Talk

_MEBIBYTE = 1 << 20
# In seconds: a connection that waits for a reader waits for five.
_SQLITE_WAITS = 6


async def reader(scene: Scene) -> None:
    """As `sqlite3` left open in the middle of a look: the log grows meanwhile, and not any more once it is over. Somebody is erased
    meanwhile, whose words the log may not keep; nobody waits for that: everybody's own times tell."""
    erased = passer_by(scene)
    await dial(erased, Talk(callback(scene.rng)))
    database = sqlite3.connect(f"file:{scene.service.folder / 'passerelle.sqlite'}?mode=ro", uri=True)
    database.execute("BEGIN")
    database.execute("SELECT count(*) FROM session").fetchone()
    async with scene.standing:
        code, _, complaints = await scene.service.run("person", "erase", erased.page.phone)
    if code:
        scene.wrong(f"person erase ended with {code}: {complaints}")
    erased.page.erased = Erased.MAYBE if code else Erased.YES
    await asyncio.sleep(max(_SQLITE_WAITS, 1.5 * scene.breath))
    database.close()
    scene.book.counts["readers"] += 1
    grown = scene.service.wal
    await asyncio.sleep(2 * scene.breath)
    if scene.service.wal > 1.25 * grown + 16 * _MEBIBYTE:
        scene.wrong(f"the log grew from {grown} to {scene.service.wal} bytes after the reader had gone")


async def stalled_export(scene: Scene) -> None:
    """An export that nobody takes the rows of, stopped at any point."""
    # Not by asyncio, which empties the pipe.
    process = subprocess.Popen(
        [scene.service.program, "export", "messages", "--format", "json", "--config", scene.service.configuration],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    await asyncio.sleep(scene.rng.uniform(0.05, 0.8))
    process.send_signal(signal.SIGSTOP)
    await asyncio.sleep(1.5 * scene.breath)
    scene.book.counts["stalled exports"] += 1
    process.kill()
    process.stdout.close()
    await asyncio.to_thread(process.wait)
