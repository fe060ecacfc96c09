import Gateways
import HTTPTypes
import Testing

/// Descriptions of gateways that carry SMS as a configuration would give them.
enum SMSShapes {
    static func shape(
        message: HTTPSMS.Message? = nil, reply: HTTPSMS.Reply = HTTPSMS.Reply(), report: HTTPSMS.Report? = nil,
        sending: HTTPSMS.Sending? = nil
    ) -> HTTPSMS.Shape {
        HTTPSMS.Shape(message: message, reply: reply, report: report, sending: sending)
    }

    static func message(_ source: HTTPUSSD.Source, list: String? = nil) -> HTTPSMS.Message {
        switch source {
        case .query, .form:
            HTTPSMS.Message(source: source, list: list, number: "msisdn", text: "text", id: "id", time: "at", network: "op")
        case .json:
            HTTPSMS.Message(source: source, list: list, number: "from.number", text: "body", id: "id", time: "at", network: "op")
        case .xml:
            HTTPSMS.Message(
                source: source, list: list, number: "sms/@from", text: "sms/text", id: "sms/@id", time: "sms/@at", network: "sms/op")
        }
    }

    static func report(_ source: HTTPUSSD.Source, list: String? = nil, id: String? = "id", ours: String? = "ref") -> HTTPSMS.Report {
        HTTPSMS.Report(
            source: source, list: list, id: id, ours: ours, status: "state",
            words: [
                .delivered: ["DELIVRD", "0"], .onItsWay: ["ACCEPTD"], .failed: ["UNDELIV"], .expired: ["EXPIRED"], .refused: ["REJECTD"],
                .unknownSubscriber: ["27"], .blocked: ["STOPPED"],
            ], price: "price")
    }

    static func template(_ text: String) throws -> HTTPSMS.Template { try HTTPSMS.Template(parsing: text) }
}

func gateway(_ shape: HTTPSMS.Shape) throws -> any Gateway {
    let kind = try #require(Catalogue.kind(named: "http-sms"))
    return kind.make(GatewaySettings(country: cameroon, code: "8080", shape: .sms(shape)))
}

func sender(_ sending: HTTPSMS.Sending, url: String = "https://sms.example", _ values: [String: String] = [:]) throws -> any Sender {
    let make = try #require(Catalogue.kind(named: "http-sms")?.makeSender)
    return make(
        SenderSettings(url: url, sender: "MINPMEESA", country: cameroon, values: values, shape: .sms(SMSShapes.shape(sending: sending))))
}
