/// Lays a text, its options and the keys' lines out on as many pages as they need.
///
/// The text flows first and breaks between words; then come the options, whole lines, none of them cut unless it is alone too long for a
/// page. All that fits one page is on one page.
///
/// - Parameters:
///   - text: already fitted to the budget's letters, as are the options and the keys.
///   - keys: the lines at the foot of a page, which is counted from 0; whether it is the last decides if there is a key for more.
package func pages(
    text: String, options: [String], keys: (_ page: Int, _ isLast: Bool) -> [String], budget: PageBudget
) -> [String] {
    let whole = together(text, options + keys(0, true))
    if budget.fits(whole) { return [whole] }

    var rest = (PageItem.words(of: text, behind: "") + options.map { PageItem(glue: "\n", body: $0[...]) })[...]
    var done: [String] = []
    while true {
        var last = Page(keys: keys(done.count, true), budget: budget)
        if last.take(all: rest) { return done + [last.shown] }

        var page = Page(keys: keys(done.count, false), budget: budget)
        // One is left over for the page that this one promises.
        while rest.count > 1, let item = rest.first, page.take(item) { rest.removeFirst() }
        if page.isEmpty, let item = rest.popFirst() {
            let words = PageItem.words(of: item.body, behind: item.glue)
            if words.count > 1 {
                rest = words[...] + rest
                continue
            }
            guard let remainder = page.cut(item) else {
                // One letter, and the keys leave no room even for it: better a page too long than a conversation that stands still.
                last.force(item)
                if rest.isEmpty { return done + [last.shown] }
                page.force(item)
                done.append(page.shown)
                continue
            }
            rest = [remainder] + rest
        }
        done.append(page.shown)
    }
}

/// The text, if there is any, with the lines under it.
package func together(_ text: String, _ lines: [String]) -> String {
    var whole = text
    whole.reserveCapacity(lines.reduce(text.utf8.count) { $0 + 1 + $1.utf8.count })
    var isFirst = text.isEmpty
    for line in lines {
        if !isFirst { whole += "\n" }
        isFirst = false
        whole += line
    }
    return whole
}
