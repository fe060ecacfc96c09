/// The fixture's registration, answer by answer.
enum Registration {
    /// Option 1 of the start menu, consent, name, in Cameroon, a region, a team, and a project that is an idea: up to the review.
    static func toReview(name: String, region: String = "3", team: String = "2") -> [String] {
        ["1", "1", name, "1", region, team, "1"]
    }

    /// The number that accepts a review: its last option.
    static func accept(_ review: Screen) -> String? {
        review.lines.last { $0.hasSuffix(" Envoyer") }?.split(separator: " ").first.map(String.init)
    }

    /// The reference that an end names.
    static func reference(in end: Screen) -> String? {
        end.text.split { !$0.isNumber }.first { $0.count == 8 }.map(String.init)
    }
}

extension Session {
    /// Goes from the start menu to the end of the registration; gives the reference.
    mutating func register(name: String, region: String = "3", team: String = "2") async throws -> String {
        let review = try await type(all: Registration.toReview(name: name, region: region, team: team))
        return try await accept(review)
    }

    /// Accepts what the review shows, on whichever of its pages the option is; gives the reference.
    mutating func accept(_ review: Screen) async throws -> String {
        var page = review
        var pages = 1
        while Registration.accept(page) == nil, page.lines.contains(where: { $0.hasPrefix("98 ") }), pages < 5 {
            page = try await type("98")
            pages += 1
        }
        guard let accept = Registration.accept(page) else { throw Screen.Unreadable(description: "no review: \(page)") }
        let end = try await type(accept)
        guard case .closed = end, let reference = Registration.reference(in: end) else {
            throw Screen.Unreadable(description: "no reference: \(end)")
        }
        return reference
    }
}
