import DialogFiles
import Dialogs
import Foundation
import Texting

/// Plays a conversation's file and holds what comes against what it expects.
struct ChatRun {
    /// What differs, at a line of the file.
    struct Difference: Sendable {
        var line: Int
        var what: Bilingual
        var rows: [Alignment.Row] = []
    }

    struct Verdict: Sendable {
        var differences: [Difference] = []
        var reached: Set<ScreenAddress> = []
        var steps = 0
    }

    let chat: Chat
    let stage: Stage
    /// Where folders that it publishes are looked for.
    let folder: URL

    private var verdict = Verdict()

    init(_ chat: Chat, on stage: Stage, folder: URL) {
        self.chat = chat
        self.stage = stage
        self.folder = folder
    }

    mutating func run() async throws -> Verdict {
        let (before, exchanges) = chat.exchanges
        if let first = before.first {
            tell(
                first.line, fr: "ceci est attendu avant que quelqu'un ait composé un code (>>)",
                en: "this is expected before anybody dialled (>>)")
        }
        guard chat.expectsAnything else {
            tell(
                exchanges.first?.line ?? 1, fr: "ce fichier n'attend rien : écrivez ce qui doit être affiché",
                en: "this file expects nothing: write what is to be shown")
            return verdict
        }
        let phone = try await rehearsal()
        var screen = Screen.none
        var listed: [StoredThings.Entry] = []
        for exchange in exchanges {
            verdict.steps += 1
            phone.tick()
            guard let came = await take(exchange, on: phone, &screen) else { break }
            let stored = try await phone.stored()
            compare(exchange, came, stored, try await phone.texts(), &screen)
            listed += stored.entries
        }
        compareAtLast(try await phone.storedAtAll(), listed)
        if case .ended(let line) = screen {
            tell(
                line, fr: "la conversation s'est terminée ici, et le fichier ne l'attend pas : écrivez « ! ended » après",
                en: "the conversation ended here and the file does not expect it: write \"! ended\" behind it")
        }
        verdict.reached = phone.reachedScreens
        await phone.close()
        return verdict
    }

    /// What the phone shows, as far as the file has to say whether it is an end.
    enum Screen: Equatable {
        case none, waiting
        /// Since that line, and nobody has expected it yet.
        case ended(line: Int)
        case endedAsExpected
    }

    private func rehearsal() async throws -> Rehearsal {
        let header = chat.header
        let number = try PhoneNumber(ofChat: header.phone, in: stage.country)
        let start = header.at?.date(in: stage.timeZone) ?? Date(timeIntervalSince1970: Self.usualStart)
        let crashes = chat.exchanges.exchanges.contains { $0.act == .crash }
        return try await Rehearsal(
            on: stage, kind: header.channel ?? .ussd, number: number, language: header.language, at: start, seed: header.seed ?? 0,
            keeping: crashes ? .disk : .memory)
    }

    /// 2026-01-05 09:00 UTC, a Monday, where the file names no time.
    private static let usualStart: TimeInterval = 1_767_603_600

    /// The lines shown; nil where the conversation can't go on.
    private mutating func take(_ exchange: Chat.Exchange, on phone: Rehearsal, _ screen: inout Screen) async -> [String]? {
        let line = exchange.line
        let answer: Rehearsal.Answer
        switch exchange.act {
        case .dial(let code): answer = await phone.dial(code)
        case .type(let text):
            guard phone.isOpen else {
                tell(
                    line, fr: "rien n'attend de réponse ici : composez d'abord un code (>>)",
                    en: "nothing waits for an answer here: dial first (>>)")
                return nil
            }
            answer = await phone.type(text)
        case .wait(let duration):
            do { try await phone.wait(duration) } catch {
                tell(line, fr: "ce qui part n'a pas pu partir : \(error)", en: "what is due could not leave: \(error)")
                return nil
            }
            return []
        case .hangUp:
            await phone.hangUp()
            screen = .endedAsExpected
            return []
        case .deliverAgain: return await deliverAgain(exchange, on: phone)
        case .publish(let name): return await publish(name, at: line, on: phone) ? [] : nil
        case .crash:
            do { try phone.crash() } catch {
                tell(line, fr: "la base n'a pas pu être rouverte : \(error)", en: "the database could not be opened again: \(error)")
                return nil
            }
            return []
        }
        switch answer {
        case .screen(let reply):
            screen = reply.ends ? .ended(line: line) : .waiting
            return answer.lines
        case .silence:
            screen = .none
            return []
        case .failed(let words):
            tell(line, fr: "le service n'a pas pu répondre : \(words)", en: "the service could not answer: \(words)")
            return nil
        }
    }

    private mutating func deliverAgain(_ exchange: Chat.Exchange, on phone: Rehearsal) async -> [String]? {
        guard let (before, now) = await phone.deliverAgain() else {
            tell(exchange.line, fr: "il n'y a encore rien à livrer de nouveau", en: "there is nothing yet to deliver again")
            return nil
        }
        if before != now {
            tell(
                exchange.line, fr: "livré de nouveau, le même pas reçoit une autre réponse",
                en: "delivered again, the same step gets another answer", Alignment(expected: before.lines, came: now.lines).rows)
        }
        // The file need not repeat what it has just said.
        let isShown = exchange.expected.contains { if case .shown = $0.what { true } else { $0.what == .anyLines } }
        return isShown ? now.lines : []
    }

    private mutating func publish(_ name: String, at line: Int, on phone: Rehearsal) async -> Bool {
        do {
            try await phone.publish(Stage.Scene(folder: folder.appending(path: name).absoluteURL.standardized.path, stage.settings))
            return true
        } catch {
            tell(line, fr: "« \(name) » n'a pas pu être publié : \(error)", en: "\"\(name)\" could not be published: \(error)")
            return false
        }
    }

    mutating func tell(_ line: Int, fr french: String, en english: String, _ rows: [Alignment.Row] = []) {
        verdict.differences.append(Difference(line: line, what: Bilingual(fr: french, en: english), rows: rows))
    }
}
