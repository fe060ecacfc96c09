"""Who calls: each a number and habits of their own, all from the seed."""

import random
from dataclasses import dataclass

import plan
from plan import Plan

_CONSONANTS = "bcdfgklmnprstvwz"
_VOWELS = "aeiou"
_SYLLABLES = len(_CONSONANTS) * len(_VOWELS)
_WORDS = _SYLLABLES**4
# Has no factor in common with the number of words, so that no two people get the same.
_STRIDE = 7_654_321


def secret_word(index: int) -> str:
    """A name that nobody else has, and that no dialog says: `Zo` and four syllables."""
    rest = index * _STRIDE % _WORDS
    word = ""
    for _ in range(4):
        rest, syllable = divmod(rest, _SYLLABLES)
        word += _CONSONANTS[syllable // len(_VOWELS)] + _VOWELS[syllable % len(_VOWELS)]
    return "Zo" + word


@dataclass
class Habits:
    """How often something goes wrong or is done otherwise, of one step each."""

    retries: float = 0.05
    vanishes: float = 0.015
    drops: float = 0.03
    hangs_up: float = 0.6
    late: float = 0.5
    misses: float = 0.02
    switches: float = 0.25
    starts_over: float = 0.15
    gives_up: float = 0.04


@dataclass
class Person:
    index: int
    phone: str
    plans: list[Plan]
    by_sms: bool
    # Registers, and has it all erased soon after.
    erases: bool
    rng: random.Random
    habits: Habits


def person(seed: int, index: int, habits: Habits) -> Person:
    rng = random.Random(f"{seed} {index}")
    drawn = rng.random()
    plans = []
    if drawn < 0.12:
        plans.append(plan.callback(rng))
    else:
        plans.append(plan.registration(rng, secret_word(2 * index), by_programmes=rng.random() < 0.1))
        # A phone that a family shares.
        if drawn > 0.92:
            plans.append(plan.registration(rng, secret_word(2 * index + 1), by_programmes=False))
    return Person(index, f"+2376768{index:05d}", plans, rng.random() < 0.2, rng.random() < 0.03, rng, habits)
