"""What one person means to do in one conversation: each screen that waits, and what they type there."""

from dataclasses import dataclass, field

import screens
import words
from screens import Screen, question

SKIPPED = "99"


@dataclass(frozen=True)
class Step:
    screen: Screen
    ussd: str
    sms: str
    # What is wrong here, and the words that say so; a question without it is never missed on purpose.
    wrong: tuple[str, str] | None = None


@dataclass
class Plan:
    """The screens in their order with `end` behind them, and what must be stored once that was shown."""

    kind: str
    title: str
    secret: str
    steps: list[Step]
    end: Screen
    answers: dict
    # From here on a dropped session is offered again, since one question was answered.
    offered_from: int
    # Where starting over leads.
    first: int

    def screen(self, index: int) -> Screen:
        return self.steps[index].screen if index < len(self.steps) else self.end

    @property
    def last(self) -> int:
        return len(self.steps)

    def is_offered(self, index: int) -> bool:
        return self.offered_from <= index < self.last


@dataclass
class _Draft:
    rng: object
    steps: list[Step] = field(default_factory=list)
    answers: dict = field(default_factory=dict)

    def choose(self, name: str, field_id: str, ask: str, options: dict, skip: str | None = None, odds: float = 0.15) -> str | None:
        """One of a list by its number or, by SMS, its words; now and then the way out of it."""
        shown = [*options.values(), *([skip] if skip else [])]
        screen = question(name, ask, shown)
        if skip and self.rng.random() < odds:
            self.steps.append(Step(screen, str(len(shown)), str(len(shown)), ("77", words.HINT_CHOICE)))
            return None
        chosen = self.rng.choice(list(options))
        number = str(list(options).index(chosen) + 1)
        by_sms = self.rng.choice([number, options[chosen]])
        self.steps.append(Step(screen, number, by_sms, ("77", words.HINT_CHOICE)))
        self.answers[field_id] = chosen
        return chosen


def registration(rng, secret: str, *, by_programmes: bool) -> Plan:
    draft = _Draft(rng)
    draft.steps.append(Step(screens.MENU, "3" if by_programmes else "1", "3" if by_programmes else "1"))
    if by_programmes:
        draft.steps.append(Step(question("programmes", "Nos programmes :", words.PROGRAMMES), "1", "1"))
        draft.steps.append(Step(question("diaspora", words.DIASPORA, ["S'inscrire"]), "1", "1"))
    first = len(draft.steps)
    draft.steps.append(Step(screens.CONSENT, "1", rng.choice(["1", "oui", "OUI"])))
    draft.steps.append(Step(Screen("name", ("Votre nom ?", "99 Plus tard")), secret, secret, ("A", words.HINT_TEXT)))
    draft.answers["name"] = secret
    _residence(draft)
    draft.choose("sector", "sector", "Quelle activité ?", words.SECTORS)
    stage = draft.choose("stage", "stage", "Où en est votre projet ?", words.STAGES)
    if stage != "idee":
        size = rng.choice([0, 1, 2, 7, 42, 500])
        draft.steps.append(Step(question("team", "Combien de personnes travaillent avec vous ? Tapez 0 si personne."), str(size), str(size)))
        draft.answers["team"] = size
    _needs(draft)
    here = draft.answers["residence"] == "cm"
    situations = words.SITUATIONS_HERE if here else words.SITUATIONS_ABROAD
    draft.choose("situation", "situation", "Vous êtes :", situations, "Je préfère ne pas dire")
    sex = draft.choose("sex", "sex", "Pour compter, sans votre nom. Vous êtes :", words.SEXES, "Je préfère ne pas dire")
    if sex:
        draft.choose("age", "age", "Votre âge ?", words.AGES, "Je préfère ne pas dire")
    review = _review(draft.answers)
    accept = str(len(review.lines) - 1)
    draft.steps.append(Step(review, accept, accept))
    return Plan(
        "sign-up", "votre inscription", secret, draft.steps, screens.REGISTERED, draft.answers, offered_from=first + 1, first=first)


