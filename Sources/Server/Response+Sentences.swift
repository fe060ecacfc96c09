import Gateways
import Hummingbird
import Logging

extension Response {
    init(_ response: WebResponse) {
        self.init(status: response.status, contentType: response.contentType, text: response.body)
        headers.append(contentsOf: response.headers)
    }

    /// A sentence that says what is wrong.
    init(_ refusal: Refusal) { self.init(WebResponse(refusal)) }

    init(status: HTTPResponse.Status, contentType: String, text: String) {
        self.init(
            status: status, headers: [.contentType: contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension WebResponse {
    init(_ refusal: Refusal) {
        self.init(status: refusal.status, contentType: "text/plain; charset=utf-8", body: refusal.sentence + "\n")
    }
}

/// Makes a sentence of whatever a handler ends in; nothing of the request's content is in it.
struct Sentences<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = await answer(request, context, next)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(
        _ request: Request, _ context: Context, _ next: @concurrent (Request, Context) async throws -> Response
    ) async -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return Response(refusal)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            return Response(Refusal(.notFound, "There is nothing at this address."))
        } catch {
            // The error itself may name what was sent, so only its type is told.
            context.logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
            return Response(Refusal(.internalServerError, "The request could not be carried out; the log says more."))
        }
    }
}
