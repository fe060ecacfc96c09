extension GatewayKind {
    static let kannel = GatewayKind(
        name: "kannel", use: .service, carries: .sms, presents: .byBasic,
        // Of the group `sendsms-user`; what Kannel proves itself to us with is the channel's `secret`.
        settings: [GatewaySetting("username"), GatewaySetting("password", isSecret: true)],
        make: { Kannel(country: $0.country) },
        makeSender: { KannelSender(settings: $0) })
}