def _residence(draft: _Draft) -> None:
    home = draft.choose("residence", "residence", "Vivez-vous au Cameroun ?", {"cm": "Oui", "abroad": "Non"})
    if home == "cm":
        draft.choose("region", "region", "Région ? (pour vous orienter)", words.REGIONS, "Passer")
        return
    ask = "Dans quel pays ? Écrivez le début du nom. Exemple : Ga"
    screen = Screen("country", (ask, "99 Sans réponse"))
    if draft.rng.random() < 0.15:
        draft.steps.append(Step(screen, SKIPPED, SKIPPED))
    else:
        beginning = draft.rng.choice(list(words.COUNTRIES))
        found = words.COUNTRIES[beginning]
        draft.steps.append(Step(screen, beginning, beginning))
        number = draft.rng.randrange(len(found))
        draft.steps.append(Step(Screen("found", (ask, *screens.numbered(found.values()), "99 Sans réponse")), str(number + 1), str(number + 1)))
        draft.answers["country"] = list(found)[number]
    draft.choose("wish-return", "wish-return", "Voulez-vous revenir vivre au Cameroun ?", words.WISHES)


def _needs(draft: _Draft) -> None:
    options = words.NEEDS_HERE if draft.answers["residence"] == "cm" else words.NEEDS
    shown = [*options.values(), "Je ne sais pas"]
    screen = question("needs", "Quels programmes ? Exemple : 1 3", shown)
    if draft.rng.random() < 0.15:
        draft.steps.append(Step(screen, str(len(shown)), str(len(shown))))
        return
    chosen = sorted(draft.rng.sample(range(len(options)), draft.rng.randint(1, len(options))))
    typed = draft.rng.choice([" ", ","]).join(str(n + 1) for n in chosen)
    draft.steps.append(Step(screen, typed, typed))
    draft.answers["needs"] = [list(options)[n] for n in chosen]


def _review(answers: dict) -> Screen:
    home = answers["residence"]
    lines = [f"Nom : {answers['name']}", f"Au Cameroun : {'Oui' if home == 'cm' else 'Non'}"]
    if home == "cm":
        lines.append(f"Région : {words.REGIONS.get(answers.get('region'), 'Passer')}")
    else:
        lines.append(f"Pays : {words.COUNTRY_NAMES.get(answers.get('country'), 'Sans réponse')}")
    lines.append(f"Activité : {words.SECTORS[answers['sector']]}")
    return Screen("review", ("Vos réponses :", *screens.numbered([*lines, "Envoyer"])))


def callback(rng) -> Plan:
    draft = _Draft(rng)
    draft.steps.append(Step(screens.MENU, "2", "2"))
    draft.steps.append(Step(question("number", "À quel numéro vous appeler ?", ["Ce téléphone", "Un autre numéro"]), "1", "1"))
    draft.answers["callback-number"] = "ici"
    draft.choose("moment", "callback-time", "Quand vous appeler ?", words.TIMES)
    draft.choose("language", "callback-language", "En quelle langue ?", words.LANGUAGES)
    draft.choose("voice", "callback-voice", "Quelle voix ?", words.VOICES)
    return Plan("callback", "votre demande d'appel", "", draft.steps, screens.NOTED, draft.answers, offered_from=2, first=1)


def erasure(reference: str) -> Plan:
    """Everything that is kept of somebody with this one registration."""
    draft = _Draft(None)
    draft.steps.append(Step(screens.MENU, "4", "4"))
    draft.steps.append(Step(question("dossier", "Votre dossier :", words.DOSSIER), "3", "3"))
    draft.steps.append(Step(Screen("which", words.WHICH), reference, reference))
    draft.steps.append(Step(question("sure", words.SURE, ["Oui, effacer", "Non, garder"]), "1", "1"))
    # Never offered again: whoever dials next has not given the reference.
    return Plan("erasure", "vos données", "", draft.steps, screens.ERASED, {}, offered_from=len(draft.steps), first=0)
