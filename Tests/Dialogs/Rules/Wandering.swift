import Dialogs
import Foundation
import Testing

/// Scripts that lead nowhere or round and round end politely, and never crash.
struct Wandering {
    private static func reached(_ screens: Screen...) throws -> Phone {
        var all = dialog(menu("menu", "Bonjour.", option("x", "X")))
        for screen in screens { all.screens[screen.id] = screen }
        var phone = Phone(["accueil": all, "autre": dialog(page("p", "Autre.", next: "return"))])
        try phone.dial()
        try phone.type("1")
        return phone
    }

    @Test func `a target that is not there is a polite end`() throws {
        for target in ["rien", "rien/", "autre/rien"] {
            let phone = try Self.reached(page("y", "Y.", next: "x"), route("x", otherwise: target))
            #expect(phone.last?.reply == Reply(text: "Ferme.", ends: true), "\(target)")
            #expect(phone.stored == nil)
        }
    }

    @Test func `a choice without a target is a polite end`() throws {
        var phone = try Self.reached(question("x", "Oui ?", save: "yes", expect: choices(choice("oui", "Oui")), next: by([:])))
        #expect(try phone.type("1") == "Ferme.")
    }

    @Test func `sixty-four routes in one turn are followed, one more is a polite end`() throws {
        for (count, shown) in [(64, "Fin."), (65, "Ferme.")] {
            var all = dialog(menu("menu", "Bonjour.", option("r1", "X")), end("fin", "Fin."))
            for number in 1...count {
                all.screens["r\(number)"] = route("r\(number)", otherwise: number == count ? "fin" : "r\(number + 1)")
            }
            var phone = Phone(["accueil": all])
            try phone.dial()
            #expect(try phone.type("1") == shown)
        }
    }

    @Test func `a circle of routes, of calls and of passed questions ends`() throws {
        let routes = try Self.reached(route("x", otherwise: "y"), route("y", otherwise: "x"))
        #expect(routes.last?.reply?.text == "Ferme.")
        let calls = try Self.reached(call("x", "x", next: nil))
        #expect(calls.last?.reply?.text == "Ferme.")
        var questions = try Self.reached(
            question("x", "X ?", save: "x", known: .skip, next: to("y")), question("y", "Y ?", save: "y", known: .skip, next: to("x")))
        #expect(try questions.type("a").hasPrefix("Y ?"))
        #expect(try questions.type("b").hasPrefix("X ?") || questions.last?.reply?.text.hasPrefix("Y ?") == true)
    }

    @Test func `eight calls deep is allowed, nine is not`() throws {
        for (depth, isFine) in [(8, true), (9, false)] {
            var dialogs = ["accueil": dialog(menu("menu", "Bonjour.", option("d1/", "X")))]
            for number in 1...depth { dialogs["d\(number)"] = dialog(call("c", "d\(number + 1)/", next: "return")) }
            dialogs["d\(depth + 1)"] = dialog(page("p", "Tout en bas.", next: "return"))
            var phone = Phone(dialogs)
            try phone.dial()
            #expect(try phone.type("1").hasPrefix(isFine ? "Tout en bas." : "Ferme."))
        }
    }

    @Test func `a return goes through calls without a next, and from the bottom to the start`() throws {
        let dialogs = [
            "accueil": dialog(menu("menu", "Bonjour.", option("a/", "A"), option("c/", "C"))),
            "a": dialog(call("un", "b/", next: "deux"), page("deux", "Deux.", next: "return")),
            "b": dialog(call("trois", "c/", next: nil)),
            "c": dialog(page("quatre", "Quatre.", next: "return")),
        ]
        var phone = Phone(dialogs)
        try phone.dial()
        #expect(try phone.type("1").hasPrefix("Quatre."))
        #expect(try phone.type("1").hasPrefix("Deux."))
        #expect(try phone.type("1").hasPrefix("Bonjour."))
        #expect(try phone.type("2", "1").hasPrefix("Bonjour."))
    }

    @Test func `a start that is not there is a polite end`() throws {
        var phone = Phone(["autre": dialog(end("fin", "Fin."))])
        #expect(try phone.dial() == "Ferme.")
    }

    @Test func `anything but a key goes on from a page`() throws {
        for typed in ["1", "", "7", "oui", "Awa*Ngo"] {
            var phone = try Self.reached(page("x", "X.", next: "fin"), end("fin", "Fin."))
            #expect(phone.last?.reply?.text == "X.\n1 Continuer\n0 Retour\n00 Accueil")
            #expect(try phone.type(typed) == "Fin.")
        }
        var back = try Self.reached(page("x", "X.", next: "fin"), end("fin", "Fin."))
        #expect(try back.type("0").hasPrefix("Bonjour."))
        #expect(try back.type("1", "98").hasPrefix("Un numero de la liste.\nX."), "a key that does nothing there does not go on")
    }
}
