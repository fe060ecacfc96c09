import Foundation
import Gateways
import HTTPTypes
import Texting

extension Subjects {
    /// Each gateway's receive and status, those that a configuration describes in every form that it can.
    static let gateways: [Subject] =
        Catalogue.kinds.flatMap { kind -> [Subject] in
            switch kind.description {
            case .built: built(kind)
            case .configuredUSSD: USSDShapes.all.map { line($0.name, kind.make($0.settings), seeds: $0.seeds) }
            case .configuredSMS: SMSShapes.all.map { line($0.name, kind.make($0.settings), seeds: $0.seeds) }
            }
        } + signatures

    private static func built(_ kind: GatewayKind) -> [Subject] {
        let gateway = kind.make(GatewaySettings(country: cameroon, code: "*123#"))
        return [line(kind.name, gateway, seeds: (GatewaySeeds.received[kind.name] ?? []) + (GatewaySeeds.told[kind.name] ?? []))]
    }

    static let cameroon = Country(callingCode: "237")

    private static let words = [
        "POST ", "GET ", "PUT ", "Content-Type: application/json\n", "Content-Type: text/xml\n", "application/x-www-form-urlencoded",
        "charset=UTF-16BE",
        "%2B237670000002", "\"237670000002\"", ":null", ":[", ":{", "},", "],", "\\u0000", "\\ud83d", ",\"a\":", "&text=", "&id=", "=%",
        "Success", "0",
        "0191e1807d6070000aded7d8b151cbd5", "\n\n", ": ", "X-Kannel-Coding: 2\n", "X-Kannel-Charset: UCS-2\n", "coding=2",
        "ussd_service_op=%01", "?smpp?",
    ]

    private static func line(_ name: String, _ gateway: any Gateway, seeds: [String]) -> Subject {
        Subject("gateway \(name)", weight: 16, seeds: seeds, words: words, longest: 65_536, grown: { grown(seeds, &$0) }) { bytes in
            let request = WebRequest(fuzzed: bytes)
            try read(request, gateway, gateway.read)
            try read(request, gateway, gateway.readStatus)
        }
    }

    /// The same fields with other values, in another order, some of them twice or missing.
    private static func grown(_ seeds: [String], _ dice: inout Dice) -> [UInt8] {
        let (head, body) = WebRequest.halves(Array(dice.one(of: seeds).utf8))
        let separator = body.contains(UInt8(ascii: "{")) ? UInt8(ascii: ",") : UInt8(ascii: "&")
        var fields = body.split(separator: separator).map(Array.init)
        for _ in 0..<(1 + dice.below(4)) where !fields.isEmpty {
            let index = dice.below(fields.count)
            switch dice.below(4) {
            case 0: fields.remove(at: index)
            case 1: fields.append(fields[index])
            case 2: fields.shuffle(using: &dice)
            default:
                let signs = [UInt8(ascii: "="), UInt8(ascii: ":")]
                let name = fields[index].firstIndex(where: signs.contains).map { Array(fields[index][...$0]) } ?? fields[index]
                fields[index] = name + (dice.once(in: 2) ? Nasty.word(&dice) : [34] + Nasty.word(&dice) + [34])
            }
        }
        return Array((head.joined(separator: "\n") + "\n\n").utf8) + fields.joined(separator: [separator])
    }

    private static func read(_ request: WebRequest, _ gateway: any Gateway, _ reading: (WebRequest) throws(Refusal) -> Arrival) throws {
        let arrival: Arrival
        do throws(Refusal) {
            arrival = try reading(request)
        } catch {
            try hold((400..<500).contains(error.status.code), "refused with \(error.status.code)")
            try hold(error.sentence.contains(where: \.isLetter), "refused without a sentence")
            try hold(error.sentence.wholeMatch(of: /.*[0-9]{7}.*/.dotMatchesNewlines()) == nil, "a refusal that repeats a number")
            return
        }
        switch arrival {
        case .message(let inbound): try answer(inbound, gateway)
        case .messages(let several): for inbound in several { try answer(inbound, gateway) }
        case .reports(let reports): for report in reports { try hold(isWord(report.word), "a word that is none: \(report.word)") }
        case .noPerson, .sessionEnd: break
        }
        try speaks(gateway.acknowledgement)
    }

    private static func answer(_ inbound: Inbound, _ gateway: any Gateway) throws {
        try hold((try? PhoneNumber(parsing: inbound.sender.e164, in: cameroon)) == inbound.sender, "a sender that is no number")
        try hold(!inbound.session.isEmpty, "a session without a name")
        for text in ["Votre \"nom\" ?\n1 <Oui> & \\ non\n0 Retour", "", "مرحبا 😀"] {
            try speaks(gateway.answer(text, ends: text.isEmpty, to: inbound))
        }
        try speaks(gateway.unavailable("Réessayez.", to: inbound))
    }

    /// An answer is what its type says, and its headers can be sent.
    private static func speaks(_ response: WebResponse) throws {
        if response.contentType.contains("json") {
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(response.body.utf8), options: .fragmentsAllowed)) != nil
            try hold(isJSON, "an answer that is no JSON")
        }
        for field in response.headers {
            try hold(!field.value.contains(where: \.isNewline) && !field.value.contains("\0"), "a header that breaks")
        }
    }

    static func isWord(_ word: String) -> Bool {
        word.wholeMatch(of: /[A-Za-z0-9._-]{1,40}/) != nil && word.wholeMatch(of: /.*[0-9]{9}.*/) == nil
    }

    /// Nobody who does not know the key makes a signature that holds.
    private static let signatures: [Subject] = Catalogue.kinds.compactMap { kind in
        guard let signing = kind.signature else { return nil }
        let signatures = [[:], ["signature-method": "sha256"], ["signature-method": "md5"], ["signature-method": "sha512"]].map(
            signing.make)
        let signed = (GatewaySeeds.received[kind.name] ?? []).flatMap { seed in
            [
                seed + "&sig=d8b1b4a7",
                seed.replacing("\n", with: "\nX-Twilio-Signature: RSOYDt4T1cUTdK1PDd93/VVr8B8=\n", maxReplacements: 1),
            ]
        }
        return Subject("signature \(kind.name)", weight: 4, seeds: signed, words: words + ["&sig=", "X-Twilio-Signature: ", "bodySHA256="])
        { bytes in
            let request = WebRequest(fuzzed: bytes)
            for signature in signatures {
                let isValid = signature.isValid(
                    request, calledAt: "https://p.example/channels/sms/receive", keys: ["k1 of nobody", "another"])
                try hold(!isValid, "a signature that nobody made")
            }
        }
    }
}
