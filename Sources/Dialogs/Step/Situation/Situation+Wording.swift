import Foundation
import Texting

/// Words with their placeholders filled, in the reader's language.
extension Situation {
    static let mask = "••••"
    /// What stands for what is known by the number alone, in letters of any phone.
    static let unproven = "****"

    func text(_ words: Words, _ more: [String: String] = [:]) -> String {
        text(words, kind: channel.kind, more)
    }

    /// - Parameter kind: of the channel that it is written for, which need not be the conversation's own.
    func text(_ words: Words, kind: ChannelKind, _ more: [String: String] = [:]) -> String {
        text(words.template(language, kind), kind: kind, more)
    }

    func text(_ template: Template, kind: ChannelKind, _ more: [String: String] = [:]) -> String {
        template.filled { name in more[name] ?? value(name, kind: kind) }
    }

    /// The placeholders that nothing stands for, not even a way round.
    func unfilled(in template: Template, kind: ChannelKind) -> [String] {
        template.pieces.compactMap { piece in
            guard case .placeholder(let name, nil) = piece, value(name, kind: kind) == nil else { return nil }
            return name
        }
    }

    /// The program's own words; nothing where the script does not have them.
    func text(_ id: ProgramWords.ID, _ more: [String: String] = [:]) -> String {
        script.words.texts[id].map { text($0, more) } ?? ""
    }

    /// The same for words that leave later, by a channel of their own: how to stop, and what an answer costs, is said for that one.
    var beginning: Situation {
        guard let channel = surroundings.begunBy() else { return self }
        var situation = self
        situation.surroundings.channel = channel
        return situation
    }

    private func value(_ name: String, kind: ChannelKind) -> String? {
        guard let builtIn = BuiltIn(rawValue: name) else { return answerWords(of: name, kind: kind) }
        switch builtIn {
        case .reference: return session.reference?.digits
        case .status: return status.flatMap { script.words.status[$0.rawValue] }.map { text($0) }
        case .code: return channel.code
        case .cost: return channel.cost[language] ?? channel.cost[script.source]
        case .howToStop: return text(kind == .sms && channel.takesAnswers ? .howToStopReply : .howToStopDial)
        case .date: return today.written(.day)
        }
    }

    private var status: KnownSignUp.Status? {
        session.reference.flatMap { reference in contact.signUps.first { $0.reference == reference }?.status }
    }

    /// Whether every answer that the words name without a way round is there.
    func hasAnswers(for words: Words) -> Bool {
        words.template(language, channel.kind).pieces.allSatisfy { piece in
            guard case .placeholder(let name, nil) = piece, BuiltIn(rawValue: name) == nil else { return true }
            return session.answers.contains(name)
        }
    }
}

/// What a placeholder can name beside a field.
package enum BuiltIn: String, Sendable, CaseIterable {
    case reference, status, code, cost, date
    case howToStop = "how-to-stop"
}

/// Answers as people read them.
extension Situation {
    /// nil where it is missing or was skipped.
    func answerWords(of field: String, kind: ChannelKind) -> String? {
        guard let given = session.answers[field], given.answer != .skipped else { return nil }
        if session.told?.hidden?.contains(field) == true { return Self.unproven }
        switch given.isPrivate ? privacy : .shown {
        case .shown: return words(of: given.answer, in: field, kind: kind)
        case .masked: return Self.mask
        case .absent: return nil
        }
    }

    private func words(of answer: Answer, in field: String, kind: ChannelKind) -> String? {
        switch answer {
        case .text(let text): text
        case .number(let number): written(number)
        case .date(let day): day.written(precision(of: field))
        case .phone(let phone): phone.e164
        case .choice(let id): choiceWords(id, in: field, kind: kind)
        case .several(let ids): ids.map { choiceWords($0, in: field, kind: kind) }.joined(separator: ", ")
        case .reference(let reference): reference.digits
        case .skipped: nil
        }
    }

    private func choiceWords(_ id: String, in field: String, kind: ChannelKind) -> String {
        guard case .choice(let choices)? = script.question(saving: field, offering: id)?.expect, let choice = choice(id, of: choices) else {
            return id
        }
        // Within an answer nothing is filled in any more.
        return choice.words.template(language, kind).filled { _ in nil }
    }

    private func precision(of field: String) -> DateRule.Precision {
        guard case .date(let rule)? = script.question(saving: field)?.expect else { return .day }
        return rule.precision
    }

    func written(_ number: Decimal) -> String {
        let text = number.description
        return language == "en" ? text : text.replacing(".", with: ",")
    }
}
