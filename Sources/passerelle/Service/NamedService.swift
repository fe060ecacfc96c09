import ServiceLifecycle

/// A service by its name alone: the group that runs them writes each out in its log, with all that is in it, the secrets too.
struct NamedService: Service, CustomStringConvertible {
    let service: any Service

    init(_ service: any Service) { self.service = service }

    var description: String { "\(type(of: service))" }

    func run() async throws { try await service.run() }
}
