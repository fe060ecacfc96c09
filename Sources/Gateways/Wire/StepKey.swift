/// What makes a step the same step when it comes again: the session and what tells its steps apart.
///
/// NUL stands between the two, for no field that came in can hold it.
func stepKey(session: String, step: some CustomStringConvertible) -> String { "\(session)\0\(step)" }
