/// Which letters a channel carries; a text is fitted to them before it leaves.
package enum Letters: String, Sendable, Codable, CaseIterable {
    /// Legible on any phone: no accents, no typographic signs.
    case ascii
    /// GSM 03.38 with its extension table.
    case gsm
    /// Everything, in UCS-2 where GSM 03.38 does not have it.
    case unicode
}
