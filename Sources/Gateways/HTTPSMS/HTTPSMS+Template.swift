extension HTTPSMS {
    /// What differs from message to message, or is a secret that stands in no template.
    package enum Place: String, CaseIterable, Sendable {
        case text
        /// The person's number, `+237…`.
        case to
        /// The same without `+`.
        case digits
        case from
        case id
        case statusAddress = "status-address"
        case encoding
        case username
        case password
        case apiKey = "api-key"
        case token
        /// `username:password` as HTTP Basic has them.
        case basic

        /// The settings of the channel that it stands for.
        package var settings: [String] {
            switch self {
            case .username, .password, .apiKey, .token: [rawValue]
            case .basic: ["username", "password"]
            case .text, .to, .digits, .from, .id, .statusAddress, .encoding: []
            }
        }
    }

    /// A text with places in it.
    package struct Template: Equatable, Sendable {
        package struct UnknownPlace: Error, Equatable, Sendable {
            package var name: String

            package init(name: String) { self.name = name }
        }

        enum Piece: Equatable, Sendable {
            case literal(String)
            case place(Place)
        }

        private var pieces: [Piece] = []

        package init() {}

        init(_ pieces: [Piece]) { self.pieces = pieces }

        package init(parsing text: String) throws(UnknownPlace) {
            for part in TemplatePart.parts(of: text) {
                switch part {
                case .literal(let literal): pieces.append(.literal(literal))
                case .place(let name):
                    guard let place = Place(rawValue: name) else { throw UnknownPlace(name: name) }
                    pieces.append(.place(place))
                }
            }
        }

        package var places: [Place] {
            pieces.compactMap { piece in
                guard case .place(let place) = piece else { return nil }
                return place
            }
        }

        /// - Parameter escaped: how a value is written so that it stays one where it stands.
        func filled(_ value: (Place) -> String, escaped: (String) -> String) -> String {
            pieces.map { piece in
                switch piece {
                case .literal(let literal): literal
                case .place(let place): escaped(value(place))
                }
            }.joined()
        }

        /// The body filled with letters that mean something in JSON and XML, where it is then none of its type any more; nil where it is well.
        package func unreadable(as type: HTTPUSSD.AnswerType) -> String? {
            let sample = filled(Self.sample, escaped: type.escaped)
            return type.isReadable(sample) ? nil : sample
        }

        private static func sample(_ place: Place) -> String {
            switch place {
            case .text: "1 \"Oui\" <&>\n2 Non"
            // Made up: no country has the code 0.
            case .to: "+000"
            case .digits: "000"
            case .encoding: "0"
            case .from, .id, .statusAddress, .username, .password, .apiKey, .token, .basic: place.rawValue
            }
        }
    }
}
