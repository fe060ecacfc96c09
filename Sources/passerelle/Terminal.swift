import Dialogs
import Foundation

extension Bilingual.Choice {
    /// The language that the terminal asks for: French where `LC_ALL`, `LC_MESSAGES` or `LANG` says so, the first that is set.
    static var ofThisTerminal: Self {
        let environment = ProcessInfo.processInfo.environment
        let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return asked?.lowercased().hasPrefix("fr") == true ? .french : .english
    }
}

extension Bilingual {
    /// In the language of the terminal.
    var words: String { self[.ofThisTerminal] }
}

/// What goes to the terminal: results to standard output, everything else to standard error.
enum Terminal {
    static func say(_ sentence: Bilingual) {
        complain(sentence.words)
    }

    static func complain(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    static func result(_ text: String, terminator: String = "\n") {
        FileHandle.standardOutput.write(Data((text + terminator).utf8))
    }
}
