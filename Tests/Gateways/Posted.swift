import Gateways
import HTTPTypes
import Testing
import Texting

let cameroon = Country(callingCode: "237")
let awa = PhoneNumber(e164: "+237670000001")

/// A gateway by its name in the catalogue, so that every test goes through it as the server does.
func gateway(_ name: String, code: String? = nil) throws -> any Gateway {
    let kind = try #require(Catalogue.kind(named: name))
    return kind.make(GatewaySettings(country: cameroon, code: code))
}

func form(_ body: String, type: String? = "application/x-www-form-urlencoded", method: HTTPRequest.Method = .post) -> WebRequest {
    posted(Array(body.utf8), type: type, method: method)
}

func json(_ body: String) -> WebRequest { posted(Array(body.utf8), type: "application/json", method: .post) }

func posted(_ body: [UInt8], type: String?, method: HTTPRequest.Method) -> WebRequest {
    var headers = HTTPFields()
    headers[.contentType] = type
    return WebRequest(method: method, query: "", headers: headers, body: body)
}

/// The refusal that reading ends in; nil where the request is taken.
func refusal(of request: WebRequest, by gateway: any Gateway) -> Refusal? {
    do throws(Refusal) {
        _ = try gateway.read(request)
        return nil
    } catch {
        return error
    }
}

/// A whole answer as it goes over the wire.
func wire(_ response: WebResponse) -> String { "\(response.status.code)\n\(response.contentType)\n\n\(response.body)" }
