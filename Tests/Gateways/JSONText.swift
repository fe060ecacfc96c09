import Testing

/// Words of a message, and as they stand in a JSON string.
struct JSONText: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var written: String

    private init(_ label: String, _ text: String, _ written: String) { (testDescription, self.text, self.written) = (label, text, written) }

    static let all = [
        JSONText("accents", "Où êtes-vous ? Çà", "Où êtes-vous ? Çà"), JSONText("Arabic", "مرحبا بكم", "مرحبا بكم"),
        JSONText("the extension table", "5 € {a} [b] \\", #"5 € {a} [b] \\"#),
        JSONText("quotes and lines", "« \"oui\" »\n1", #"« \"oui\" »\n1"#),
        JSONText("emoji", "😀", "😀"), JSONText("stars", "*123#", "*123#"),
    ]
}
