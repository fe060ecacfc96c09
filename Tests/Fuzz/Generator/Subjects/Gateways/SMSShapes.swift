import Gateways

/// Every source of fields, one and several messages in a request.
enum SMSShapes {
    static let all: [DescribedLine] = [
        line(.query, number: "msisdn", text: "text", seeds: ["GET id=m1&msisdn=237670000001&text=Je+m%27appelle+%C3%89milie&op=mtn\n\n"]),
        line(
            .form, number: "msisdn", text: "text",
            seeds: [GatewaySeeds.form("id=m1&msisdn=237670000001&text=1&at=17&state=DELIVRD&price=12.5+XAF")]),
        line(
            .json, list: "results", number: "from.number", text: "body",
            seeds: [
                GatewaySeeds.json(
                    #"{"results":[{"id":17,"from":{"number":237670000001},"body":"1"},{"id":"b","state":"UNDELIV","ref":"0191e1807d6070000aded7d8b151cbd5"}]}"#
                )
            ]),
        line(
            .json, list: ".", number: "from", text: "body",
            seeds: [
                GatewaySeeds.json(
                    #"[{"id":"a","from":"Orange","body":"1","state":"27"},{"id":"b","from":"237670000002","body":"2","state":null}]"#)
            ]),
        line(
            .xml, number: "sms/@from", text: "sms/text",
            seeds: [
                GatewaySeeds.xml(#"<sms id="m1" from="+237670000001" at="17"><text>نعم &#x1F600;</text><op>mtn</op><state>0</state></sms>"#)
            ]),
    ]

    private static func line(_ source: HTTPUSSD.Source, list: String? = nil, number: String, text: String, seeds: [String]) -> DescribedLine
    {
        let at = source == .xml ? "sms/" : ""
        let shape = HTTPSMS.Shape(
            message: HTTPSMS.Message(
                source: source, list: list, number: number, text: text, id: source == .xml ? "sms/@id" : "id", time: at + "at",
                network: at + "op"),
            reply: HTTPSMS.Reply(),
            report: HTTPSMS.Report(
                source: source, list: list, id: source == .xml ? "sms/@id" : "id", ours: at + "ref", status: at + "state",
                words: [.delivered: ["DELIVRD", "0"], .failed: ["UNDELIV"], .unknownSubscriber: ["27"]], price: at + "price"), sending: nil)
        return DescribedLine(
            name: "http-sms \(source) \(list ?? "")",
            settings: GatewaySettings(country: Subjects.cameroon, code: "8080", shape: .sms(shape)),
            seeds: seeds)
    }
}
