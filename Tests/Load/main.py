"""Drives the built program as thousands of people would, kills and stops it meanwhile, and judges what is stored. `make load` runs it."""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

import drill_backup
import judge
from book import Book
from crowd import Crowd
from drills import TURNS_A_MINUTE, Drills
from journey import Pace
from people import Habits
from pretend_gateway import PretendGateway
from service import Service, Trouble
from table import report
from wire import Wire

_ROOT = Path(__file__).resolve().parents[2]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Tests/Load/main.py", description=__doc__)
    parser.add_argument("--program", type=Path, default=_ROOT / ".build/release/passerelle")
    parser.add_argument("--seconds", type=float, default=600, help="how long in all, about")
    parser.add_argument("--people", type=int, help="how many come (34 a second)")
    parser.add_argument("--seed", type=int, help="of the people and of the drills (the time)")
    parser.add_argument("--key", type=float, default=4.5, help="seconds between two keys")
    parser.add_argument("--drills", help="which, with commas between them (all)")
    parser.add_argument("--late", type=float, default=3.0, help="seconds that an answer may take")
    parser.add_argument("--keep", type=Path, help="a folder to be left with the database and the log")
    parser.add_argument("--sabotage", choices=["forget", "cross"], help="spoils the model's own memory: the run must fail")
    return parser.parse_args()


async def run(arguments: argparse.Namespace, folder: Path) -> bool:
    seed = arguments.seed if arguments.seed is not None else int(time.time())
    people = arguments.people or int(34 * arguments.seconds)
    print(f"seed {seed}, {people} people expected in {arguments.seconds:.0f} s", flush=True)
    book = Book()
    gateway = PretendGateway(book)
    await gateway.open()
    service = Service(arguments.program.resolve(), folder, _ROOT / "Dialogs", gateway.port, TURNS_A_MINUTE)
    try:
        await service.start()
        return await drive(arguments, seed, people, service, gateway, book)
    finally:
        if service.is_running:
            await service.kill()


async def drive(
    arguments: argparse.Namespace, seed: int, people: int, service: Service, gateway: PretendGateway, book: Book
) -> bool:
    watching = asyncio.create_task(service.watch())
    wire = Wire(service.port, patience=10)
    # A conversation takes some fifteen keys.
    tail = min(18 * arguments.key, arguments.seconds * 0.4)
    drills = Drills(seed, arguments.seconds - tail / 2, arguments.late, service, book, wire)
    pace = Pace(key=arguments.key, redial=arguments.key * 1.5, late=arguments.late)
    crowd = Crowd(seed, book, wire, pace, Habits(), drills.is_disturbed)
    begun = time.monotonic()
    arriving = asyncio.create_task(crowd.arrive(arguments.seconds - tail, people))
    await drills.run(arguments.drills.split(",") if arguments.drills else None)
    await arriving
    left = await crowd.go_home(max(1.0, arguments.seconds - (time.monotonic() - begun)))
    if left:
        book.fault("late", f"{left} people are still not done")
    book.counts.update({"people": crowd.came, "sent": gateway.taken.total()})
    watching.cancel()
    if await service.stop() != 0:
        book.fault("wrong", f"the service ended with {service.process.returncode} at SIGTERM:\n{service.said()}")
    wire.close()
    stored = judge.Stored(*[await exported(service, what) for what in ("sign-ups", "callbacks", "contacts", "messages")])
    if arguments.sabotage:
        spoil(book, arguments.sabotage)
    book.faults += judge.verdict(book, stored) + judge.sent(gateway.taken)
    if drills.scene.backup:
        await drill_backup.restore(drills.scene.backup, service, book, stored, exported)
    await gateway.close()
    return report(book, stored, seed, service)


async def exported(service: Service, what: str) -> list[dict]:
    code, output, complaints = await service.run("export", what, "--format", "json")
    if code:
        raise Trouble(f"export {what}: {complaints}")
    return json.loads(output)


def spoil(book: Book, how: str) -> None:
    """The control: a judge that sees nothing wrong now is blind."""
    pages = [page for page in book.pages.values() if page.told]
    if how == "forget":
        pages[0].told["00000000"] = next(iter(pages[0].told.values()))
    else:
        first, second = pages[0], pages[1]
        first.told, second.told = second.told, first.told


def main() -> int:
    arguments = options()
    try:
        if arguments.keep:
            arguments.keep.mkdir(parents=True)
            return 0 if asyncio.run(run(arguments, arguments.keep)) else 1
        with tempfile.TemporaryDirectory(prefix="passerelle-load-") as folder:
            return 0 if asyncio.run(run(arguments, Path(folder))) else 1
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
