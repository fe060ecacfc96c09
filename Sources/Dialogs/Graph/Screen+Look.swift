extension Screen {
    /// How a node of its kind is drawn.
    var look: String {
        switch kind {
        case .menu: "fillcolor=\"#dbeafe\""
        case .page: "fillcolor=\"#f4f6f8\""
        case .question: "fillcolor=\"#fef3c7\""
        case .review: "fillcolor=\"#fde2c8\""
        case .route: "shape=diamond, style=filled, fillcolor=\"#eef0f2\", fontsize=9, margin=\"0.02,0.02\""
        case .call: "shape=cds, style=filled, fillcolor=\"#e5e0f5\""
        case .end: "fillcolor=\"#d7f0dd\", penwidth=2"
        }
    }
}

extension Condition {
    /// The condition in a few letters: `residence = cm`.
    var short: String {
        switch self {
        case .all(let parts): parts.map(\.short).joined(separator: " et ")
        case .any(let parts): parts.map(\.short).joined(separator: " ou ")
        case .not(let part): "pas \(part.short)"
        case .answer(let field, let test): "\(field.id) \(test.short)"
        case .channel(let kind): kind.rawValue.uppercased()
        case .language(let languages): languages.map(\.rawValue).joined(separator: ", ")
        case .network(let names): names.joined(separator: ", ")
        case .signedUp(let id, _): "inscrit : \(id)"
        case .optedOut(let isOut): isOut ? "a dit STOP" : "n'a pas dit STOP"
        }
    }
}

extension Condition.Test {
    fileprivate var short: String {
        switch self {
        case .oneOf(let ids): "= \(ids.joined(separator: ", "))"
        case .atLeast(let number): "≥ \(number)"
        case .atMost(let number): "≤ \(number)"
        case .before: "avant"
        case .after: "après"
        case .given(let isGiven): isGiven ? "répondu" : "non répondu"
        }
    }
}
