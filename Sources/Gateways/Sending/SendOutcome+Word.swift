extension SendOutcome {
    /// The same with a gateway's own code, which says more than its status; nil leaves it as it is.
    func saying(_ code: String?) -> SendOutcome {
        guard let word = code?.asWord else { return self }
        return switch self {
        case .accepted: self
        case .refused(let cause, _): .refused(cause, word: word)
        case .notTaken(let obstacle, _): .notTaken(obstacle, word: word)
        case .unknown: .unknown(word: word)
        }
    }
}
