"""A backup of the database while people go on, and what comes back of it."""

import judge
from book import Book, Erased
from scene import Backup, Scene
from service import Service, Trouble


async def backup(scene: Scene) -> None:
    async with scene.standing:
        scene.backups += 1
        file = scene.service.folder / f"backup-{scene.backups}.sqlite"
        told = {reference for page in scene.book.pages.values() for reference in page.told}
        code, _, complaints = await scene.service.run("backup", str(file))
        if code != 0:
            scene.wrong(f"the backup ended with {code}: {complaints}")
            return
        scene.book.counts["backups"] += 1
        scene.backup = Backup(file, told)


async def restore(backup: Backup, service: Service, book: Book, stored: judge.Stored, exported) -> None:
    """In the place of the database of the run, when that was judged."""
    code, _, complaints = await service.run("restore", str(backup.file))
    if code != 0:
        raise Trouble(f"restore: {complaints}")
    erased = {phone for phone, page in book.pages.items() if page.erased is Erased.YES}
    rows = await exported(service, "sign-ups")
    book.faults += judge.restored(backup.told, erased, stored.sign_ups, rows)
    book.counts["sign-ups restored"] = len(rows)
