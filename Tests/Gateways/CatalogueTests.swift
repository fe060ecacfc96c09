import Gateways
import Testing

@Test func `every gateway has a name of its own`() {
    #expect(Set(Catalogue.names).count == Catalogue.names.count)
    #expect(
        Catalogue.names == [
            "africas-talking-sms",
            "africas-talking-ussd",
            "http-sms",
            "http-ussd",
            "hubtel-ussd",
            "infobip",
            "kannel",
            "kannel-ussd",
            "mtn-sms",
            "mtn-ussd",
            "orange-sms",
            "phone",
            "twilio",
            "vonage",
        ])
    #expect(Catalogue.kind(named: "carrier-pigeon")?.name == nil)
}
