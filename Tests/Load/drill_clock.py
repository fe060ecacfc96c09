"""The machine's clock jumps an hour ahead and back, and an hour back and ahead (libfaketime moves it; its steady clock goes on)."""

import asyncio
from pathlib import Path

from scene import Scene
from service import Trouble

_LIBRARIES = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"]


async def clock(scene: Scene) -> None:
    library = next((path for path in _LIBRARIES if Path(path).exists()), None)
    if not library:
        raise Trouble("libfaketime is missing: apt-get install faketime")
    offset = scene.service.folder / "clock"
    offset.write_text("+0")
    environment = {
        "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": str(offset), "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
    }
    async with scene.standing:
        await scene.service.stop()
        await scene.service.start(environment)
        # Sessions that are an hour old all at once may be taken for dropped: a polite end, and the next dial goes on.
        scene.disturb(4 * scene.breath + 70)
        for seconds in ("+3600", "+0", "-3600", "+0"):
            offset.write_text(seconds)
            scene.book.counts["clock jumps"] += 1
            await asyncio.sleep(scene.breath)
        await scene.service.stop()
        await scene.service.start()
