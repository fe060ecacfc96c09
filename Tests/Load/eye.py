"""Looks at everything that is shown to anybody: nobody may see another's word or another's number."""

import re

from book import Book

_SECRET = re.compile(r"\bZo[bcdfgklmnprstvwz][aeiou](?:[bcdfgklmnprstvwz][aeiou]){3}\b")
_REFERENCE = re.compile(r"(?<!\d)\d{8}(?!\d)")


def secrets_in(text: str) -> list[str]:
    return _SECRET.findall(text)


def look(book: Book, phone: str, secret: str, text: str) -> None:
    for word in secrets_in(text):
        if word != secret:
            book.fault("crossed", f"{phone} was shown {word}, the word of {book.owner.get(word, 'nobody')}")
    for reference in _REFERENCE.findall(text):
        holder = book.owner.setdefault(reference, phone)
        if holder != phone:
            book.fault("crossed", f"{phone} was shown {reference}, the number of {holder}")
