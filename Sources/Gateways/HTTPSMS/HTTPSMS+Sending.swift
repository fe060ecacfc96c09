package import HTTPTypes

extension HTTPSMS {
    /// The request that hands a message over.
    package struct Sending: Equatable, Sendable {
        package enum Method: String, CaseIterable, Sendable {
            case get, post, put

            var http: HTTPRequest.Method {
                switch self {
                case .get: .get
                case .post: .post
                case .put: .put
                }
            }
        }

        package struct Header: Equatable, Sendable {
            package var name: HTTPField.Name
            package var value: Template

            package init(name: HTTPField.Name, value: Template) {
                self.name = name
                self.value = value
            }
        }

        package struct Body: Equatable, Sendable {
            package var type: HTTPUSSD.AnswerType
            package var template: Template

            package init(type: HTTPUSSD.AnswerType, template: Template) {
                self.type = type
                self.template = template
            }
        }

        /// The gateway's words for how a message's letters lie in it.
        package struct Encoding: Equatable, Sendable {
            package var gsm: String
            package var unicode: String

            package init(gsm: String, unicode: String) {
                self.gsm = gsm
                self.unicode = unicode
            }
        }

        package var method: Method
        /// What stands behind the channel's `url`: a path, a query or both.
        package var path: Template
        package var headers: [Header]
        package var body: Body?
        package var encoding: Encoding?
        package var answer: Answer

        package init(
            method: Method, path: Template = Template(), headers: [Header] = [], body: Body? = nil, encoding: Encoding? = nil,
            answer: Answer
        ) {
            self.method = method
            self.path = path
            self.headers = headers
            self.body = body
            self.encoding = encoding
            self.answer = answer
        }

        /// Every place that is named anywhere in it.
        package var places: Set<Place> {
            Set(([path] + headers.map(\.value) + [body?.template].compactMap(\.self)).flatMap(\.places))
        }
    }
}
