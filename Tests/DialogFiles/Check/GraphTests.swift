import DialogFiles
import Dialogs
import Testing

/// The picture of the dialogs.
@Suite struct Graphs {
    static func drawn(_ files: [String: String]) throws -> [String] {
        let script = try #require(read(FolderText(files: files), start: "accueil", languages: ["fr"]).script)
        return graph(script).split(separator: "\n").map { $0.drop { $0 == " " } }.map(String.init)
    }

    @Test func `each file is a box, each screen a node with its first words, each way an arrow with the option's words`() throws {
        let lines = try Self.drawn([
            "accueil.yaml": """
            start: menu
            screens:
              menu: { say: "Bonjour \\"vous\\".", menu: { lieu: "Où ?", fin: Finir } }
              lieu: { call: lieu/, next: fin }
              fin: { end: Merci. }
            """,
            "lieu.yaml": """
            start: pays
            screens:
              pays: { ask: "Ici ?", save: residence, choices: { oui: Oui, non: Non }, next: { oui: return, non: tri } }
              tri: { route: [{ when: { residence: non }, next: pays }, { else: return }] }
            """,
        ])
        for line in [
            #"label="accueil";"#, ##""accueil/menu" [label="menu\nBonjour \"vous\".", fillcolor="#dbeafe"];"##,
            #""accueil/menu" -> "accueil/lieu" [label="Où ?"];"#, #""accueil/lieu" -> "lieu/pays" [label="appelle", style=dashed];"#,
            #""accueil/lieu" -> "accueil/fin" [label="puis"];"#, #""lieu/pays" -> "lieu/tri" [label="Non"];"#,
            #""lieu/tri" -> "lieu/pays" [label="residence = non", style=dotted];"#, #""()" -> "accueil/menu";"#,
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(lines.first == "digraph passerelle {")
        #expect(lines.last == "}")
    }

    @Test func `a target that is not there draws no node of its own`() throws {
        let lines = try Self.drawn(["accueil.yaml": "start: a\nscreens:\n  a: { say: Bonjour., next: b }\n"])
        #expect(!lines.contains { $0.contains("accueil/b") })
    }
}
