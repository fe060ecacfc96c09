import Dialogs
import Foundation
import Testing

/// Choices: by number, several at once, by the beginning of their words, or skipped.
struct Choosing {
    private static func asked(
        _ expect: Dialogs.Expectation, optional: String? = nil, lists: [String: [Choice]] = [:], when set: [String: String] = [:]
    ) throws -> Phone {
        let dialogs = [
            "accueil": dialog(
                page("debut", "Bonjour.", does: set.isEmpty ? [] : [.set(set)], next: "choix"),
                question(
                    "choix", "Quoi ?", save: "what", expect: expect, optional: optional, next: by([:], skipped: "passe", otherwise: "fin")),
                end("passe", "Passe."), end("fin", "Fin {{what}}."))
        ]
        var phone = Phone(dialogs, lists: lists)
        try phone.dial()
        try phone.type("1")
        return phone
    }

    static let countries = [
        "Cameroun", "Cap-Vert", "Centrafrique", "Comores", "Congo", "Cote d'Ivoire", "Croatie", "Cuba", "Chypre", "Émirats", "Etats-Unis",
    ]
    static let list = ["lists/pays": countries.enumerated().map { choice("pays-\($0.offset)", $0.element) }]

    @Test func `skipping is the last number of a choice`() throws {
        var phone = try Self.asked(choices(choice("a", "A"), choice("b", "B")), optional: "Je ne sais pas")
        #expect(phone.last?.reply?.text == "Quoi ?\n1 A\n2 B\n3 Je ne sais pas\n0 Retour\n00 Accueil")
        #expect(try phone.type("3") == "Passe.")
        #expect(phone.last?.record.understood == .skip)
    }

    @Test func `an option is shown while its condition holds`() throws {
        let expect = choices(
            choice("a", "A", when: answered("x", "un")), choice("b", "B"), choice("c", "C", when: .not(answered("x", "un"))))
        let one = try Self.asked(expect, when: ["x": "un"])
        #expect(one.last?.reply?.text.hasPrefix("Quoi ?\n1 A\n2 B\n0") == true)
        let other = try Self.asked(expect, when: ["x": "deux"])
        #expect(other.last?.reply?.text.hasPrefix("Quoi ?\n1 B\n2 C\n0") == true)
    }

    @Test func `numbers are judged by the options as shown, not by a list computed anew`() throws {
        var phone = try Self.asked(choices(choice("a", "A"), choice("b", "B")))
        phone.script.dialogs["accueil"]?.screens["choix"] = question(
            "choix", "Quoi ?", save: "what", expect: choices(choice("z", "Z"), choice("a", "A"), choice("b", "B")), next: to("fin"))
        #expect(try phone.type("1") == "Fin A.")
    }

    @Test(arguments: [
        ("1 3", ["a", "c"]), ("1,3", ["a", "c"]), ("3 1", ["a", "c"]), ("1, 3", ["a", "c"]), ("1 et 3", ["a", "c"]), ("2", ["b"]),
        ("1 1", ["a"]),
        ("١ ٣", ["a", "c"]), ("1*3", ["a", "c"]),
    ])
    func `several are answered by their numbers`(typed: String, ids: [String]) throws {
        var phone = try Self.asked(choices(choice("a", "A"), choice("b", "B"), choice("c", "C"), several: 1...2))
        #expect(try phone.type(typed) == "Fin \(ids.map { $0.uppercased() }.joined(separator: ", ")).")
    }

    @Test(arguments: ["1 2 3", "4", "1 4", "x", "1 x", "", "et", "13", "-"]) func `too many, too few and what is no option are misses`(
        typed: String
    ) throws {
        var phone = try Self.asked(choices(choice("a", "A"), choice("b", "B"), choice("c", "C"), several: 1...2))
        #expect(try phone.type(typed).hasPrefix("De 1 a 2 numeros.\nQuoi ?"))
    }

