import CCurl

/// libcurl's multi handle: the transfers under way and the connections that are kept.
///
/// It is `@unchecked Sendable` by this invariant: libcurl lets any thread call `curl_multi_wakeup`, and one thread at a time all the rest.
/// `Mailbox` calls `wakeUp` only. All else is called by `Loop`, on its thread. `deinit` runs when neither holds it any more, so when
/// nobody can call.
final class MultiHandle: @unchecked Sendable {
    /// Connections that are kept open and idle, to all hosts together.
    private static let idleConnections = 64
    /// Milliseconds for which it sleeps when there is nothing to do; any number will do, since letters and libcurl's timers wake it.
    private static let longestSleep: Int32 = 60_000

    /// Once a process, before anything else of libcurl.
    private static let started = passerelle_start() == CURLE_OK

    private let pointer: UnsafeMutableRawPointer

    init?() {
        guard Self.started, let pointer = curl_multi_init() else { return nil }
        // Short of descriptors it makes one that can't be woken.
        guard curl_multi_wakeup(pointer) == CURLM_OK else {
            curl_multi_cleanup(pointer)
            return nil
        }
        passerelle_set_multi(pointer, CURLMOPT_MAXCONNECTS, Self.idleConnections)
        self.pointer = pointer
    }

    deinit { curl_multi_cleanup(pointer) }

    func wakeUp() { curl_multi_wakeup(pointer) }

    func add(_ easy: UnsafeMutableRawPointer) -> Bool { curl_multi_add_handle(pointer, easy) == CURLM_OK }

    func remove(_ easy: UnsafeMutableRawPointer) { curl_multi_remove_handle(pointer, easy) }

    /// Does what can be done without waiting; false where libcurl can't go on.
    func perform() -> Bool {
        var running: Int32 = 0
        return curl_multi_perform(pointer, &running) == CURLM_OK
    }

    /// Sleeps until a connection has something, a timer is due or it is woken.
    func wait() -> Bool { curl_multi_poll(pointer, nil, 0, Self.longestSleep, nil) == CURLM_OK }

    func nextEnded() -> (easy: UnsafeMutableRawPointer, code: CURLcode)? {
        var code = CURLE_OK
        return passerelle_next_ended(pointer, &code).map { ($0, code) }
    }
}
