/// A screen was written for whoever came by themselves; sent to many it lacks what a message of ours says.
extension Script {
    /// - Parameters:
    ///   - target: as `--opens` has it, sent without words of its own.
    ///   - oneWay: a channel that it may leave by and that nobody can answer on.
    package func findings(inScreenAlone target: String, oneWay: String?) -> [Finding] {
        let place = Place(file: "--opens", line: 1, column: 1)
        let named = address(opening: target).flatMap { screen(at: $0) }.flatMap(Self.placeholders) ?? []
        var findings: [Finding] = []
        if !named.contains(BuiltIn.howToStop.rawValue) {
            findings.append(
                Finding(
                    .warning, "no-way-to-stop", at: place,
                    what: Bilingual(
                        fr: "cet écran ne dit pas comment ne plus recevoir de messages", en: "this screen does not say how to stop"),
                    mend: Bilingual(
                        fr: "dites-le par --text, avec {{how-to-stop}}", en: "say it by --text, with {{how-to-stop}}")))
        }
        if let oneWay, !named.contains(BuiltIn.code.rawValue) {
            findings.append(
                Finding(
                    .warning, "no-way-to-answer", at: place,
                    what: Bilingual(
                        fr: "personne ne peut répondre sur le canal « \(oneWay) », et cet écran montre des réponses",
                        en: "nobody can answer on the channel \"\(oneWay)\", and this screen shows answers"),
                    mend: Bilingual(
                        fr: "dites par --text ce qu'il faut composer : {{code}}", en: "say by --text what to dial: {{code}}")))
        }
        return findings
    }

    /// Of what it shows by SMS in the source language; nil where it shows nothing itself.
    private static func placeholders(of screen: Screen) -> [String]? {
        switch screen.kind {
        case .menu(let say, _), .page(let say, _): say.source[.sms].placeholders
        case .question(let question): question.ask.source[.sms].placeholders
        case .review(let review): review.say.source[.sms].placeholders
        case .route, .call, .end: nil
        }
    }
}
