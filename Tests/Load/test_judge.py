"""The judge sees what it is there to see: each of these stores has one fault, and the one without any is let through."""

import random
import unittest
from collections import Counter

import eye
from book import Book, Erased
from judge import Stored, restored, sent, verdict
from people import Habits, person, secret_word
from plan import callback, registration

AWA, BEN, NOBODY = "+237676800001", "+237676800002", "+237676899999"


def told() -> tuple[Book, Stored]:
    """Awa and Ben are registered, Awa asked to be called too, and each saw a menu; all of it is stored."""
    book, stored = Book(), Stored([], [], [], [])
    for index, phone in enumerate([AWA, BEN]):
        plan = registration(random.Random(index), secret_word(index), by_programmes=False)
        reference = f"1234567{index}"
        page = book.page(phone)
        page.told[reference] = plan
        page.shown["Menu"] += 1
        stored.sign_ups.append({"phone": phone, "reference": reference, "answers": dict(plan.answers)})
        stored.contacts.append({"phone": phone})
        stored.messages.append({"phone": phone, "direction": "in", "status": "received", "text": "1"})
        stored.messages.append({"phone": phone, "direction": "out", "status": "answered", "text": "Menu"})
        stored.messages.append({"phone": phone, "direction": "out", "status": "delivered", "text": f"Demande {reference}."})
    call = callback(random.Random(3))
    book.page(AWA).noted.append(call)
    stored.callbacks.append({"phone": AWA, "answers": dict(call.answers)})
    return book, stored


def swap_answers(book, stored):
    first, second = stored.sign_ups
    first["answers"], second["answers"] = second["answers"], first["answers"]


def swap_memory(book, stored):
    first, second = book.page(AWA), book.page(BEN)
    first.told, second.told = second.told, first.told


def rename(book, stored):
    stored.sign_ups[0]["answers"]["name"] = secret_word(77)


def store_for_nobody(book, stored):
    stored.sign_ups.append({"phone": NOBODY, "reference": "99999999", "answers": {}})


def finish_what_nobody_finished(book, stored):
    stored.sign_ups.append(stored.sign_ups[0] | {"reference": "99999999"})


def more_in_doubt_than_asked(book, stored):
    stored.messages.append({"phone": AWA, "direction": "out", "status": "answered", "text": "Nom ?"})


FAULTS = [
    ("a sign-up is gone", "lost", lambda book, stored: stored.sign_ups.pop()),
    ("a sign-up is there twice", "lost", lambda book, stored: stored.sign_ups.append(dict(stored.sign_ups[0]))),
    ("the answers are exchanged", "crossed", swap_answers),
    ("another's sign-ups are remembered", "lost", swap_memory),
    ("one answer is another's", "crossed", rename),
    ("somebody who never called has one", "crossed", store_for_nobody),
    ("one is stored that nobody finished", "crossed", finish_what_nobody_finished),
    ("a call-back is gone", "lost", lambda book, stored: stored.callbacks.pop()),
    ("a call-back that nobody asked for", "crossed", lambda book, stored: stored.callbacks.append({"phone": BEN, "answers": {"x": "y"}})),
    ("a turn is gone", "lost", lambda book, stored: stored.messages.pop(1)),
    ("a turn is there that nobody asked", "crossed", more_in_doubt_than_asked),
    ("a confirmation was never begun", "lost", lambda book, stored: stored.messages.pop(2)),
    ("a confirmation was begun twice", "crossed", lambda book, stored: stored.messages.append(dict(stored.messages[2]))),
    ("a contact is gone", "lost", lambda book, stored: stored.contacts.pop()),
    ("a contact is there twice", "crossed", lambda book, stored: stored.contacts.append(dict(stored.contacts[0]))),
]


