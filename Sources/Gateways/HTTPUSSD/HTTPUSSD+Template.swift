extension HTTPUSSD {
    /// An answer's body with places for what differs from screen to screen.
    package struct Template: Equatable, Sendable {
        package enum Piece: Equatable, Sendable {
            case literal(String)
            case text, session, number, digits, code, end
        }

        package struct UnknownPlace: Error, Equatable, Sendable {
            package var name: String

            package init(name: String) { self.name = name }
        }

        package var pieces: [Piece]

        init(pieces: [Piece]) { self.pieces = pieces }

        /// The places that a body may name, without their braces.
        package static let places: KeyValuePairs<String, Piece> = [
            "text": .text, "session": .session, "number": .number, "digits": .digits, "code": .code, "end": .end,
        ]

        package init(parsing body: String) throws(UnknownPlace) {
            pieces = []
            for part in TemplatePart.parts(of: body) {
                switch part {
                case .literal(let literal): pieces.append(.literal(literal))
                case .place(let name):
                    guard let place = Self.places.first(where: { $0.key == name }) else { throw UnknownPlace(name: name) }
                    pieces.append(place.value)
                }
            }
        }

        /// The body, everything that is put in escaped for its type.
        func filled(as type: AnswerType, _ value: (Piece) -> String) -> String {
            pieces.map { piece in
                if case .literal(let literal) = piece { literal } else { type.escaped(value(piece)) }
            }.joined()
        }
    }
}
