import Mustache

/// A phone on the screen, for trying the dialogs out.
package struct PhonePage: Equatable, Sendable {
    package init() {}
}