class JudgeTests(unittest.TestCase):
    def test_what_is_as_it_was_told_is_let_through(self):
        self.assertEqual(verdict(*told()), [])

    def test_each_fault_is_seen(self):
        for label, kind, spoil in FAULTS:
            with self.subTest(label):
                book, stored = told()
                spoil(book, stored)
                self.assertIn(kind, [fault.kind for fault in verdict(book, stored)])

    def test_an_unanswered_step_may_be_stored_or_not(self):
        book, stored = told()
        book.page(AWA).doubtful = 1
        self.assertEqual(verdict(book, stored), [])
        more_in_doubt_than_asked(book, stored)
        self.assertEqual(verdict(book, stored), [])

    def test_an_untold_sign_up_may_be_stored_once(self):
        book, stored = told()
        plan = registration(random.Random(9), secret_word(9), by_programmes=False)
        book.page(AWA).untold.append(plan)
        self.assertEqual(verdict(book, stored), [])
        row = {"phone": AWA, "reference": "87654321", "answers": plan.answers}
        stored.sign_ups.append(row)
        self.assertEqual(verdict(book, stored), [])
        stored.sign_ups.append(row | {"reference": "87654322"})
        self.assertEqual([fault.kind for fault in verdict(book, stored)], ["crossed"])

    def test_of_who_was_erased_nothing_may_be_there(self):
        book, stored = told()
        book.page(AWA).erased = Erased.YES
        self.assertEqual([fault.kind for fault in verdict(book, stored)], ["wrong"])
        stored = Stored(*[[row for row in rows if row["phone"] != AWA] for rows in vars(stored).values()])
        self.assertEqual(verdict(book, stored), [])

    def test_forgotten_words_are_recorded_without_their_words(self):
        book, stored = told()
        book.page(AWA).forgettable["Menu"] += 1
        stored.messages[1]["text"] = None
        self.assertEqual(verdict(book, stored), [])
        del stored.messages[1]
        self.assertEqual([fault.kind for fault in verdict(book, stored)], ["lost"])


class RestoredTests(unittest.TestCase):
    def test_what_comes_back_is_what_was_there(self):
        rows = [{"phone": AWA, "reference": "1", "answers": {}}, {"phone": BEN, "reference": "2", "answers": {}}]
        changed = [rows[0] | {"answers": {"name": "x"}}, rows[1]]
        cases = [
            ("all of it", {"1"}, set(), rows, []),
            ("what was told during the backup may be missing", {"1"}, set(), rows[:1], []),
            ("what was told before may not", {"1", "2"}, set(), rows[:1], ["lost"]),
            ("what was erased since stays away", {"1"}, {BEN}, rows, ["wrong"]),
            ("something else", {"1"}, set(), changed, ["crossed"]),
            ("twice", {"1"}, set(), [*rows, rows[0]], ["crossed"]),
        ]
        for label, told, erased, after, kinds in cases:
            with self.subTest(label):
                self.assertEqual([fault.kind for fault in restored(told, erased, rows, after)], kinds)


class SentTests(unittest.TestCase):
    def test_a_confirmation_comes_at_worst_twice(self):
        for count, faults in [(1, 0), (2, 0), (3, 1)]:
            with self.subTest(count):
                self.assertEqual(len(sent(Counter({(AWA, "Demande 12345678."): count}))), faults)


class EyeTests(unittest.TestCase):
    def test_anothers_word_and_anothers_number_are_seen(self):
        book = Book()
        mine, other = secret_word(1), secret_word(2)
        book.own(other, BEN)
        eye.look(book, AWA, mine, f"1 Nom : {mine}\nVotre numero : 12345678.")
        self.assertEqual(book.faults, [])
        eye.look(book, AWA, mine, f"1 Nom : {other}")
        eye.look(book, BEN, other, "Votre numero : 12345678.")
        self.assertEqual([fault.kind for fault in book.faults], ["crossed", "crossed"])


class PeopleTests(unittest.TestCase):
    def test_nobody_has_anothers_word(self):
        words = [secret_word(index) for index in range(100_000)]
        self.assertEqual(len(set(words)), len(words))

    def test_the_seed_makes_the_person(self):
        for index in range(50):
            first, second = person(5, index, Habits()), person(5, index, Habits())
            self.assertEqual([plan.answers for plan in first.plans], [plan.answers for plan in second.plans])
            self.assertEqual((first.phone, first.by_sms), (second.phone, second.by_sms))


if __name__ == "__main__":
    unittest.main()
