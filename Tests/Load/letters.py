"""What a channel's letters make of the dialogs' French."""

import unicodedata

# 3GPP TS 23.038 §6.2.1, the part of it that French uses; what is not in it loses its accent.
_GSM_ACCENTS = "éèùàÇÉäöñüÄÖÑÜ"


def ascii_only(text: str) -> str:
    """As USSD shows it."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def gsm(text: str) -> str:
    """As an SMS shows it."""
    return "".join(c if c in _GSM_ACCENTS else ascii_only(c) for c in text)
