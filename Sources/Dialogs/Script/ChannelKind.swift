/// How a message travels; the phone on the screen is either, by what the person does with it.
package enum ChannelKind: String, Sendable, Codable, CaseIterable {
    case ussd, sms
}
