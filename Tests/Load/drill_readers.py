"""Somebody reads the database and does not come to an end."""

import asyncio
import signal
import sqlite3
import subprocess

from scene import Scene

_MEBIBYTE = 1 << 20


async def reader(scene: Scene) -> None:
    """As `sqlite3` left open in the middle of a look: the log grows meanwhile, and not any more once it is over."""
    database = sqlite3.connect(f"file:{scene.service.folder / 'passerelle.sqlite'}?mode=ro", uri=True)
    database.execute("BEGIN")
    database.execute("SELECT count(*) FROM session").fetchone()
    await asyncio.sleep(1.5 * scene.breath)
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
