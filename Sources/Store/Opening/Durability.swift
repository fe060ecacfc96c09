/// What SQLite syncs (`PRAGMA synchronous`). Anything but `full` loses what people were told is kept; it is there so that the tests of a
/// lost power can show that they would see it.
package enum Durability: String, Sendable {
    case full = "FULL"
    case normal = "NORMAL"
    case off = "OFF"
}
