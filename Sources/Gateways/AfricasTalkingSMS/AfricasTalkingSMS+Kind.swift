extension GatewayKind {
    static let africasTalkingSMS = GatewayKind(
        name: "africas-talking-sms", use: .service, carries: .sms, replies: .asMessage,
        settings: [GatewaySetting("username"), GatewaySetting("api-key", isSecret: true)],
        make: { AfricasTalkingSMS(country: $0.country) },
        makeSender: { AfricasTalkingSender(settings: $0) })
}
