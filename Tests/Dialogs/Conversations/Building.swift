import Dialogs
import Foundation

/// Small scripts, written as shortly as the dialogs' own files are.
/// `Oui | Yes` is French, then English.
func words(_ text: String) -> Words {
    let both = text.components(separatedBy: " | ")
    return Words(
        place: nowhere, source: Variants(Template(both[0])), translations: both.count == 2 ? ["en": Variants(Template(both[1]))] : [:])
}

let nowhere = Place(file: "test.yaml", line: 1, column: 1)

func target(_ text: String) -> Target {
    Target(parsing: text, at: nowhere) ?? Target(place: nowhere, destination: .screen("badly-written"))
}

func field(_ id: String) -> Field { Field(id: id, place: nowhere) }

func action(_ kind: Action.Kind) -> Action { Action(place: nowhere, kind: kind) }

private func screen(_ id: String, _ kind: Screen.Kind, _ actions: [Action.Kind]) -> Screen {
    Screen(id: id, place: nowhere, kind: kind, actions: actions.map(action))
}

extension Screen {
    /// The same, with something to do when it is reached.
    func doing(_ action: Action.Kind) -> Screen { screen(id, kind, [action]) }
}

/// An option of a menu; in the short form its id is its target.
func option(
    _ target: String, _ text: String, id: String? = nil, when condition: Condition? = nil, does actions: [Action.Kind] = []
) -> Option {
    Option(
        id: id ?? target, place: nowhere, words: words(text), next: aim(target), when: condition, actions: actions.map(action))
}

private func aim(_ text: String) -> Target { target(text) }

func menu(_ id: String, _ say: String, does actions: [Action.Kind] = [], _ options: Option...) -> Screen {
    screen(id, .menu(say: words(say), options: options), actions)
}

func page(_ id: String, _ say: String, does actions: [Action.Kind] = [], next: String) -> Screen {
    screen(id, .page(say: words(say), next: target(next)), actions)
}

func end(_ id: String, _ text: String, does actions: [Action.Kind] = []) -> Screen {
    screen(id, .end(words(text)), actions)
}

func route(_ id: String, does actions: [Action.Kind] = [], _ cases: (Condition, String)..., otherwise: String) -> Screen {
    let cases = cases.map { Route.Case(when: $0.0, next: target($0.1)) }
    return screen(id, .route(Route(cases: cases, otherwise: target(otherwise))), actions)
}

func call(_ id: String, _ called: String, does actions: [Action.Kind] = [], next: String?) -> Screen {
    screen(id, .call(target(called), next: next.map { target($0) }), actions)
}

func review(_ id: String, _ fields: [String], next: String) -> Screen {
    screen(
        id, .review(Review(say: words("Vos réponses :"), fields: fields.map(field), accept: words("Envoyer"), next: target(next))), [])
}

func question(
    _ id: String, _ ask: String, save: String, expect: Expectation = .text(TextRule()), label: String? = nil, optional: String? = nil,
    known: Question.Known = .ask, hint: String? = nil, isPrivate: Bool = false, does actions: [Action.Kind] = [], next: Next
) -> Screen {
    screen(
        id,
        .question(
            Question(
                ask: words(ask), save: field(save), label: label.map(words), expect: expect, optional: optional.map(words), known: known,
                hint: hint.map(words), isPrivate: isPrivate, next: next)), actions)
}

func to(_ text: String) -> Next { .always(target(text)) }

func by(_ targets: [String: String], skipped: String? = nil, otherwise: String? = nil) -> Next {
    .byChoice(targets.mapValues { target($0) }, skipped: skipped.map { target($0) }, otherwise: otherwise.map { target($0) })
}

func choice(_ id: String, _ text: String, when condition: Condition? = nil) -> Choice {
    Choice(id: id, place: nowhere, words: words(text), when: condition)
}

func choices(_ all: Choice..., several: ClosedRange<Int>? = nil, find: Bool? = nil) -> Expectation {
    let several = several.map { Choices.Several(min: $0.lowerBound, max: $0.upperBound) }
    return .choice(Choices(source: .inline(all), place: nowhere, several: several, find: find))
}

