import Dialogs
import Foundation
import Store
import Texting

/// One thing that is exported: fixed columns, and for what people answered a column a field.
struct Row {
    var columns: [(name: String, cell: Cell)]
    var answers: [String: Answer] = [:]
}

extension Row {
    init(_ signUp: ExportedSignUp) {
        columns = [
            ("reference", .text(signUp.reference.digits)), ("sign-up", .text(signUp.signUp)), ("phone", .text(signUp.phone?.e164 ?? "")),
            ("language", .text(signUp.language.rawValue)), ("status", .text(signUp.status.rawValue)),
            ("created", .text(signUp.created.text)), ("updated", .text(signUp.updated.text)),
            ("consent.given", .text(signUp.consentGiven.text)), ("consent.words", .text(signUp.consentWords)),
        ]
        answers = signUp.answers
    }

    init(_ callback: ExportedCallback) {
        columns = [
            ("phone", .text(callback.phone?.e164 ?? "")), ("language", .text(callback.language.rawValue)),
            ("status", .text(callback.status.rawValue)), ("created", .text(callback.created.text)),
            ("time-field", .text(callback.timeField)),
        ]
        answers = callback.answers
    }

    init(_ contact: ExportedContact) {
        columns = [
            ("phone", .text(contact.phone?.e164 ?? "")), ("language", .text(contact.language?.rawValue ?? "")),
            ("created", .text(contact.created.text)), ("seen", .text(contact.seen.text)), ("sign-ups", .number(Decimal(contact.signUps))),
            ("open-callbacks", .number(Decimal(contact.openCallbacks))), ("stopped", .text(contact.hasOptedOut ? "yes" : "no")),
            ("cut-off-until", contact.cutOffUntil.map { .text($0.text) } ?? .missing),
        ]
    }

    init(_ message: ExportedMessage) {
        columns = [
            ("time", .text(message.time.text)), ("channel", Cell(message.channel)), ("direction", .text(message.direction.rawValue)),
            ("phone", .text(message.phone?.e164 ?? "")), ("text", Cell(message.text)), ("cause", Cell(message.cause)),
            ("status", .text(message.status)), ("reason", Cell(message.reason)),
            ("parts", message.parts.map { .number(Decimal($0)) } ?? .missing), ("price", Cell(message.price)),
        ]
    }

    init(_ usage: ExportedUsage) {
        columns = [
            ("day", .text(usage.day)), ("channel", .text(usage.channel)), ("conversations", .number(Decimal(usage.conversations))),
            ("turns", .number(Decimal(usage.turns))), ("misses", .number(Decimal(usage.misses))),
            ("sign-ups", .number(Decimal(usage.signUps))), ("callbacks", .number(Decimal(usage.callbacks))),
        ]
    }
}
