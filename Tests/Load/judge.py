"""Holds what is stored against what people know. Lost: they were told, and it is not there. Crossed: it is another's."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from book import Book, Erased, Fault, Page
from plan import Plan


@dataclass
class Stored:
    """What the program's own exports say."""

    sign_ups: list[dict]
    callbacks: list[dict]
    contacts: list[dict]
    messages: list[dict]


def verdict(book: Book, stored: Stored) -> list[Fault]:
    sign_ups, callbacks, messages = (_by_phone(rows) for rows in (stored.sign_ups, stored.callbacks, stored.messages))
    faults = []
    for phone, page in book.pages.items():
        if page.erased is not Erased.NO:
            mine = [rows.pop(phone, []) for rows in (sign_ups, callbacks, messages)]
            faults += _erased(page, sum(mine, []))
            continue
        faults += _sign_ups(page, sign_ups.pop(phone, []))
        faults += _callbacks(page, callbacks.pop(phone, []))
        faults += _turns(page, messages.get(phone, []))
        faults += _confirmations(page, messages.pop(phone, []))
    for rows in (sign_ups, callbacks, messages):
        faults += [Fault("crossed", f"{len(mine)} rows are stored of {phone}, who never called") for phone, mine in rows.items()]
    return faults + _contacts(book, stored.contacts)


def restored(told: set[str], erased: set[str], before: list[dict], after: list[dict]) -> list[Fault]:
    """A backup that was restored: all that was told before it began, nothing that was never there, and nobody who has been erased since.

    `before` is what was stored at the end of the run, `after` what came back.
    """
    known = {row["reference"]: row for row in before}
    back = {row["reference"] for row in after}
    faults = [
        Fault("lost", f"{reference} of {known[reference]['phone']} was told before the backup began, and was not restored")
        for reference in told if reference in known and reference not in back]
    for row in after:
        if row["phone"] in erased:
            faults.append(Fault("wrong", f"{row['phone']} was erased, and came back with the backup"))
        elif row != known.get(row["reference"]):
            faults.append(Fault("crossed", f"{row['reference']} of {row['phone']} came back from the backup otherwise than it was"))
    if len(after) != len(back):
        faults.append(Fault("crossed", "a sign-up came back from the backup more than once"))
    return faults


def _erased(page: Page, rows: list[dict]) -> list[Fault]:
    if page.erased is Erased.YES and rows:
        return [Fault("wrong", f"{page.phone} was told that all is erased, and {len(rows)} rows are there")]
    return []


def _by_phone(rows: list[dict]) -> dict[str, list[dict]]:
    found = defaultdict(list)
    for row in rows:
        found[row["phone"]].append(row)
    return found


def _sign_ups(page: Page, rows: list[dict]) -> list[Fault]:
    faults = []
    untold = list(page.untold)
    seen = Counter(row["reference"] for row in rows)
    for reference, plan in page.told.items():
        if seen[reference] != 1:
            faults.append(Fault("lost", f"{page.phone} was told {reference}, which is stored {seen[reference]} times"))
    for row in rows:
        plan = page.told.get(row["reference"])
        if plan:
            if row["answers"] != plan.answers:
                faults.append(Fault("crossed", f"{row['reference']} of {page.phone} has {_difference(plan, row['answers'])}"))
            continue
        plan = next((plan for plan in untold if plan.answers == row["answers"]), None)
        if plan:
            untold.remove(plan)
        else:
            faults.append(Fault("crossed", f"{page.phone} has {row['reference']} stored, which nobody finished: {row['answers']}"))
    return faults


def _difference(plan: Plan, answers: dict) -> str:
    fields = sorted({*plan.answers, *answers})
    return ", ".join(
        f"{field} {answers.get(field)!r} where {plan.answers.get(field)!r} was answered"
        for field in fields if answers.get(field) != plan.answers.get(field))


def _callbacks(page: Page, rows: list[dict]) -> list[Fault]:
    told, maybe = [plan.answers for plan in page.noted], [plan.answers for plan in page.unnoted]
    faults = []
    for row in rows:
        if row["answers"] in told:
            told.remove(row["answers"])
        elif row["answers"] in maybe:
            maybe.remove(row["answers"])
        else:
            faults.append(Fault("crossed", f"{page.phone} is to be called back by {row['answers']}, and never asked that"))
    return faults + [Fault("lost", f"{page.phone} asked to be called, and it is not stored: {answers}") for answers in told]


def _turns(page: Page, rows: list[dict]) -> list[Fault]:
    """Each screen that was shown is recorded; what is recorded beyond that are answers that never arrived, and no more of them than that."""
    recorded = Counter(row["text"] for row in rows if row["direction"] == "out" and row["status"] == "answered")
    wordless = recorded.pop(None, 0)
    missing = +page.shown - recorded
    forgotten = missing & page.forgettable
    lost = missing - forgotten
    faults = []
    if lost or forgotten.total() > wordless:
        texts = [text[:40] for text in (lost or forgotten)]
        faults.append(Fault("lost", f"{page.phone} was shown {texts}, which is not recorded"))
    surplus = (recorded - page.shown).total() + wordless - forgotten.total()
    if surplus > page.doubtful:
        faults.append(Fault("crossed", f"{page.phone} has {surplus} recordings more than answers, {page.doubtful} requests were in doubt"))
    return faults


def _confirmations(page: Page, rows: list[dict]) -> list[Fault]:
    """Begun once for each sign-up."""
    begun = [row["text"] or "" for row in rows if row["direction"] == "out" and row["status"] != "answered"]
    faults = []
    for reference in page.told:
        count = sum(reference in text for text in begun)
        if count != 1:
            faults.append(Fault("lost" if count == 0 else "crossed", f"the confirmation of {reference} of {page.phone} was begun {count} times"))
    return faults


def sent(taken: Counter) -> list[Fault]:
    """What the gateway took, by number and text: a confirmation comes once, where the service was killed in the middle at worst twice."""
    return [Fault("crossed", f"{number} got the same message {count} times") for (number, _), count in taken.items() if count > 2]


def _contacts(book: Book, rows: list[dict]) -> list[Fault]:
    seen = Counter(row["phone"] for row in rows)
    faults = [Fault("crossed", f"{phone} is stored as {count} contacts") for phone, count in seen.items() if count > 1]
    return faults + [
        Fault("lost", f"{page.phone} was answered, and is no contact") for page in book.pages.values()
        if page.shown.total() and not seen[page.phone] and page.erased is Erased.NO]
