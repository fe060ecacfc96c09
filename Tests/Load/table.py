"""What is printed at the end."""

from book import Book
from judge import Stored
from service import Service

_SHOWN_FAULTS = 20
_DRILLS = ["backups", "sign-ups restored", "second services", "clock jumps", "readers", "stalled exports", "slow callers", "machines cut off"]


def report(book: Book, stored: Stored, seed: int, service: Service) -> bool:
    """True where nothing was lost, crossed, late or wrong."""
    kinds = {kind: sum(fault.kind == kind for fault in book.faults) for kind in ("lost", "crossed", "late", "wrong")}
    counts = book.counts
    rows = {
        "seed": seed, "people": counts["people"], "open at once, at most": book.most_open, "dials": counts["dials"],
        "turns answered": counts["turns answered"], "retries": counts["retries"], "late steps": counts["late steps"],
        "redials": counts["redials"], "hang-ups": counts["hang-ups"], "vanished in the middle": counts["vanished"],
        "started over": counts["started over"], "misses": counts["misses"], "SMS": counts["SMS"],
        "kills": counts["kills"], "stops": counts["stops"], "restarts": service.starts - 1,
        **{name: counts[name] for name in _DRILLS}, "sign-ups told": counts["sign-ups told"],
        "sign-ups stored": len(stored.sign_ups), "call-backs told": counts["call-backs told"],
        "call-backs stored": len(stored.callbacks), "erased": counts["erased"], "messages stored": len(stored.messages), "confirmations sent": counts["sent"],
        "log at most, MiB": round(service.largest_log / (1 << 20)),
        "memory at most, MiB": round(service.most_memory / (1 << 20)), "slowest start, ms": round(service.slowest_start * 1000), "slowest stop, ms": round(service.slowest_stop * 1000),
        "worst reply, ms": round(book.worst * 1000), "refused": counts["refused"], "unanswered": counts["unanswered"],
        "closed by a clock": counts["closed"], **kinds,
    }
    width = max(len(name) for name in rows)
    for name, value in rows.items():
        print(f"{name:<{width}}  {value:>9}")
    for fault in book.faults[:_SHOWN_FAULTS]:
        print(f"{fault.kind.upper()}: {fault.words}")
    if len(book.faults) > _SHOWN_FAULTS:
        print(f"… and {len(book.faults) - _SHOWN_FAULTS} more")
    return not book.faults
