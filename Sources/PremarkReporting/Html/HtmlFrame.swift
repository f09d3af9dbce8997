import PremarkText

/// What stands around the body of every page: one file that loads nothing.
enum HtmlFrame {
  /// Begins a page. Its Content-Security-Policy allows its own style and script by their hashes and nothing else (CSP
  /// Level 3).
  static func begin(_ title: String, style: String, script: String?, on page: inout HtmlWriter) {
    let allowed = script.map { "; script-src '\(hash(of: $0))'" } ?? ""
    page.raw(
      """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(hash(of: style))'\(allowed); base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>
      """)
    page.text(title)
    page.raw("</title>\n<style>" + style + "</style>\n</head>\n<body>\n")
  }

  /// Ends a page.
  static func end(on page: inout HtmlWriter) { page.raw("</body>\n</html>\n") }

  /// `sha256-` and the digest in base 64: how a policy names an inline script or style (CSP 3, 2.3.1).
  private static func hash(of text: String) -> String {
    "sha256-" + Base64.encoded(SHA256.digest(of: Array(text.utf8)))
  }
}
