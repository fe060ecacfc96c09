import Foundation
import Testing

/// One entry of `export sign-ups --format json`, with the members that the contract names and no other.
struct ExportedSignUp: Decodable, Equatable {
    struct Consent: Decodable, Equatable {
        let given: String
        let words: String
    }

    enum Answer: Decodable, Equatable {
        case text(String)
        case number(Double)
        case several([String])

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else if let several = try? value.decode([String].self) {
                self = .several(several)
            } else {
                self = .text(try value.decode(String.self))
            }
        }
    }

    let reference: String
    let signUp: String
    let phone: String
    let language: String
    let status: String
    let created: String
    let updated: String
    let consent: Consent
    let answers: [String: Answer]

    enum CodingKeys: String, CodingKey {
        case reference
        case signUp = "sign-up"
        case phone, language, status, created, updated, consent, answers
    }
}

extension Scratch {
    func exportedSignUps(_ arguments: String...) async throws -> [ExportedSignUp] {
        let configured = ["export", "sign-ups", "--format", "json", "--config", configuration.path] + arguments
        let finished = try await Running(configured, in: folder).finished()
        #expect(finished.code == 0, "\(finished.complaints)")
        return try JSONDecoder().decode([ExportedSignUp].self, from: Data(finished.output.utf8))
    }
}
