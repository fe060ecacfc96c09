import HTTPClient

extension HTTPClient {
    /// How it fails; nil where it does not.
    func failure(_ request: Request) async -> Failure? {
        do throws(Failure) {
            _ = try await send(request)
            return nil
        } catch {
            return error
        }
    }
}
