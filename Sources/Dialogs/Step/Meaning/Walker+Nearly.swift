/// What is an answer to the open question when it is nothing else.
extension Walker {
    mutating func answerNearly(_ typed: TypedText) {
        if let option = nearOption(typed) {
            switch option {
            case .one(let option): return take(option)
            case .several(let options): return ask(which: options)
            case .nothing: break
            }
        }
        beginAnswer()
        if let question = situation.openQuestion, case .choice(let choices) = question.expect {
            if let hidden = situation.hiddenOptions { return find(typed, among: hidden, of: question) }
            if choices.several != nil, session.mode == .screen, let numbers = nearSeveral(typed) { return answerShown(numbers) }
        }
        answerShown(typed)
    }

    /// nil where options are not what is asked.
    private func nearOption(_ typed: TypedText) -> Meant? {
        if situation.asksFreeText || session.mode != .knownOffer && situation.hiddenOptions != nil { return nil }
        if !session.isWayOut, session.mode == .screen, case .page? = situation.screen?.kind { return nil }
        return situation.nearest(typed, among: session.shown)
    }

    private func nearSeveral(_ typed: TypedText) -> TypedText? {
        let situation = situation
        let shown = session.shown
        return situation.severalNumbered(typed) { situation.understood($0, among: shown) }
    }

    /// One that is meant is taken at once, several are offered.
    private mutating func find(_ typed: TypedText, among options: [ShownOption], of question: Question) {
        switch situation.nearest(typed, among: options) {
        case .one(let option): take(option, of: question)
        case .several(let options) where session.mode != .knownOffer: offer(options)
        case .several, .nothing: answerShown(typed)
        }
    }
}
