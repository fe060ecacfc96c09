extension GatewayKind {
    static let httpSMS = GatewayKind(
        name: "http-sms", use: .service, carries: .sms, replies: .asMessage, description: .configuredSMS,
        // What a description calls {{username}} and so on; none is needed but by one that does.
        settings: [
            GatewaySetting("username", need: .never), GatewaySetting("password", isSecret: true, need: .never),
            GatewaySetting("api-key", isSecret: true, need: .never), GatewaySetting("token", isSecret: true, need: .never),
        ],
        make: { HTTPSMS(shape: $0.shape?.sms ?? .plain, code: $0.code, country: $0.country) },
        makeSender: { HTTPSMSSender(sending: $0.shape?.sms?.sending ?? .plain, settings: $0) })
}

extension HTTPSMS.Shape {
    /// What a channel without a description speaks: forms, and a reply as a message of its own.
    static let plain = HTTPSMS.Shape(
        message: HTTPSMS.Message(source: .form, number: "from", text: "text", id: "id"), reply: HTTPSMS.Reply(),
        report: HTTPSMS.Report(source: .form, id: "id", status: "status", words: [.delivered: ["delivered"], .failed: ["failed"]]),
        sending: .plain)
}

extension HTTPSMS.Sending {
    static let plain = HTTPSMS.Sending(
        method: .post,
        body: Body(
            type: .form,
            template: HTTPSMS.Template([
                .literal("to="), .place(.to), .literal("&from="), .place(.from), .literal("&text="), .place(.text), .literal("&id="),
                .place(.id),
            ])),
        answer: HTTPSMS.Answer(source: .text))
}
