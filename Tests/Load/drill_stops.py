"""The service is killed, stopped, and started a second time."""

import asyncio

from scene import Scene


async def kill(scene: Scene) -> None:
    """What was answered before is there, and everybody goes on: their next screens tell."""
    async with scene.standing:
        await scene.service.kill()
        scene.book.counts["kills"] += 1
        await asyncio.sleep(scene.rng.uniform(0, 1))
        await scene.service.start()


async def terminate(scene: Scene) -> None:
    """What is being answered is answered, and it ends well."""
    async with scene.standing:
        code = await scene.service.stop()
        if code != 0:
            scene.wrong(f"at SIGTERM under load the service ended with {code}")
        scene.book.counts["stops"] += 1
        await scene.service.start()


async def second(scene: Scene) -> None:
    """A second service on the same database is refused in words, and harms nobody."""
    async with scene.standing:
        code, _, complaints = await scene.service.run("serve", environment={"PASSERELLE_LISTEN_PORT": "0"})
        if code == 0 or "passerelle.sqlite" not in complaints:
            scene.wrong(f"a second service ended with {code} and said: {complaints}")
        scene.book.counts["second services"] += 1
