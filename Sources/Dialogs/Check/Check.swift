/// Proves what can be proved of a script before anybody dials it.
package func check(_ script: Script, on channels: [Channel]) -> [Finding] { [] }
