import Mustache

/// A template that is resolved when the service starts, so that one that can't be read stops the start and not a visitor.
struct PageTemplate: Sendable {
    private let template: MustacheTemplate

    init(_ bytes: [UInt8]) throws { template = try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)) }

    func html(of page: some Equatable & Sendable) -> String { template.render(page) }
}
