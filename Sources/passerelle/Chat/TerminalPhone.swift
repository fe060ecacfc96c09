import DialogFiles
import Dialogs
import Foundation
import Texting

/// Holds a talk over standard input and output, and keeps it as a conversation's file.
struct TerminalPhone {
    private let phone: Rehearsal
    private let code: String
    private let kind: ChannelKind
    private let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    private var chat: Chat

    init(on stage: Stage, kind: ChannelKind, language: Language?, at now: Date, seed: UInt64) async throws {
        self.kind = kind
        code = stage.ussd.code
        // What is played again starts at the minute that the file names.
        let start = Date(timeIntervalSince1970: (now.timeIntervalSince1970 / 60).rounded(.down) * 60)
        let number = try PhoneNumber(ofChat: nil, in: stage.country)
        phone = try await Rehearsal(on: stage, kind: kind, number: number, language: language, at: start, seed: seed, keeping: .memory)
        chat = Chat(
            header: Chat.Header(
                channel: kind, language: language, phone: number.e164, at: Moment(start, in: stage.timeZone), seed: seed),
            steps: [])
    }

    /// Returns what was said when the person leaves.
    mutating func talk() async throws -> Chat {
        if kind == .ussd {
            try await dial(code)
        } else {
            say(fr: "Écrivez un SMS ; Ctrl-D pour sortir.", en: "Write an SMS; Ctrl-D to leave.")
        }
        while true {
            let isOpen = phone.isOpen
            guard let line = prompt(isOpen) else {
                // The end of the input hangs up first; where nothing is open any more, it leaves.
                guard isOpen, kind == .ussd else { break }
                await phone.hangUp()
                act(.hangUp)
                say(fr: "Raccroché.", en: "Hung up.")
                offerToDial()
                continue
            }
            if try await perform(line) { continue }
            if isOpen {
                act(.type(line))
                try await show(await phone.type(line))
            } else if line == "q" {
                break
            } else {
                try await dial(line.isEmpty ? code : line)
            }
        }
        await phone.close()
        return chat
    }

    /// A line that a conversation's file would read as a dial, or as time that passes; false where it is none.
    private mutating func perform(_ line: String) async throws -> Bool {
        switch Chat.read(line, file: "").chat.steps.first?.kind {
        case .act(.dial(let code))?: try await dial(code)
        case .act(.wait(let duration))?:
            act(.wait(duration))
            try await phone.wait(duration)
            try await showTexts()
        default: return false
        }
        return true
    }

    private mutating func dial(_ code: String) async throws {
        act(.dial(code))
        if isTerminal { Terminal.result("☎ \(code)") }
        try await show(await phone.dial(code))
    }

    private mutating func act(_ act: Chat.Act) {
        add(.act(act))
        phone.tick()
        // Where nobody types, the output shows what was typed, as a conversation's file does.
        if !isTerminal { Terminal.result("\n\(act.line)") }
    }

    private mutating func expect(_ expectation: Chat.Expectation) { add(.expect(expectation)) }

    private mutating func add(_ kind: Chat.Step.Kind) { chat.steps.append(Chat.Step(line: chat.steps.count + 1, kind)) }

    /// Shows a screen, what else reached the phone, and what is stored because of it.
    private mutating func show(_ answer: Rehearsal.Answer) async throws {
        for line in isTerminal ? ScreenFrame(answer.lines).lines : answer.lines { Terminal.result(line) }
        for line in answer.lines { expect(.shown(line)) }
        let stored = try await phone.stored()
        try await showTexts()
        for entry in stored.entries {
            expect(.stored(entry.line))
            say(fr: "Enregistré : \(entry.line.text)", en: "Stored: \(entry.line.text)")
        }
        switch answer {
        case .screen(let reply) where reply.ends:
            expect(.ended)
            guard kind == .ussd else { return }
            say(fr: "La conversation est terminée.", en: "The conversation has ended.")
            offerToDial()
        case .screen: break
        case .silence: say(fr: "(pas de réponse)", en: "(no answer)")
        case .failed(let words): throw CannotRun(words)
        }
    }

    /// What else has reached the phone.
    private mutating func showTexts() async throws {
        for text in try await phone.texts() {
            expect(.sms(text))
            Terminal.result("✉ SMS : \(text)")
        }
    }

    private func offerToDial() {
        say(fr: "Entrée : composer de nouveau. q ou Ctrl-D : sortir.", en: "Enter: dial again. q or Ctrl-D: leave.")
    }

    private func prompt(_ isOpen: Bool) -> String? {
        if isTerminal { Terminal.result(isOpen ? "> " : ">> ", terminator: "") }
        return StandardInput.line()
    }

    /// What is no part of the screen goes beside it.
    private func say(fr french: String, en english: String) { Terminal.say(Bilingual(fr: french, en: english)) }
}