    @Test func `several may be skipped by the last number, alone`() throws {
        var phone = try Self.asked(choices(choice("a", "A"), choice("b", "B"), several: 1...2), optional: "Rien")
        #expect(try phone.type("1 3").hasPrefix("De 1 a 2 numeros."))
        #expect(try phone.type("3") == "Passe.")
    }

    @Test func `with find the beginning of the words is typed and at most eight matches are offered`() throws {
        var phone = try Self.asked(listed("lists/pays", find: true), lists: Self.list)
        #expect(phone.last?.reply?.text == "Quoi ?\n0 Retour\n00 Accueil")
        let matches = try phone.type("c")
        #expect(
            matches.hasPrefix("Quoi ?\n1 Cameroun\n2 Cap-Vert\n3 Centrafrique\n4 Comores\n5 Congo\n6 Cote d'Ivoire\n7 Croatie\n8 Cuba\n"))
        #expect(!matches.contains("Chypre"))
        #expect(try phone.type("6") == "Fin Cote d'Ivoire.")
    }

    @Test func `letters are compared without case and accents`() throws {
        var phone = try Self.asked(listed("lists/pays", find: true), lists: Self.list)
        #expect(try phone.type("CÔTE D’").hasPrefix("Quoi ?\n1 Cote d'Ivoire\n0"))
        #expect(try phone.type("emir").hasPrefix("Quoi ?\n1 Emirats\n0"), "other letters search anew")
        #expect(try phone.type("1") == "Fin Emirats.")
    }

    @Test(arguments: ["cap v", "verde", "cote d i", "cotê d-ivoire"]) func `hyphens and apostrophes need not be typed`(typed: String) throws
    {
        let list = ["lists/pays": ["Cap-Verde", "Côte d'Ivoire"].enumerated().map { choice("pays-\($0.offset)", $0.element) }]
        var phone = try Self.asked(listed("lists/pays", find: true), lists: list)
        #expect(try phone.type(typed).hasPrefix("Quoi ?\n1 C"))
    }

    @Test func `nothing that begins so is said, and three times is a way out`() throws {
        var phone = try Self.asked(listed("lists/pays", find: true), lists: Self.list)
        #expect(try phone.type("zz") == "Rien.\nQuoi ?\n0 Retour\n00 Accueil")
        #expect(try phone.type("") == "Pas compris.\nQuoi ?\n0 Retour\n00 Accueil")
        #expect(try phone.type("1").hasPrefix("Que faire ?"))
    }

    @Test func `back from the matches is the question, and a number beyond them a miss`() throws {
        var phone = try Self.asked(listed("lists/pays", find: true), lists: Self.list)
        #expect(try phone.type("cu", "2").hasPrefix("Un numero de la liste.\nQuoi ?\n1 Cuba"))
        #expect(try phone.type("0") == "Quoi ?\n0 Retour\n00 Accueil")
        #expect(try phone.type("0").hasPrefix("Bonjour."))
    }

    @Test func `a question with find is skipped by its key`() throws {
        var phone = try Self.asked(listed("lists/pays", find: true), optional: "Aucun", lists: Self.list)
        #expect(phone.last?.reply?.text == "Quoi ?\n99 Aucun\n0 Retour\n00 Accueil")
        var matches = phone
        #expect(try matches.type("cu", "99") == "Passe.")
        #expect(try phone.type("99") == "Passe.")
    }

    @Test(arguments: [(97, false), (98, true)]) func `above ninety-seven options they are found by words`(count: Int, isFound: Bool) throws
    {
        let list = ["lists/tout": (1...count).map { choice("c\($0)", "Mot \($0)") }]
        var phone = try Self.asked(listed("lists/tout"), lists: list)
        #expect((phone.last?.reply?.text == "Quoi ?\n0 Retour\n00 Accueil") == isFound)
        try phone.type("97")
        #expect(phone.isOver != isFound)
    }
}