func listed(_ name: String, several: ClosedRange<Int>? = nil, find: Bool? = nil) -> Expectation {
    let several = several.map { Choices.Several(min: $0.lowerBound, max: $0.upperBound) }
    return .choice(Choices(source: .list(name), place: nowhere, several: several, find: find))
}

func answered(_ id: String, _ ids: String...) -> Condition { .answer(field(id), .oneOf(ids)) }

func dialog(
    title: String = "un dialogue", start: String? = nil, resume: Resume = .offer, signUps: [String: SignUp] = [:],
    messages: [String: String] = [:], reminders: [String: Reminder] = [:], keywords: [Language: [String]] = [:],
    keywordAnswer: String? = nil, continueBySMS: FollowUp? = nil, nudge: FollowUp? = nil, _ screens: Screen...
) -> Dialog {
    Dialog(
        title: words(title), place: nowhere, start: start ?? screens.first?.id ?? "", startPlace: nowhere, keywords: keywords,
        keywordsPlace: nil, keywordAnswer: keywordAnswer.map { target($0) }, resume: resume, continueBySMS: continueBySMS, nudge: nudge,
        screens: Dictionary(screens.map { ($0.id, $0) }) { $1 }, order: screens.map(\.id), signUps: signUps,
        messages: messages.mapValues(words), reminders: reminders)
}

func signUp(_ fields: [String], consent: (String, String)? = ("consent", "oui"), again: SignUp.Again = .update) -> SignUp {
    SignUp(
        place: nowhere, title: words("Une inscription"), fields: fields.map(field), consentField: consent?.0, consentChoice: consent?.1,
        again: again, keep: nil)
}

func script(_ dialogs: [String: Dialog], lists: [String: [Choice]] = [:], words: ProgramWords = .french) -> Script {
    Script(
        languages: ["fr", "en"], start: "accueil", dialogs: dialogs,
        lists: lists.mapValues { ChoiceList(place: nowhere, choices: $0) }, words: words)
}

extension ProgramWords {
    /// As short as they can be told apart.
    static let french = ProgramWords(
        texts: [
            .back: "Retour", .start: "Accueil", .more: "Suite", .skip: "Passer", .goOn: "Continuer", .accept: "Envoyer",
            .resumeOffer: "Reprendre {{title}} ?", .resumeGoOn: "Continuer", .resumeOver: "Recommencer", .notUnderstood: "Pas compris.",
            .hintText: "De {{min}} a {{max}} lettres.", .hintNumber: "Un nombre de {{min}} a {{max}}.", .hintDate: "Une date.",
            .hintPhone: "Un telephone.", .hintChoice: "Un numero de la liste.", .hintSeveral: "De {{min}} a {{max}} numeros.",
            .wayOut: "Que faire ?", .noMatch: "Rien.", .closed: "Ferme.", .howToStopReply: "Repondez STOP.",
            .howToStopDial: "Faites le {{code}}.", .ambiguous: "{{options}} ?",
            .stopped: "Fini ; {{code}} marche. | Stopped; {{code}} works.",
            .started: "A nouveau. | Again.", .help: "Faites le {{code}}. | Dial {{code}}.", .verified: "C'est vrai. | It is true.",
            .notOurs: "Pas de nous. | Not ours.", .sameNumber: "Deja servi.", .sameNumberYes: "C'est moi | It is me",
            .sameNumberNo: "Non | No",
        ].mapValues(words),
        commands: [
            .stop: ["fr": ["STOP", "ARRET"], "en": ["STOP", "END"]], .start: ["fr": ["START"], "en": ["START", "UNSTOP"]],
            .help: ["fr": ["AIDE"], "en": ["HELP"]], .menu: ["fr": ["MENU", "ACCUEIL"], "en": ["MENU", "HOME"]],
            .verify: ["fr": ["VRAI"], "en": ["VERIFY"]],
        ],
        status: ["open": Words(place: nowhere, source: Variants(Template("ouverte")))])
}
