/// A screen as a conversation comes to it: with the calls that are open then, the outermost first.
///
/// What is true behind a call depends on where it was made, so one screen of a called dialog is as many nodes as there are ways to call it.
struct Node: Hashable, Sendable {
    var calls: [ScreenAddress]
    var screen: ScreenAddress
}
