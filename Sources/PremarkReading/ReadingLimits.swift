/// What a reader accepts before it refuses a file with a clear line. All limits of reading stand here.
public enum ReadingLimits {
  /// Largest submitted file, in bytes.
  public static let fileBytes = 64 << 20
  /// Largest part of a container after inflating, in bytes actually produced (never the declared size).
  public static let partBytes = 32 << 20
  /// All inflated parts of one container together, in bytes.
  public static let inflatedBytes = 48 << 20
  /// Most entries a container may list.
  public static let entries = 10_000
  /// Deepest nesting of elements in XML or HTML.
  public static let elementDepth = 512
  /// Most tags and attributes of one XML part.
  public static let xmlItems = 2_000_000
  /// Most styles, lists or notes of one document.
  public static let definitions = 20_000
  /// Most blocks of a document.
  public static let blocks = 200_000
  /// Most grid positions of one table.
  public static let tableCells = 200_000
  /// Most bytes of plain text or Markdown, as UTF-8: more than a million words.
  public static let textBytes = 8 << 20
  /// Longest line or paragraph of plain text or Markdown, in bytes.
  public static let lineBytes = 1 << 20
  /// Most words of a PDF.
  public static let pdfWords = 400_000
  /// Most bytes that `pdftotext` may write about a PDF.
  public static let pdfLayoutBytes = 64 << 20
  /// Longest time that `pdftotext` may take, in milliseconds.
  public static let pdfMilliseconds = 1_800
  /// Most memory that `pdftotext` may take, in bytes of address space.
  public static let pdfMemoryBytes = 256 << 20
  /// Deepest nesting of lists and quotations in plain text or Markdown; deeper marks are text.
  public static let listDepth = 24
}
