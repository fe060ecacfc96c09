package import Dialogs

/// The dialogs' folder as text, taken from wherever it is kept.
package struct FolderText: Equatable, Sendable {
    /// By the path inside the folder: `accueil.yaml`, `en.po`, `tests/rappel.chat`.
    package var files: [String: String]

    package init(files: [String: String]) { self.files = files }

    /// Takes files as they lie on a disk. What is not UTF-8 is told, and stands in the text as `�`, so that the rest of the file can
    /// still be read.
    package static func decoding(_ files: [String: [UInt8]]) -> (folder: FolderText, findings: [Finding]) {
        var findings: [Finding] = []
        var texts: [String: String] = [:]
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            texts[path] = text(of: bytes)
            if let place = firstFault(in: bytes, of: path) {
                findings.append(
                    Finding(
                        .error, "not-utf-8", at: place,
                        what: Bilingual(fr: "ce fichier n'est pas enregistré en UTF-8", en: "this file is not saved as UTF-8"),
                        mend: Bilingual(
                            fr: "dans votre éditeur, enregistrez-le avec l'encodage UTF-8",
                            en: "in your editor, save it with the encoding UTF-8")))
            }
        }
        return (FolderText(files: texts), findings)
    }

    /// An editor that saved in UTF-16 has put its mark in front: read so, the file has no other faults than its own.
    private static func text(of bytes: [UInt8]) -> String {
        func units(_ high: Int, _ low: Int) -> [UInt16] {
            stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low]) }
        }
        return switch bytes.prefix(2) {
        case [0xFF, 0xFE]: String(decoding: units(1, 0), as: UTF16.self)
        case [0xFE, 0xFF]: String(decoding: units(0, 1), as: UTF16.self)
        default: String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func firstFault(in bytes: [UInt8], of path: String) -> Place? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var line: [Unicode.Scalar] = []
        var number = 1
        while true {
            switch decoder.decode(&rest) {
            case .scalarValue("\n"):
                number += 1
                line = []
            case .scalarValue(let scalar): line.append(scalar)
            case .error, .emptyInput:
                return Place(file: path, line: number, column: String(String.UnicodeScalarView(line)).count + 1)
            }
        }
    }
}
